package io.github.dualprevention.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured must be the same thing; how fast it is belongs to no test. */
class GradingBenchmarkTest {

  @ParameterizedTest
  @ValueSource(strings = {"LS", "LEC"})
  void everyContenderGivesTheSameAnswer(String method) {
    GradingBenchmark benchmark = new GradingBenchmark();
    benchmark.method = method;
    benchmark.prepare();

    assertThat(benchmark.fullGrade().assessment()).isPresent();
    assertThat(benchmark.recordsByHand()).isNotNull();
    assertThat(benchmark.levelOnly()).isNotNull();
    assertThat(benchmark.bareArray()).isNotNull();
  }
}
