package io.github.dualprevention.grading;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;
import java.math.BigDecimal;

/**
 * One value that a factor can take, and what it means.
 *
 * @param value dimensionless, not negative, without trailing zeros
 * @param meaning what a person must see to choose the value
 * @param source where the value stands written
 */
public record FactorValue(BigDecimal value, Wording meaning, SourceClause source) {

  /** Throws {@code IllegalArgumentException} if the value is negative. */
  public FactorValue {
    value = Require.notNegative(value, "value");
    Require.notNull(meaning, "meaning");
    Require.notNull(source, "source");
  }
}
