package io.github.dualprevention.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.journal.JournalStore;
import io.github.dualprevention.core.store.StaleRecordException;
import io.github.dualprevention.core.store.UnitOfWork;
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
   * The unit of work that the store belongs to.
   *
   * @return the same one for the whole of a test
   */
  protected abstract UnitOfWork unit();

  /**
   * The store under test.
   *
   * @return the same one for the whole of a test, empty at its beginning
   */
  protected abstract JournalStore journal();

  /** A chain is there as it grew, and its latest entry is its head. */
  @Test
  public void keepsAChainInTheOrderInWhichItGrew() {
    List<JournalEntry> chain = Samples.chain(SUBJECT, "a", 12);

    for (JournalEntry entry : chain) {
      journal().append(entry);
      assertThat(journal().head(SUBJECT)).contains(entry);
    }

    assertThat(journal().entries(SUBJECT)).isEqualTo(chain);
  }

  /** The proof stands or falls with every character. */
  @Test
  public void givesEntriesBackWithTheVeryLineAndHash() {
    JournalEntry entry = Samples.chain("hazard/样例 😀-1", Samples.AWKWARD_TEXT, 1).get(0);

    journal().append(entry);

    JournalEntry back = journal().entries("hazard/样例 😀-1").get(0);
    assertThat(back.line()).isEqualTo(entry.line());
    assertThat(back.hash()).isEqualTo(entry.hash());
    assertThat(journal().head("hazard/样例 😀-1")).contains(entry);
  }

  /** An entry may be long. */
  @Test
  public void keepsALongEntry() {
    JournalEntry entry = Samples.chain(SUBJECT, "泄\\".repeat(1_990), 1).get(0);

    journal().append(entry);

    assertThat(journal().head(SUBJECT)).contains(entry);
  }

  /** Whether a hash is right is not for the store to say; what it was given it gives back. */
  @Test
  public void keepsAHashThatIsNotTheLines() {
    JournalEntry altered =
        JournalEntry.of(Samples.chain(SUBJECT, "a", 1).get(0).line(), "0123456789abcdef".repeat(4));

    journal().append(altered);

    assertThat(journal().head(SUBJECT)).contains(altered);
  }

  /** Nothing recorded, nothing found. */
  @Test
  public void knowsNothingAboutASubjectWithoutEntries() {
    journal().append(Samples.chain(SUBJECT, "a", 1).get(0));

    assertThat(journal().head("hazard/H-18")).isEmpty();
    assertThat(journal().entries("hazard/H-18")).isEmpty();
  }

  /** No entry may be left out, at the beginning as little as later on. */
  @Test
  public void refusesAGap() {
    List<JournalEntry> chain = Samples.chain(SUBJECT, "a", 3);

    assertRefused(chain.get(1));
    assertThat(journal().subjects()).isEmpty();

    journal().append(chain.get(0));
    assertRefused(chain.get(2));
  }

  /** Of two entries that follow the same one only the first is kept. */
  @Test
  public void refusesAFork() {
    List<JournalEntry> chain = Samples.chain(SUBJECT, "a", 2);
    journal().append(chain.get(0));
    journal().append(chain.get(1));

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
    journal().append(Samples.chain(SUBJECT, "a", 1).get(0));

    assertRefused(Samples.chain(SUBJECT, "b", 1).get(0));
  }

  /** The right number is not enough: the hash of the entry before must be right as well. */
  @Test
  public void refusesAnEntryThatFollowsAnotherOne() {
    journal().append(Samples.chain(SUBJECT, "a", 1).get(0));

    assertRefused(Samples.chain(SUBJECT, "b", 2).get(1));
  }

  /** What is there already is not appended again. */
  @Test
  public void refusesAnEntryThatItHas() {
    List<JournalEntry> chain = Samples.chain(SUBJECT, "a", 2);
    chain.forEach(journal()::append);

    assertRefused(chain.get(1));
    assertRefused(chain.get(0));
  }

  /** A refusal does not stand in the way of the right entry. */
  @Test
  public void takesTheRightEntryAfterARefusal() {
    List<JournalEntry> chain = Samples.chain(SUBJECT, "a", 2);
    journal().append(chain.get(0));
    assertRefused(Samples.chain(SUBJECT, "b", 2).get(1));

    journal().append(chain.get(1));

    assertThat(journal().entries(SUBJECT)).isEqualTo(chain);
  }

  /** What happens to one subject does not touch another. */
  @Test
  public void keepsChainsApart() {
    List<JournalEntry> one = Samples.chain("hazard/1", "a", 3);
    List<JournalEntry> other = Samples.chain("hazard/2", "b", 3);

    for (int i = 0; i < 3; i++) {
      journal().append(one.get(i));
      journal().append(other.get(i));
    }

    assertThat(journal().entries("hazard/1")).isEqualTo(one);
    assertThat(journal().entries("hazard/2")).isEqualTo(other);
  }

  /** Subjects are equal only if every character is, whatever a database takes for equal. */
  @Test
  public void tellsSubjectsApartByEveryCharacter() {
    List<String> subjects =
        Stream.of("H-1", "h-1", "Ｈ-1", "H－1", "é", "e", "ß", "ss", "H_1", "H%1")
            .map(id -> "hazard/" + id)
            .toList();

    subjects.forEach(subject -> journal().append(Samples.chain(subject, subject, 1).get(0)));

    assertThat(subjects)
        .allSatisfy(
            subject ->
                assertThat(journal().entries(subject))
                    .isEqualTo(Samples.chain(subject, subject, 1)));
    assertThat(journal().subjects()).containsExactlyInAnyOrderElementsOf(subjects);
  }

  /** The order is that of UTF-16, which puts 😀 before ～ whatever the locale. */
  @Test
  public void sortsSubjectsByTheirCharacters() {
    for (String id : List.of("～", "隐患/2", "b", "B", "é", "😀", "隐患/10", "a", "-", "A1")) {
      Samples.chain("hazard/" + id, "a", 2).forEach(journal()::append);
    }

    assertThat(journal().subjects())
        .extracting(subject -> subject.substring("hazard/".length()))
        .containsExactly("-", "A1", "B", "a", "b", "é", "隐患/10", "隐患/2", "😀", "～");
  }

  /** Several entries of one unit of work stand or fall together. */
  @Test
  public void forgetsWhatAFailingUnitOfWorkHasAppended() {
    List<JournalEntry> chain = Samples.chain(SUBJECT, "a", 3);
    journal().append(chain.get(0));

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                unit()
                    .run(
                        () -> {
                          journal().append(chain.get(1));
                          journal().append(chain.get(2));
                          journal().append(Samples.chain("hazard/2", "a", 1).get(0));
                          assertThat(journal().entries(SUBJECT)).isEqualTo(chain);
                          throw new IllegalStateException("sample");
                        }));

    assertThat(journal().entries(SUBJECT)).isEqualTo(chain.subList(0, 1));
    assertThat(journal().head(SUBJECT)).contains(chain.get(0));
    assertThat(journal().subjects()).containsExactly(SUBJECT);
  }

  /** A refusal that the caller catches does not undo what the unit of work did otherwise. */
  @Test
  public void aRefusalInsideAUnitOfWorkCanBeCaught() {
    List<JournalEntry> chain = Samples.chain(SUBJECT, "a", 2);

    unit()
        .run(
            () -> {
              journal().append(chain.get(0));
              assertRefused(Samples.chain(SUBJECT, "b", 1).get(0));
              journal().append(chain.get(1));
              return true;
            });

    assertThat(journal().entries(SUBJECT)).isEqualTo(chain);
  }

  /** What was read stays as it was when the chain grows. */
  @Test
  public void givesListsThatDoNotChange() {
    List<JournalEntry> chain = Samples.chain(SUBJECT, "a", 2);
    journal().append(chain.get(0));
    List<JournalEntry> read = journal().entries(SUBJECT);

    journal().append(chain.get(1));

    assertThat(read).isEqualTo(chain.subList(0, 1));
  }

  private void assertRefused(JournalEntry entry) {
    String subject = entry.fact().subject();
    List<JournalEntry> before = journal().entries(subject);

    assertThatExceptionOfType(StaleRecordException.class)
        .isThrownBy(() -> journal().append(entry))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("store.record.stale"));

    assertThat(journal().entries(subject)).isEqualTo(before);
    assertThat(journal().head(subject))
        .isEqualTo(
            before.isEmpty() ? Optional.empty() : Optional.of(before.get(before.size() - 1)));
  }
}
