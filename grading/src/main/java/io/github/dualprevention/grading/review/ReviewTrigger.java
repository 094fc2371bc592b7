package io.github.dualprevention.grading.review;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.table.EffectivePeriod;
import java.time.Period;
import java.util.Optional;

/**
 * One thing that makes an assessment out of date.
 *
 * @param id unique in its table, as in {@code ACCIDENT}
 * @param every how long an assessment holds, positive; empty if the trigger is an occurrence
 * @param period the days on which the trigger is in force
 * @param when what has happened, or how often the assessment is due
 * @param source where the trigger stands written
 */
public record ReviewTrigger(
    String id, Optional<Period> every, EffectivePeriod period, Wording when, SourceClause source) {

  /** Throws {@code IllegalArgumentException} if the id is blank or the period not positive. */
  public ReviewTrigger {
    id = Require.id(id, "id");
    Require.require(
        every.map(ReviewTrigger::isPositive).orElse(true), "every", "must be positive", every);
    Require.notNull(period, "period");
    Require.notNull(when, "when");
    Require.notNull(source, "source");
  }

  /** Whether no part of the period points backwards and some part points forwards. */
  static boolean isPositive(Period period) {
    return !period.isNegative() && !period.isZero();
  }
}
