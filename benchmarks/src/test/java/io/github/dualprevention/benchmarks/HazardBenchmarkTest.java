package io.github.dualprevention.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(benchmark.walk()).isEqualTo(HazardState.CLOSED);
    assertThat(benchmark.walkByHand()).isEqualTo(HazardState.CLOSED);
    assertThat(benchmark.walkStateless()).isEqualTo(HazardState.CLOSED);
    assertThat(benchmark.walkCola()).isEqualTo(HazardState.CLOSED);
    assertThat(benchmark.options().possible()).contains(HazardAction.START);
    assertThat(benchmark.parse()).hasSize(30);
    assertThat(benchmark.load().version()).isEqualTo(30);
  }
}
