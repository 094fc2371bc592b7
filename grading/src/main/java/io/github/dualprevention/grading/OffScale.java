package io.github.dualprevention.grading;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.Map;

/** What a method does with a value that is on no scale, such as C = 10 under LEC. */
public enum OffScale {
  /** Refuses it. */
  REFUSE,
  /**
   * Multiplies it like any other value above 0, and says in the grade that it is off the scale. A
   * score that lies in no band is refused all the same. Only for methods that make a score.
   */
  FLAG;

  private static final ImmutableMap<String, OffScale> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), OffScale::code);

  /**
   * The policy's stable code, as stored and exchanged.
   *
   * @return upper case English
   */
  public String code() {
    return name();
  }

  /**
   * Every policy by its code.
   *
   * @return an immutable map
   */
  public static Map<String, OffScale> byCode() {
    return BY_CODE;
  }
}
