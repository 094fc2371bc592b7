package io.github.dualprevention.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is measured must be the same thing; how fast it is belongs to no test. */
class RegisterBenchmarkTest {

  @Test
  void bothReadAndWriteTheSameRegister() throws IOException {
    RegisterBenchmark benchmark = new RegisterBenchmark();
    benchmark.events = 4_096;
    benchmark.prepare();

    assertThat(benchmark.regrade().rows()).isEqualTo(4_096);
    assertThat(benchmark.fastCsvCopy()).isEqualTo(4_097);
    benchmark.remove();
  }
}
