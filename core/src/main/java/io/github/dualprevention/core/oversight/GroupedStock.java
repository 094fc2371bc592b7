package io.github.dualprevention.core.oversight;

import com.google.common.collect.ImmutableSortedMap;
import io.github.dualprevention.core.Require;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Stock and flow by grade, origin, area or risk unit.
 *
 * @param groups by the code or id of the group, in its order; a group in which nothing was counted
 *     is left out
 * @param without the hazards that belong to no group, such as those without a grade
 */
public record GroupedStock(Map<String, StockAndFlow> groups, StockAndFlow without) {

  /** Copies the map. */
  public GroupedStock {
    groups = ImmutableSortedMap.copyOf(groups);
    Require.notNull(without, "without");
  }

  /** Sorts the groups; the hazards without a group stand under the empty key. */
  static GroupedStock of(Map<Optional<String>, StockAndFlow> stocks) {
    Map<String, StockAndFlow> groups = new TreeMap<>();
    stocks.forEach((group, stock) -> group.ifPresent(name -> groups.put(name, stock)));
    return new GroupedStock(groups, stocks.getOrDefault(Optional.empty(), StockAndFlow.NONE));
  }

  /**
   * All groups together.
   *
   * @return the sums, with the hazards that belong to no group
   */
  public StockAndFlow total() {
    return groups.values().stream().reduce(without, StockAndFlow::plus);
  }
}
