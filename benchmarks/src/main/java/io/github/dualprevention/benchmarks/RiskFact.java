package io.github.dualprevention.benchmarks;

import io.github.dualprevention.core.risk.Factors;
import io.github.dualprevention.core.risk.RiskLevel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A risk as an object that engines read properties of and whose level their rules set. */
public final class RiskFact {

  private final double l;
  private final double e;
  private final double c;
  private final double s;
  private @Nullable RiskLevel level;

  private RiskFact(Factors factors) {
    l = value(factors, "L");
    e = value(factors, "E");
    c = value(factors, "C");
    s = value(factors, "S");
  }

  static List<RiskFact> of(PlainTable table) {
    return table.inputs().stream().map(RiskFact::new).toList();
  }

  /** A factor that the method does not have is one, so that every score is the same product. */
  private static double value(Factors factors, String name) {
    return factors.values().getOrDefault(name, BigDecimal.ONE).doubleValue();
  }

  /**
   * The likelihood.
   *
   * @return L
   */
  public double getL() {
    return l;
  }

  /**
   * The exposure.
   *
   * @return E
   */
  public double getE() {
    return e;
  }

  /**
   * The consequence.
   *
   * @return C
   */
  public double getC() {
    return c;
  }

  /**
   * The severity.
   *
   * @return S
   */
  public double getS() {
    return s;
  }

  /**
   * The score, multiplied in Java.
   *
   * @return the product of the factors
   */
  public double getScore() {
    return l * e * c * s;
  }

  /**
   * Takes the answer of a rule.
   *
   * @param level the level
   */
  public void setLevel(RiskLevel level) {
    this.level = level;
  }

  /** The answer, forgotten at once, so that no old one passes for a new one. */
  RiskLevel takeLevel() {
    RiskLevel answer = Objects.requireNonNull(level, "no rule has set a level");
    level = null;
    return answer;
  }
}
