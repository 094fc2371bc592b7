package io.github.dualprevention.core.calendar;

import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.Require;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Counts working days.
 *
 * <p>Every count ends: none goes beyond 10,000 working days or a hundred years.
 *
 * @param calendar says which days are worked
 */
public record WorkingDays(WorkingDayCalendar calendar) {

  /** Far beyond any deadline. */
  private static final int MOST = 10_000;

  /** A hundred years, for a calendar that hardly ever works. */
  private static final int MOST_DAYS = 36_525;

  /** Refuses a missing calendar. */
  public WorkingDays {
    Require.notNull(calendar, "calendar");
  }

  /**
   * The n-th working day after a day, which is itself not counted.
   *
   * @param day the day, worked or not
   * @param count how many working days, 0 to 10,000
   * @return the last of them; the day itself if the count is 0
   * @throws RefusedException if the calendar does not cover a day on the way
   * @throws IllegalArgumentException if the count is out of range or not reached in a hundred years
   */
  public LocalDate after(LocalDate day, int count) {
    return walk(day, count, 1);
  }

  /**
   * The n-th working day before a day, which is itself not counted.
   *
   * @param day the day, worked or not
   * @param count how many working days, 0 to 10,000
   * @return the first of them; the day itself if the count is 0
   * @throws RefusedException if the calendar does not cover a day on the way
   * @throws IllegalArgumentException if the count is out of range or not reached in a hundred years
   */
  public LocalDate before(LocalDate day, int count) {
    return walk(day, count, -1);
  }

  /**
   * How many working days there are after one day, up to and including another.
   *
   * @param from the day before the first one that may count
   * @param until the last day that may count, at most a hundred years later
   * @return not negative; 0 if {@code until} is not after {@code from}
   * @throws RefusedException if the calendar does not cover a day between them
   * @throws IllegalArgumentException if they are more than a hundred years apart
   */
  public int between(LocalDate from, LocalDate until) {
    long days = ChronoUnit.DAYS.between(from, until);
    Require.require(days <= MOST_DAYS, "until", "must be at most 36525 days after from", until);
    int count = 0;
    for (long i = 1; i <= days; i++) {
      count += calendar.isWorkingDay(from.plusDays(i)) ? 1 : 0;
    }
    return count;
  }

  private LocalDate walk(LocalDate day, int count, int direction) {
    Require.require(count >= 0 && count <= MOST, "count", "must be 0 to 10000", count);
    int found = 0;
    int days = 0;
    while (found < count) {
      days++;
      Require.require(days <= MOST_DAYS, "count", "must be reached within 36525 days", count);
      found += calendar.isWorkingDay(day.plusDays((long) direction * days)) ? 1 : 0;
    }
    return day.plusDays((long) direction * days);
  }
}
