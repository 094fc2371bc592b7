package io.github.dualprevention.grading.accident;

import io.github.dualprevention.core.Wording;
import java.math.BigDecimal;

/**
 * By what an accident is graded; any one of the three suffices for a grade.
 *
 * @source 国务院令第493号, 第三条
 */
public enum AccidentCriterion {
  /** 死亡, persons. */
  DEATHS("死亡", "人", "deaths", "fewer than"),
  /** 重伤，包括急性工业中毒, persons. */
  SERIOUS_INJURIES("重伤", "人", "serious injuries", "fewer than"),
  /** 直接经济损失, yuan. */
  DIRECT_LOSS("直接经济损失", "元", "direct loss in yuan", "less than");

  private final String zh;
  private final String unit;
  private final String en;
  private final String fewer;

  AccidentCriterion(String zh, String unit, String en, String fewer) {
    this.zh = zh;
    this.unit = unit;
    this.en = en;
    this.fewer = fewer;
  }

  /**
   * The criterion's name, with its unit.
   *
   * @return in both languages
   */
  public Wording wording() {
    return new Wording(zh + "（" + unit + "）", en);
  }

  /** An amount that reaches a limit, in words. */
  Wording atLeast(BigDecimal amount, BigDecimal limit) {
    return new Wording(
        counted(amount) + "，达到" + limit.toPlainString() + unit + "以上",
        en + " " + amount.toPlainString() + ", at least " + limit.toPlainString());
  }

  /** An amount that does not reach a limit, in words. */
  Wording below(BigDecimal amount, BigDecimal limit) {
    return new Wording(
        counted(amount) + "，不足" + limit.toPlainString() + unit,
        en + " " + amount.toPlainString() + ", " + fewer + " " + limit.toPlainString());
  }

  private String counted(BigDecimal amount) {
    return zh + amount.toPlainString() + unit;
  }
}
