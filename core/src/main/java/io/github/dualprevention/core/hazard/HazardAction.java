package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** What can be done about a hazard. */
public enum HazardAction {
  /** 登记. */
  REGISTER("登记", "register"),
  /** 评估: give it a grade. */
  ASSESS("评估", "assess"),
  /** 采取临时措施: withdraw people, warn, suspend; never blocked by anything that is missing. */
  TAKE_INTERIM_MEASURES("采取临时措施", "take interim measures"),
  /** 监控. */
  MONITOR("监控", "monitor"),
  /** 制定治理方案（五落实）. */
  PLAN("制定治理方案", "plan the rectification"),
  /** 向监管部门报告. */
  REPORT("向监管部门报告", "report to the regulator"),
  /** 向从业人员通报. */
  INFORM("向从业人员通报", "inform the employees"),
  /** 开始治理. */
  START("开始治理", "start the rectification"),
  /** 即查即改. */
  FIX_ON_SPOT("即查即改", "fix on the spot"),
  /** 提请验收. */
  SUBMIT("提请验收", "submit for acceptance"),
  /** 验收通过. */
  ACCEPT("验收通过", "accept"),
  /** 验收不通过. */
  REJECT("验收不通过", "reject"),
  /** 销账. */
  CLOSE_OUT("销账", "close out"),
  /** 重新打开. */
  REOPEN("重新打开", "reopen");

  private static final ImmutableMap<String, HazardAction> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), HazardAction::code);

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

  /** What the journal calls it, as in {@code hazard.close-out}. */
  String kind() {
    return kind;
  }
}
