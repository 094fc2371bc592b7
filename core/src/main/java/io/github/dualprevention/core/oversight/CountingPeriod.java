package io.github.dualprevention.core.oversight;

import io.github.dualprevention.core.Require;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days over which hazards are counted.
 *
 * @param from the first day
 * @param until the day after the last one
 * @param zone where days begin and end
 */
public record CountingPeriod(LocalDate from, LocalDate until, ZoneId zone) {

  /** Throws {@code IllegalArgumentException} if the period has no day. */
  public CountingPeriod {
    Require.notNull(from, "from");
    Require.notNull(until, "until");
    Require.notNull(zone, "zone");
    Require.require(from.isBefore(until), "until", "must be after " + from, until);
  }

  /** The first moment of the period. */
  Instant begin() {
    return from.atStartOfDay(zone).toInstant();
  }

  /** The first moment after the period. */
  Instant end() {
    return until.atStartOfDay(zone).toInstant();
  }

  /** Whether the period has the day. */
  boolean contains(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(until);
  }

  /** The day of a moment, where the hazards are. */
  LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }
}
