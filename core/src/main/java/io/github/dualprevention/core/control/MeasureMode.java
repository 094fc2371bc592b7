package io.github.dualprevention.core.control;

/**
 * How it is known that a measure works.
 *
 * @source public implementation of the exchange format (github.com/chenqi92/jt-wwyt, DataSrcEnum)
 */
public enum MeasureMode {
  /** 自动化监控: an instrument watches it. */
  AUTOMATIC_MONITORING,
  /** 隐患排查: people check it. */
  HAZARD_CHECK;

  /**
   * The mode's stable code, as stored and exchanged.
   *
   * @return upper case English
   */
  public String code() {
    return name();
  }
}
