package io.github.dualprevention.grading;

import io.github.dualprevention.core.Require;
import java.math.BigDecimal;
import java.util.List;

/**
 * A factor that is the weighted mean of its aspects.
 *
 * @param factor the letter that the method uses, as in {@code L}
 * @param scales one for each aspect, at least one; each is judged
 * @param weights one for each aspect, above 0; together 1
 */
public record WeightedFactor(String factor, List<FactorScale> scales, List<BigDecimal> weights)
    implements Factor {

  /** Throws {@code IllegalArgumentException} if the weights do not fit. */
  public WeightedFactor {
    factor = Require.id(factor, "factor");
    scales = Require.notEmpty(scales, "scales");
    weights = weights.stream().map(Require::normalised).toList();
    Require.require(weights.size() == scales.size(), "weights", "must be one an aspect", weights);
    boolean positive = weights.stream().allMatch(weight -> weight.signum() > 0);
    BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    Require.require(
        positive && sum.compareTo(BigDecimal.ONE) == 0,
        "weights",
        "must be above 0 and together 1",
        weights);
  }

  @Override
  public BigDecimal valueOf(List<BigDecimal> judged) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < weights.size(); i++) {
      sum = sum.add(weights.get(i).multiply(judged.get(i)));
    }
    return Require.normalised(sum);
  }
}
