package io.github.dualprevention.core.oversight;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.Multiset;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardOrigin;
import io.github.dualprevention.core.hazard.HazardState;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts what the rates are made of, while hazards go past; keeps ids, and no hazard. */
final class RateCount {

  private final CountingPeriod period;
  private final Multiset<HazardRate> all = EnumMultiset.create(HazardRate.class);
  private final Multiset<HazardRate> good = EnumMultiset.create(HazardRate.class);

  /** The hazards that so far look effective, and since when they were accepted. */
  private final Map<String, Instant> effective = new HashMap<>();

  /** The hazards that have come back, and when last. */
  private final Map<String, Instant> back = new HashMap<>();

  RateCount(CountingPeriod period) {
    this.period = period;
  }

  /** Counts a hazard by its steps until the end of the period. */
  void add(Hazard hazard, PastHazard past) {
    Hazard then = past.hazard();
    if (then.state() == HazardState.DISMISSED) {
      return;
    }
    boolean stands = then.counts(HazardAction.ACCEPT);
    if (past.isRegisteredInPeriod()) {
      count(HazardRate.DISCOVERY, isOwn(hazard));
      count(HazardRate.RECTIFICATION, stands);
    }
    Optional<Instant> accepted = past.acceptedInPeriod();
    if (accepted.isPresent() || isDue(then)) {
      count(HazardRate.TIMELINESS, stands && past.isAcceptedInTime());
    }
    if (accepted.isPresent()) {
      all.add(HazardRate.EFFECT);
      if (!past.isUndone()) {
        effective.put(hazard.id(), accepted.get());
      }
    }
    hazard
        .told(HazardFact.EARLIER)
        .ifPresent(
            earlier ->
                past.recorded().ifPresent(when -> back.merge(earlier, when, RateCount::later)));
  }

  private void count(HazardRate rate, boolean isGood) {
    all.add(rate);
    if (isGood) {
      good.add(rate);
    }
  }

  private static boolean isOwn(Hazard hazard) {
    return hazard
        .told(HazardFact.ORIGIN)
        .map(HazardOrigin.byCode()::get)
        .filter(HazardOrigin::isOwn)
        .isPresent();
  }

  /** A hazard that was closed in another ledger was not due here. */
  private boolean isDue(Hazard then) {
    return !then.isUnverified() && then.deadline().filter(period::contains).isPresent();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  Map<HazardRate, Rate> result() {
    Map<HazardRate, Rate> rates = new EnumMap<>(HazardRate.class);
    for (HazardRate rate : HazardRate.values()) {
      rates.put(rate, new Rate(good.count(rate), all.count(rate)));
    }
    rates.put(HazardRate.EFFECT, new Rate(lasting(), all.count(HazardRate.EFFECT)));
    return rates;
  }

  private long lasting() {
    return effective.entrySet().stream()
        .filter(
            accepted -> {
              Instant again = back.get(accepted.getKey());
              return again == null || again.isBefore(accepted.getValue());
            })
        .count();
  }
}
