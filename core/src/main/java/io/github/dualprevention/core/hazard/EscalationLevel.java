package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import java.util.Arrays;
import java.util.Map;

/**
 * To whom a hazard is escalated that those below cannot settle, from the lowest level up.
 *
 * @source 静安委会〔2016〕11号: what a department cannot settle goes to the special regulator, what that
 *     one cannot settle to the safety committee
 */
public enum EscalationLevel {
  /** 岗位. */
  POST(1, "岗位", "post"),
  /** 部门. */
  DEPARTMENT(2, "部门", "department"),
  /** 专项监管部门. */
  SPECIAL_REGULATOR(3, "专项监管部门", "special regulator"),
  /** 安全生产委员会. */
  SAFETY_COMMITTEE(4, "安全生产委员会", "safety committee");

  private static final ImmutableMap<String, EscalationLevel> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), EscalationLevel::code);

  private final int height;
  private final Term term;

  EscalationLevel(int height, String zh, String en) {
    this.height = height;
    term = new Term(name(), new Wording(zh, en));
  }

  /**
   * Every constant by its code.
   *
   * @return an immutable map
   */
  public static Map<String, EscalationLevel> byCode() {
    return BY_CODE;
  }

  /**
   * The stable code, as stored and exchanged.
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
   * Compares two levels.
   *
   * @param other the other level
   * @return whether this level is higher than the other one
   */
  public boolean isAbove(EscalationLevel other) {
    return height > other.height;
  }
}
