package io.github.dualprevention.checklist;

import io.github.dualprevention.core.Require;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How often something is checked.
 *
 * @param every how many units lie between two checks, 1 to 1,000
 * @param unit the unit
 */
public record CheckCycle(int every, CycleUnit unit) {

  private static final int MOST = 1_000;

  /** Throws {@code IllegalArgumentException} if the cycle is not positive or too long. */
  public CheckCycle {
    Require.require(every >= 1 && every <= MOST, "every", "must be 1 to 1000", every);
    Require.notNull(unit, "unit");
  }

  /**
   * The day of a check, counted from the first one, so that no month shifts the ones after it: a
   * check on January 31 is due on February 28, and on March 31 again.
   *
   * @param first the day of the first check
   * @param number how many checks came before, not negative
   * @return the day
   */
  public LocalDate day(LocalDate first, long number) {
    Require.require(number >= 0, "number", "must not be negative", number);
    return first.plus(Math.multiplyExact(number, (long) every), chronoUnit());
  }

  private ChronoUnit chronoUnit() {
    return switch (unit) {
      case DAY -> ChronoUnit.DAYS;
      case MONTH -> ChronoUnit.MONTHS;
      case YEAR -> ChronoUnit.YEARS;
    };
  }

  /** The number of the first check on the day or after it. */
  long firstNumberFrom(LocalDate first, LocalDate day) {
    long between = chronoUnit().between(first, day);
    long number = Math.max(0, between / every);
    while (day(first, number).isBefore(day)) {
      number++;
    }
    return number;
  }
}
