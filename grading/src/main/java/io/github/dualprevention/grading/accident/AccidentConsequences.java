package io.github.dualprevention.grading.accident;

import io.github.dualprevention.core.Require;
import java.math.BigDecimal;

/**
 * What an accident has done.
 *
 * @param deaths persons, not negative
 * @param seriousInjuries persons, acute industrial poisoning (急性工业中毒) included; not negative
 * @param directLoss yuan, exact; not negative
 * @source 国务院令第493号, 第三条
 */
public record AccidentConsequences(int deaths, int seriousInjuries, BigDecimal directLoss) {

  /** Throws {@code IllegalArgumentException} if a number is negative. */
  public AccidentConsequences {
    Require.require(deaths >= 0, "deaths", "must not be negative", deaths);
    Require.require(
        seriousInjuries >= 0, "seriousInjuries", "must not be negative", seriousInjuries);
    directLoss = Require.notNegative(directLoss, "directLoss");
  }

  /**
   * How much there is of a criterion.
   *
   * @param criterion the criterion
   * @return persons or yuan, not negative
   */
  public BigDecimal amount(AccidentCriterion criterion) {
    return switch (criterion) {
      case DEATHS -> BigDecimal.valueOf(deaths);
      case SERIOUS_INJURIES -> BigDecimal.valueOf(seriousInjuries);
      case DIRECT_LOSS -> directLoss;
    };
  }
}
