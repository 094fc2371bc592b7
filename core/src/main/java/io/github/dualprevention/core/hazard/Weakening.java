package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import java.util.Arrays;
import java.util.Map;

/**
 * A rule of the life cycle that a profile may weaken, for general hazards only; every decision that
 * it allows says so.
 *
 * @source the separation of persons is a rule of design
 *     (github.com/qieqiesitan/digital-emergency-plan-generator), not of law
 */
public enum Weakening {
  /** 验收人可以是治理人. */
  ACCEPTOR_RECTIFIED("验收人可以是治理人", "the acceptor may have rectified"),
  /** 延期决定人可以是申请人. */
  DECIDER_ASKED("延期决定人可以是申请人", "whoever asked may decide on the extension");

  private static final ImmutableMap<String, Weakening> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), Weakening::code);

  private final Term term;

  Weakening(String zh, String en) {
    term = new Term(name(), new Wording(zh, en));
  }

  /**
   * Every constant by its code.
   *
   * @return an immutable map
   */
  public static Map<String, Weakening> byCode() {
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
}
