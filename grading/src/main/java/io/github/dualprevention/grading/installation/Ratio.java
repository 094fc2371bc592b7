package io.github.dualprevention.grading.installation;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Wording;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A number that is kept as a fraction, since a quotient such as 1/3 is no finite decimal; sums and
 * comparisons are exact.
 *
 * @param numerator not negative; without a common divisor with the denominator
 * @param denominator greater than zero
 */
public record Ratio(BigInteger numerator, BigInteger denominator) implements Comparable<Ratio> {

  private static final int SHOWN_PLACES = 4;

  /** Reduces the fraction; throws {@code IllegalArgumentException} if a part is out of range. */
  public Ratio {
    Require.notNull(numerator, "numerator");
    Require.notNull(denominator, "denominator");
    Require.require(numerator.signum() >= 0, "numerator", "must not be negative", numerator);
    Require.require(
        denominator.signum() > 0, "denominator", "must be greater than zero", denominator);
    BigInteger common = numerator.gcd(denominator);
    numerator = numerator.divide(common);
    denominator = denominator.divide(common);
  }

  /**
   * A quotient.
   *
   * @param dividend not negative
   * @param divisor greater than zero
   * @return the exact quotient
   * @throws IllegalArgumentException if a number is out of range
   */
  public static Ratio of(BigDecimal dividend, BigDecimal divisor) {
    BigDecimal upper = Require.notNegative(dividend, "dividend");
    BigDecimal lower = Require.notNegative(divisor, "divisor");
    int scale = Math.max(upper.scale(), lower.scale());
    return new Ratio(upper.setScale(scale).unscaledValue(), lower.setScale(scale).unscaledValue());
  }

  /**
   * A decimal as a fraction.
   *
   * @param number not negative
   * @return the same number
   */
  public static Ratio of(BigDecimal number) {
    return of(number, BigDecimal.ONE);
  }

  /**
   * The sum of two fractions.
   *
   * @param other the other one
   * @return the exact sum
   */
  public Ratio plus(Ratio other) {
    return new Ratio(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  /**
   * The product of two fractions.
   *
   * @param other the other one
   * @return the exact product
   */
  public Ratio times(Ratio other) {
    return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /**
   * Whether the fraction reaches a limit that belongs to the upper side.
   *
   * @param limit not negative
   * @return whether it is the limit or greater, decided exactly
   */
  public boolean isAtLeast(BigDecimal limit) {
    return compareTo(of(limit)) >= 0;
  }

  @Override
  public int compareTo(Ratio other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /**
   * A decimal for people. It is cut off and not rounded to the nearest one, so that it never seems
   * to reach a limit that the fraction does not reach; decide by the fraction all the same.
   *
   * @param places how many decimal places to keep, not negative
   * @return the decimal, not greater than the fraction
   */
  public BigDecimal roundedDown(int places) {
    Require.require(places >= 0, "places", "must not be negative", places);
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), places, RoundingMode.DOWN);
  }

  /** A few places of the decimal, saying so if there are more. */
  Wording shown() {
    BigDecimal decimal = Require.normalised(roundedDown(SHOWN_PLACES));
    String text = decimal.toPlainString();
    return equals(of(decimal))
        ? new Wording(text, text)
        : new Wording(text + "（尾数舍去）", text + " (rounded down)");
  }

  /** The fraction, as in {@code 1/3}. */
  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}
