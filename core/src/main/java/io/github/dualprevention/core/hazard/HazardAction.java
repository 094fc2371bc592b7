package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be done about a hazard. */
public enum HazardAction {
  /** 登记. */
  REGISTER("登记", "register"),
  /** 接收既有台账: taken over from another ledger as a fact, never by a line of the table. */
  IMPORT("接收既有台账", "take over from another ledger"),
  /** 评估: give it a grade. */
  ASSESS("评估", "assess"),
  /** 提请判定为重大隐患: a criterion of a judgement standard matches. */
  PROPOSE_MAJOR("提请判定为重大隐患", "propose as major"),
  /** 撤销: it is no hazard. */
  DISMISS("撤销（不是隐患）", "dismiss as no hazard"),
  /** 采取临时措施: withdraw people, warn, suspend; never blocked by anything that is missing. */
  TAKE_INTERIM_MEASURES("采取临时措施", "take interim measures"),
  /** 监控. */
  MONITOR("监控", "monitor"),
  /** 逐级上报协调. */
  ESCALATE("逐级上报协调", "escalate"),
  /** 接收监管指令. */
  RECEIVE_ORDER("接收监管指令", "receive an order of the regulator"),
  /** 制定治理方案: the five items (五落实) or, for a major hazard, the six contents. */
  PLAN("制定治理方案", "plan the rectification"),
  /** 向监管部门报告. */
  REPORT("向监管部门报告", "report to the regulator"),
  /** 向从业人员通报. */
  INFORM("向从业人员通报", "inform the employees"),
  /** 开始治理. */
  START("开始治理", "start the rectification"),
  /** 即查即改. */
  FIX_ON_SPOT("即查即改", "fix on the spot"),
  /** 申请延期. */
  REQUEST_EXTENSION("申请延期", "ask for an extension"),
  /** 批准延期. */
  GRANT_EXTENSION("批准延期", "grant the extension"),
  /** 不予延期. */
  REFUSE_EXTENSION("不予延期", "refuse the extension"),
  /** 提请验收. */
  SUBMIT("提请验收", "submit for acceptance"),
  /** 会签: a post signs before the acceptance. */
  SIGN("会签", "sign"),
  /** 验收通过. */
  ACCEPT("验收通过", "accept"),
  /** 验收不通过. */
  REJECT("验收不通过", "reject"),
  /** 二次验收: somebody else accepts once more. */
  CONFIRM("二次验收", "confirm the acceptance"),
  /** 监管复查通过. */
  PASS_RECHECK("监管复查通过", "pass the recheck of the regulator"),
  /** 监管复查不通过. */
  FAIL_RECHECK("监管复查不通过", "fail the recheck of the regulator"),
  /** 评估恢复条件: may what was suspended go on? */
  ASSESS_RESUMPTION("评估恢复条件", "assess the resumption"),
  /** 批准恢复或永久停用. */
  DECIDE_RESUMPTION("决定恢复或永久停用", "decide on the resumption"),
  /** 挂牌督办. */
  LIST("挂牌督办", "list for supervision"),
  /** 公布挂牌. */
  PUBLISH_LISTING("公布挂牌督办", "publish the listing"),
  /** 完成督办节点. */
  REACH_MILESTONE("完成督办节点", "reach a milestone"),
  /** 申请延长督办期限. */
  REQUEST_LISTING_EXTENSION("申请延长督办期限", "ask for an extension of the listing"),
  /** 批准延长督办期限. */
  GRANT_LISTING_EXTENSION("批准延长督办期限", "grant the extension of the listing"),
  /** 不予延长督办期限. */
  REFUSE_LISTING_EXTENSION("不予延长督办期限", "refuse the extension of the listing"),
  /** 摘牌. */
  DELIST("摘牌", "delist"),
  /** 公布摘牌. */
  PUBLISH_DELISTING("公布摘牌", "publish the delisting"),
  /** 销账. */
  CLOSE_OUT("销账", "close out"),
  /** 重新打开. */
  REOPEN("重新打开", "reopen"),
  /** 更正: mend what an earlier step says; a fact beside it, never a change of it. */
  CORRECT("更正记录", "correct the record"),
  /** 迁移: follow another edition of the life cycle, never by a line of the table. */
  MIGRATE("迁移流转表版本", "migrate to another edition");

  private static final ImmutableMap<String, HazardAction> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), HazardAction::code);
  private static final ImmutableMap<String, HazardAction> BY_KIND =
      Maps.uniqueIndex(Arrays.asList(values()), HazardAction::kind);

  /** The steps by which somebody rectifies. */
  static final ImmutableSet<HazardAction> RECTIFYING_STEPS =
      Sets.immutableEnumSet(START, SUBMIT, FIX_ON_SPOT);

  /** What is recorded about the hazard as its present state has it, so that it cannot be older. */
  private static final ImmutableSet<HazardAction> OF_THE_STATE =
      Sets.immutableEnumSet(
          SIGN, CONFIRM, PASS_RECHECK, ASSESS_RESUMPTION, DECIDE_RESUMPTION, DELIST);

  /** What an action answers to or belongs to, so that it cannot be older than that. */
  private static final ImmutableMap<HazardAction, HazardAction> ANSWERED =
      Maps.immutableEnumMap(
          ImmutableMap.<HazardAction, HazardAction>builder()
              .put(ASSESS_RESUMPTION, TAKE_INTERIM_MEASURES)
              .put(DECIDE_RESUMPTION, TAKE_INTERIM_MEASURES)
              .put(PUBLISH_LISTING, LIST)
              .put(REACH_MILESTONE, LIST)
              .put(REQUEST_LISTING_EXTENSION, LIST)
              .put(GRANT_LISTING_EXTENSION, LIST)
              .put(REFUSE_LISTING_EXTENSION, LIST)
              .put(DELIST, LIST)
              .buildOrThrow());

  /** What an acceptance rests on; gone as soon as something has to be rectified again. */
  private static final ImmutableSet<HazardAction> ACCEPTANCE =
      Sets.immutableEnumSet(
          SUBMIT, FIX_ON_SPOT, SIGN, ACCEPT, CONFIRM, PASS_RECHECK, ASSESS_RESUMPTION);

  /** What does not count any more once an action is done; after REOPEN nothing does. */
  private static final ImmutableMap<HazardAction, Set<HazardAction>> VOIDS =
      Maps.immutableEnumMap(
          ImmutableMap.<HazardAction, Set<HazardAction>>builder()
              .put(ASSESS, acceptanceAnd(PROPOSE_MAJOR))
              .put(
                  TAKE_INTERIM_MEASURES,
                  Sets.immutableEnumSet(ASSESS_RESUMPTION, DECIDE_RESUMPTION))
              .put(DECIDE_RESUMPTION, Sets.immutableEnumSet(ASSESS_RESUMPTION))
              .put(GRANT_EXTENSION, Sets.immutableEnumSet(REQUEST_EXTENSION))
              .put(REFUSE_EXTENSION, Sets.immutableEnumSet(REQUEST_EXTENSION))
              .put(SUBMIT, acceptanceAnd(REQUEST_EXTENSION))
              .put(FIX_ON_SPOT, acceptanceAnd(REQUEST_EXTENSION))
              .put(ACCEPT, Sets.immutableEnumSet(CONFIRM))
              .put(REJECT, ACCEPTANCE)
              .put(FAIL_RECHECK, ACCEPTANCE)
              .put(
                  LIST,
                  Sets.immutableEnumSet(
                      DELIST, PUBLISH_LISTING, PUBLISH_DELISTING, REQUEST_LISTING_EXTENSION))
              .put(GRANT_LISTING_EXTENSION, Sets.immutableEnumSet(REQUEST_LISTING_EXTENSION))
              .put(REFUSE_LISTING_EXTENSION, Sets.immutableEnumSet(REQUEST_LISTING_EXTENSION))
              .put(DELIST, Sets.immutableEnumSet(LIST, REQUEST_LISTING_EXTENSION))
              .put(REOPEN, Sets.immutableEnumSet(EnumSet.allOf(HazardAction.class)))
              .buildOrThrow());

  /** What was done for a general hazard and does not do for a major one, or the other way round. */
  private static final ImmutableSet<HazardAction> FOR_THE_GRADE =
      Sets.immutableEnumSet(
          PLAN, REPORT, INFORM, START, REQUEST_EXTENSION, GRANT_EXTENSION, REFUSE_EXTENSION);

  private final Term term;
  private final String kind;

  HazardAction(String zh, String en) {
    term = new Term(name(), new Wording(zh, en));
    kind = "hazard." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Every action by its code.
   *
   * @return an immutable map
   */
  public static Map<String, HazardAction> byCode() {
    return BY_CODE;
  }

  /**
   * The action's stable code, as stored and exchanged.
   *
   * @return upper case English
   */
  public String code() {
    return name();
  }

  /**
   * Code and name.
   *
   * @return for sentences that speak about it
   */
  public Term term() {
    return term;
  }

  /**
   * The action's name.
   *
   * @return in both languages
   */
  public Wording wording() {
    return term.wording();
  }

  /** The action that the journal calls so. */
  static Optional<HazardAction> ofKind(String kind) {
    return Optional.ofNullable(BY_KIND.get(kind));
  }

  /** What the journal calls it, as in {@code hazard.close-out}. */
  String kind() {
    return kind;
  }

  private static Set<HazardAction> acceptanceAnd(HazardAction other) {
    return Sets.immutableEnumSet(Sets.union(ACCEPTANCE, Set.of(other)));
  }

  /** What it answers to or belongs to; null for most. */
  @Nullable HazardAction answered() {
    return ANSWERED.get(this);
  }

  /** Whether it cannot have happened before the hazard came into its present state. */
  boolean isOfTheState() {
    return OF_THE_STATE.contains(this);
  }

  /**
   * What counts no longer once this action is done.
   *
   * @param regraded whether a general hazard has become major by it, or a major one general
   */
  Set<HazardAction> voids(boolean regraded) {
    Set<HazardAction> voids = VOIDS.getOrDefault(this, Set.of());
    return regraded ? Sets.union(voids, FOR_THE_GRADE) : voids;
  }

  /**
   * What still counts after this action.
   *
   * @param counting what counted before it
   * @param regraded whether a general hazard has become major by it, or a major one general
   */
  Set<HazardAction> after(Set<HazardAction> counting, boolean regraded) {
    Set<HazardAction> after = EnumSet.noneOf(HazardAction.class);
    after.addAll(counting);
    after.removeAll(voids(regraded));
    after.add(this);
    return Sets.immutableEnumSet(after);
  }
}
