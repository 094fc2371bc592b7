package io.github.dualprevention.reporting;

import io.github.dualprevention.core.Require;
import java.time.Duration;

/**
 * How long to wait before sending again: twice as long after each attempt.
 *
 * @param first the wait after the first attempt, longer than zero
 * @param most the longest wait, also if the receiver asks for a longer one; not shorter than the
 *     first and at most 365 days
 */
public record RetryPolicy(Duration first, Duration most) {

  private static final long MOST_DAYS = 365;

  /** Throws {@code IllegalArgumentException} naming the duration that is out of range. */
  public RetryPolicy {
    Require.notNull(first, "first");
    Require.notNull(most, "most");
    boolean positive = !first.isZero() && !first.isNegative();
    Require.require(positive, "first", "must be longer than zero", first);
    Require.require(most.compareTo(first) >= 0, "most", "must not be shorter than first", most);
    boolean bounded = most.compareTo(Duration.ofDays(MOST_DAYS)) <= 0;
    Require.require(bounded, "most", "must be at most 365 days", most);
  }

  /**
   * The wait after an attempt.
   *
   * @param attempts how many attempts were begun, at least 1
   * @return {@code first}, doubled for each attempt after the first one, at most {@code most}
   */
  public Duration after(int attempts) {
    Require.require(attempts >= 1, "attempts", "must be at least 1", attempts);
    Duration wait = first;
    for (int i = 1; i < attempts && wait.compareTo(most) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    return shorter(wait, most);
  }

  /**
   * The wait after an attempt that the receiver has deferred.
   *
   * @param attempts how many attempts were begun, at least 1
   * @param asked how long the receiver asks to be left alone
   * @return the longer one of {@link #after(int)} and what is asked for, at most {@code most}
   */
  public Duration after(int attempts, Duration asked) {
    Duration wait = after(attempts);
    return asked.compareTo(wait) > 0 ? shorter(asked, most) : wait;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
