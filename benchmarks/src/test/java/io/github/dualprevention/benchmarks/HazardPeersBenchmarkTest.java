package io.github.dualprevention.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.benchmarks.HazardPeersBenchmark.Peer;
import io.github.dualprevention.core.hazard.HazardState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is measured must be the same thing; how fast it is belongs to no test. */
class HazardPeersBenchmarkTest {

  @ParameterizedTest
  @EnumSource
  void allowsAndRefusesWhatTheLibraryDoes(Peer peer) throws Exception {
    HazardPeersBenchmark benchmark = new HazardPeersBenchmark();
    benchmark.peer = peer;
    benchmark.prepare();

    assertThat(benchmark.walk()).isEqualTo(HazardState.CLOSED);
  }
}
