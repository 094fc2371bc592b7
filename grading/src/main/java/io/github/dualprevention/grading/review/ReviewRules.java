package io.github.dualprevention.grading.review;

import io.github.dualprevention.core.Rule;

/** What review triggers and the questions asked of them must keep to. */
final class ReviewRules {

  static final Rule PERIOD =
      Rule.of(
          "grading.review.period",
          "必须是1天至100年的周期，例如P1Y、P6M或P2W",
          "must be a period of one day to a hundred years, such as P1Y, P6M or P2W");
  static final Rule PERIOD_MISSING =
      Rule.of(
          "grading.review.period-missing", "周期性触发条件必须写明周期", "a periodic trigger needs a period");
  static final Rule PERIOD_NEEDLESS =
      Rule.of(
          "grading.review.period-needless",
          "事件触发条件没有周期",
          "a trigger that is an occurrence has no period");
  static final Rule IN_FORCE =
      Rule.of(
          "grading.review.in-force",
          "必须晚于生效日期{from}",
          "must be after {from}, the first day in force");

  static final Rule TRIGGER_UNKNOWN =
      Rule.of(
          "grading.review.trigger-unknown",
          "触发条件表{table}中没有“{trigger}”，可用的触发条件：{known}",
          "the table {table} has no trigger {trigger}; known are {known}");
  static final Rule TRIGGER_PERIODIC =
      Rule.of(
          "grading.review.trigger-periodic",
          "触发条件“{trigger}”是周期性的，不会作为事件发生",
          "the trigger {trigger} is periodic and does not occur");
  static final Rule SUBJECT_UNKNOWN =
      Rule.of(
          "grading.review.subject-unknown",
          "{day}的事件“{trigger}”涉及未知的对象“{subject}”",
          "the {trigger} of {day} concerns {subject}, which is not among the subjects");
  static final Rule ASSESSED_LATER =
      Rule.of(
          "grading.review.assessed-later",
          "“{subject}”的最近评估日{assessed}晚于所问的{day}",
          "the last assessment of {subject} was on {assessed}, after {day}, the day in question");

  private ReviewRules() {}
}
