package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import java.util.Arrays;
import java.util.Map;

/**
 * How a hazard was found (隐患来源).
 *
 * @source public implementation of the exchange format (github.com/chenqi92/jt-wwyt,
 *     DangerSrcEnum); 静安委会〔2016〕11号 for whistle-blowing; opinions of Baoshan Industrial Park for
 *     2020 for the standardization
 */
public enum HazardOrigin {
  /** 日常排查. */
  DAILY("日常排查", "daily check"),
  /** 综合性排查. */
  COMPREHENSIVE("综合性排查", "comprehensive check"),
  /** 专业性排查. */
  PROFESSIONAL("专业性排查", "professional check"),
  /** 季节性排查. */
  SEASONAL("季节性排查", "seasonal check"),
  /** 重点时段及节假日前排查. */
  KEY_PERIOD("重点时段及节假日前排查", "check before a key period or holiday"),
  /** 事故类比排查. */
  ACCIDENT_ANALOGY("事故类比排查", "check after a similar accident"),
  /** 复产复工前排查. */
  RESUMPTION("复产复工前排查", "check before resumption"),
  /** 外聘专家诊断式排查. */
  EXPERT_DIAGNOSIS("外聘专家诊断式排查", "diagnosis by external experts"),
  /** 管控措施失效. */
  CONTROL_FAILURE("管控措施失效", "failure of a control measure"),
  /** 监管部门检查. */
  REGULATOR("监管部门检查", "inspection by a regulator"),
  /** 举报: the informant stays out of the record. */
  WHISTLEBLOW("举报", "whistle-blowing"),
  /** 安全生产标准化不符合项. */
  STANDARDIZATION("标准化不符合项", "non-conformity of the standardization"),
  /** 其他. */
  OTHER("其他", "other");

  private static final ImmutableMap<String, HazardOrigin> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), HazardOrigin::code);

  private final Term term;

  HazardOrigin(String zh, String en) {
    term = new Term(name(), new Wording(zh, en));
  }

  /**
   * Every origin by its code.
   *
   * @return an immutable map
   */
  public static Map<String, HazardOrigin> byCode() {
    return BY_CODE;
  }

  /**
   * The origin's stable code, as stored and exchanged.
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
   * Whether the enterprise has found it by itself.
   *
   * @return false for what a regulator or an informant has found
   */
  public boolean isOwn() {
    return this != REGULATOR && this != WHISTLEBLOW;
  }

  /**
   * The origin's name.
   *
   * @return in both languages
   */
  public Wording wording() {
    return term.wording();
  }
}
