package io.github.dualprevention.checklist;

/** The unit in which the time between two checks is counted; a week is seven days. */
public enum CycleUnit {
  /** 天. */
  DAY,
  /** 月. */
  MONTH,
  /** 年. */
  YEAR;

  /**
   * The unit's stable code, as stored and exchanged.
   *
   * @return upper case English
   */
  public String code() {
    return name();
  }
}
