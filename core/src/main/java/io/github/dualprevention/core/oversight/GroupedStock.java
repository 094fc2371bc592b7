package io.github.dualprevention.core.oversight;

import com.google.common.collect.ImmutableSortedMap;
import io.github.dualprevention.core.Require;
import java.util.Map;

/**
 * Stock and flow by grade, origin, area or risk unit.
 *
 * @param groups by the code or id of the group, in its order; a group of which nothing is counted
 *     is left out
 * @param without of the hazards that belong to no group, such as those without a grade
 */
public record GroupedStock(Map<String, StockAndFlow> groups, StockAndFlow without) {

  /** Copies the map. */
  public GroupedStock {
    groups = ImmutableSortedMap.copyOf(groups);
    Require.notNull(without, "without");
  }

  /**
   * All groups as one.
   *
   * @return the sums, of those without a group too
   */
  public StockAndFlow total() {
    return groups.values().stream().reduce(without, StockAndFlow::plus);
  }
}
