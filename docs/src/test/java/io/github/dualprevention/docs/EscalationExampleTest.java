package io.github.dualprevention.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.oversight.EscalationLadder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The example of a ladder. */
class EscalationExampleTest {

  private static final Path LADDER = Path.of("examples/escalation/ladder.csv");

  @Test
  void theExampleIsALadder() throws IOException {
    try (InputStream in = Files.newInputStream(LADDER)) {
      assertThat(EscalationLadder.read("ladder.csv", in).version()).hasToString("LADDER:EXAMPLE@1");
    }
  }

  @Test
  void everyLineOfTheExampleSaysThatItIsOne() throws IOException {
    assertThat(Files.readAllLines(LADDER).stream().skip(1))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains("example to be replaced by the enterprise's own rule")
                    .endsWith(",ENTERPRISE"));
  }
}
