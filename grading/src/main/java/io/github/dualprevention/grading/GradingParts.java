package io.github.dualprevention.grading;

import io.github.dualprevention.core.risk.Band;
import java.util.List;
import java.util.Map;

/**
 * The named parts of a layer from which the layers below it may build methods of their own.
 *
 * @param scales the values of each scale, by its name
 * @param bands the lines of each set of bands, by its name
 */
record GradingParts(Map<String, List<FactorValue>> scales, Map<String, List<Band>> bands) {

  GradingParts {
    scales = Map.copyOf(scales);
    bands = Map.copyOf(bands);
  }
}
