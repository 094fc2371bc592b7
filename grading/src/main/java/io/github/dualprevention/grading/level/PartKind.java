package io.github.dualprevention.grading.level;

import io.github.dualprevention.core.Wording;

/** The kinds of parts between a risk event and the enterprise, from the smallest up. */
public enum PartKind {
  /** 风险事件. */
  EVENT("风险事件", "risk event"),
  /** 风险分析单元. */
  UNIT("风险分析单元", "risk unit"),
  /** 风险点. */
  POINT("风险点", "risk point"),
  /** 区域, as the four-colour map shows them. */
  AREA("区域", "area"),
  /** 企业. */
  ENTERPRISE("企业", "enterprise");

  private final Wording wording;

  PartKind(String zh, String en) {
    wording = new Wording(zh, en);
  }

  /**
   * The kind's stable code.
   *
   * @return upper case English
   */
  public String code() {
    return name();
  }

  /**
   * The kind's name.
   *
   * @return in both languages
   */
  public Wording wording() {
    return wording;
  }
}
