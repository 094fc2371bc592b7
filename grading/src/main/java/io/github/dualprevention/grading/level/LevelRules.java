package io.github.dualprevention.grading.level;

import io.github.dualprevention.core.Rule;

/** What the tables of this package and the questions asked of them must keep to. */
final class LevelRules {

  static final Rule LINES =
      Rule.of(
          "grading.level.lines",
          "表内超过{most}行，不再读取",
          "the table has more than {most} lines and is not read");
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

  static final Rule RANGE =
      Rule.of(
          "grading.level.range",
          "必须是非空的分值区间，例如[60,75)",
          "must be a range of scores that is not empty, such as [60,75)");
  static final Rule RANGE_OR_VETO =
      Rule.of(
          "grading.level.range-or-veto",
          "每行必须且只能填写分值区间或直接判定情形之一",
          "a line must have either a range of scores or a situation, and not both");
  static final Rule RANGE_BEYOND =
      Rule.of("grading.level.range-beyond", "分值区间不得超过{most}", "the range must end at {most}");
  static final Rule SCORE_GAP =
      Rule.of(
          "grading.level.score-gap",
          "有分值不属于任何区间，例如{scores}",
          "some scores lie in no range, such as {scores}");
  static final Rule SCORE_OVERLAP =
      Rule.of(
          "grading.level.score-overlap",
          "分值区间{first}与{second}重叠",
          "the ranges {first} and {second} overlap");
  static final Rule SCORE_WORSE =
      Rule.of(
          "grading.level.score-worse",
          "分值升高而等级变差：{lower}为{level}，而{higher}为{worse}",
          "the level becomes worse as the score rises: {lower} is {level}, but {higher} is {worse}");
  static final Rule SCORE_MISSING =
      Rule.of(
          "grading.level.score-missing",
          "没有得分，也没有直接判为重大风险的情形",
          "there is neither a score nor a situation that makes the risk major without one");
  static final Rule SCORE_DIGITS =
      Rule.of(
          "grading.level.score-digits",
          "得分的整数部分和小数部分均不得超过{most}位",
          "the score must have at most {most} digits on either side of the point");
  static final Rule SCORE_OUTSIDE =
      Rule.of(
          "grading.level.score-outside",
          "得分{score}不在0至{most}之内",
          "the score {score} is not between 0 and {most}");
  static final Rule VETO_UNKNOWN =
      Rule.of(
          "grading.level.veto-unknown",
          "没有直接判定情形“{veto}”，可用的情形：{known}",
          "there is no situation {veto}; known are {known}");

  static final Rule RATE =
      Rule.of(
          "grading.level.rate", "必须大于0且不超过1，例如0.9", "must be above 0 and at most 1, such as 0.9");
  static final Rule NONE_DUE_MISSING =
      Rule.of(
          "grading.level.none-due-missing",
          "必须写明没有到期隐患时如何处理：LIFTS或HOLDS",
          "must say what happens when none was due: LIFTS or HOLDS");
  static final Rule NONE_DUE_NEEDLESS =
      Rule.of(
          "grading.level.none-due-needless",
          "只有验收率的规则才需要填写",
          "only a rule about the acceptance rate has it");

  private LevelRules() {}
}
