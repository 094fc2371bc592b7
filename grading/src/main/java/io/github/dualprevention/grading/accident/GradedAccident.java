package io.github.dualprevention.grading.accident;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.table.TableVersion;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The grade of an accident, and what made it so.
 *
 * <p>The grade is computed from the criteria and can therefore not contradict them.
 *
 * @param table the edition of the table
 * @param criteria the grade that each criterion gives, for those above zero; at least one
 */
public record GradedAccident(TableVersion table, List<CriterionGrade> criteria) {

  /** Throws {@code IllegalArgumentException} if there is no criterion. */
  public GradedAccident {
    Require.notNull(table, "table");
    criteria = Require.notEmpty(criteria, "criteria");
  }

  /**
   * The grade of the accident.
   *
   * @return the highest one that any criterion gives
   */
  public AccidentGrade grade() {
    return criteria.stream().map(CriterionGrade::grade).reduce(AccidentGrade::max).orElseThrow();
  }

  /**
   * What decided.
   *
   * @return the criteria that give the accident's grade, at least one
   */
  public List<CriterionGrade> decisive() {
    AccidentGrade grade = grade();
    return criteria.stream().filter(criterion -> criterion.grade() == grade).toList();
  }

  /**
   * The reasons in one sentence.
   *
   * @return every decisive criterion with its clause, in both languages
   */
  public Wording explanation() {
    List<Wording> parts = decisive().stream().map(GradedAccident::explain).toList();
    return new Wording(
        "%s：%s，为%s"
            .formatted(
                table,
                parts.stream().map(Wording::zh).collect(Collectors.joining("；")),
                grade().wording().zh()),
        "%s: %s, which is a %s"
            .formatted(
                table,
                parts.stream().map(Wording::en).collect(Collectors.joining("; ")),
                grade().wording().en()));
  }

  /** By where the grade begins; the lowest one begins at nothing, so by where it ends. */
  private static Wording explain(CriterionGrade criterion) {
    AccidentCriterion counted = criterion.criterion();
    Wording limit =
        criterion
            .below()
            .filter(end -> criterion.from().signum() == 0)
            .map(end -> counted.below(criterion.amount(), end))
            .orElseGet(() -> counted.atLeast(criterion.amount(), criterion.from()));
    String source = criterion.source().document() + " " + criterion.source().clause();
    return new Wording(
        "%s（%s）".formatted(limit.zh(), source), "%s (%s)".formatted(limit.en(), source));
  }
}
