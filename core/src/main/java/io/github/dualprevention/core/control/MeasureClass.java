package io.github.dualprevention.core.control;

import io.github.dualprevention.core.Wording;

/**
 * The five classes in which enterprises list their control measures.
 *
 * @source JHA form as re-posted (360docs.net/doc/7511997694): existing measures in five classes
 */
public enum MeasureClass {
  /** 工程技术. */
  ENGINEERING("工程技术措施", "engineering"),
  /** 管理. */
  MANAGEMENT("管理措施", "management"),
  /** 培训教育. */
  TRAINING("培训教育措施", "training"),
  /** 个体防护. */
  PERSONAL_PROTECTION("个体防护措施", "personal protection"),
  /** 应急处置. */
  EMERGENCY("应急处置措施", "emergency response");

  private final Wording wording;

  MeasureClass(String zh, String en) {
    wording = new Wording(zh, en);
  }

  /**
   * The class's stable code, as stored and exchanged.
   *
   * @return upper case English
   */
  public String code() {
    return name();
  }

  /**
   * The class's name.
   *
   * @return in both languages
   */
  public Wording wording() {
    return wording;
  }
}
