package io.github.dualprevention.core.oversight;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Table;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardFact;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A running count of hazards over a period (累计统计). Each district counts its hazards in a tally of
 * its own. The merged tallies give the same statistics as one pass over all hazards, in any split
 * and any order.
 *
 * <p>A tally keeps sums and no hazard. It keeps an id and a moment only where one hazard bears on
 * another: for each hazard accepted in the period and not undone, and for each earlier hazard that
 * a hazard recorded in the period names.
 *
 * <p>Add each hazard once; ids are unique over all tallies that are merged. A tally refuses an id
 * that it has kept as that of an accepted hazard. Any other hazard that is added twice counts
 * twice. A tally is for one thread at a time.
 */
public final class HazardTally {

  private static final ImmutableList<HazardFact> TOLD =
      ImmutableList.of(HazardFact.ORIGIN, HazardFact.AREA, HazardFact.UNIT);

  private final CountingPeriod period;

  /** What is counted, by grade, origin, area and unit. */
  private final Table<HazardFact, Optional<String>, StockAndFlow> stocks = HashBasedTable.create();

  /** The rates, with hazards that came back still among the effective ones. */
  private final Map<HazardRate, Rate> rates = new EnumMap<>(HazardRate.class);

  /** The hazards accepted in the period and not undone, and when they were accepted. */
  private final Map<String, Instant> accepted = new HashMap<>();

  /** The hazards that came back in the period, and when they last did. */
  private final Map<String, Instant> back = new HashMap<>();

  private HazardTally(CountingPeriod period) {
    this.period = Require.notNull(period, "period");
    for (HazardRate rate : HazardRate.values()) {
      rates.put(rate, Rate.NONE);
    }
  }

  /**
   * A tally that has counted nothing yet.
   *
   * @param period the days
   * @return a new tally
   */
  public static HazardTally of(CountingPeriod period) {
    return new HazardTally(period);
  }

  /**
   * Counts one more hazard by its steps.
   *
   * @param hazard a hazard that was not added before
   * @throws IllegalArgumentException if the tally knows that the hazard was added before
   */
  public void add(Hazard hazard) {
    requireNew(hazard.id());
    PastHazard past = PastHazard.of(hazard, period);
    past.byGrade()
        .forEach(
            (grade, stock) -> {
              addStock(HazardFact.GRADE, grade, stock);
              TOLD.forEach(by -> addStock(by, hazard.told(by), stock));
            });
    if (!past.isDismissed()) {
      past.rates().forEach(this::addRate);
      past.effectiveSince().ifPresent(when -> accepted.put(hazard.id(), when));
      Optional<String> earlier = hazard.told(HazardFact.EARLIER);
      past.recordedInPeriod().ifPresent(when -> earlier.ifPresent(id -> addBack(id, when)));
    }
  }

  /**
   * Counts what another tally has counted. The other tally stays as it is.
   *
   * @param other a tally of other hazards over the same period
   * @throws IllegalArgumentException if it is this tally, is of another period or is known to have
   *     counted a hazard that this tally has counted
   */
  public void merge(HazardTally other) {
    Require.require(
        other != this && other.period.equals(period),
        "other",
        "must be another tally of the same period",
        other.period);
    other.accepted.keySet().forEach(this::requireNew);
    other
        .stocks
        .rowMap()
        .forEach((by, groups) -> groups.forEach((group, stock) -> addStock(by, group, stock)));
    other.rates.forEach(this::addRate);
    accepted.putAll(other.accepted);
    other.back.forEach(this::addBack);
  }

  private void requireNew(String id) {
    Require.require(!accepted.containsKey(id), "hazard", "must be added once", id);
  }

  private void addStock(HazardFact by, Optional<String> group, StockAndFlow stock) {
    stocks.row(by).merge(group, stock, StockAndFlow::plus);
  }

  private void addRate(HazardRate which, Rate rate) {
    rates.merge(which, rate, Rate::plus);
  }

  private void addBack(String earlier, Instant when) {
    back.merge(earlier, when, (one, other) -> one.isAfter(other) ? one : other);
  }

  /**
   * What is counted so far.
   *
   * @return the statistics; the tally can count on afterwards
   */
  public HazardStatistics result() {
    Map<HazardRate, Rate> lasting = new EnumMap<>(rates);
    lasting.computeIfPresent(
        HazardRate.EFFECT,
        (effect, rate) -> new Rate(rate.numerator() - cameBack(), rate.denominator()));
    return new HazardStatistics(
        period,
        grouped(HazardFact.GRADE),
        grouped(HazardFact.ORIGIN),
        grouped(HazardFact.AREA),
        grouped(HazardFact.UNIT),
        lasting);
  }

  private GroupedStock grouped(HazardFact by) {
    return GroupedStock.of(stocks.row(by));
  }

  /** How many of the accepted hazards came back at or after their acceptance. */
  private long cameBack() {
    return accepted.entrySet().stream()
        .filter(
            hazard -> !back.getOrDefault(hazard.getKey(), Instant.MIN).isBefore(hazard.getValue()))
        .count();
  }
}
