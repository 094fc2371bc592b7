package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import java.util.Arrays;
import java.util.Map;

/**
 * What is done about a hazard until it is rectified (临时措施).
 *
 * @source order 16 (2008) art. 16: withdrawal, evacuation, warning signs, temporary suspension,
 *     closer maintenance; plan of Yanqing district (2016-05-03): production, construction or use is
 *     stopped
 */
public enum InterimMeasureKind {
  /** 撤出人员. */
  WITHDRAW("撤出人员", "withdraw people"),
  /** 疏散周边人员. */
  EVACUATE("疏散周边人员", "evacuate the surroundings"),
  /** 设置警戒标志. */
  WARN("设置警戒标志", "put up warning signs"),
  /** 停产停业. */
  SUSPEND_PRODUCTION("停产停业", "suspend production or business"),
  /** 停止施工. */
  SUSPEND_CONSTRUCTION("停止施工", "suspend construction"),
  /** 停止使用. */
  SUSPEND_USE("停止使用", "suspend use"),
  /** 加强维护保养. */
  STRENGTHEN_MAINTENANCE("加强维护保养", "strengthen maintenance"),
  /** 其他. */
  OTHER("其他", "other");

  private static final ImmutableMap<String, InterimMeasureKind> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), InterimMeasureKind::code);

  private final Term term;

  InterimMeasureKind(String zh, String en) {
    term = new Term(name(), new Wording(zh, en));
  }

  /**
   * Every constant by its code.
   *
   * @return an immutable map
   */
  public static Map<String, InterimMeasureKind> byCode() {
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

  /** Whether a code stands for a suspension. */
  static boolean suspends(String code) {
    InterimMeasureKind kind = BY_CODE.get(code);
    return kind != null && kind.suspends();
  }

  /**
   * Whether something stands still by it until somebody decides on the resumption.
   *
   * @return whether it is a suspension
   */
  public boolean suspends() {
    return this == SUSPEND_PRODUCTION || this == SUSPEND_CONSTRUCTION || this == SUSPEND_USE;
  }
}
