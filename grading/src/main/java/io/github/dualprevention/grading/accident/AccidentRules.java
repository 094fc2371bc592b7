package io.github.dualprevention.grading.accident;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.Rule;
import io.github.dualprevention.core.SourceClause;

/** What accidents, their code lists and tables must keep to. */
final class AccidentRules {

  static final Rule NO_CONSEQUENCE =
      Rule.of(
              "grading.accident.no-consequence",
              "没有死亡、重伤，也没有直接经济损失，无从确定事故等级；如有损失，请填写直接经济损失",
              "there is neither death nor serious injury nor direct loss to grade by; if there was a loss, state it")
          .citing(new SourceClause("国务院令第493号", "第二条", Evidence.DERIVED));

  static final Rule NEGATIVE =
      Rule.of("grading.accident.negative", "不能为负数", "must not be negative");
  static final Rule GRADE_MISSING =
      Rule.of(
          "grading.accident.grade-missing", "事故等级表缺少{grade}", "the table lacks the grade {grade}");
  static final Rule NOT_FALLING =
      Rule.of(
          "grading.accident.not-falling",
          "{grade}的起点{from}必须高于{lower}的起点{lower-from}",
          "{grade} begins at {from}, which must be above {lower-from} where {lower} begins");
  static final Rule LOWEST_NOT_ZERO =
      Rule.of(
          "grading.accident.lowest-not-zero",
          "最低一级必须从0起，否则{from}以下的事故没有等级",
          "the lowest grade must begin at 0; otherwise an accident below {from} has no grade");

  static final Rule EDITION_UNKNOWN =
      Rule.of(
          "grading.accident.edition-unknown",
          "没有事故类型版本“{edition}”，可用的版本：{known}",
          "there is no edition {edition} of the accident types; known are {known}");
  static final Rule EDITION_NOT_IN_FORCE =
      Rule.of(
          "grading.accident.edition-not-in-force",
          "{day}没有有效的事故类型版本，各版本有效期：{periods}",
          "no edition of the accident types is in force on {day}; the editions cover {periods}");
  static final Rule TYPE_UNKNOWN =
      Rule.of(
          "grading.accident.type-unknown",
          "{edition}中没有事故类型代码“{type}”，可用的代码：{known}",
          "{edition} has no accident type {type}; known are {known}");
  static final Rule TYPE_OF_OTHER_EDITION =
      Rule.of(
          "grading.accident.type-of-other-edition",
          "事故类型代码“{type}”属于{other}（有效期{period}），{day}有效的是{edition}",
          "the accident type {type} belongs to {other}, in force {period}; on {day} it is {edition}");

  static final Rule PERIOD =
      Rule.of(
          "grading.accident.period",
          "必须晚于生效日期{from}",
          "must be after {from}, the first day in force");
  static final Rule EDITIONS_OVERLAP =
      Rule.of(
          "grading.accident.editions-overlap",
          "版本{edition}与{other}有效期重叠",
          "the editions {edition} and {other} are in force at the same time");
  static final Rule EDITION_EMPTY =
      Rule.of(
          "grading.accident.edition-empty",
          "版本{edition}没有任何事故类型",
          "the edition {edition} has no accident type");

  static final Rule MAPPING_MISSING =
      Rule.of(
          "grading.accident.mapping-missing",
          "对照表缺少旧代码：{types}",
          "the mapping has no line for {types}");
  static final Rule MAPPING_KIND =
      Rule.of(
          "grading.accident.mapping-kind",
          "旧类型“{type}”有{count}个对应代码；多于一个时每行都须为AMBIGUOUS，只有一个时不得为AMBIGUOUS",
          "{type} has {count} targets; with several each line must be AMBIGUOUS, with one it must not be");
  static final Rule MAPPING_LOSS_UNSAID =
      Rule.of(
          "grading.accident.mapping-loss-unsaid",
          "{kind}的行必须写明失去了什么",
          "a line that is {kind} must say what gets lost");
  static final Rule MAPPING_LOSS_SAID =
      Rule.of(
          "grading.accident.mapping-loss-said",
          "KEPT的行不失去任何信息，必须留空",
          "a line that is KEPT loses nothing, and the cell must be empty");
  static final Rule MAPPING_AMBIGUOUS =
      Rule.of(
          "grading.accident.mapping-ambiguous",
          "旧类型“{type}”有几种可能，须由人选定：{candidates}",
          "{type} may be several types, and a person has to choose: {candidates}");
  static final Rule MAPPING_NO_CANDIDATE =
      Rule.of(
          "grading.accident.mapping-no-candidate",
          "旧类型“{type}”不能对应“{target}”，可选：{candidates}",
          "{type} does not translate to {target}; candidates are {candidates}");

  private AccidentRules() {}
}
