package io.github.dualprevention.grading;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.risk.Band;
import io.github.dualprevention.core.risk.Factors;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.risk.Score;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A grading method whose score is the product of its factors.
 *
 * <p>Every input that its scales allow has been graded once when the method was built, and proved
 * to have exactly one level that never falls when a factor rises. Grading is therefore a look-up;
 * it cannot fall outside the table. A value that is not on a scale is refused, never rounded.
 */
public final class GradingMethod {

  private final MethodEdition edition;
  private final List<FactorScale> scales;
  private final List<Band> bands;

  /** One grade for each input, the factors' places read as digits. */
  private final List<Grade> cells;

  private GradingMethod(
      MethodEdition edition, List<FactorScale> scales, List<Band> bands, List<Grade> cells) {
    this.edition = edition;
    this.scales = scales;
    this.bands = bands;
    this.cells = cells;
  }

  /**
   * Builds a method and proves its table.
   *
   * @param edition id, version, name, period and source
   * @param scales one for each factor, values from high to low; at least one
   * @param bands from high to low; at least one
   * @return the method; or, if the table has a gap, an overlap, a level that falls as a factor
   *     rises, a wrong order or a band that nothing reaches, the reasons with counter-examples;
   *     what only a table of the right size and order can show is sought there
   */
  public static Outcome<GradingMethod> product(
      MethodEdition edition, List<FactorScale> scales, List<Band> bands) {
    Require.notNull(edition, "edition");
    List<FactorScale> ownScales = Require.notEmpty(scales, "scales");
    List<Band> ownBands = Require.notEmpty(bands, "bands");
    ProductTable table = new ProductTable(edition.version(), ownScales, ownBands);
    List<Reason> reasons = table.reasonsAgainst();
    return reasons.isEmpty()
        ? Outcome.accepted(new GradingMethod(edition, ownScales, ownBands, table.grades()))
        : new Outcome.Refused<>(reasons);
  }

  /**
   * Grades a risk.
   *
   * @param factors one value for each factor of the method
   * @return the grade with all its reasons
   * @throws RefusedException with every factor that is missing, unknown or off its scale
   */
  public Grade grade(Factors factors) {
    int cell = cellOf(factors);
    if (cell < 0) {
      throw new RefusedException(reasonsAgainst(factors));
    }
    return cells.get(cell);
  }

  /**
   * Grades a risk without throwing.
   *
   * @param factors one value for each factor of the method
   * @return the grade, or every factor that is missing, unknown or off its scale
   */
  public Outcome<Grade> tryGrade(Factors factors) {
    int cell = cellOf(factors);
    return cell < 0
        ? new Outcome.Refused<>(reasonsAgainst(factors))
        : Outcome.accepted(cells.get(cell));
  }

  /**
   * The level alone, by the same look-up.
   *
   * @param factors one value for each factor of the method
   * @return the level
   * @throws RefusedException with every factor that is missing, unknown or off its scale
   */
  public RiskLevel level(Factors factors) {
    return grade(factors).level();
  }

  /**
   * Every grade that the method can give.
   *
   * @return one for each input that the scales allow, the highest factors first
   */
  public List<Grade> everyGrade() {
    return cells;
  }

  /**
   * The line of the table for a score, whether or not any input reaches it.
   *
   * @param score any score
   * @return the band; empty if the score lies in none, which no input of this method does
   */
  public Optional<Band> bandOf(Score score) {
    return bands.stream().filter(band -> band.range().contains(score)).findFirst();
  }

  /**
   * Id, version, name, period and source.
   *
   * @return the edition
   */
  public MethodEdition edition() {
    return edition;
  }

  /**
   * The factors and the values that they can take.
   *
   * @return one scale for each factor
   */
  public List<FactorScale> scales() {
    return scales;
  }

  /**
   * The lines of the table.
   *
   * @return from high to low
   */
  public List<Band> bands() {
    return bands;
  }

  /** The cell of an input; negative if the method cannot grade it. */
  private int cellOf(Factors factors) {
    if (factors.values().size() != scales.size()) {
      return -1;
    }
    int cell = 0;
    for (int i = 0; i < scales.size(); i++) {
      FactorScale scale = scales.get(i);
      BigDecimal value = factors.values().get(scale.factor());
      int place = value == null ? -1 : scale.placeOf(value);
      if (place < 0) {
        return -1;
      }
      cell = cell * scale.values().size() + place;
    }
    return cell;
  }

  private List<Reason> reasonsAgainst(Factors factors) {
    List<Reason> reasons = new ArrayList<>();
    List<String> names = scales.stream().map(FactorScale::factor).toList();
    for (FactorScale scale : scales) {
      BigDecimal value = factors.values().get(scale.factor());
      if (value == null) {
        reasons.add(
            GradingRules.FACTOR_MISSING
                .citing(edition.source())
                .broken("factor", scale.factor(), "method", edition.version()));
      } else if (scale.placeOf(value) < 0) {
        reasons.add(
            GradingRules.FACTOR_OFF_SCALE
                .citing(edition.source())
                .broken(
                    "factor",
                    scale.factor(),
                    "value",
                    value.toPlainString(),
                    "method",
                    edition.version(),
                    "scale",
                    scale.listed()));
      }
    }
    for (String factor : factors.values().keySet()) {
      if (!names.contains(factor)) {
        reasons.add(
            GradingRules.FACTOR_UNKNOWN
                .citing(edition.source())
                .broken("factor", factor, "method", edition.version()));
      }
    }
    return reasons;
  }

  /** The method's id and version. */
  @Override
  public String toString() {
    return edition.version().toString();
  }
}
