package io.github.dualprevention.grading;

import java.math.BigDecimal;
import java.util.List;

/**
 * A factor of a method, such as likelihood: judged on a scale of its own, or made of several
 * aspects that are.
 *
 * <p>It never falls when one of its aspects rises.
 */
public sealed interface Factor permits FactorScale, MaximumFactor, WeightedFactor {

  /**
   * The letter that the method uses.
   *
   * @return as in {@code L}
   */
  String factor();

  /**
   * What a person judges.
   *
   * @return the factor's own scale, or one for each aspect; at least one
   */
  List<FactorScale> scales();

  /**
   * The factor's value.
   *
   * @param judged a value for each of the {@link #scales()}, in their order
   * @return the value that enters the method's table
   */
  BigDecimal valueOf(List<BigDecimal> judged);
}
