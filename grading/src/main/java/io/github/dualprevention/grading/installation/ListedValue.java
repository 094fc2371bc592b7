package io.github.dualprevention.grading.installation;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import java.math.BigDecimal;

/**
 * A number from a line of a table: a threshold quantity (临界量) or a correction factor (校正系数).
 *
 * @param key what the line is for: a substance, a hazard class such as {@code W5.1}, or the number
 *     of residents from which a factor holds
 * @param value greater than zero; tonnes for thresholds, else dimensionless
 * @param source where the line stands written
 */
public record ListedValue(String key, BigDecimal value, SourceClause source) {

  /** Throws {@code IllegalArgumentException} if the value is not greater than zero. */
  public ListedValue {
    key = Require.id(key, "key");
    value = Require.notNegative(value, "value");
    Require.require(value.signum() > 0, "value", "must be greater than zero", value);
    Require.notNull(source, "source");
  }
}
