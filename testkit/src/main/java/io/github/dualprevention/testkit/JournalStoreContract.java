package io.github.dualprevention.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.journal.JournalStore;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.store.UnitOfWork;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link JournalStore} keeps to. */
public abstract class JournalStoreContract {

  private static final String SUBJECT = "hazard/H-17";

  /** Each contract is extended where it is tested. */
  protected JournalStoreContract() {}

  /**
   * The unit of work that the stores belong to.
   *
   * @return the same one for the whole of a test
   */
  protected abstract UnitOfWork unit();

  /**
   * The store under test.
   *
   * @param enterprise whose entries it keeps; one database holds those of all enterprises
   * @return the enterprise's store; empty at the beginning of a test
   */
  protected abstract JournalStore journalOf(CreditCode enterprise);

  private JournalStore journal() {
    return journalOf(Samples.enterprise());
  }

  /** A chain is there as it grew, and its latest entry is its head. */
  @Test
  public void keepsAChainInTheOrderInWhichItGrew() {
    List<JournalEntry> chain = Samples.chain(SUBJECT, "a", 12);

    for (JournalEntry entry : chain) {
      append(entry);
      assertThat(journal().head(SUBJECT)).contains(entry);
    }

    assertThat(journal().chain(SUBJECT)).isEqualTo(chain);
  }

  /** The proof stands or falls with every character. */
  @Test
  public void givesEntriesBackWithTheVeryLineAndHash() {
    JournalEntry entry = Samples.chain("hazard/样例 😀-1", Samples.AWKWARD_TEXT, 1).get(0);

    append(entry);

    JournalEntry back = journal().chain("hazard/样例 😀-1").get(0);
    assertThat(back.line()).isEqualTo(entry.line());
    assertThat(back.hash()).isEqualTo(entry.hash());
    assertThat(journal().head("hazard/样例 😀-1")).contains(entry);
  }

  /** An entry may be long. */
  @Test
  public void keepsALongEntry() {
    JournalEntry entry = Samples.chain(SUBJECT, "泄\\".repeat(1_990), 1).get(0);

    append(entry);

    assertThat(journal().head(SUBJECT)).contains(entry);
  }

  /** So may a subject. */
  @Test
  public void tellsLongSubjectsApart() {
    String subject = "hazard/" + "隐".repeat(192);

    append(Samples.chain(subject + "a", "a", 1).get(0));
    append(Samples.chain(subject + "b", "b", 1).get(0));

    assertThat(journal().chain(subject + "a")).isEqualTo(Samples.chain(subject + "a", "a", 1));
    assertThat(journal().chain(subject + "b")).isEqualTo(Samples.chain(subject + "b", "b", 1));
  }

  /** Whether a hash is right is not for the store to say; what it was given it gives back. */
  @Test
  public void keepsAHashThatIsNotTheLines() {
    JournalEntry altered =
        JournalEntry.of(Samples.chain(SUBJECT, "a", 1).get(0).line(), "0123456789abcdef".repeat(4));

    append(altered);

    assertThat(journal().head(SUBJECT)).contains(altered);
  }

  /** Hashes of other algorithms are shorter or longer. */
  @Test
  public void keepsHashesOfEveryLength() {
    String line = Samples.chain(SUBJECT, "a", 1).get(0).line();
    JournalEntry entry = JournalEntry.of(line, "0123456789abcdef".repeat(8));

    append(entry);

    assertThat(journal().head(SUBJECT)).contains(entry);
  }

  /** Nothing recorded, nothing found. */
  @Test
  public void knowsNothingAboutASubjectWithoutEntries() {
    append(Samples.chain(SUBJECT, "a", 1).get(0));

    assertThat(journal().head("hazard/H-18")).isEmpty();
    assertThat(journal().chain("hazard/H-18")).isEmpty();
  }

  /** An empty journal has neither entries nor heads. */
  @Test
  public void beginsEmpty() {
    assertThat(entries()).isEmpty();
    assertThat(heads()).isEmpty();
  }

  /** No entry may be left out, neither at the beginning nor later on. */
  @Test
  public void refusesAGap() {
    List<JournalEntry> chain = Samples.chain(SUBJECT, "a", 3);

    assertRefused(chain.get(1));
    assertThat(entries()).isEmpty();

    append(chain.get(0));
    assertRefused(chain.get(2));
  }

  /** Of two entries that follow the same one only the first is kept. */
  @Test
  public void refusesAFork() {
    List<JournalEntry> chain = Samples.chain(SUBJECT, "a", 2);
    chain.forEach(this::append);

    assertRefused(
        JournalEntry.after(
            Optional.of(chain.get(0)),
            Samples.fact(SUBJECT, "b"),
            Samples.moment(),
            HashAlgorithm.sha256()));
  }

  /** A chain begins once. */
  @Test
  public void refusesASecondBeginning() {
    append(Samples.chain(SUBJECT, "a", 1).get(0));

    assertRefused(Samples.chain(SUBJECT, "b", 1).get(0));
  }

  /** The right number is not enough: the hash of the entry before must be right as well. */
  @Test
  public void refusesAnEntryThatFollowsAnotherOne() {
    append(Samples.chain(SUBJECT, "a", 1).get(0));

    assertRefused(Samples.chain(SUBJECT, "b", 2).get(1));
  }

  /** The right hash is not enough: the number must be the next one. */
  @Test
  public void refusesTheRightHashUnderAWrongNumber() {
    List<JournalEntry> chain = Samples.chain(SUBJECT, "a", 2);
    append(chain.get(0));
    String line = chain.get(1).line().replace("\tnumber:2\t", "\tnumber:3\t");

    assertRefused(JournalEntry.of(line, chain.get(1).hash()));
  }

  /** The store does not append what it has. */
  @Test
  public void refusesAnEntryThatItHas() {
    List<JournalEntry> chain = Samples.chain(SUBJECT, "a", 2);
    chain.forEach(this::append);

    assertRefused(chain.get(1));
    assertRefused(chain.get(0));
  }

  /** A refusal does not stand in the way of the right entry. */
  @Test
  public void takesTheRightEntryAfterARefusal() {
    List<JournalEntry> chain = Samples.chain(SUBJECT, "a", 2);
    append(chain.get(0));
    assertRefused(Samples.chain(SUBJECT, "b", 2).get(1));

    append(chain.get(1));

    assertThat(journal().chain(SUBJECT)).isEqualTo(chain);
  }

  /** A refusal is an answer and no failure: the unit of work goes on and keeps the rest. */
  @Test
  public void aUnitOfWorkGoesOnAfterARefusal() {
    List<JournalEntry> chain = Samples.chain(SUBJECT, "a", 3);

    unit()
        .run(
            () -> {
              append(chain.get(0));
              assertRefused(Samples.chain(SUBJECT, "b", 1).get(0));
              append(chain.get(1));
              assertRefused(chain.get(1));
              assertRefused(Samples.chain("hazard/2", "a", 2).get(1));
              append(chain.get(2));
            });

    assertThat(journal().chain(SUBJECT)).isEqualTo(chain);
    assertThat(entries()).isEqualTo(chain);
  }

  /** What happens to one subject does not touch another. */
  @Test
  public void keepsChainsApart() {
    List<JournalEntry> one = Samples.chain("hazard/1", "a", 3);
    List<JournalEntry> other = Samples.chain("hazard/2", "b", 3);

    for (int i = 0; i < 3; i++) {
      append(one.get(i));
      append(other.get(i));
    }

    assertThat(journal().chain("hazard/1")).isEqualTo(one);
    assertThat(journal().chain("hazard/2")).isEqualTo(other);
  }

  /** Subjects are equal only if every character is, whatever a database takes for equal. */
  @Test
  public void tellsSubjectsApartByEveryCharacter() {
    List<String> subjects = Samples.lookalikes().map(id -> "hazard/" + id).toList();

    subjects.forEach(subject -> append(Samples.chain(subject, subject, 1).get(0)));

    assertThat(subjects)
        .allSatisfy(
            subject ->
                assertThat(journal().chain(subject)).isEqualTo(Samples.chain(subject, subject, 1)));
    assertThat(subjects(heads())).containsExactlyInAnyOrderElementsOf(subjects);
  }

  /** One chain follows the other, each whole and from its first entry on. */
  @Test
  public void givesEveryEntryChainByChain() {
    List<List<JournalEntry>> chains = appendManyChains();

    List<JournalEntry> entries = entries();

    List<List<JournalEntry>> found =
        subjects(entries).stream()
            .distinct()
            .map(subject -> Samples.chain(subject, subject, lengthOf(subject)))
            .toList();
    assertThat(found).containsExactlyInAnyOrderElementsOf(chains);
    assertThat(entries).isEqualTo(found.stream().flatMap(List::stream).toList());
  }

  /** Heads are the last entries of the chains, in the same order as these. */
  @Test
  public void givesTheHeadOfEveryChainInTheOrderOfTheEntries() {
    List<List<JournalEntry>> chains = appendManyChains();

    List<JournalEntry> heads = heads();

    assertThat(heads)
        .containsExactlyInAnyOrderElementsOf(
            chains.stream().map(chain -> chain.get(chain.size() - 1)).toList());
    assertThat(subjects(heads)).isEqualTo(subjects(entries()).stream().distinct().toList());
  }

  /** Chains stay where they are among each other, whatever is appended meanwhile. */
  @Test
  public void givesTheChainsAlwaysInTheSameOrder() {
    appendManyChains();
    List<JournalEntry> entries = entries();
    List<String> subjects = subjects(heads());

    assertThat(entries()).isEqualTo(entries);
    for (String subject : subjects) {
      append(Samples.chain(subject, subject, lengthOf(subject) + 1).get(lengthOf(subject)));
      append(Samples.chain("a" + subject, "new", 1).get(0));
    }

    assertThat(subjects(heads()).stream().filter(subjects::contains)).isEqualTo(subjects);
    assertThat(subjects(entries()).stream().filter(subjects::contains).distinct())
        .isEqualTo(subjects);
  }

  /** A stream that is closed before its end leaves nothing behind, inside a unit or outside. */
  @Test
  public void aStreamCanBeClosedBeforeItsEnd() {
    List<List<JournalEntry>> chains = appendManyChains();

    for (int i = 0; i < 50; i++) {
      takeOneAndClose(journal().entries());
      takeOneAndClose(journal().heads());
    }
    unit()
        .run(
            () -> {
              takeOneAndClose(journal().entries());
              takeOneAndClose(journal().heads());
              append(Samples.chain(SUBJECT, "a", 1).get(0));
            });

    assertThat(heads()).hasSize(chains.size() + 1);
  }

  /** A unit of work sees the chains as it has itself changed them. */
  @Test
  public void streamsWhatTheUnitOfWorkHasAppended() {
    List<JournalEntry> chain = Samples.chain(SUBJECT, "a", 2);
    append(chain.get(0));

    unit()
        .run(
            () -> {
              append(chain.get(1));
              assertThat(entries()).isEqualTo(chain);
              assertThat(heads()).containsExactly(chain.get(1));
            });
  }

  /** Several entries of one unit of work stand or fall together. */
  @Test
  public void forgetsWhatAFailingUnitOfWorkHasAppended() {
    List<JournalEntry> chain = Samples.chain(SUBJECT, "a", 3);
    append(chain.get(0));

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                unit()
                    .run(
                        () -> {
                          append(chain.get(1));
                          append(chain.get(2));
                          append(Samples.chain("hazard/2", "a", 1).get(0));
                          assertThat(journal().chain(SUBJECT)).isEqualTo(chain);
                          throw new IllegalStateException("sample");
                        }));

    assertThat(journal().chain(SUBJECT)).isEqualTo(chain.subList(0, 1));
    assertThat(journal().head(SUBJECT)).contains(chain.get(0));
    assertThat(entries()).isEqualTo(chain.subList(0, 1));
    append(chain.get(1));
  }

  /** What was read stays as it was when the chain grows. */
  @Test
  public void givesListsThatDoNotChange() {
    List<JournalEntry> chain = Samples.chain(SUBJECT, "a", 2);
    append(chain.get(0));
    List<JournalEntry> read = journal().chain(SUBJECT);

    append(chain.get(1));

    assertThat(read).isEqualTo(chain.subList(0, 1));
  }

  /** Two enterprises in one database never see each other, even under the same subject. */
  @Test
  public void keepsEnterprisesApart() {
    JournalStore another = journalOf(Samples.anotherEnterprise());
    List<JournalEntry> one = Samples.chain(SUBJECT, "a", 2);
    List<JournalEntry> other = Samples.chain(SUBJECT, "b", 3);

    one.forEach(this::append);
    assertThat(another.head(SUBJECT)).isEmpty();
    assertThat(another.append(one.get(1))).isFalse();
    other.forEach(entry -> assertThat(another.append(entry)).isTrue());

    assertThat(journal().chain(SUBJECT)).isEqualTo(one);
    assertThat(entries()).isEqualTo(one);
    assertThat(heads()).containsExactly(one.get(1));
    assertThat(another.chain(SUBJECT)).isEqualTo(other);
    assertThat(taken(another.entries())).isEqualTo(other);
    assertThat(taken(another.heads())).containsExactly(other.get(2));
  }

  /** Chains of one to three entries that grow side by side. */
  private List<List<JournalEntry>> appendManyChains() {
    List<List<JournalEntry>> chains =
        Stream.concat(Samples.lookalikes(), Stream.of("～", "隐患/2", "隐患/10", "10", "2", "-"))
            .map(id -> "hazard/" + id)
            .map(subject -> Samples.chain(subject, subject, lengthOf(subject)))
            .toList();
    for (int i = 0; i < 3; i++) {
      for (List<JournalEntry> chain : chains) {
        chain.stream().skip(i).findFirst().ifPresent(this::append);
      }
    }
    return chains;
  }

  private static int lengthOf(String subject) {
    return 1 + Math.floorMod(subject.hashCode(), 3);
  }

  private static List<String> subjects(List<JournalEntry> entries) {
    return entries.stream().map(entry -> entry.fact().subject()).toList();
  }

  private List<JournalEntry> entries() {
    return taken(journal().entries());
  }

  private List<JournalEntry> heads() {
    return taken(journal().heads());
  }

  private static List<JournalEntry> taken(Stream<JournalEntry> stream) {
    List<JournalEntry> entries = new ArrayList<>();
    try (stream) {
      stream.forEach(entries::add);
    }
    return entries;
  }

  private static void takeOneAndClose(Stream<JournalEntry> stream) {
    try (stream) {
      Iterator<JournalEntry> entries = stream.iterator();
      assertThat(entries.next().number()).isPositive();
    }
  }

  private void append(JournalEntry entry) {
    assertThat(journal().append(entry)).isTrue();
  }

  private void assertRefused(JournalEntry entry) {
    String subject = entry.fact().subject();
    List<JournalEntry> before = journal().chain(subject);

    assertThat(journal().append(entry)).isFalse();

    assertThat(journal().chain(subject)).isEqualTo(before);
    assertThat(journal().head(subject))
        .isEqualTo(
            before.isEmpty() ? Optional.empty() : Optional.of(before.get(before.size() - 1)));
  }
}
