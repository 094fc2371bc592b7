package io.github.dualprevention.grading.installation;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import java.util.Arrays;
import java.util.Map;

/**
 * The level of a major hazard installation (重大危险源级别), from the most serious to the least.
 *
 * <p>Level I is the most serious one; numbers for other levels of the trade run the other way.
 * Compare levels with {@link #isAtLeastAsSerious}, never by number.
 *
 * @source GB 18218-2018, 4.3.3, table 6
 */
public enum MajorHazardLevel {
  /** 一级, the most serious. */
  I(4, "一级重大危险源", "level I major hazard installation"),
  /** 二级. */
  II(3, "二级重大危险源", "level II major hazard installation"),
  /** 三级. */
  III(2, "三级重大危险源", "level III major hazard installation"),
  /** 四级, the least serious; still a major hazard installation. */
  IV(1, "四级重大危险源", "level IV major hazard installation");

  private static final ImmutableMap<String, MajorHazardLevel> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), MajorHazardLevel::code);

  private final int gravity;
  private final Wording wording;

  MajorHazardLevel(int gravity, String zh, String en) {
    this.gravity = gravity;
    this.wording = new Wording(zh, en);
  }

  /**
   * Every level by its code, the most serious first.
   *
   * @return an immutable map
   */
  public static Map<String, MajorHazardLevel> byCode() {
    return BY_CODE;
  }

  /**
   * The level's stable code, as stored and exchanged.
   *
   * @return a roman number
   */
  public String code() {
    return name();
  }

  /**
   * The level's name.
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
   * Compares two levels.
   *
   * @param other the other level
   * @return whether this level is the other one or a more serious one; level I is at least as
   *     serious as any
   */
  public boolean isAtLeastAsSerious(MajorHazardLevel other) {
    return gravity >= other.gravity;
  }
}
