package io.github.dualprevention.core.oversight;

import com.google.common.collect.Maps;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.hazard.Hazard;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Stock, flow and rates of hazards over a period (隐患统计分析), computed from their steps.
 *
 * <p>Steps count by when they occurred. A hazard that was closed in another ledger enters the stock
 * only if it is reopened here. A hazard belongs to its latest origin, area and unit, so a
 * correction changes the figures of earlier periods too. It belongs to the grade that it had at the
 * time.
 *
 * @param period the days
 * @param byGrade by the code of the grade; hazards not graded yet belong to no group
 * @param byOrigin by the code of the {@link io.github.dualprevention.core.hazard.HazardOrigin}
 * @param byArea by the area's id
 * @param byUnit by the risk unit's id
 * @param rates every rate
 */
public record HazardStatistics(
    CountingPeriod period,
    GroupedStock byGrade,
    GroupedStock byOrigin,
    GroupedStock byArea,
    GroupedStock byUnit,
    Map<HazardRate, Rate> rates) {

  /**
   * Copies the map; throws {@code IllegalArgumentException} if the groupings differ in their totals
   * or a rate is missing.
   */
  public HazardStatistics {
    Require.notNull(period, "period");
    StockAndFlow total = byGrade.total();
    requireTotal(total, byOrigin, "byOrigin");
    requireTotal(total, byArea, "byArea");
    requireTotal(total, byUnit, "byUnit");
    rates = Maps.immutableEnumMap(rates);
    Require.require(
        rates.size() == HazardRate.values().length, "rates", "must be all", rates.keySet());
  }

  private static void requireTotal(StockAndFlow total, GroupedStock grouped, String name) {
    Require.require(grouped.total().equals(total), name, "must sum to " + total, grouped.total());
  }

  /**
   * Counts hazards in one pass; keeps none of them.
   *
   * @param hazards each of them once, in any order, such as {@link HazardQueries#stream} of {@link
   *     HazardFilter#all}. That a hazard came back is seen only if the hazard that names it is
   *     among them
   * @param period the days
   * @return the statistics
   * @throws IllegalArgumentException if a hazard is known to be there twice, as {@link HazardTally}
   *     has it
   */
  public static HazardStatistics of(Stream<Hazard> hazards, CountingPeriod period) {
    return hazards
        .collect(() -> HazardTally.of(period), HazardTally::add, HazardTally::merge)
        .result();
  }

  /**
   * All hazards together.
   *
   * @return stock and flow; as many gradings in as out
   */
  public StockAndFlow total() {
    return byGrade.total();
  }

  /**
   * One of the rates.
   *
   * @param which the rate
   * @return the rate, exact
   */
  public Rate rate(HazardRate which) {
    return Require.notNull(rates.get(which), "rate");
  }
}
