package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.Rule;

/** What a life cycle and those who act under it must keep to. */
final class HazardRules {

  static final Rule NOT_NOW =
      Rule.of(
          "hazard.action.not-now",
          "隐患处于“{state}”（{grade}），不能执行“{action}”，现在可以：{possible}",
          "the hazard is \"{state}\" ({grade}); \"{action}\" is not possible now, but: {possible}");
  static final Rule NO_DUTY =
      Rule.of(
          "hazard.actor.without-duty",
          "岗位“{post}”没有执行“{action}”所需的职责：{duty}",
          "the post {post} does not have the duty to {duty}, which \"{action}\" asks for");
  static final Rule FACT_MISSING =
      Rule.of("hazard.fact.missing", "执行“{action}”必须填写：{fact}", "\"{action}\" needs: {fact}");
  static final Rule FACT_MALFORMED =
      Rule.of(
          "hazard.fact.malformed",
          "“{fact}”必须是{form}，而不是“{value}”",
          "{fact} must be {form}, but was: {value}");
  static final Rule FACT_UNEXPECTED =
      Rule.of(
          "hazard.fact.unexpected",
          "执行“{action}”时不得填写：{fact}",
          "\"{action}\" does not take: {fact}");
  static final Rule STEP_MISSING =
      Rule.of(
          "hazard.step.missing",
          "执行“{action}”之前必须先完成：{step}",
          "\"{action}\" is possible only after \"{step}\"");
  static final Rule STEP_LATER =
      Rule.of(
          "hazard.step.later",
          "“{action}”的时间{occurred}早于其前提“{step}”的时间{before}",
          "\"{action}\" is said to have happened at {occurred}, before \"{step}\" at {before}, which must come first");
  static final Rule SAME_PERSON =
      Rule.of(
          "hazard.person.not-apart",
          "执行过“{step}”的人员不得执行“{action}”",
          "the same person did \"{step}\" and must therefore not do \"{action}\"");
  static final Rule GRADE_UNKNOWN =
      Rule.of(
          "hazard.grade.unknown",
          "隐患等级“{grade}”不在等级表中：{known}",
          "the grade {grade} is none of {known}");
  static final Rule IN_FUTURE =
      Rule.of(
          "hazard.time.in-future",
          "发生时间{occurred}晚于当前时间{now}",
          "it is said to have happened at {occurred}, but it is only {now}");
  static final Rule TOO_EARLY =
      Rule.of(
          "hazard.time.before-last-step",
          "发生时间{occurred}早于此前的步骤（{before}）",
          "it is said to have happened at {occurred}, before an earlier step at {before}");

  static final Rule TABLE_UNKNOWN =
      Rule.of(
          "hazard.table.unknown",
          "没有版本为“{table}”的流转表，已有：{known}",
          "there is no life cycle {table}; known are {known}");

  static final Rule CASE_TWICE =
      Rule.of(
          "hazard.table.case-twice",
          "状态{from}、动作{action}、等级范围{scope}有两行规定",
          "{action} in {from} for {scope} has two lines");
  static final Rule SCOPE_WITHOUT_GRADE =
      Rule.of(
          "hazard.table.scope-without-grade",
          "状态{from}尚无等级，等级范围必须为ANY",
          "a hazard in {from} has no grade yet, so the scope must be ANY");
  static final Rule GRADE_FROM_NOWHERE =
      Rule.of(
          "hazard.table.grade-from-nowhere",
          "由{from}经{action}到{to}必须填写等级",
          "{action} leads from {from} to {to}, which has a grade, and must bring it along");
  static final Rule UNREACHABLE =
      Rule.of(
          "hazard.table.unreachable",
          "等级范围{scope}无法到达状态{state}",
          "no way leads to {state} for {scope}");
  static final Rule NO_WAY_OUT =
      Rule.of(
          "hazard.table.no-way-out",
          "等级范围{scope}在状态{state}无法走到销账",
          "no way leads from {state} to the close-out for {scope}");
  static final Rule CLOSED_WITHOUT_ACCEPTANCE =
      Rule.of(
          "hazard.table.closed-without-acceptance",
          "等级范围{scope}可以不经验收走到销账：{way}",
          "{scope} can be closed out without acceptance: {way}");
  static final Rule CLOSED_NOT_FINAL =
      Rule.of(
          "hazard.table.closed-not-final",
          "销账之后只能说明理由重新打开，而不能{action}",
          "after the close-out a hazard can only be reopened with a reason, not {action}");
  static final Rule REJECTED_ELSEWHERE =
      Rule.of(
          "hazard.table.rejected-elsewhere",
          "验收不通过必须回到治理中，而不是“{to}”",
          "what is rejected must be rectified again, not become {to}");
  static final Rule GRADED_ELSEWHERE =
      Rule.of(
          "hazard.table.graded-elsewhere",
          "评定等级后必须处于“已评估”，而不是“{to}”，以便该等级的全部要求重新适用",
          "giving a grade must lead to the state assessed, not {to}, so that all that the grade asks for holds anew");
  static final Rule MAJOR_NOT_APART =
      Rule.of(
          "hazard.table.major-not-apart",
          "重大隐患的验收人不得是治理人（{action}）",
          "whoever did {action} about a major hazard must not accept it");
  static final Rule MAJOR_WITHOUT_STEP =
      Rule.of(
          "hazard.table.major-without-step",
          "重大隐患的“{action}”必须以“{step}”为前提",
          "{action} of a major hazard must ask for {step}");
  static final Rule BLOCKED =
      Rule.of(
          "hazard.table.blocked-by-report",
          "“{action}”不得以“{step}”为前提",
          "{action} must never wait for {step}");
  static final Rule INTERIM_MISSING =
      Rule.of(
          "hazard.table.interim-missing",
          "等级范围{scope}在状态{state}必须允许任何人采取临时措施，且没有前提",
          "in {state} anybody must be allowed to take interim measures for {scope}, whatever is missing");
  static final Rule STEP_NEVER_POSSIBLE =
      Rule.of(
          "hazard.table.step-never-possible",
          "“{action}”以“{step}”为前提，但等级范围{scope}在任何状态都不能执行它",
          "{action} waits for {step}, which no line allows for {scope}");
  static final Rule GRADES_ONE_SIDED =
      Rule.of(
          "hazard.table.grades-one-sided",
          "等级表必须至少有一个一般等级和一个重大等级",
          "the grades must have at least one that is major and one that is not");
  static final Rule GRADE_TWICE =
      Rule.of(
          "hazard.table.grade-twice", "等级表中等级“{grade}”出现两次", "the grade {grade} is listed twice");
  static final Rule CLAUSE_UNKNOWN =
      Rule.of(
          "hazard.table.clause-unknown",
          "依据“{clause}”不在依据表中",
          "the clause {clause} is not in the list of clauses");
  static final Rule LISTED_TWICE =
      Rule.of("hazard.table.listed-twice", "“{item}”在同一行中重复", "{item} is named twice in the line");
  static final Rule LINE_MUST =
      Rule.of(
          "hazard.table.line-must",
          "由“{from}”执行“{action}”的规定必须{what}",
          "the line for \"{action}\" in {from} must {what}");
  static final Rule LIST =
      Rule.of("hazard.table.list", "“{item}”不是以下代码之一：{known}", "{item} is none of {known}");

  private HazardRules() {}
}
