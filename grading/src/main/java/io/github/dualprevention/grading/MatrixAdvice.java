package io.github.dualprevention.grading;

import com.google.common.collect.Lists;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Rule;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.risk.Factors;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.RiskLevel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is questionable about a sound table. It is advice and refuses nothing: many published tables
 * earn some.
 *
 * <p>A cell stands for all risks whose factors lie in its step; the steps of a factor are taken as
 * equally wide, whatever their values, and a risk is as great as the product of its factors. A cell
 * in the upper right corner of a 5×5 matrix so holds risks between 16/25 and 1.
 *
 * @source L. A. Cox, What's Wrong with Risk Matrices?, Risk Analysis 28 (2008): weak consistency,
 *     betweenness, consistent colouring
 */
public final class MatrixAdvice {

  private static final SourceClause COX =
      new SourceClause(
          "L. A. Cox, What's Wrong with Risk Matrices?, Risk Analysis 28(2), 2008",
          "weak consistency, betweenness, consistent colouring",
          Evidence.PUBLISHED);

  private static final Rule WEAK_CONSISTENCY =
      Rule.of(
              "grading.advice.weak-consistency",
              "弱一致性：{higher}为最高等级，{lower}为最低等级，但前者中可能有比后者更小的风险（此类组合共{count}对）",
              "weak consistency: {higher} has the highest level and {lower} the lowest, yet some risks in the former are smaller than some in the latter ({count} such pairs)")
          .citing(COX);
  private static final Rule BETWEENNESS =
      Rule.of(
              "grading.advice.betweenness",
              "居间性：从{lower}到{higher}各因子至多升一档，却由最低等级直接跳到最高等级（此类组合共{count}对）",
              "betweenness: at most one step in each factor, from {lower} to {higher}, leads from the lowest level to the highest ({count} such pairs)")
          .citing(COX);
  private static final Rule COLOURING =
      Rule.of(
              "grading.advice.consistent-colouring",
              "着色一致性：{factors}为{level}，但其中有与最高等级单元格一样大的风险，且没有与最低等级一样小的风险（此类单元格共{count}个）",
              "consistent colouring: {factors} is {level}, yet it holds risks as great as cells of the highest level do, and none as small as cells of the lowest level do ({count} such cells)")
          .citing(COX);
  private static final Rule COLOURING_LOW =
      Rule.of(
              "grading.advice.consistent-colouring-low",
              "着色一致性：{factors}为{level}，但其中有与最低等级单元格一样小的风险，且没有与最高等级一样大的风险（此类单元格共{count}个）",
              "consistent colouring: {factors} is {level}, yet it holds risks as small as cells of the lowest level do, and none as great as cells of the highest level do ({count} such cells)")
          .citing(COX);

  private final List<Cell> cells = new ArrayList<>();
  private final List<Integer> sizes;
  private final RiskLevel highest;
  private final RiskLevel lowest;

  private MatrixAdvice(GradingMethod method) {
    sizes = method.axes().stream().map(List::size).toList();
    List<Grade> grades = method.everyGrade();
    for (int i = 0; i < grades.size(); i++) {
      cells.add(cell(i, grades.get(i)));
    }
    highest = cells.get(0).level;
    lowest = cells.get(cells.size() - 1).level;
  }

  /**
   * Looks a method over.
   *
   * @param method any method; each combination of the factors' values is a cell
   * @return for each property that does not hold one example and how often it does not; empty if
   *     there is nothing to say
   */
  public static List<Reason> on(GradingMethod method) {
    MatrixAdvice advice = new MatrixAdvice(method);
    List<Reason> all = new ArrayList<>();
    if (advice.highest != advice.lowest) {
      advice.weakConsistency().ifPresent(all::add);
      advice.betweenness().ifPresent(all::add);
      all.addAll(advice.colouring());
    }
    return all;
  }

  /** No risk of the highest level may be smaller than one of the lowest. */
  private Optional<Reason> weakConsistency() {
    List<Cell> low = ofLevel(lowest);
    BigDecimal[] most = low.stream().map(Cell::most).sorted().toArray(BigDecimal[]::new);
    Pairs pairs = new Pairs();
    for (Cell high : ofLevel(highest)) {
      int greater = countAbove(most, high.least);
      pairs.add(
          greater, high, () -> low.stream().filter(cell -> cell.most.compareTo(high.least) > 0));
    }
    return pairs.broken(WEAK_CONSISTENCY);
  }

  /** How many of the sorted numbers are greater. */
  private static int countAbove(BigDecimal[] sorted, BigDecimal number) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) / 2;
      if (sorted[middle].compareTo(number) > 0) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return sorted.length - from;
  }

  /** One step up in some of the factors may not lead from the lowest level to the highest. */
  private Optional<Reason> betweenness() {
    Map<List<Integer>, Cell> low = Maps.uniqueIndex(ofLevel(lowest), Cell::steps);
    Pairs pairs = new Pairs();
    for (Cell high : ofLevel(highest)) {
      List<List<Integer>> stepsDown =
          high.steps.stream().map(step -> List.of(step, step - 1)).toList();
      List<Cell> below =
          Lists.cartesianProduct(stepsDown).stream()
              .flatMap(steps -> Stream.ofNullable(low.get(steps)))
              .toList();
      pairs.add(below.size(), high, below::stream);
    }
    return pairs.broken(BETWEENNESS);
  }

  /** Counts pairs and keeps the first. */
  private static final class Pairs {
    private final List<Cell> first = new ArrayList<>();
    private long count;

    void add(int more, Cell high, Supplier<Stream<Cell>> low) {
      if (count == 0 && more > 0) {
        first.addAll(List.of(high, low.get().findFirst().orElseThrow()));
      }
      count += more;
    }

    Optional<Reason> broken(Rule rule) {
      return first.isEmpty()
          ? Optional.empty()
          : Optional.of(
              rule.broken(
                  "higher", first.get(0).factors, "lower", first.get(1).factors, "count", count));
    }
  }

  /**
   * What is as great as the highest level, and not as small as the lowest, should be highest;
   * likewise the other way round.
   */
  private List<Reason> colouring() {
    BigDecimal leastHigh =
        ofLevel(highest).stream().map(Cell::least).reduce(BigDecimal::min).orElseThrow();
    BigDecimal mostLow =
        ofLevel(lowest).stream().map(Cell::most).reduce(BigDecimal::max).orElseThrow();
    List<Cell> tooLow =
        cells.stream()
            .filter(cell -> cell.level != highest)
            .filter(cell -> cell.most.compareTo(leastHigh) > 0)
            .filter(cell -> cell.least.compareTo(mostLow) >= 0)
            .toList();
    List<Cell> tooHigh =
        cells.stream()
            .filter(cell -> cell.level != lowest)
            .filter(cell -> cell.least.compareTo(mostLow) < 0)
            .filter(cell -> cell.most.compareTo(leastHigh) <= 0)
            .toList();
    return Stream.of(odd(COLOURING, tooLow), odd(COLOURING_LOW, tooHigh))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Reason> odd(Rule rule, List<Cell> odd) {
    return odd.stream()
        .findFirst()
        .map(
            cell ->
                rule.broken(
                    "factors", cell.factors, "level", cell.level.term(), "count", odd.size()));
  }

  private List<Cell> ofLevel(RiskLevel level) {
    return cells.stream().filter(cell -> cell.level == level).toList();
  }

  /** The cell at a place among the inputs, whose digits are the places on the axes. */
  private Cell cell(int place, Grade grade) {
    List<Integer> steps = new ArrayList<>();
    int rest = place;
    for (int f = sizes.size() - 1; f >= 0; f--) {
      steps.add(0, sizes.get(f) - rest % sizes.get(f));
      rest /= sizes.get(f);
    }
    BigDecimal least = BigDecimal.ONE;
    BigDecimal most = BigDecimal.ONE;
    for (int step : steps) {
      least = least.multiply(BigDecimal.valueOf(step - 1L));
      most = most.multiply(BigDecimal.valueOf(step));
    }
    Factors factors = grade.assessment().orElseThrow().factors();
    return new Cell(factors, grade.level(), steps, least, most);
  }

  /**
   * A cell and the risks in it.
   *
   * @param factors its values
   * @param level its level
   * @param steps which step of each factor it is, from 1 for the lowest
   * @param least no risk in it is smaller, in units of the smallest cell
   * @param most no risk in it is greater
   */
  private record Cell(
      Factors factors, RiskLevel level, List<Integer> steps, BigDecimal least, BigDecimal most) {}
}
