package io.github.dualprevention.testkit;

import io.github.dualprevention.core.calendar.WorkingDayCalendar;
import java.time.LocalDate;

class StatutoryCalendarTest extends WorkingDayCalendarContract {

  private final WorkingDayCalendar calendar = Samples.calendar();

  @Override
  protected WorkingDayCalendar calendar() {
    return calendar;
  }

  @Override
  protected LocalDate weekdayOff() {
    return LocalDate.of(2026, 10, 1);
  }

  @Override
  protected LocalDate weekendDayWorked() {
    return LocalDate.of(2026, 10, 10);
  }

  @Override
  protected LocalDate dayNotCovered() {
    return LocalDate.of(2027, 1, 1);
  }
}
