package io.github.dualprevention.core.risk;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The level of a risk (风险等级), from the highest to the lowest.
 *
 * <p>Numbers for levels run in opposite directions in different systems; compare levels with {@link
 * #isAtLeast}, never by number.
 *
 * @source 宝山工业园区2020年安全生产工作意见: the colours red, orange, yellow, blue in this order
 */
public enum RiskLevel {
  /** 重大风险, red. */
  MAJOR(4, RiskColour.RED, "重大风险", "major risk"),
  /** 较大风险, orange. */
  SIGNIFICANT(3, RiskColour.ORANGE, "较大风险", "significant risk"),
  /** 一般风险, yellow. */
  GENERAL(2, RiskColour.YELLOW, "一般风险", "general risk"),
  /** 低风险, blue. */
  LOW(1, RiskColour.BLUE, "低风险", "low risk");

  private static final ImmutableMap<String, RiskLevel> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), RiskLevel::code);

  private final int gravity;
  private final RiskColour colour;
  private final Wording wording;

  RiskLevel(int gravity, RiskColour colour, String zh, String en) {
    this.gravity = gravity;
    this.colour = colour;
    this.wording = new Wording(zh, en);
  }

  /**
   * Finds a level by its code.
   *
   * @param code one of {@code MAJOR}, {@code SIGNIFICANT}, {@code GENERAL}, {@code LOW}
   * @return the level
   * @throws IllegalArgumentException naming any other text; there is no default level
   */
  @JsonCreator
  public static RiskLevel ofCode(String code) {
    RiskLevel level = BY_CODE.get(code);
    if (level == null) {
      throw Require.refusal("risk level", "must be one of " + BY_CODE.keySet(), code);
    }
    return level;
  }

  /**
   * Every level by its code, the highest first.
   *
   * @return an immutable map
   */
  public static Map<String, RiskLevel> byCode() {
    return BY_CODE;
  }

  /**
   * The level's stable code, as stored and exchanged.
   *
   * @return upper case English
   */
  @JsonValue
  public String code() {
    return name();
  }

  /**
   * The level's colour.
   *
   * @return one colour for each level
   */
  public RiskColour colour() {
    return colour;
  }

  /**
   * The level's name.
   *
   * @return in both languages
   */
  public Wording wording() {
    return wording;
  }

  /**
   * Code and name.
   *
   * @return for sentences that speak about it
   */
  public Term term() {
    return new Term(name(), wording);
  }

  /**
   * Compares two levels.
   *
   * @param other the other level
   * @return whether this level is the other one or higher
   */
  public boolean isAtLeast(RiskLevel other) {
    return gravity >= other.gravity;
  }

  /**
   * The higher of two levels.
   *
   * @param other the other level
   * @return this level or the other one
   */
  public RiskLevel max(RiskLevel other) {
    return isAtLeast(other) ? this : other;
  }

  /**
   * The level some steps up, as a rule raises it that knows no level of its own.
   *
   * @param steps how many steps, not negative
   * @return the higher level; major if there are not so many above this one
   * @throws IllegalArgumentException if the steps are negative
   */
  public RiskLevel higherBy(int steps) {
    Require.require(steps >= 0, "steps", "must not be negative", steps);
    RiskLevel level = this;
    for (int i = 0; i < steps && level != MAJOR; i++) {
      level = level.next();
    }
    return level;
  }

  private RiskLevel next() {
    return switch (this) {
      case MAJOR, SIGNIFICANT -> MAJOR;
      case GENERAL -> SIGNIFICANT;
      case LOW -> GENERAL;
    };
  }

  /**
   * The highest of several levels, as a unit, a point or an area takes it from its risk events.
   *
   * @param levels the levels of the parts, in any order
   * @return the highest one; empty if there are no parts, for what holds nothing is not graded and
   *     never low
   */
  public static Optional<RiskLevel> highest(Collection<RiskLevel> levels) {
    return levels.stream().reduce(RiskLevel::max);
  }
}
