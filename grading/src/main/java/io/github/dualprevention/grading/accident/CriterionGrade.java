package io.github.dualprevention.grading.accident;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The grade that one criterion gives for itself.
 *
 * @param criterion what was counted
 * @param amount how much there is, above zero
 * @param from the amount from which the grade holds; it belongs to the grade (“以上”包括本数)
 * @param below the amount from which the next higher grade holds; empty if there is no higher one
 * @param grade the grade
 * @param source where the line of the table stands written
 */
public record CriterionGrade(
    AccidentCriterion criterion,
    BigDecimal amount,
    BigDecimal from,
    Optional<BigDecimal> below,
    AccidentGrade grade,
    SourceClause source) {

  /** Throws {@code IllegalArgumentException} if the amount is zero or outside the grade's. */
  public CriterionGrade {
    Require.notNull(criterion, "criterion");
    amount = Require.notNegative(amount, "amount");
    from = Require.notNegative(from, "from");
    Require.require(amount.signum() > 0, "amount", "must be above zero", amount);
    Require.require(amount.compareTo(from) >= 0, "amount", "must reach the grade", amount);
    below = below.map(end -> Require.notNegative(end, "below"));
    Require.require(
        below.isEmpty() || amount.compareTo(below.get()) < 0,
        "amount",
        "must be below the next higher grade",
        amount);
    Require.notNull(grade, "grade");
    Require.notNull(source, "source");
  }
}
