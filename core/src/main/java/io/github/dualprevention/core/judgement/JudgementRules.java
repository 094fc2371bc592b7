package io.github.dualprevention.core.judgement;

import io.github.dualprevention.core.Rule;

/** What criteria and their tables must keep to, and what they can be judged by. */
final class JudgementRules {

  static final Rule CRITERION_UNKNOWN =
      Rule.of(
          "judgement.criterion.unknown",
          "没有判定情形“{criterion}”，已有的标准：{known}",
          "there is no criterion {criterion}; known standards are {known}");
  static final Rule CRITERION_NOT_IN_FORCE =
      Rule.of(
          "judgement.criterion.not-in-force",
          "判定情形“{criterion}”在{day}无效，有效期：{periods}",
          "the criterion {criterion} is not in force on {day}; it is in force {periods}");
  static final Rule CRITERION_OTHER_SECTOR =
      Rule.of(
          "judgement.criterion.other-sector",
          "判定情形“{criterion}”适用于{sectors}，不适用于所选行业：{chosen}",
          "the criterion {criterion} is for {sectors}, not for the sectors chosen: {chosen}");

  static final Rule CRITERION_SLASH =
      Rule.of(
          "judgement.criterion.slash",
          "不能含有斜杠，编号以斜杠连接标准、条和项",
          "must not contain a slash; in an id it stands between standard, article and item");
  static final Rule CRITERION_LENGTH =
      Rule.of(
          "judgement.criterion.length",
          "编号“{criterion}”最多{most}个字符",
          "the id {criterion} may have at most {most} characters");
  static final Rule CRITERION_PERIOD =
      Rule.of(
          "judgement.criterion.period",
          "必须晚于生效日期{from}",
          "must be after {from}, the first day in force");
  static final Rule CRITERION_OVERLAP =
      Rule.of(
          "judgement.criterion.overlap",
          "判定情形“{criterion}”的有效期{period}与已有的{other}重叠",
          "the criterion {criterion} is in force {period} while it already is {other}");

  static final Rule SECTOR_UNKNOWN =
      Rule.of(
          "judgement.sector.unknown",
          "没有行业代码“{sector}”，可用的代码：{known}",
          "there is no sector {sector}; known are {known}");
  static final Rule SECTOR_TWICE =
      Rule.of("judgement.sector.twice", "行业代码“{sector}”重复", "the sector {sector} stands twice");
  static final Rule SECTOR_SPACE =
      Rule.of(
          "judgement.sector.space", "行业代码不能含有空格", "the code of a sector must not contain a space");
  static final Rule SECTOR_DIFFERS =
      Rule.of(
          "judgement.sector.differs",
          "行业代码“{sector}”已表示“{first}”，不能又表示“{second}”",
          "the sector {sector} is already called {first} and cannot be called {second} as well");

  private JudgementRules() {}
}
