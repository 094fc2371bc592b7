package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Which hazards a line of the life cycle is about. */
public enum GradeScope {
  /** Every hazard, also one that has no grade yet. */
  ANY("任何等级", "any grade"),
  /** Hazards of a grade that is not major (一般隐患 and the like). */
  GENERAL("一般隐患", "general hazards"),
  /** Hazards of a major grade (重大隐患). */
  MAJOR("重大隐患", "major hazards");

  private static final ImmutableMap<String, GradeScope> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), GradeScope::code);

  private final Term term;

  GradeScope(String zh, String en) {
    term = new Term(name(), new Wording(zh, en));
  }

  /**
   * Every scope by its code.
   *
   * @return an immutable map
   */
  public static Map<String, GradeScope> byCode() {
    return BY_CODE;
  }

  /**
   * The scope's stable code.
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
   * Whether a hazard is meant.
   *
   * @param grade its grade; empty if it has none yet
   * @return whether the scope covers it
   */
  public boolean covers(Optional<HazardGrade> grade) {
    return this == ANY || grade.filter(found -> found.major() == (this == MAJOR)).isPresent();
  }
}
