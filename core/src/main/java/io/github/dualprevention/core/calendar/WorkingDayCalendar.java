package io.github.dualprevention.core.calendar;

import io.github.dualprevention.core.RefusedException;
import java.time.LocalDate;
import java.util.List;

/**
 * Says which days are working days (工作日).
 *
 * <p>Holidays, and the weekend days that are worked for them, are announced year by year. A
 * calendar that does not know a day must say so: taken for an ordinary one, it would shift every
 * day that is counted across it.
 */
public interface WorkingDayCalendar {

  /**
   * Whether a day is a working day; always the same answer.
   *
   * @param day the day in question
   * @return whether it is worked
   * @throws RefusedException as {@link #notCovered} makes it, if the calendar cannot tell
   */
  boolean isWorkingDay(LocalDate day);

  /**
   * The refusal of a day that a calendar does not cover, under the code {@code
   * calendar.day.not-covered}.
   *
   * @param day the day
   * @param covered what the calendar does cover, as in {@code 2026, 2027}
   * @return the exception, to be thrown
   */
  static RefusedException notCovered(LocalDate day, String covered) {
    return new RefusedException(
        List.of(CalendarRules.NOT_COVERED.broken("day", day, "covered", covered)));
  }
}
