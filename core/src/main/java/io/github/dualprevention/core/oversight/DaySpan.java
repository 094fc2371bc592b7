package io.github.dualprevention.core.oversight;

import io.github.dualprevention.core.Require;
import java.time.LocalDate;

/**
 * Days in a row.
 *
 * @param from the first of them
 * @param until the last of them, not before the first
 */
public record DaySpan(LocalDate from, LocalDate until) {

  /** Throws {@code IllegalArgumentException} if the last day is before the first. */
  public DaySpan {
    Require.notNull(from, "from");
    Require.notNull(until, "until");
    Require.require(!until.isBefore(from), "until", "must not be before " + from, until);
  }

  /**
   * Whether a day is among them.
   *
   * @param day the day
   * @return whether it is the first one, the last one or between
   */
  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }
}
