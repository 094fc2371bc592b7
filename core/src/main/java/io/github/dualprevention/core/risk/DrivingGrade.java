package io.github.dualprevention.core.risk;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import java.util.Arrays;
import java.util.Map;

/**
 * Which grade of a risk decides its colour and who controls it. Practice differs from place to
 * place, so there is no default.
 */
public enum DrivingGrade {
  /** The grade without control measures. */
  INHERENT("固有风险", "inherent risk"),
  /** The grade with the existing control measures. */
  RESIDUAL("剩余风险", "residual risk");

  private static final ImmutableMap<String, DrivingGrade> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), DrivingGrade::code);

  private final Term term;

  DrivingGrade(String zh, String en) {
    term = new Term(name(), new Wording(zh, en));
  }

  /**
   * Both policies by their codes.
   *
   * @return an immutable map
   */
  public static Map<String, DrivingGrade> byCode() {
    return BY_CODE;
  }

  /**
   * The policy's stable code, as stored in a profile.
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
