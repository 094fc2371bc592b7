package io.github.dualprevention.core.listing;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.calendar.WorkingDayCalendar;
import io.github.dualprevention.core.calendar.WorkingDays;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** What the length of a limit is counted in. */
enum LimitUnit {
  WORKING_DAYS(ChronoUnit.DAYS),
  DAYS(ChronoUnit.DAYS),
  MONTHS(ChronoUnit.MONTHS),
  YEARS(ChronoUnit.YEARS);

  static final ImmutableMap<String, LimitUnit> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), LimitUnit::name);

  private final ChronoUnit unit;

  LimitUnit(ChronoUnit unit) {
    this.unit = unit;
  }

  LocalDate after(LocalDate day, int amount, WorkingDayCalendar calendar) {
    return this == WORKING_DAYS
        ? new WorkingDays(calendar).after(day, amount)
        : day.plus(amount, unit);
  }

  LocalDate before(LocalDate day, int amount, WorkingDayCalendar calendar) {
    return this == WORKING_DAYS
        ? new WorkingDays(calendar).before(day, amount)
        : day.minus(amount, unit);
  }
}
