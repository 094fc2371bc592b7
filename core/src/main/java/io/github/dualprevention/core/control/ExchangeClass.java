package io.github.dualprevention.core.control;

import io.github.dualprevention.core.Wording;

/**
 * The classes and sub-classes by which chemical enterprises exchange their control measures.
 *
 * <p>They do not map one to one to {@link MeasureClass}: personal protection is a class there and a
 * sub-class here, training has no place here; a measure therefore keeps both.
 *
 * @source public implementation of the exchange format (github.com/chenqi92/jt-wwyt, Classify1Enum
 *     and Classify2Enum); 2-3 and 3-4 from field comments of other clients
 */
public enum ExchangeClass {
  /** 工艺控制. */
  PROCESS_CONTROL("1-1", "工程技术/工艺控制", "engineering: process control"),
  /** 关键设备/部件. */
  KEY_EQUIPMENT("1-2", "工程技术/关键设备部件", "engineering: key equipment and parts"),
  /** 安全附件. */
  SAFETY_ACCESSORY("1-3", "工程技术/安全附件", "engineering: safety accessories"),
  /** 安全仪表. */
  SAFETY_INSTRUMENT("1-4", "工程技术/安全仪表", "engineering: safety instruments"),
  /** 工程技术其他. */
  ENGINEERING_OTHER("1-5", "工程技术/其他", "engineering: other"),
  /** 动设备. */
  ROTATING_EQUIPMENT("2-1", "维护保养/动设备", "maintenance: rotating equipment"),
  /** 静设备. */
  STATIC_EQUIPMENT("2-2", "维护保养/静设备", "maintenance: static equipment"),
  /** 维护保养其他. */
  MAINTENANCE_OTHER("2-3", "维护保养/其他", "maintenance: other"),
  /** 人员资质. */
  QUALIFICATION("3-1", "操作行为/人员资质", "operation: qualification of staff"),
  /** 操作记录. */
  OPERATING_RECORD("3-2", "操作行为/操作记录", "operation: operating records"),
  /** 交接班. */
  SHIFT_HANDOVER("3-3", "操作行为/交接班", "operation: shift handover"),
  /** 操作行为其他. */
  OPERATION_OTHER("3-4", "操作行为/其他", "operation: other"),
  /** 应急设施. */
  EMERGENCY_FACILITY("4-1", "应急措施/应急设施", "emergency: facilities"),
  /** 个体防护. */
  PROTECTIVE_EQUIPMENT("4-2", "应急措施/个体防护", "emergency: personal protection"),
  /** 消防设施. */
  FIRE_FIGHTING("4-3", "应急措施/消防设施", "emergency: fire-fighting facilities"),
  /** 应急预案. */
  EMERGENCY_PLAN("4-4", "应急措施/应急预案", "emergency: plans"),
  /** 应急措施其他. */
  EMERGENCY_OTHER("4-5", "应急措施/其他", "emergency: other");

  private final String code;
  private final Wording wording;

  ExchangeClass(String code, String zh, String en) {
    this.code = code;
    this.wording = new Wording(zh, en);
  }

  /**
   * The sub-class's code.
   *
   * @return as in {@code 1-3}
   */
  public String code() {
    return code;
  }

  /**
   * The class that the sub-class belongs to.
   *
   * @return {@code 1} engineering, {@code 2} maintenance, {@code 3} operation or {@code 4}
   *     emergency
   */
  public String mainCode() {
    return code.substring(0, 1);
  }

  /**
   * The name of class and sub-class.
   *
   * @return in both languages
   */
  public Wording wording() {
    return wording;
  }
}
