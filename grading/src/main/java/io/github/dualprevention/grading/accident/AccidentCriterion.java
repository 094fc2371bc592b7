package io.github.dualprevention.grading.accident;

import io.github.dualprevention.core.Wording;

/**
 * By what an accident is graded; any one of the three suffices for a grade.
 *
 * @source 国务院令第493号, 第三条
 */
public enum AccidentCriterion {
  /** 死亡, persons. */
  DEATHS("死亡（人）", "deaths"),
  /** 重伤，包括急性工业中毒, persons. */
  SERIOUS_INJURIES("重伤（人）", "serious injuries"),
  /** 直接经济损失, yuan. */
  DIRECT_LOSS("直接经济损失（元）", "direct loss in yuan");

  private final Wording wording;

  AccidentCriterion(String zh, String en) {
    this.wording = new Wording(zh, en);
  }

  /**
   * The criterion's name, with its unit.
   *
   * @return in both languages
   */
  public Wording wording() {
    return wording;
  }
}
