package io.github.dualprevention.grading.accident;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import java.util.Arrays;
import java.util.Map;

/**
 * The grade of an accident (事故等级), from the highest to the lowest.
 *
 * <p>Compare grades with {@link #isAtLeast}, never by number; a grade of an accident is no level of
 * a risk and no grade of a hazard, though their Chinese names are alike.
 *
 * @source 国务院令第493号, 第三条
 */
public enum AccidentGrade {
  /** 特别重大事故. */
  PARTICULARLY_MAJOR(4, "特别重大事故", "particularly major accident"),
  /** 重大事故. */
  MAJOR(3, "重大事故", "major accident"),
  /** 较大事故. */
  SIGNIFICANT(2, "较大事故", "significant accident"),
  /** 一般事故. */
  GENERAL(1, "一般事故", "general accident");

  private static final ImmutableMap<String, AccidentGrade> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), AccidentGrade::code);

  private final int gravity;
  private final Wording wording;

  AccidentGrade(int gravity, String zh, String en) {
    this.gravity = gravity;
    this.wording = new Wording(zh, en);
  }

  /**
   * Every grade by its code, the highest first.
   *
   * @return an immutable map
   */
  public static Map<String, AccidentGrade> byCode() {
    return BY_CODE;
  }

  /**
   * The grade's stable code, as stored and exchanged.
   *
   * @return upper case English
   */
  public String code() {
    return name();
  }

  /**
   * The grade's name.
   *
   * @return in both languages
   */
  public Wording wording() {
    return wording;
  }

  /**
   * Code and name.
   *
   * @return for sentences that speak about it
   */
  public Term term() {
    return new Term(name(), wording);
  }

  /**
   * Compares two grades.
   *
   * @param other the other grade
   * @return whether this grade is the other one or higher
   */
  public boolean isAtLeast(AccidentGrade other) {
    return gravity >= other.gravity;
  }

  /**
   * The higher of two grades.
   *
   * @param other the other grade
   * @return this grade or the other one
   */
  public AccidentGrade max(AccidentGrade other) {
    return isAtLeast(other) ? this : other;
  }
}
