package io.github.dualprevention.core.responsibility;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import java.util.Arrays;
import java.util.Map;

/**
 * Something that a post is answerable for.
 *
 * @source 静安委会〔2016〕11号: 排查、登记、评估、报告、监控、治理、销账 as stages of one recorded loop
 */
public enum Duty {
  /** 管控: own a risk and its measures. */
  CONTROL("管控", "control"),
  /** 排查. */
  CHECK("排查", "check"),
  /** 登记. */
  REGISTER("登记", "register"),
  /** 评估. */
  ASSESS("评估", "assess"),
  /** 制定治理方案. */
  PLAN("制定方案", "plan"),
  /** 报告. */
  REPORT("报告", "report"),
  /** 监控. */
  MONITOR("监控", "monitor"),
  /** 治理. */
  RECTIFY("治理", "rectify"),
  /** 验收. */
  ACCEPT("验收", "accept"),
  /** 销账. */
  CLOSE_OUT("销账", "close out");

  private static final ImmutableMap<String, Duty> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), Duty::code);

  private final Term term;

  Duty(String zh, String en) {
    term = new Term(name(), new Wording(zh, en));
  }

  /**
   * Every duty by its code.
   *
   * @return an immutable map
   */
  public static Map<String, Duty> byCode() {
    return BY_CODE;
  }

  /**
   * The duty's stable code, as stored and exchanged.
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
   * The duty's name.
   *
   * @return in both languages
   */
  public Wording wording() {
    return term.wording();
  }
}
