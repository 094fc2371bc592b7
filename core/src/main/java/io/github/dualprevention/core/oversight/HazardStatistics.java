package io.github.dualprevention.core.oversight;

import com.google.common.collect.Maps;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardFact;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Stock, flow and rates of hazards over a period (隐患统计分析), computed from their steps.
 *
 * <p>Steps count by when they occurred. What was closed in another ledger never enters the stock;
 * if it is reopened here, it comes in by that. Hazards are grouped by what was told of them last,
 * so a correction mends the figures of earlier periods too; by grade each is where it was at the
 * time.
 *
 * @param period the days
 * @param byGrade by the code of the grade; without are the hazards not graded yet
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
   * Copies the map; throws {@code IllegalArgumentException} if the groupings are not of the same
   * hazards or a rate is missing.
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
   *     HazardFilter#all}; those of one place if it is about that place. Whether a hazard has come
   *     back can only be told if the one that it has come back as is among them
   * @param period the days
   * @return what was counted
   */
  public static HazardStatistics of(Stream<Hazard> hazards, CountingPeriod period) {
    Require.notNull(period, "period");
    GroupCount grades = new GroupCount();
    GroupCount origins = new GroupCount();
    GroupCount areas = new GroupCount();
    GroupCount units = new GroupCount();
    RateCount rates = new RateCount(period);
    hazards
        .sequential()
        .forEach(
            hazard -> {
              Optional<String> origin = hazard.told(HazardFact.ORIGIN);
              Optional<String> area = hazard.told(HazardFact.AREA);
              Optional<String> unit = hazard.told(HazardFact.UNIT);
              PastHazard past =
                  PastHazard.of(
                      hazard,
                      period,
                      (grade, flow) -> {
                        grades.add(grade, flow);
                        origins.add(origin, flow);
                        areas.add(area, flow);
                        units.add(unit, flow);
                      });
              rates.add(hazard, past);
            });
    return new HazardStatistics(
        period, grades.result(), origins.result(), areas.result(), units.result(), rates.result());
  }

  /**
   * All hazards together.
   *
   * @return stock and flow; gradings are as many in as out
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
