package io.github.dualprevention.core.risk;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.dualprevention.core.Require;
import java.math.BigDecimal;

/**
 * The exact score that a grading method gives to a risk.
 *
 * @param value dimensionless, not negative; kept without trailing zeros, so that equal scores are
 *     equal records
 */
public record Score(BigDecimal value) implements Comparable<Score> {

  /** Throws {@code IllegalArgumentException} if the value is negative. */
  public Score {
    value = Require.notNegative(value, "score");
  }

  /**
   * Obtains a score from plain decimal text such as {@code 0.7}.
   *
   * @param text digits with an optional fraction
   * @return the score
   * @throws IllegalArgumentException naming the text if it is anything else
   */
  @JsonCreator
  public static Score parse(String text) {
    return new Score(Require.decimal(text, "score"));
  }

  @Override
  public int compareTo(Score other) {
    return value.compareTo(other.value);
  }

  /** Plain decimal text, as in {@code 0.7} or {@code 450}. */
  @JsonValue
  @Override
  public String toString() {
    return value.toPlainString();
  }
}
