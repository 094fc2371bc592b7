package io.github.dualprevention.core.risk;

import io.github.dualprevention.core.Wording;

/** The four colours of risk; each stands for exactly one {@link RiskLevel}. */
public enum RiskColour {
  /** Red, for major risk. */
  RED("红", "red"),
  /** Orange, for significant risk. */
  ORANGE("橙", "orange"),
  /** Yellow, for general risk. */
  YELLOW("黄", "yellow"),
  /** Blue, for low risk; never green. */
  BLUE("蓝", "blue");

  private final Wording wording;

  RiskColour(String zh, String en) {
    this.wording = new Wording(zh, en);
  }

  /**
   * The colour's stable code, as stored and exchanged.
   *
   * @return upper case English
   */
  public String code() {
    return name();
  }

  /**
   * The colour's name.
   *
   * @return in both languages
   */
  public Wording wording() {
    return wording;
  }
}
