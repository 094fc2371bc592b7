package io.github.dualprevention.adapters.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A file of twelve entries and four names, changed in every place. */
class EvidenceChangesTest {

  private static final EvidenceFile FILE = EvidenceFile.published();
  private static final SampleChain CHAIN = SampleChain.general();
  private static final byte[] BYTES = FILE.write(CHAIN.ledger, CHAIN.id, person -> true);
  private static final String TEXT = new String(BYTES, StandardCharsets.UTF_8);
  private static final EvidenceVerification SOUND = FILE.verify(BYTES);
  private static final int[] LINES = lines();

  /** One bit of each byte from the line end before a block to the one behind it. */
  @Test
  void everyChangedByteOfTheLinesIsFoundInItsLineOrAtTheHead() {
    int[] places = IntStream.range(0, BYTES.length).filter(at -> isWithin(at, 1)).toArray();

    assertThat(IntStream.of(places).parallel().filter(at -> !isFound(at)).boxed()).isEmpty();
    assertThat(places.length).isGreaterThan(5_000);
  }

  private static boolean isFound(int at) {
    return FILE.verify(changed(at)) instanceof EvidenceVerification.Broken broken
        && (broken.line() == LINES[at] || broken.line() == 1);
  }

  /** The verifier proves what it has proved before, and writes what it has written. */
  @Test
  void aChangedByteOfTheTextAroundThemChangesNothingThatIsProved() {
    int[] places =
        IntStream.range(0, BYTES.length).filter(at -> at % 17 == 0 && !isWithin(at, 1)).toArray();

    assertThat(IntStream.of(places).parallel().filter(at -> !isWithoutEffect(at)).boxed())
        .isEmpty();
    assertThat(places.length).isGreaterThan(1_000);
  }

  private static boolean isWithoutEffect(int at) {
    EvidenceVerification verification = FILE.verify(changed(at));
    return verification instanceof EvidenceVerification.Sound sound
        ? sound.equals(SOUND)
            && (at % 5 > 0 || Arrays.equals(FILE.write(sound, SampleChain.SHANGHAI), BYTES))
        : BYTES[at] < 0; // no longer UTF-8
  }

  private static byte[] changed(int at) {
    byte[] changed = BYTES.clone();
    changed[at] ^= (byte) (1 << (at % 7));
    return changed;
  }

  /** Whether a byte is one of a block, or so many bytes before or behind it. */
  private static boolean isWithin(int at, int around) {
    return Stream.of("journal", "openings")
        .anyMatch(id -> at >= start(id) - around && at < end(id) + around);
  }

  private static int start(String id) {
    return size(TEXT.indexOf("<pre id=\"" + id + "\">"));
  }

  private static int end(String id) {
    return size(TEXT.indexOf("</pre>", TEXT.indexOf("<pre id=\"" + id + "\">")) + 6);
  }

  /** The bytes of so many characters. */
  private static int size(int characters) {
    return TEXT.substring(0, characters).getBytes(StandardCharsets.UTF_8).length;
  }

  /** The line that each byte stands in, counted from 1. */
  private static int[] lines() {
    int[] lines = new int[BYTES.length];
    int line = 1;
    for (int at = 0; at < BYTES.length; at++) {
      lines[at] = line;
      line += BYTES[at] == '\n' ? 1 : 0;
    }
    return lines;
  }

  @Test
  void aByteThatIsTakenOutOfTheLinesIsFound() {
    for (int at = 0; at < BYTES.length; at++) {
      if (at % 5 == 0 && isWithin(at, 1)) {
        byte[] shorter = new byte[BYTES.length - 1];
        System.arraycopy(BYTES, 0, shorter, 0, at);
        System.arraycopy(BYTES, at + 1, shorter, at, BYTES.length - at - 1);

        assertThat(FILE.verify(shorter).isSound()).as("without byte %s", at).isFalse();
      }
    }
  }

  @Test
  void aByteThatIsPutIntoTheLinesIsFound() {
    for (int at = 0; at < BYTES.length; at++) {
      if (at % 5 == 0 && isWithin(at, 0) && isWithin(at - 1, 0)) {
        byte[] longer = Arrays.copyOf(BYTES, BYTES.length + 1);
        System.arraycopy(BYTES, at, longer, at + 1, BYTES.length - at);
        longer[at] = (byte) (at % 2 == 0 ? '\n' : ' ');

        assertThat(FILE.verify(longer).isSound()).as("with a byte at %s", at).isFalse();
      }
    }
  }

  @Test
  void aFileThatIsCutBeforeTheEndOfItsLinesIsFound() {
    int end = end("openings");
    for (int length = 0; length < end; length += 101) {
      assertThat(FILE.verify(Arrays.copyOf(BYTES, length)).isSound()).isFalse();
    }
    assertThat(FILE.verify(Arrays.copyOf(BYTES, end - 1)).isSound()).isFalse();
    assertThat(FILE.verify(Arrays.copyOf(BYTES, end))).isEqualTo(SOUND);
  }
}
