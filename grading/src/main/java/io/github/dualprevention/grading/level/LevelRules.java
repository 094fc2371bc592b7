package io.github.dualprevention.grading.level;

import io.github.dualprevention.core.Rule;

/** What the tables of this package and the questions asked of them must keep to. */
final class LevelRules {

  static final Rule COUNT =
      Rule.of("grading.level.count", "必须是1至{most}的整数", "must be a whole number from 1 to {most}");
  static final Rule RULE_ID =
      Rule.of(
          "grading.level.rule-id",
          "规则编号“{rule}”超过{most}个字符",
          "the rule is called {rule}, which has more than {most} characters");
  static final Rule NEEDLESS =
      Rule.of(
          "grading.level.needless",
          "有第{line}行在，本行永远不起作用",
          "the line never matters beside line {line}");
  static final Rule NO_LIFT =
      Rule.of(
          "grading.level.no-lift",
          "{to}不高于{of}，本行不起作用",
          "{to} is not above {of}, so the line lifts nothing");

  static final Rule AREA_MISSING =
      Rule.of(
          "grading.level.area-missing", "风险点“{point}”没有所属区域", "the risk point {point} has no area");
  static final Rule POINT_UNKNOWN =
      Rule.of(
          "grading.level.point-unknown",
          "没有风险点“{point}”，却给出了它的区域",
          "an area is given for the risk point {point}, which does not exist");
  static final Rule EVENT_UNKNOWN =
      Rule.of(
          "grading.level.event-unknown",
          "没有风险事件“{event}”，却给出了它的等级",
          "a level is given for the risk event {event}, which does not exist");

  private LevelRules() {}
}
