package io.github.dualprevention.core.oversight;

import io.github.dualprevention.core.Require;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An exact rate from 0 to 1, such as 8740 of 8942.
 *
 * @param numerator how many are good, not negative
 * @param denominator how many there are, not less than the numerator; 0 if there was nothing to
 *     count
 */
public record Rate(long numerator, long denominator) {

  /** Nothing to count. */
  static final Rate NONE = new Rate(0, 0);

  /** Throws {@code IllegalArgumentException} if the rate is not from 0 to 1. */
  public Rate {
    Require.require(numerator >= 0, "numerator", "must not be negative", numerator);
    Require.require(
        numerator <= denominator, "numerator", "must be at most " + denominator, numerator);
  }

  /** The rate of one. */
  static Rate of(boolean good) {
    return new Rate(good ? 1 : 0, 1);
  }

  /** The rate of both together. */
  Rate plus(Rate other) {
    return new Rate(numerator + other.numerator, denominator + other.denominator);
  }

  /**
   * The rate as a decimal.
   *
   * @param policy the value if there was nothing to count
   * @param scale places after the point, not negative
   * @param mode how further places are rounded
   * @return from 0 to 1; empty if there was nothing to count and the policy says so
   * @throws IllegalArgumentException if the scale is negative
   */
  public Optional<BigDecimal> value(ZeroDenominator policy, int scale, RoundingMode mode) {
    Require.notNull(policy, "policy");
    Require.require(scale >= 0, "scale", "must not be negative", scale);
    Require.notNull(mode, "mode");
    if (denominator == 0) {
      return policy.value().map(value -> value.setScale(scale));
    }
    return Optional.of(
        BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), scale, mode));
  }

  /** As in {@code 8740/8942}. */
  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}
