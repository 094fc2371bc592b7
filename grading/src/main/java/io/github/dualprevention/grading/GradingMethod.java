package io.github.dualprevention.grading;

import com.google.common.collect.ImmutableMap;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Rule;
import io.github.dualprevention.core.risk.Assessment;
import io.github.dualprevention.core.risk.Band;
import io.github.dualprevention.core.risk.Factors;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.risk.Score;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A grading method: the product of its factors in bands of scores, or a matrix whose cells are
 * listed one by one.
 *
 * <p>Every input that its scales allow has been graded once when the method was built, and proved
 * to have exactly one level that never falls when a factor rises. Grading is therefore a look-up;
 * it cannot fall outside the table. A value that is not on a scale is refused, never rounded; a
 * method of scores may be told to accept it and say so.
 */
public final class GradingMethod {

  /** What a value off the scale may have before and after the point. */
  private static final int MOST_DIGITS = 30;

  private final MethodEdition edition;
  private final List<Factor> factors;
  private final List<FactorScale> scales;
  private final List<Band> bands;
  private final OffScale offScale;

  /** The values that each factor can have, from high to low. */
  private final List<List<BigDecimal>> axes;

  /** Whether each factor is judged as such, so that an input is a cell without arithmetic. */
  private final boolean plain;

  /** One grade for each input, the places on the axes read as digits. */
  private final List<Grade> cells;

  private GradingMethod(
      MethodEdition edition,
      List<Factor> factors,
      List<Band> bands,
      OffScale offScale,
      MethodTable table) {
    this.edition = edition;
    this.factors = factors;
    this.scales = factors.stream().flatMap(factor -> factor.scales().stream()).toList();
    this.bands = bands;
    this.offScale = offScale;
    this.axes = table.axes();
    this.plain = factors.stream().allMatch(FactorScale.class::isInstance);
    this.cells = table.grades();
  }

  /**
   * Builds a method that refuses what is off its scales, and proves its table.
   *
   * @param edition id, version, name, period and source
   * @param factors at least one
   * @param bands all of scores, from high to low, or all of cells; at least one
   * @return as the other method of this name
   */
  public static Outcome<GradingMethod> of(
      MethodEdition edition, List<? extends Factor> factors, List<Band> bands) {
    return of(edition, factors, bands, OffScale.REFUSE);
  }

  /**
   * Builds a method and proves its table.
   *
   * @param edition id, version, name, period and source
   * @param factors at least one
   * @param bands all of scores, from high to low, or all of cells; at least one
   * @param offScale what becomes of a value that is on no scale; a matrix can only refuse it
   * @return the method; or, if the table has a gap, an overlap, a level that falls as a factor
   *     rises, a wrong order or a band that nothing reaches, the reasons with counter-examples;
   *     what only a table of the right size and order can show is sought there
   */
  public static Outcome<GradingMethod> of(
      MethodEdition edition, List<? extends Factor> factors, List<Band> bands, OffScale offScale) {
    Require.notNull(edition, "edition");
    Require.notNull(offScale, "offScale");
    List<Factor> ownFactors = Require.notEmpty(List.copyOf(factors), "factors");
    List<Band> ownBands = Require.notEmpty(bands, "bands");
    MethodTable table = new MethodTable(edition.version(), ownFactors, ownBands);
    List<Reason> reasons = table.reasonsAgainst(offScale);
    return reasons.isEmpty()
        ? Outcome.accepted(new GradingMethod(edition, ownFactors, ownBands, offScale, table))
        : new Outcome.Refused<>(reasons);
  }

  /**
   * Grades a risk.
   *
   * @param judged one value for each of the method's scales
   * @return the grade with all its reasons
   * @throws RefusedException with every factor that is missing, unknown or off its scale
   */
  public Grade grade(Factors judged) {
    int cell = plain ? cellOf(judged) : -1;
    return cell < 0 ? judge(judged).orThrow() : cells.get(cell);
  }

  /**
   * Grades a risk without throwing.
   *
   * @param judged one value for each of the method's scales
   * @return the grade, or every factor that is missing, unknown or off its scale
   */
  public Outcome<Grade> tryGrade(Factors judged) {
    int cell = plain ? cellOf(judged) : -1;
    return cell < 0 ? judge(judged) : Outcome.accepted(cells.get(cell));
  }

  /**
   * The level alone, by the same look-up.
   *
   * @param judged one value for each of the method's scales
   * @return the level
   * @throws RefusedException with every factor that is missing, unknown or off its scale
   */
  public RiskLevel level(Factors judged) {
    return grade(judged).level();
  }

  /**
   * Every grade that the method can give for values on its scales.
   *
   * @return one for each combination of the factors' values, the highest first; a factor that is
   *     combined of aspects stands there with its combined value
   */
  public List<Grade> everyGrade() {
    return cells;
  }

  /**
   * The line of the table for a score, whether or not any input reaches it.
   *
   * @param score any score
   * @return the band; empty if the score lies in none, which no input of this method does, or if
   *     the method looks up cells
   */
  public Optional<Band> bandOf(Score score) {
    return bands.stream()
        .filter(band -> band.extent().holds(new Factors(ImmutableMap.of()), Optional.of(score)))
        .findFirst();
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
   * The factors as the method's table knows them.
   *
   * @return in the order of the method
   */
  public List<Factor> factors() {
    return factors;
  }

  /**
   * What a person judges, and the values to choose from.
   *
   * @return one scale for each factor, or for each of its aspects
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

  /**
   * What becomes of a value that is on no scale.
   *
   * @return the policy
   */
  public OffScale offScale() {
    return offScale;
  }

  /** The values that each factor can have, from high to low. */
  List<List<BigDecimal>> axes() {
    return axes;
  }

  /** The cell of an input whose factors are all judged as such; negative if there is none. */
  private int cellOf(Factors judged) {
    if (judged.values().size() != scales.size()) {
      return -1;
    }
    int cell = 0;
    for (int i = 0; i < scales.size(); i++) {
      FactorScale scale = scales.get(i);
      BigDecimal value = judged.values().get(scale.factor());
      int place = value == null ? -1 : scale.placeOf(value);
      if (place < 0) {
        return -1;
      }
      cell = cell * scale.values().size() + place;
    }
    return cell;
  }

  /** The long way: combines aspects, and accepts what is off the scales if the method does. */
  private Outcome<Grade> judge(Factors judged) {
    List<Reason> reasons = reasonsAgainst(judged);
    if (!reasons.isEmpty()) {
      return new Outcome.Refused<>(reasons);
    }
    ImmutableMap.Builder<String, BigDecimal> all = ImmutableMap.builder();
    List<BigDecimal> values = new ArrayList<>();
    List<String> flagged = new ArrayList<>();
    for (Factor factor : factors) {
      List<BigDecimal> aspects = new ArrayList<>();
      for (FactorScale scale : factor.scales()) {
        BigDecimal value = Require.notNull(judged.values().get(scale.factor()), scale.factor());
        aspects.add(value);
        all.put(scale.factor(), value);
        if (scale.placeOf(value) < 0) {
          flagged.add(scale.factor());
        }
      }
      BigDecimal value = factor.valueOf(aspects);
      values.add(value);
      if (!(factor instanceof FactorScale)) {
        all.put(factor.factor(), value);
      }
    }
    return lookUp(new Factors(all.buildOrThrow()), values, flagged);
  }

  private Outcome<Grade> lookUp(Factors all, List<BigDecimal> values, List<String> flagged) {
    if (flagged.isEmpty()) {
      int cell = 0;
      for (int i = 0; i < values.size(); i++) {
        int place =
            Collections.binarySearch(axes.get(i), values.get(i), Collections.reverseOrder());
        cell = cell * axes.get(i).size() + place;
      }
      Assessment known = cells.get(cell).assessment().orElseThrow();
      return Outcome.accepted(
          Grade.of(new Assessment(edition.version(), all, known.score(), known.band())));
    }
    Score score = MethodTable.product(values);
    return bandOf(score)
        .map(
            band ->
                Outcome.accepted(
                    Grade.of(
                        new Assessment(edition.version(), all, Optional.of(score), band, flagged))))
        .orElseGet(
            () ->
                Outcome.refused(
                    broken(GradingRules.NO_BAND, flagged.get(0), "factors", all, "score", score)));
  }

  private List<Reason> reasonsAgainst(Factors judged) {
    List<Reason> reasons = new ArrayList<>();
    for (FactorScale scale : scales) {
      BigDecimal value = judged.values().get(scale.factor());
      if (value == null) {
        reasons.add(broken(GradingRules.FACTOR_MISSING, scale.factor()));
      } else if (scale.placeOf(value) < 0
          && (offScale == OffScale.REFUSE || !isAcceptable(value))) {
        reasons.add(
            broken(
                GradingRules.FACTOR_OFF_SCALE,
                scale.factor(),
                "value",
                value.toPlainString(),
                "scale",
                scale.listed()));
      }
    }
    List<String> names = scales.stream().map(FactorScale::factor).toList();
    for (String factor : judged.values().keySet()) {
      if (!names.contains(factor)) {
        reasons.add(broken(GradingRules.FACTOR_UNKNOWN, factor));
      }
    }
    return reasons;
  }

  /** Above 0, and short enough for the product of all factors to be written out. */
  private static boolean isAcceptable(BigDecimal value) {
    int wholeDigits = value.precision() - value.scale();
    return value.signum() > 0 && wholeDigits <= MOST_DIGITS && value.scale() <= MOST_DIGITS;
  }

  private Reason broken(Rule rule, String factor, Object... more) {
    List<Object> values = new ArrayList<>(List.of("factor", factor, "method", edition.version()));
    Collections.addAll(values, more);
    return rule.brokenUnder(edition.source(), values.toArray());
  }

  /** The method's id and version. */
  @Override
  public String toString() {
    return edition.version().toString();
  }
}
