package io.github.dualprevention.adapters.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.journal.Checkpoint;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Whatever happens to a hazard, its evidence proves it. */
class EvidenceWalkTest {

  private static final EvidenceFile FILE = EvidenceFile.published();

  @Property(tries = 60)
  void whatIsWrittenIsSoundAndIsWrittenTheSameFromItsLines(@ForAll long seed) {
    SampleChain chain = RandomWalk.of(seed, 40);
    if (chain.hazard().steps().isEmpty()) {
      return;
    }
    byte[] file = FILE.write(chain.ledger, chain.id, person -> true);
    EvidenceVerification verification = FILE.verify(file, Checkpoint.of(chain.ledger.journal()));

    assertThat(verification)
        .isInstanceOfSatisfying(
            EvidenceVerification.Sound.class,
            sound -> {
              assertThat(sound.hazard()).isEqualTo(chain.hazard());
              assertThat(sound.chain()).isEqualTo(chain.entries());
              assertThat(FILE.write(sound, SampleChain.SHANGHAI)).isEqualTo(file);
            });
  }

  @Test
  void theWalksComeThroughTheWholeLifeCycle() {
    Set<String> actions = new TreeSet<>();
    for (int seed = 0; seed < 40; seed++) {
      RandomWalk.of(seed, 40).hazard().steps().forEach(step -> actions.add(step.action().code()));
    }

    assertThat(actions).contains("REGISTER", "ASSESS", "START", "SUBMIT", "ACCEPT", "CLOSE_OUT");
    assertThat(actions.size()).isGreaterThan(20);
  }
}
