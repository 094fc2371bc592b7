package io.github.dualprevention.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.journal.HashAlgorithm;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A file of twelve entries, changed in every place. */
class EvidenceChangesTest {

  private static final EvidenceFile FILE =
      new EvidenceFile(List.of(SampleChain.PUBLISHED), HashAlgorithm.sha256());
  private static final SampleChain CHAIN = SampleChain.general();
  private static final byte[] BYTES =
      FILE.write(CHAIN.entries(), CHAIN::open, ZoneId.of("Asia/Shanghai"));

  /**
   * Every byte that the verifier reads, and some of the rest, which it only compares with what it
   * makes from them.
   */
  @Test
  void everyChangedByteIsFoundInItsLineOrAtTheHead() {
    int[] lines = lines();
    int style = lineOf("<style>");
    int chain = lineOf("<section id=\"chain\">");
    List<Integer> places =
        IntStream.range(0, BYTES.length)
            .filter(at -> lines[at] < style || lines[at] > chain || at % 29 == 0)
            .boxed()
            .toList();

    assertThat(places.parallelStream().filter(at -> !isFound(at, lines[at]))).isEmpty();
    assertThat(places.size()).isGreaterThan(8_000);
  }

  private static int lineOf(String start) {
    List<String> lines = new String(BYTES, StandardCharsets.UTF_8).lines().toList();
    return IntStream.range(0, lines.size())
        .filter(line -> lines.get(line).contains(start))
        .findFirst()
        .orElseThrow();
  }

  /** One bit of it. */
  private static boolean isFound(int at, int line) {
    byte[] changed = BYTES.clone();
    changed[at] ^= (byte) (1 << (at % 7));
    return FILE.verify(changed) instanceof EvidenceVerification.Broken broken
        && (broken.line() == line || broken.line() == 1);
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
  void aFileThatIsCutOrGoesOnIsFound() {
    for (int length = 0; length < BYTES.length; length += 199) {
      assertThat(FILE.verify(Arrays.copyOf(BYTES, length)).isSound()).isFalse();
    }
    assertThat(FILE.verify(Arrays.copyOf(BYTES, BYTES.length - 1)).isSound()).isFalse();
    assertThat(FILE.verify(Arrays.copyOf(BYTES, BYTES.length + 1)).isSound()).isFalse();
  }

  @Test
  void aByteThatIsPutInOrTakenOutIsFound() {
    for (int at = 0; at < BYTES.length; at += 101) {
      byte[] shorter = new byte[BYTES.length - 1];
      System.arraycopy(BYTES, 0, shorter, 0, at);
      System.arraycopy(BYTES, at + 1, shorter, at, BYTES.length - at - 1);
      byte[] longer = Arrays.copyOf(BYTES, BYTES.length + 1);
      System.arraycopy(BYTES, at, longer, at + 1, BYTES.length - at);
      longer[at] = (byte) (at % 2 == 0 ? '\n' : ' ');

      assertThat(FILE.verify(shorter).isSound()).isFalse();
      assertThat(FILE.verify(longer).isSound()).isFalse();
    }
  }
}
