package io.github.dualprevention.core.calendar;

import io.github.dualprevention.core.Rule;

/** What calendars of working days, their tables and the questions asked of them must keep to. */
final class CalendarRules {

  static final Rule NOT_COVERED =
      Rule.of(
          "calendar.day.not-covered",
          "工作日历不包含{day}，无法判断是否为工作日；日历包含：{covered}",
          "the calendar of working days does not cover {day}; it covers {covered}");

  static final Rule UNTIL_BEFORE_FROM =
      Rule.of(
          "calendar.table.until-before-from",
          "不能早于起始日期{from}",
          "must not be before {from}, the first day");
  static final Rule TWO_YEARS =
      Rule.of(
          "calendar.table.two-years",
          "必须与起始日期{from}在同一年，跨年的请分为两行",
          "must be in the year of {from}, the first day; a line across the year's end is two lines");
  static final Rule OVERLAP =
      Rule.of(
          "calendar.table.overlap",
          "在第{line}行的{from}至{until}之内",
          "lies within line {line}, {from} to {until}");
  static final Rule WEEKDAY =
      Rule.of(
          "calendar.table.weekday",
          "{day}不是周末，本来就是工作日；调休上班只能是周末",
          "{day} is not a weekend day and is worked anyway; only weekend days can be worked instead");

  private CalendarRules() {}
}
