package io.github.dualprevention.grading;

import io.github.dualprevention.core.Require;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All values that one factor of a method, or one aspect of a factor, can be judged to have.
 *
 * @param factor the letter that the method uses, as in {@code L}; an aspect's is named after its
 *     factor, as in {@code S.persons}
 * @param values from high to low, at least one
 */
public record FactorScale(String factor, List<FactorValue> values) implements Factor {

  /** Throws {@code IllegalArgumentException} if there is no value. */
  public FactorScale {
    factor = Require.id(factor, "factor");
    values = Require.notEmpty(values, "values");
  }

  @Override
  public List<FactorScale> scales() {
    return List.of(this);
  }

  @Override
  public BigDecimal valueOf(List<BigDecimal> judged) {
    return judged.get(0);
  }

  /**
   * The place of a value on the scale, 0 for the highest; -1 if it is not on the scale. Neither
   * side has trailing zeros, so equal numbers are equal objects, and that is faster to tell.
   */
  @SuppressWarnings("BigDecimalEquals")
  int placeOf(BigDecimal value) {
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).value().equals(value)) {
        return i;
      }
    }
    return -1;
  }

  /** The values as people write them, as in {@code 10, 6, 3}. */
  String listed() {
    return values.stream()
        .map(value -> value.value().toPlainString())
        .collect(Collectors.joining(", "));
  }
}
