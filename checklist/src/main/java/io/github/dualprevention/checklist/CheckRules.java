package io.github.dualprevention.checklist;

import io.github.dualprevention.core.Rule;

/** What the record of a check must keep to. */
final class CheckRules {

  static final Rule ITEM_UNANSWERED =
      Rule.of("check.item.unanswered", "检查项“{item}”没有填写结果", "the item {item} has no answer");
  static final Rule ITEM_UNKNOWN =
      Rule.of("check.item.unknown", "清单{list}中没有检查项“{item}”", "the list {list} has no item {item}");
  static final Rule LIST_DIFFERS =
      Rule.of(
          "check.list.differs",
          "任务属于清单{expected}，而所填的是{actual}",
          "the task is of the list {expected}, the record of {actual}");
  static final Rule POST_DIFFERS =
      Rule.of(
          "check.post.differs",
          "任务应由岗位“{expected}”完成，而不是“{actual}”",
          "the task falls to the post {expected}, not to {actual}");
  static final Rule NO_DUTY =
      Rule.of(
          "check.actor.without-duty",
          "岗位“{post}”没有{duty}职责",
          "the post {post} does not have the duty to {duty}");
  static final Rule BEFORE_DUE =
      Rule.of(
          "check.time.before-due",
          "检查日期{occurred}早于任务日期{day}",
          "it is said to have been checked on {occurred}, but the task is due on {day}");
  static final Rule IN_FUTURE =
      Rule.of(
          "check.time.in-future",
          "检查时间{occurred}晚于当前时间{now}",
          "it is said to have been checked at {occurred}, but it is only {now}");

  private CheckRules() {}
}
