package io.github.dualprevention.adapters.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardJournal;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.journal.Checkpoint;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/**
 * The lines of a file of release 0.1 must verify for ever. The text around them may change from
 * release to release, since the verifier writes its own.
 */
class GoldenEvidenceTest {

  private static final EvidenceFile EVIDENCE = EvidenceFile.published();

  @Test
  void verifies() {
    assertThat(EVIDENCE.verify(Golden.file()))
        .isInstanceOfSatisfying(
            EvidenceVerification.Sound.class,
            sound -> {
              assertThat(sound.head())
                  .isEqualTo(
                      new Checkpoint.Head(
                          19, "61df7305ddfbea8127cc39694416833e557e19a6415a8c1e7efc53fd32e6cff9"));
              assertThat(sound.chain()).hasSize(19);
              assertThat(sound.hazard()).isEqualTo(HazardJournal.replay(sound.chain()));
              assertThat(sound.openings()).hasSize(4);
            });
  }

  @Test
  void replaysToTheHazardOfThen() {
    Hazard hazard = Golden.sound().hazard();

    assertThat(hazard.id()).isEqualTo("示例-M1");
    assertThat(hazard.state()).isEqualTo(HazardState.CLOSED);
    assertThat(hazard.isMajor()).isTrue();
    assertThat(hazard.deadline()).contains(LocalDate.parse("2026-09-30"));
    assertThat(hazard.steps()).hasSize(18);
  }

  @Test
  void itsLinesAreWrittenAnewAndVerifyAgain() {
    EvidenceVerification.Sound sound = Golden.sound();
    byte[] anew = EVIDENCE.write(sound, SampleChain.SHANGHAI);

    assertThat(EVIDENCE.verify(anew)).isEqualTo(sound);
    assertThat(new String(anew, StandardCharsets.UTF_8))
        .contains("示例：储罐液位联锁失效", "示例人员甲", "<code>61df7305ddfbea8127cc39")
        .doesNotContain("示例人员戊");
  }
}
