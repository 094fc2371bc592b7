package io.github.dualprevention.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.table.TableVersion;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A journal of 200 entries about 70 subjects, changed in every way that one can think of. */
class JournalFileTest {

  private static final HashAlgorithm SHA_256 = HashAlgorithm.sha256();
  private static final JournalFile FILE = new JournalFile(SHA_256);
  private static final Instant T0 = Instant.parse("2026-07-01T00:00:00Z");
  private static final int ENTRIES = 200;
  private static final int SUBJECTS = 70;
  private static final String SPACES = " \t\r\n\u000b\u001f";

  private static final List<JournalEntry> JOURNAL = journal(1);
  private static final byte[] BYTES = bytes(JOURNAL);
  private static final Checkpoint CHECKPOINT = ((Verification.Sound) verify(BYTES)).heads();

  @Test
  void theJournalIsSound() {
    assertThat(verify(BYTES)).isEqualTo(new Verification.Sound(ENTRIES, CHECKPOINT));
    assertThat(verify(BYTES, CHECKPOINT).isSound()).isTrue();
    assertThat(CHECKPOINT.heads()).hasSize(SUBJECTS);
    assertThat(Checkpoint.parse(CHECKPOINT.toText())).isEqualTo(CHECKPOINT);
    assertThat(verify(new byte[0]).isSound()).isTrue();
    assertThat(verify(new byte[0], CHECKPOINT)).isInstanceOf(Verification.Broken.class);
  }

  /** Each chain stands for itself; every 50th change is looked for in the whole file too. */
  @Test
  void everyChangedRemovedOrInsertedByteIsFoundInItsLine() {
    long found = chains().parallelStream().mapToLong(JournalFileTest::changesFoundIn).sum();

    assertThat(found).isGreaterThan(3L * BYTES.length);
  }

  private static long changesFoundIn(Chain chain) {
    SplittableRandom random = new SplittableRandom(chain.linesBefore());
    Changes changes = new Changes();
    byte[] file = chain.bytes();
    for (int at = 0; at < file.length; at++) {
      int change = at % 2 == 0 ? 1 << random.nextInt(8) : 1 + random.nextInt(255);
      changes.look(chain, replaced(file, at, (byte) (file[at] ^ change)));
      changes.look(chain, removed(file, at));
      changes.look(chain, inserted(file, at, (byte) random.nextInt()));
    }
    changes.look(chain, inserted(file, file.length, (byte) random.nextInt()));
    return changes.count;
  }

  @Test
  void everyOtherByteInEveryPlaceOfOneEntryIsFound() {
    Chain chain = chains().get(3);
    int end = chain.lines().get(0).getBytes(StandardCharsets.UTF_8).length;
    byte[] file = chain.bytes();
    Changes changes = new Changes();
    for (int at = 0; at <= end; at++) {
      for (int value = 0; value < 256; value++) {
        if (file[at] != (byte) value) {
          changes.look(chain, replaced(file, at, (byte) value));
        }
      }
    }
    assertThat(changes.count).isEqualTo((end + 1L) * 255);
  }

  @Test
  void everySpaceThatIsPutInAnywhereIsFound() {
    Chain chain = chains().get(5);
    byte[] file = chain.bytes();
    Changes changes = new Changes();
    for (int at = 0; at <= file.length; at++) {
      for (char space : SPACES.toCharArray()) {
        changes.look(chain, inserted(file, at, (byte) space));
      }
    }
    assertThat(changes.count).isEqualTo((file.length + 1L) * SPACES.length());
  }

  @Test
  void everyRemovedEntryIsFoundIfAnotherOneFollowsInItsChain() {
    for (int at = 0; at < ENTRIES; at++) {
      List<JournalEntry> changed = new ArrayList<>(JOURNAL);
      changed.remove(at);
      boolean tail = at + 1 == ENTRIES || !subject(at).equals(subject(at + 1));

      assertThat(line(verify(bytes(changed))))
          .as("without entry %s", at + 1)
          .isEqualTo(tail ? 0 : at + 1);
      assertThat(line(verify(bytes(changed), CHECKPOINT)))
          .isEqualTo(isAlone(at) ? ENTRIES : at + 1);
    }
  }

  /** Whether the entry is the whole chain of its subject. */
  private static boolean isAlone(int at) {
    return JOURNAL.stream().filter(entry -> entry.fact().subject().equals(subject(at))).count()
        == 1;
  }

  @Test
  void aTruncatedJournalIsFoundByACheckpointAndNotWithoutOne() {
    for (int left = 0; left < ENTRIES; left++) {
      byte[] cut = bytes(JOURNAL.subList(0, left));

      assertThat(verify(cut).isSound()).isTrue();
      assertThat(line(verify(cut, CHECKPOINT))).isEqualTo(left + 1);
    }
  }

  @Test
  void aWholeChainThatIsMissingIsFoundByACheckpointAndNotWithoutOne() {
    for (String subject : CHECKPOINT.heads().keySet()) {
      List<JournalEntry> changed = new ArrayList<>(JOURNAL);
      changed.removeIf(entry -> entry.fact().subject().equals(subject));

      assertThat(verify(bytes(changed)).isSound()).isTrue();
      assertThat(line(verify(bytes(changed), CHECKPOINT))).isEqualTo(changed.size() + 1L);
    }
  }

  @Test
  void aChainThatIsHashedAnewIsFoundByACheckpointAndNotWithoutOne() {
    for (int at = 0; at < ENTRIES; at++) {
      List<JournalEntry> changed = new ArrayList<>();
      Optional<JournalEntry> head = Optional.empty();
      for (int i = 0; i < ENTRIES; i++) {
        Fact fact = JOURNAL.get(i).fact();
        Optional<JournalEntry> before =
            head.filter(entry -> entry.fact().subject().equals(fact.subject()));
        JournalEntry entry =
            JournalEntry.after(
                before, i == at ? forged(fact) : fact, JOURNAL.get(i).recorded(), SHA_256);
        changed.add(entry);
        head = Optional.of(entry);
      }
      int last = at;
      while (last + 1 < ENTRIES && subject(last + 1).equals(subject(at))) {
        last++;
      }

      assertThat(verify(bytes(changed)).isSound()).isTrue();
      assertThat(line(verify(bytes(changed), CHECKPOINT))).isEqualTo(last + 1);
    }
  }

  @Test
  void everySwapOfNeighboursIsFound() {
    for (int at = 0; at + 1 < ENTRIES; at++) {
      assertSwapIsFound(at, at + 1);
    }
  }

  @Test
  void swapsOfDistantEntriesAreFound() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 500; i++) {
      int first = random.nextInt(ENTRIES - 1);
      assertSwapIsFound(first, first + 1 + random.nextInt(ENTRIES - first - 1));
    }
  }

  @Test
  void everyDuplicatedEntryIsFoundWhereverItIsPut() {
    SplittableRandom random = new SplittableRandom(4);
    for (int at = 0; at < ENTRIES; at++) {
      assertInsertionIsFound(at, JOURNAL.get(at));
      assertInsertionIsFound(at + 1, JOURNAL.get(at));
      assertInsertionIsFound(random.nextInt(ENTRIES + 1), JOURNAL.get(at));
    }
  }

  @Test
  void everyForeignEntryIsFoundWhereverItIsPut() {
    List<JournalEntry> foreign = journal(9);
    SplittableRandom random = new SplittableRandom(5);
    for (int at = 0; at <= ENTRIES; at++) {
      assertInsertionIsFound(at, foreign.get(Math.min(at, ENTRIES - 1)));
      assertInsertionIsFound(at, foreign.get(random.nextInt(ENTRIES)));
    }
  }

  @Test
  void aJournalMayGrowBeyondItsCheckpoint() {
    InMemoryChains longer = new InMemoryChains();
    JOURNAL.forEach(entry -> longer.add(entry.fact(), entry.recorded()));
    Fact more = forged(JOURNAL.get(0).fact());
    longer.add(more, T0.plusSeconds(1_000_000));

    assertThat(verify(bytes(longer.entries()), CHECKPOINT))
        .isInstanceOfSatisfying(
            Verification.Sound.class, sound -> assertThat(sound.entries()).isEqualTo(ENTRIES + 1));
  }

  @Test
  void refusesAnAlgorithmThatIsNotTrusted() {
    assertThat(new JournalFile().verify(new ByteArrayInputStream(BYTES)))
        .isInstanceOfSatisfying(
            Verification.Broken.class,
            broken -> {
              assertThat(broken.line()).isEqualTo(1);
              assertThat(broken.reason().code()).isEqualTo("journal.algorithm.unknown");
            });
  }

  @Test
  void saysWhatIsWrongWithALine() {
    List<JournalEntry> chain = twoEntries(JOURNAL.get(0).recorded());
    List<JournalEntry> other = twoEntries(JOURNAL.get(0).recorded().plusSeconds(1));
    Checkpoint checkpoint = ((Verification.Sound) verify(bytes(chain))).heads();

    assertThat(code("no entry\n".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("journal.line.unreadable");
    assertThat(code(bytes(chain.subList(1, 2)))).isEqualTo("journal.entry.out-of-place");
    assertThat(code(bytes(List.of(chain.get(0), other.get(1)))))
        .isEqualTo("journal.previous.wrong");
    assertThat(verify(bytes(other), checkpoint))
        .isInstanceOfSatisfying(
            Verification.Broken.class,
            broken ->
                assertThat(broken.reason().code()).isEqualTo("journal.checkpoint.contradicted"));
  }

  private static String code(byte[] file) {
    return ((Verification.Broken) verify(file)).reason().code();
  }

  private static List<JournalEntry> twoEntries(Instant recorded) {
    InMemoryChains chains = new InMemoryChains();
    chains.add(JOURNAL.get(0).fact(), recorded);
    chains.add(JOURNAL.get(0).fact(), recorded);
    return chains.entries();
  }

  /** Whole chains may stand in any order. */
  private static void assertSwapIsFound(int first, int second) {
    List<JournalEntry> changed = new ArrayList<>(JOURNAL);
    Collections.swap(changed, first, second);
    long without = line(verify(bytes(changed)));
    long with = line(verify(bytes(changed), CHECKPOINT));

    if (isAlone(first) && isAlone(second)) {
      assertThat(List.of(without, with)).containsOnly(0L);
    } else {
      assertThat(without).isBetween(first + 1L, second + 2L);
      assertThat(with).as("%s and %s", first, second).isBetween(first + 1L, without);
    }
    if (subject(first).equals(subject(second))) {
      assertThat(without).isEqualTo(first + 1);
    }
  }

  /** The stranger, or the chain that it pretends to begin, is the first that does not fit. */
  private static void assertInsertionIsFound(int at, JournalEntry stranger) {
    List<JournalEntry> changed = new ArrayList<>(JOURNAL);
    changed.add(at, stranger);
    int first = firstDifference(text(JOURNAL), text(changed));

    assertThat(line(verify(bytes(changed)))).isGreaterThanOrEqualTo(first);
    assertThat(line(verify(bytes(changed), CHECKPOINT))).isGreaterThanOrEqualTo(first);
  }

  private static Verification verify(byte[] file) {
    return FILE.verify(new ByteArrayInputStream(file));
  }

  private static Verification verify(byte[] file, Checkpoint earlier) {
    return FILE.verify(new ByteArrayInputStream(file), earlier);
  }

  private static long line(Verification verification) {
    return verification instanceof Verification.Broken broken ? broken.line() : 0;
  }

  private static String subject(int at) {
    return JOURNAL.get(at).fact().subject();
  }

  private static Fact forged(Fact fact) {
    return new Fact(
        fact.subject(),
        fact.kind(),
        fact.occurred(),
        fact.post().map(post -> post + "X"),
        fact.person(),
        fact.table(),
        fact.values(),
        fact.personal());
  }

  /** One chain of the journal as a file of its own. */
  private record Chain(int linesBefore, int bytesBefore, List<String> lines) {
    byte[] bytes() {
      return String.join("", lines).getBytes(StandardCharsets.UTF_8);
    }
  }

  private static final class Changes {
    private long count;

    void look(Chain chain, byte[] changed) {
      count++;
      int expected = firstDifference(chain.bytes(), changed);
      long line = line(verify(changed));
      if (line != expected) {
        throw new AssertionError(
            "line %s instead of %s: %s"
                .formatted(line, expected, new String(changed, StandardCharsets.UTF_8)));
      }
      if (count % 50 == 0) {
        lookInTheWholeFile(chain, changed, expected);
      }
    }

    private static void lookInTheWholeFile(Chain chain, byte[] changed, int expected) {
      int rest = chain.bytesBefore() + chain.bytes().length;
      byte[] whole = Arrays.copyOf(BYTES, BYTES.length - chain.bytes().length + changed.length);
      System.arraycopy(changed, 0, whole, chain.bytesBefore(), changed.length);
      System.arraycopy(
          BYTES, rest, whole, chain.bytesBefore() + changed.length, BYTES.length - rest);

      assertThat(line(verify(whole))).isEqualTo(chain.linesBefore() + expected);
    }
  }

  /** The first line that is not the same, its end included; counted from 1. */
  private static int firstDifference(byte[] original, byte[] changed) {
    int at = Arrays.mismatch(original, changed);
    int line = 1;
    for (int i = 0; i < at; i++) {
      line += original[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  private static List<Chain> chains() {
    List<Chain> chains = new ArrayList<>();
    int line = 0;
    int offset = 0;
    while (line < ENTRIES) {
      List<String> lines = new ArrayList<>();
      int start = line;
      while (line < ENTRIES && subject(line).equals(subject(start))) {
        lines.add(JOURNAL.get(line) + "\n");
        line++;
      }
      Chain chain = new Chain(start, offset, lines);
      chains.add(chain);
      offset += chain.bytes().length;
    }
    return chains;
  }

  private static byte[] replaced(byte[] file, int at, byte value) {
    byte[] changed = file.clone();
    changed[at] = value;
    return changed;
  }

  private static byte[] removed(byte[] file, int at) {
    byte[] changed = Arrays.copyOf(file, file.length - 1);
    System.arraycopy(file, at + 1, changed, at, file.length - at - 1);
    return changed;
  }

  private static byte[] inserted(byte[] file, int at, byte value) {
    byte[] changed = Arrays.copyOf(file, file.length + 1);
    System.arraycopy(file, at, changed, at + 1, file.length - at);
    changed[at] = value;
    return changed;
  }

  private static byte[] bytes(List<JournalEntry> entries) {
    return text(entries);
  }

  private static byte[] text(List<JournalEntry> entries) {
    StringBuilder text = new StringBuilder();
    entries.forEach(entry -> text.append(entry).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Chains by subject, in the order of a file. */
  private static final class InMemoryChains {
    private final Map<String, List<JournalEntry>> chains = new TreeMap<>();

    void add(Fact fact, Instant recorded) {
      List<JournalEntry> chain =
          chains.computeIfAbsent(fact.subject(), subject -> new ArrayList<>());
      Optional<JournalEntry> head =
          chain.isEmpty() ? Optional.empty() : Optional.of(chain.get(chain.size() - 1));
      chain.add(JournalEntry.after(head, fact, recorded, SHA_256));
    }

    List<JournalEntry> entries() {
      return chains.values().stream().flatMap(List::stream).toList();
    }
  }

  private static List<JournalEntry> journal(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    InMemoryChains chains = new InMemoryChains();
    for (int i = 0; i < ENTRIES; i++) {
      int subject = i < SUBJECTS ? i : random.nextInt(SUBJECTS);
      byte[] salt = new byte[16];
      salt[0] = (byte) random.nextInt(5);
      salt[1] = (byte) seed;
      Commitment person = Commitment.of(SHA_256, salt, "示例人员");
      Instant occurred = T0.plusSeconds(random.nextInt(1_000_000));
      chains.add(
          new Fact(
              "hazard/H-" + subject,
              "hazard.monitor",
              occurred,
              Optional.of("岗位-" + random.nextInt(3)),
              Optional.of(person),
              Optional.of(new TableVersion("HAZARD:CN", "1")),
              Map.of("fact.observation", "示例\t\\ 😀 " + random.nextInt(100)),
              i % 3 == 0 ? Map.of("finder", person) : Map.of()),
          occurred.plusSeconds(random.nextInt(60)));
    }
    return chains.entries();
  }
}
