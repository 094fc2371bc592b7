package io.github.dualprevention.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

  private static final RetryPolicy POLICY =
      new RetryPolicy(Duration.ofSeconds(30), Duration.ofHours(1));

  @ParameterizedTest
  @CsvSource({
    "1, PT30S",
    "2, PT1M",
    "3, PT2M",
    "4, PT4M",
    "5, PT8M",
    "6, PT16M",
    "7, PT32M",
    "8, PT1H",
    "9, PT1H",
    "64, PT1H",
    "2147483647, PT1H"
  })
  void doublesTheWaitUpToTheLongest(int attempts, Duration wait) {
    assertThat(POLICY.after(attempts)).isEqualTo(wait);
  }

  @ParameterizedTest
  @CsvSource({"1, PT0S, PT30S", "1, PT5M, PT5M", "4, PT3M, PT4M", "1, P30000000D, PT1H"})
  void waitsLongerIfTheReceiverAsksButNeverLongerThanTheLongest(
      int attempts, Duration asked, Duration wait) {
    assertThat(POLICY.after(attempts, asked)).isEqualTo(wait);
  }

  @Test
  void neverOverflows() {
    RetryPolicy extreme = new RetryPolicy(Duration.ofNanos(1), Duration.ofDays(365));

    assertThat(extreme.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofDays(365));
    assertThat(extreme.after(1, Duration.ofSeconds(Long.MAX_VALUE)))
        .isEqualTo(Duration.ofDays(365));
  }

  @ParameterizedTest
  @CsvSource({"PT0S, PT1H", "PT-1S, PT1H", "PT1H, PT59M", "PT1S, P366D"})
  void refusesWaitsThatMakeNoSense(Duration first, Duration most) {
    assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(first, most));
  }

  @Test
  void refusesAWaitBeforeTheFirstAttempt() {
    assertThatIllegalArgumentException().isThrownBy(() -> POLICY.after(0));
  }
}
