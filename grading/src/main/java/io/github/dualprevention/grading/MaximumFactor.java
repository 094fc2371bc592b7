package io.github.dualprevention.grading;

import io.github.dualprevention.core.Require;
import java.math.BigDecimal;
import java.util.List;

/**
 * A factor that is as high as the highest of its aspects, as severity is of persons, law, loss,
 * stoppage and image.
 *
 * @param factor the letter that the method uses, as in {@code S}
 * @param scales one for each aspect, at least one; each is judged, and whatever does not apply has
 *     its lowest value
 */
public record MaximumFactor(String factor, List<FactorScale> scales) implements Factor {

  /** Throws {@code IllegalArgumentException} if there is no aspect. */
  public MaximumFactor {
    factor = Require.id(factor, "factor");
    scales = Require.notEmpty(scales, "scales");
  }

  @Override
  public BigDecimal valueOf(List<BigDecimal> judged) {
    return judged.stream().reduce(BigDecimal::max).orElseThrow();
  }
}
