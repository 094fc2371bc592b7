package io.github.dualprevention.benchmarks;

import io.github.dualprevention.core.risk.Band;
import io.github.dualprevention.core.risk.Factors;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.risk.ScoreRange;
import io.github.dualprevention.grading.GradingMethod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What another engine is told of a method: the names of the factors, the levels with their lowest
 * scores, and every input.
 *
 * @param factors the names, in the method's order
 * @param levels from high to low; neighbouring bands of one level are one line
 * @param inputs every input that the method can grade
 */
record PlainTable(List<String> factors, List<Line> levels, List<Factors> inputs) {

  /** A level and the scores that have it: from its floor up to the floor of the line above. */
  record Line(double floor, double ceiling, RiskLevel level) {

    boolean highest() {
      return ceiling == Double.POSITIVE_INFINITY;
    }
  }

  static PlainTable of(GradingMethod method) {
    List<String> factors = method.scales().stream().map(scale -> scale.factor()).toList();
    return new PlainTable(factors, lines(method.bands()), inputs(method));
  }

  /** Every input that a method can grade. */
  static List<Factors> inputs(GradingMethod method) {
    return method.everyGrade().stream()
        .map(grade -> grade.assessment().orElseThrow().factors())
        .toList();
  }

  /** The lowest score of a band. */
  static BigDecimal floor(Band band) {
    return ((ScoreRange) band.extent()).min().value();
  }

  private static List<Line> lines(List<Band> bands) {
    List<Line> lines = new ArrayList<>();
    double ceiling = Double.POSITIVE_INFINITY;
    for (int i = 0; i < bands.size(); i++) {
      RiskLevel level = bands.get(i).level();
      boolean goesOn = i + 1 < bands.size() && bands.get(i + 1).level() == level;
      if (!goesOn) {
        double floor = floor(bands.get(i)).doubleValue();
        lines.add(new Line(floor, ceiling, level));
        ceiling = floor;
      }
    }
    return List.copyOf(lines);
  }

  /** The formula of the score, as in {@code L * S}. */
  String product() {
    return String.join(" * ", factors);
  }

  /** One conditional expression, as in {@code s >= 20.0 ? a : s >= 15.0 ? b : c}. */
  String conditional(String score, Function<RiskLevel, String> answer) {
    StringBuilder text = new StringBuilder();
    for (Line line : levels.subList(0, levels.size() - 1)) {
      text.append(score).append(" >= ").append(line.floor()).append(" ? ");
      text.append(answer.apply(line.level())).append(" : ");
    }
    return text + answer.apply(levels.get(levels.size() - 1).level());
  }
}
