package io.github.dualprevention.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.hazard.HazardState;
import org.junit.jupiter.api.Test;

/** What is measured must be the same thing; how fast it is belongs to no test. */
class HazardBenchmarkTest {

  @Test
  void everyContenderGivesTheSameAnswer() {
    HazardBenchmark benchmark = new HazardBenchmark();
    benchmark.prepare();

    assertThat(benchmark.walkRecorded().version()).isEqualTo(10);
    assertThat(benchmark.walkRecordedByHand()).isEqualTo(benchmark.walkRecorded());
    assertThat(benchmark.walk()).isEqualTo(HazardState.RECTIFIED);
    assertThat(benchmark.arrayTable()).isEqualTo(HazardState.RECTIFIED);
    assertThat(benchmark.statelessFourJ()).isEqualTo(HazardState.RECTIFIED);
    assertThat(benchmark.cola()).isEqualTo(HazardState.RECTIFIED);
    assertThat(benchmark.publishedWalk().version()).isEqualTo(11);
    assertThat(benchmark.allowedStep()).isInstanceOf(Outcome.Accepted.class);
    assertThat(benchmark.refusedStepWithoutDuty()).isInstanceOf(Outcome.Refused.class);
    assertThat(benchmark.refusedStepNotNow()).isInstanceOf(Outcome.Refused.class);
  }
}
