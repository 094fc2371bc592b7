package io.github.dualprevention.grading.level;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.risk.RiskLevel;
import java.util.Arrays;

/** How far a rule lifts a level; none ever lowers one. */
enum Lift {
  /** To major at least. */
  TO_MAJOR,
  /** To significant at least. */
  TO_SIGNIFICANT,
  /** To general at least. */
  TO_GENERAL,
  /** By one step, however often the rule's condition is met. */
  STEP,
  /** By one step each time that the rule's condition is met. */
  STEP_EACH;

  static final ImmutableMap<String, Lift> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), Lift::name);

  /** Those that do not count how often a condition is met. */
  static final ImmutableMap<String, Lift> ONCE =
      ImmutableMap.copyOf(Maps.filterValues(BY_CODE, lift -> lift != STEP_EACH));

  /** The level that a rule lifts to whose condition is met so many times. */
  RiskLevel from(RiskLevel level, int times) {
    return switch (this) {
      case TO_MAJOR -> RiskLevel.MAJOR;
      case TO_SIGNIFICANT -> level.max(RiskLevel.SIGNIFICANT);
      case TO_GENERAL -> level.max(RiskLevel.GENERAL);
      case STEP -> level.higherBy(1);
      case STEP_EACH -> level.higherBy(times);
    };
  }

  /** Whether it lifts every level at least as far as another lift, met once or twice. */
  boolean isAtLeast(Lift other) {
    for (RiskLevel level : RiskLevel.values()) {
      for (int times = 1; times <= 2; times++) {
        if (!from(level, times).isAtLeast(other.from(level, times))) {
          return false;
        }
      }
    }
    return true;
  }
}
