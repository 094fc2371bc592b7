package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.Require;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * The five items of a rectification plan (五落实): responsibility, measures, funds, deadline,
 * contingency.
 *
 * @param responsiblePostId the post that answers
 * @param measures what will be done
 * @param funds in yuan, not negative
 * @param deadline the last day
 * @param contingency what is done if it goes wrong meanwhile
 * @source 五落实 of hazard rectification: 责任、措施、资金、时限、预案 (zltai.com, Zichuan 2010)
 */
public record RectificationPlan(
    String responsiblePostId,
    String measures,
    BigDecimal funds,
    LocalDate deadline,
    String contingency) {

  /** Throws {@code IllegalArgumentException} naming the part that is wrong. */
  public RectificationPlan {
    responsiblePostId = Require.id(responsiblePostId, "responsiblePostId");
    measures = Require.text(measures, "measures");
    funds = Require.notNegative(funds, "funds");
    Require.notNull(deadline, "deadline");
    contingency = Require.text(contingency, "contingency");
  }

  /**
   * The plan as evidence of {@link HazardAction#PLAN}.
   *
   * @return five texts
   */
  public Map<HazardFact, String> facts() {
    return Map.of(
        HazardFact.RESPONSIBLE,
        responsiblePostId,
        HazardFact.MEASURES,
        measures,
        HazardFact.FUNDS,
        funds.toPlainString(),
        HazardFact.DEADLINE,
        deadline.toString(),
        HazardFact.CONTINGENCY,
        contingency);
  }
}
