package io.github.dualprevention.grading.register;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.risk.RiskLevel;
import java.util.Optional;

/**
 * The levels of one risk under two catalogues.
 *
 * @param from the level under the first; empty if it refuses to grade the risk
 * @param to the level under the second; empty if it refuses to grade the risk
 */
public record Shift(Optional<RiskLevel> from, Optional<RiskLevel> to) {

  /** Refuses a missing part. */
  public Shift {
    Require.notNull(from, "from");
    Require.notNull(to, "to");
  }

  /**
   * Whether the risk does not keep its level.
   *
   * @return true also of a risk that neither catalogue grades: it has no level that it could keep
   */
  public boolean isMove() {
    return from.isEmpty() || !from.equals(to);
  }
}
