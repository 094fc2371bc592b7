package io.github.dualprevention.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.benchmarks.GradingPeersBenchmark.Peer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is measured must be the same thing; how fast it is belongs to no test. */
class GradingPeersBenchmarkTest {

  @ParameterizedTest
  @EnumSource
  void givesTheLibrarysLevelForEveryInputOfBothMethods(Peer peer) throws Exception {
    GradingPeersBenchmark benchmark = new GradingPeersBenchmark();
    benchmark.peer = peer;
    for (String method : new String[] {"LS", "LEC"}) {
      benchmark.method = method;
      benchmark.prepare();

      assertThat(benchmark.level()).isNotNull();
    }
  }
}
