package io.github.dualprevention.core.risk;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.Require;
import java.util.List;
import java.util.Optional;

/**
 * Both grades of one risk, each with its own factors: without its control measures and with them.
 *
 * <p>Measures do not make a risk worse, so the residual level is never above the inherent one. That
 * is a rule of engineering, and vendors check it too; no regulation was found that prescribes it.
 * What lifts a risk only for a time, such as an open hazard, belongs to neither of the two grades.
 *
 * @param inherent how bad the risk is without control measures (固有风险)
 * @param residual how bad it still is with the existing ones (剩余风险, also 现有风险)
 */
public record RiskGrades(Grade inherent, Grade residual) {

  /**
   * Holds the two levels against each other.
   *
   * @throws RefusedException if the residual level is above the inherent one
   */
  public RiskGrades {
    Require.notNull(inherent, "inherent");
    Require.notNull(residual, "residual");
    reasonAgainst(inherent, residual)
        .ifPresent(
            reason -> {
              throw new RefusedException(List.of(reason));
            });
  }

  /**
   * Puts two grades together without throwing.
   *
   * @param inherent the grade without control measures
   * @param residual the grade with the existing ones
   * @return both; or the reason with both levels if the residual one is above the inherent one
   */
  public static Outcome<RiskGrades> of(Grade inherent, Grade residual) {
    Optional<Reason> reason = reasonAgainst(inherent, residual);
    return reason.isPresent()
        ? Outcome.refused(reason.get())
        : Outcome.accepted(new RiskGrades(inherent, residual));
  }

  /**
   * The grade that drives colour and control.
   *
   * @param policy which of the two it is
   * @return the inherent or the residual grade
   */
  public Grade driving(DrivingGrade policy) {
    return switch (policy) {
      case INHERENT -> inherent;
      case RESIDUAL -> residual;
    };
  }

  private static Optional<Reason> reasonAgainst(Grade inherent, Grade residual) {
    RiskLevel without = inherent.level();
    RiskLevel with = residual.level();
    return without.isAtLeast(with)
        ? Optional.empty()
        : Optional.of(
            RiskRules.RESIDUAL_ABOVE_INHERENT.broken(
                "residual", with.term(), "inherent", without.term()));
  }
}
