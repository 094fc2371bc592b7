package io.github.dualprevention.grading.register;

import com.google.common.collect.Maps;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.risk.RiskLevel;
import java.util.Map;

/**
 * What became of a register.
 *
 * @param rows the lines with as many cells as the header, graded or not
 * @param graded how many of them have which level, whether or not they are written; a level that
 *     none has is left out
 * @param faults how many faults were found; one line may have several
 */
public record RegisterSummary(long rows, Map<RiskLevel, Long> graded, long faults) {

  /** Throws {@code IllegalArgumentException} if a number is negative. */
  public RegisterSummary {
    Require.require(rows >= 0, "rows", "must not be negative", rows);
    graded = Maps.immutableEnumMap(graded);
    Require.require(faults >= 0, "faults", "must not be negative", faults);
  }

  /**
   * Whether nothing is wrong with the register.
   *
   * @return whether there is no fault, and so every line has its grade
   */
  public boolean isSound() {
    return faults == 0;
  }
}
