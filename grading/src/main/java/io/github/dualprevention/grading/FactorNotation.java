package io.github.dualprevention.grading;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Require;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a table writes one factor: {@code L=LEC-L}, {@code S=max(persons:S-P,loss:S-L)} or {@code
 * L=sum(a:L-A*0.6,b:L-B*0.4)}.
 *
 * @param factor the factor's letter
 * @param how {@code max}, {@code sum}, or empty for a factor that is judged as such
 * @param scales the scales to be judged, at least one
 */
record FactorNotation(String factor, String how, List<ScaleName> scales) {

  private static final String NAME = "[\\p{L}\\p{N}_.-]{1,49}";
  private static final Pattern FACTOR =
      Pattern.compile(
          "(?<factor>"
              + NAME
              + ")=(?:(?<how>max|sum)\\((?<aspects>\\S+)\\)|(?<scale>[^\\s()]{1,100}))");
  private static final Pattern ASPECT =
      Pattern.compile("(?<name>" + NAME + "):(?<scale>[^\\s()*]{1,100})(?:\\*(?<weight>[0-9.]+))?");

  /**
   * A scale by its name in the table.
   *
   * @param factor the factor or aspect that is judged on it
   * @param scale the scale's name
   * @param weight how much the aspect counts in a sum; 1 elsewhere
   */
  record ScaleName(String factor, String scale, BigDecimal weight) {}

  /** Reads a cell: factors separated by blanks. */
  static Outcome<List<FactorNotation>> parse(String cell) {
    List<FactorNotation> factors = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String part : cell.split(" +")) {
      Optional<FactorNotation> factor = factor(part);
      if (factor.isEmpty() || !names.add(factor.get().factor)) {
        return Outcome.refused(GradingRules.FACTOR_LIST.broken());
      }
      factors.add(factor.get());
    }
    for (FactorNotation factor : factors) {
      List<BigDecimal> weights = factor.weights();
      BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      boolean fit =
          !factor.how.equals("sum")
              || (sum.compareTo(BigDecimal.ONE) == 0
                  && weights.stream().allMatch(weight -> weight.signum() > 0));
      if (!fit) {
        return Outcome.refused(
            GradingRules.WEIGHTS.broken("factor", factor.factor, "weights", weights));
      }
    }
    return Outcome.accepted(factors);
  }

  private static Optional<FactorNotation> factor(String text) {
    Matcher factor = FACTOR.matcher(text);
    if (!factor.matches()) {
      return Optional.empty();
    }
    String name = factor.group("factor");
    if (factor.group("how") == null) {
      ScaleName scale = new ScaleName(name, factor.group("scale"), BigDecimal.ONE);
      return Optional.of(new FactorNotation(name, "", List.of(scale)));
    }
    String how = factor.group("how");
    List<ScaleName> scales = new ArrayList<>();
    for (String part : factor.group("aspects").split(",", -1)) {
      Matcher aspect = ASPECT.matcher(part);
      if (!aspect.matches()) {
        return Optional.empty();
      }
      Optional<BigDecimal> weight =
          Optional.ofNullable(aspect.group("weight")).flatMap(Require::parseDecimal);
      boolean weighted = aspect.group("weight") != null;
      if (weighted != how.equals("sum") || weighted != weight.isPresent()) {
        return Optional.empty();
      }
      scales.add(
          new ScaleName(
              name + "." + aspect.group("name"),
              aspect.group("scale"),
              weight.orElse(BigDecimal.ONE)));
    }
    return Optional.of(new FactorNotation(name, how, scales));
  }

  /** The factor itself, its scales being found. */
  Factor of(List<FactorScale> found) {
    return switch (how) {
      case "max" -> new MaximumFactor(factor, found);
      case "sum" -> new WeightedFactor(factor, found, weights());
      default -> found.get(0);
    };
  }

  private List<BigDecimal> weights() {
    return scales.stream().map(ScaleName::weight).toList();
  }
}
