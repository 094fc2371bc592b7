package io.github.dualprevention.core.risk;

import com.google.common.collect.ImmutableMap;
import io.github.dualprevention.core.Require;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The factors of a risk as a person has judged them, by the letters that the method uses.
 *
 * @param values factor name to exact value without trailing zeros, in the order given; empty if
 *     nothing has been judged yet
 */
public record Factors(Map<String, BigDecimal> values) {

  /** Normalises names and values. */
  public Factors {
    ImmutableMap.Builder<String, BigDecimal> normalised = ImmutableMap.builder();
    values.forEach(
        (name, value) -> normalised.put(Require.id(name, "factor"), Require.normalised(value)));
    values = normalised.buildOrThrow();
  }

  /**
   * The factors of the risk matrix method (LS).
   *
   * @param l likelihood, plain decimal
   * @param s severity, plain decimal
   * @return the factors L and S
   */
  public static Factors ls(String l, String s) {
    return new Factors(ImmutableMap.of("L", decimal(l), "S", decimal(s)));
  }

  /**
   * The factors of the working-condition method (LEC).
   *
   * @param l likelihood, plain decimal
   * @param e exposure, plain decimal
   * @param c consequence, plain decimal
   * @return the factors L, E and C
   */
  public static Factors lec(String l, String e, String c) {
    return new Factors(ImmutableMap.of("L", decimal(l), "E", decimal(e), "C", decimal(c)));
  }

  private static BigDecimal decimal(String text) {
    return Require.decimal(text, "factor");
  }

  /** Names and values, as in {@code L=3, E=10, C=15}. */
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(factor -> factor.getKey() + "=" + factor.getValue().toPlainString())
        .collect(Collectors.joining(", "));
  }
}
