package io.github.dualprevention.core.risk;

import io.github.dualprevention.core.Wording;

/**
 * The six areas in which an enterprise looks for risks.
 *
 * @source 延庆区安全预防控制体系建设方案 (2016-05-03); 市政办发〔2017〕221号
 */
public enum RiskArea {
  /** 生产系统. */
  PRODUCTION_SYSTEM("生产系统", "production system"),
  /** 设备设施. */
  EQUIPMENT_AND_FACILITIES("设备设施", "equipment and facilities"),
  /** 操作行为. */
  OPERATING_BEHAVIOUR("操作行为", "operating behaviour"),
  /** 职业健康. */
  OCCUPATIONAL_HEALTH("职业健康", "occupational health"),
  /** 环境条件. */
  ENVIRONMENTAL_CONDITIONS("环境条件", "environmental conditions"),
  /** 安全管理. */
  SAFETY_MANAGEMENT("安全管理", "safety management");

  private final Wording wording;

  RiskArea(String zh, String en) {
    this.wording = new Wording(zh, en);
  }

  /**
   * The area's stable code, as stored and exchanged.
   *
   * @return upper case English
   */
  public String code() {
    return name();
  }

  /**
   * The area's name.
   *
   * @return in both languages
   */
  public Wording wording() {
    return wording;
  }
}
