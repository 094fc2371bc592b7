package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import java.util.Arrays;
import java.util.Map;

/**
 * What becomes of what was suspended because of a hazard.
 *
 * @source plan of Yanqing district (2016-05-03): what was stopped stays so until the hazard is
 *     removed
 */
public enum Resumption {
  /** 恢复. */
  RESUMED("恢复", "resumed"),
  /** 永久停用. */
  ABANDONED("永久停用", "abandoned for good");

  private static final ImmutableMap<String, Resumption> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), Resumption::code);

  private final Term term;

  Resumption(String zh, String en) {
    term = new Term(name(), new Wording(zh, en));
  }

  /**
   * Every constant by its code.
   *
   * @return an immutable map
   */
  public static Map<String, Resumption> byCode() {
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
