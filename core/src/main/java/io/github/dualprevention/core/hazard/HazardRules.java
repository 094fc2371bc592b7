package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Rule;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Duty;
import org.jspecify.annotations.Nullable;

/** What a life cycle and those who act under it must keep to. */
final class HazardRules {

  static final Rule NOT_NOW =
      Rule.of(
          "hazard.action.not-now",
          "隐患处于“{state}”（{grade}），不能执行“{action}”，此状态下的动作有：{possible}",
          "the hazard is \"{state}\" ({grade}); \"{action}\" is not possible now; this state knows: {possible}");
  static final Rule NO_DUTY =
      Rule.of(
          "hazard.actor.without-duty",
          "岗位“{post}”没有执行“{action}”所需的职责：{duty}",
          "\"{action}\" asks for the duty to {duty}, which the post {post} does not have");
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

  static final Rule NOT_SUSPENDED =
      Rule.of(
          "hazard.suspension.none",
          "没有尚未解除的停产停用，不能执行“{action}”",
          "nothing is suspended, so \"{action}\" is not possible");
  static final Rule SUSPENDED =
      Rule.of(
          "hazard.suspension.open",
          "停产停用尚未决定是否恢复，不能执行“{action}”",
          "what was suspended awaits the decision on its resumption, so \"{action}\" is not possible");
  static final Rule NOT_ORDERED =
      Rule.of(
          "hazard.order.none",
          "没有监管指令，不能执行“{action}”",
          "there is no order of the regulator, so \"{action}\" is not possible");
  static final Rule ORDERED =
      Rule.of(
          "hazard.order.open",
          "监管部门已下达指令，企业不能自行执行“{action}”",
          "the regulator has given an order, so the enterprise cannot \"{action}\" by itself");
  static final Rule NOT_RECHECKED =
      Rule.of(
          "hazard.order.not-rechecked",
          "监管指令（{orders}）尚未通过复查，不能执行“{action}”",
          "what the regulator has ordered ({orders}) has not passed the recheck, so \"{action}\" is not"
              + " possible");
  static final Rule ORDER_UNKNOWN =
      Rule.of(
          "hazard.order.unknown",
          "第{order}步不是收到的监管指令；已收到：{orders}",
          "step {order} is no order of the regulator; received: {orders}");
  static final Rule NOT_LISTED =
      Rule.of(
          "hazard.listing.none",
          "未挂牌督办，不能执行“{action}”",
          "it is not listed for supervision, so \"{action}\" is not possible");
  static final Rule LISTED =
      Rule.of(
          "hazard.listing.open",
          "挂牌督办尚未摘牌，不能执行“{action}”",
          "it is still listed for supervision, so \"{action}\" is not possible");
  static final Rule PROPOSAL_OPEN =
      Rule.of(
          "hazard.proposal.open",
          "按“{criterion}”提请判定为重大隐患，尚无结论，不能执行“{action}”",
          "the proposal as major by {criterion} has no answer yet, so \"{action}\" is not possible");
  static final Rule WAS_MAJOR =
      Rule.of(
          "hazard.dismissal.was-major",
          "本隐患曾判定为重大隐患，不能执行“{action}”",
          "it was graded as major before, so \"{action}\" is not possible");
  static final Rule SIGNATURE_MISSING =
      Rule.of(
          "hazard.signature.missing",
          "“{action}”之前须由以下岗位之一会签：{posts}",
          "before \"{action}\" one of these posts must sign: {posts}");
  static final Rule SIGNED_TWICE =
      Rule.of(
          "hazard.signature.twice",
          "本人已会签，不能再次执行“{action}”",
          "the same person has signed already and cannot \"{action}\" again");
  static final Rule DEADLINE_NONE =
      Rule.of(
          "hazard.deadline.none",
          "尚未确定治理期限，不能执行“{action}”",
          "no deadline is set, so \"{action}\" is not possible");
  static final Rule DEADLINE_PAST =
      Rule.of(
          "hazard.deadline.past",
          "“{fact}”{value}早于设定当日{day}",
          "{fact} {value} is before the day on which it is set, {day}");
  static final Rule DEADLINE_MOVED =
      Rule.of(
          "hazard.deadline.moved",
          "“{action}”不能把治理期限由{deadline}推迟到{value}，须申请延期",
          "\"{action}\" cannot put the deadline off from {deadline} to {value}; that takes an extension");
  static final Rule EXTENSION_LATE =
      Rule.of(
          "hazard.extension.late",
          "治理期限{deadline}已过，{day}不能再申请延期",
          "the deadline {deadline} has passed; no extension can be asked for on {day}");
  static final Rule EXTENSION_NOT_LATER =
      Rule.of(
          "hazard.extension.not-later",
          "“{fact}”{value}没有晚于现有期限{deadline}",
          "{fact} {value} is not later than the present deadline {deadline}");
  static final Rule BEYOND =
      Rule.of(
          "hazard.deadline.beyond",
          "“{fact}”{value}晚于“{limit}”（{last}）",
          "{fact} {value} is later than {limit}, which is {last}");
  static final Rule LOWERED_WITHOUT_REASON =
      Rule.of(
          "hazard.grade.lowered-without-reason",
          "不采纳重大隐患提请或降低重大等级，执行“{action}”须填写：{fact}",
          "to refuse a proposal as major or to lower a major grade, \"{action}\" needs: {fact}");
  static final Rule CHECK_WITHOUT_MEASURE =
      Rule.of(
          "hazard.check.without-measure",
          "由排查任务“{check}”发现的隐患须指明失效的管控措施",
          "what the check {check} has found must name the measure that failed");
  static final Rule MEASURE_UNKNOWN =
      Rule.of(
          "hazard.measure.unknown", "管控措施“{measure}”不存在", "there is no control measure {measure}");
  static final Rule EARLIER_UNKNOWN =
      Rule.of(
          "hazard.earlier.unknown",
          "前次隐患“{earlier}”不存在或就是本隐患",
          "there is no earlier hazard {earlier}, or it is this one");
  static final Rule INFORMANT =
      Rule.of(
          "hazard.informant.traceable",
          "举报的隐患不得填写“{fact}”，以免暴露举报人",
          "what an informant has told must not come with {fact}, which could lead to the informant");
  static final Rule LISTING_LEVEL_UNKNOWN =
      Rule.of(
          "hazard.listing.level-unknown",
          "督办级别“{level}”不在级别表中：{known}",
          "the level {level} is none of {known}");
  static final Rule LISTING_TOO_LONG =
      Rule.of(
          "hazard.listing.too-long",
          "督办期限{value}超过最长期限{last}",
          "the deadline of the listing {value} is beyond the last day {last}");
  static final Rule LISTING_ASKED_LATE =
      Rule.of(
          "hazard.listing.asked-late",
          "督办期限为{deadline}，最迟应在{last}申请延长，{day}已逾期",
          "the listing ends on {deadline}; an extension had to be asked for by {last}, not on {day}");
  static final Rule MILESTONE_UNKNOWN =
      Rule.of(
          "hazard.milestone.unknown",
          "本次挂牌没有日期为{milestone}且尚未完成的节点",
          "the listing has no open milestone of {milestone}");
  static final Rule CORRECTION_UNKNOWN =
      Rule.of(
          "hazard.correction.unknown",
          "第{step}步不存在，或未记载所更正的内容：{facts}",
          "there is no step {step}, or it does not say what is corrected: {facts}");
  static final Rule IMPORT_STATE =
      Rule.of(
          "hazard.import.state",
          "既有隐患不能以状态“{state}”接收，只能是：{known}",
          "a hazard cannot be taken over as \"{state}\", only as: {known}");
  static final Rule IMPORT_GRADE =
      Rule.of(
          "hazard.import.grade",
          "以状态“{state}”接收的隐患，其等级“{grade}”与流转表不符",
          "a hazard that is taken over as \"{state}\" cannot have the grade {grade} in this life cycle");
  static final Rule MIGRATION_NOWHERE =
      Rule.of(
          "hazard.migration.nowhere",
          "流转表“{table}”没有状态“{state}”（{grade}）的规定，不能迁移",
          "the life cycle {table} has nothing about \"{state}\" ({grade}), so the hazard cannot follow it");
  static final Rule MIGRATION_FORGETS =
      Rule.of(
          "hazard.migration.forgets",
          "隐患尚须“{step}”，而流转表“{table}”不再要求，完成之前不能迁移",
          "\"{step}\" is still owed, and {table} would no longer ask for it; it must be done before the hazard can follow that");
  static final Rule MIGRATION_SAME =
      Rule.of("hazard.migration.same", "隐患已遵循流转表“{table}”", "the hazard follows {table} already");
  static final Rule REASON_MISSING =
      Rule.of("hazard.reason.missing", "必须说明理由", "a reason must be given");

  static final Rule TABLE_UNKNOWN =
      Rule.of(
          "hazard.table.unknown",
          "没有版本为“{table}”的流转表，已有：{known}",
          "there is no life cycle {table}; known are {known}");

  static final Rule CASE_TWICE =
      Rule.of(
          "hazard.table.case-twice",
          "“{from}”状态下执行“{action}”（{scope}），有两行规定",
          "two lines decide about \"{action}\" in {from} ({scope})");
  static final Rule CASE_NEW =
      Rule.of(
          "hazard.table.case-new",
          "“{from}”状态下执行“{action}”（{scope}），既不在已公布的规定中，也不在备选规定中，不能增加",
          "neither the published lines nor those on offer know \"{action}\" in {from} ({scope})");
  static final Rule SCOPE_WITHOUT_GRADE =
      Rule.of(
          "hazard.table.scope-without-grade",
          "状态{from}尚无等级，等级范围必须为ANY",
          "a hazard in {from} has no grade yet, so the scope must be ANY");
  static final Rule LEADS_ELSEWHERE =
      Rule.of(
          "hazard.table.leads-elsewhere",
          "“{from}”状态下执行“{action}”（{scope}），之后的状态必须是“{what}”",
          "\"{action}\" in {from} ({scope}) must lead to {what}");
  static final Rule DUTY_OTHER =
      Rule.of(
          "hazard.table.duty-other",
          "“{from}”状态下执行“{action}”（{scope}），所需职责必须是：{what}",
          "\"{action}\" in {from} ({scope}) must ask for this duty: {what}");
  static final Rule FACT_NOT_ASKED =
      Rule.of(
          "hazard.table.fact-not-asked",
          "“{from}”状态下执行“{action}”（{scope}），必须填写：{what}",
          "\"{action}\" in {from} ({scope}) must ask for: {what}");
  static final Rule STEP_NOT_AWAITED =
      Rule.of(
          "hazard.table.step-not-awaited",
          "“{from}”状态下执行“{action}”（{scope}），必须先完成：{what}",
          "\"{action}\" in {from} ({scope}) must wait for \"{what}\"");
  static final Rule NOT_KEPT_APART =
      Rule.of(
          "hazard.table.not-kept-apart",
          "“{from}”状态下执行“{action}”（{scope}）的人员，不得执行过“{what}”",
          "\"{action}\" in {from} ({scope}) must be closed to the person who did \"{what}\"");
  static final Rule CONDITION_MISSING =
      Rule.of(
          "hazard.table.condition-missing",
          "“{from}”状态下执行“{action}”（{scope}），必须以此为条件：{what}",
          "\"{action}\" in {from} ({scope}) must have this condition: {what}");
  static final Rule CONDITION_ADDED =
      Rule.of(
          "hazard.table.condition-added",
          "“{from}”状态下执行“{action}”（{scope}），不得另设条件：{what}",
          "\"{action}\" in {from} ({scope}) must not have this condition: {what}");
  static final Rule FACT_OF_OTHERS =
      Rule.of(
          "hazard.table.fact-of-others",
          "“{from}”状态下执行“{action}”（{scope}），不得填写：{what}",
          "\"{action}\" in {from} ({scope}) must not take: {what}");
  static final Rule HELD_UP =
      Rule.of(
          "hazard.table.held-up",
          "“{from}”状态下执行“{action}”（{scope}），不得受此限制：{what}",
          "\"{action}\" in {from} ({scope}) must not be held up by: {what}");
  static final Rule WEAKENS_NOTHING =
      Rule.of(
          "hazard.table.weakens-nothing",
          "“{from}”状态下执行“{action}”（{scope}），没有用到或不允许所注明的放宽：{what}",
          "\"{action}\" in {from} ({scope}) does not use this weakening, or may not: {what}");
  static final Rule EDITION_TAKEN =
      Rule.of(
          "hazard.table.edition-taken",
          "“{table}”已是所覆盖的流转表的版本，须另行编号",
          "{table} is the edition that these lines are laid over; they need one of their own");
  static final Rule UNREACHABLE =
      Rule.of("hazard.table.unreachable", "没有任何途径到达状态{state}", "no way leads to {state}");
  static final Rule NO_WAY_OUT =
      Rule.of(
          "hazard.table.no-way-out",
          "等级范围{scope}在状态{state}无法走到销账",
          "no way leads from {state} to the close-out for {scope}");
  static final Rule STEP_NEVER_POSSIBLE =
      Rule.of(
          "hazard.table.step-never-possible",
          "“{action}”以“{step}”为前提，但等级范围{scope}不能执行它",
          "\"{action}\" waits for \"{step}\", which no line allows for {scope}");
  static final Rule GRADE_TWICE =
      Rule.of(
          "hazard.table.grade-twice",
          "等级“{grade}”已在所覆盖的等级表中",
          "the grade {grade} is listed already in the table that these lines are laid over");
  static final Rule CLAUSE_UNKNOWN =
      Rule.of(
          "hazard.table.clause-unknown",
          "依据“{clause}”不在依据表中",
          "the clause {clause} is not in the list of clauses");
  static final Rule LISTED_TWICE =
      Rule.of("hazard.table.listed-twice", "“{item}”在同一行中重复", "{item} is named twice in the line");
  static final Rule LIST =
      Rule.of("hazard.table.list", "“{item}”不是以下代码之一：{known}", "{item} is none of {known}");

  private HazardRules() {}

  /** Why somebody may not do what no line of a table decides about. */
  static Reason withoutDuty(Actor actor, HazardAction action, Duty duty) {
    return NO_DUTY.broken("post", actor.postId(), "action", action.term(), "duty", duty.term());
  }

  /** Why a text does not do for what it is about. */
  static Reason malformed(HazardFact fact, @Nullable String text) {
    return FACT_MALFORMED.broken(
        "fact", fact.term(), "form", fact.formTerm(), "value", String.valueOf(text));
  }
}
