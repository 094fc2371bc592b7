package io.github.dualprevention.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.journal.JournalEntry;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link HashAlgorithm} keeps to. */
public abstract class HashAlgorithmContract {

  /** Each contract is extended where it is tested. */
  protected HashAlgorithmContract() {}

  /**
   * The algorithm under test.
   *
   * @return the algorithm
   */
  protected abstract HashAlgorithm algorithm();

  /**
   * The published hash of the three bytes {@code abc}, which every specification prints.
   *
   * @return lower-case hexadecimal digits
   */
  protected abstract String hashOfAbc();

  /** A wrong implementation would be noticed only by others, years later. */
  @Test
  public void givesThePublishedHash() {
    assertThat(algorithm().hash(Samples.utf8("abc"))).isEqualTo(hashOfAbc());
  }

  /** Entries name the algorithm by its id. */
  @Test
  public void hasAnIdOfLettersDigitsAndHyphens() {
    assertThat(algorithm().id()).matches("[A-Za-z0-9-]{1,20}").isEqualTo(algorithm().id());
  }

  /** The same content has the same hash, however often it is asked for. */
  @Test
  public void isDeterministic() {
    String first = algorithm().hash(Samples.utf8(Samples.AWKWARD_TEXT));

    algorithm().hash(Samples.utf8("something else in between"));

    assertThat(algorithm().hash(Samples.utf8(Samples.AWKWARD_TEXT))).isEqualTo(first);
  }

  /** Content of any length, none included, has a hash of one length. */
  @Test
  public void givesLowerCaseHexadecimalDigitsOfOneLength() {
    int length = algorithm().hash(new byte[0]).length();

    assertThat(length).isBetween(32, 128).isEven();
    for (int size : new int[] {0, 1, 55, 56, 63, 64, 65, 111, 112, 127, 128, 129, 100_000}) {
      assertThat(algorithm().hash(new byte[size])).hasSize(length).matches("[0-9a-f]+");
    }
  }

  /** Whichever bit is flipped, the hash is another one. */
  @Test
  public void seesEachBit() {
    byte[] content = Samples.utf8(Samples.AWKWARD_TEXT);
    Set<String> hashes = new HashSet<>(Set.of(algorithm().hash(content)));

    for (int bit = 0; bit < content.length * 8; bit++) {
      byte[] flipped = content.clone();
      flipped[bit / 8] = (byte) (flipped[bit / 8] ^ (1 << (bit % 8)));
      hashes.add(algorithm().hash(flipped));
    }

    assertThat(hashes).hasSize(content.length * 8 + 1);
  }

  /** Zeros at the end count as well. */
  @Test
  public void seesTheLength() {
    Set<String> hashes = new HashSet<>();
    for (int size = 0; size <= 200; size++) {
      hashes.add(algorithm().hash(new byte[size]));
    }

    assertThat(hashes).hasSize(201);
  }

  /** Whoever hands over bytes gets them back as they were. */
  @Test
  public void leavesTheContentAsItIs() {
    byte[] content = Samples.utf8(Samples.AWKWARD_TEXT);

    algorithm().hash(content);

    assertThat(content).isEqualTo(Samples.utf8(Samples.AWKWARD_TEXT));
  }

  /** A journal can be kept with it. */
  @Test
  public void chainsEntriesThatCanBeReadAgain() {
    JournalEntry first =
        JournalEntry.after(
            Optional.empty(), Samples.fact("hazard/1", "a"), Samples.moment(), algorithm());
    JournalEntry second =
        JournalEntry.after(
            Optional.of(first), Samples.fact("hazard/1", "b"), Samples.moment(), algorithm());

    assertThat(JournalEntry.of(second.line(), second.hash())).isEqualTo(second);
    assertThat(second.previous()).contains(algorithm().hash(Samples.utf8(first.line())));
    assertThat(second.algorithm()).isEqualTo(algorithm().id());
  }
}
