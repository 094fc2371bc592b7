package io.github.dualprevention.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.judgement.Criterion;
import io.github.dualprevention.core.judgement.JudgementStandards;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgementExampleTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  private static final JudgementStandards RECALLED =
      JudgementStandards.read(Library.REPOSITORY.resolve("docs/examples/judgement-recalled"));

  @Test
  void whatIsRememberedSaysSo() {
    assertThat(RECALLED.all())
        .extracting(Criterion::id)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(16, 20).mapToObj(item -> "AJ3-121/1/" + item).toList());
    assertThat(RECALLED.all())
        .extracting(criterion -> criterion.source().evidence())
        .containsOnly(Evidence.RECALLED);
  }

  @Test
  void itCompletesTheTwentyItemsOfThePublishedStandard() {
    JudgementStandards both = JudgementStandards.published().and(RECALLED);

    assertThat(both.sectors()).isEqualTo(JudgementStandards.published().sectors());
    assertThat(both.inSectors(Set.of("CHEMICAL")).inForce(TODAY))
        .extracting(Criterion::id)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 20).mapToObj(item -> "AJ3-121/1/" + item).toList());
  }
}
