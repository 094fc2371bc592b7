package io.github.dualprevention.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardState;
import org.junit.jupiter.api.Test;

/** What is measured must be the same thing; how fast it is belongs to no test. */
class HazardBenchmarkTest {

  @Test
  void everyContenderGivesTheSameAnswer() {
    HazardBenchmark benchmark = new HazardBenchmark();
    benchmark.prepare();

    assertThat(benchmark.walkRecorded().version()).isEqualTo(13);
    assertThat(benchmark.walkRecordedByHand()).isEqualTo(benchmark.walkRecorded());
    assertThat(benchmark.walk()).isEqualTo(HazardState.CLOSED);
    assertThat(benchmark.arrayTable()).isEqualTo(HazardState.CLOSED);
    assertThat(benchmark.allowedStep()).isInstanceOf(Outcome.Accepted.class);
    assertThat(benchmark.refusedStepWithoutDuty()).isInstanceOf(Outcome.Refused.class);
    assertThat(benchmark.refusedStepNotNow()).isInstanceOf(Outcome.Refused.class);
    assertThat(benchmark.optionsAssessed().possible()).contains(HazardAction.START);
    assertThat(benchmark.optionsAccepted().possible()).contains(HazardAction.CLOSE_OUT);
  }
}
