package io.github.dualprevention.core.risk;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.dualprevention.core.Require;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Cells of a matrix, as blocks: a block holds every combination of the values that it names.
 *
 * @param blocks for each block the values of each factor; at least one block, one factor, one value
 */
public record Cells(List<Map<String, Set<BigDecimal>>> blocks) implements Extent {

  private static final Pattern FACTOR = Pattern.compile("(?<name>[^=\\s]+)=(?<values>[0-9.,]+)");
  private static final String NOTATION = "must be written like L=4,5 S=5; L=5 S=4";

  /** Throws {@code IllegalArgumentException} if a block, a factor or a value is missing. */
  public Cells {
    blocks = Require.notEmpty(blocks, "blocks").stream().map(Cells::copy).toList();
  }

  private static Map<String, Set<BigDecimal>> copy(Map<String, Set<BigDecimal>> block) {
    ImmutableMap.Builder<String, Set<BigDecimal>> copy = ImmutableMap.builder();
    block.forEach(
        (factor, values) -> {
          Require.require(!values.isEmpty(), "values", "must not be empty", factor);
          copy.put(
              Require.id(factor, "factor"),
              values.stream().map(Require::normalised).collect(ImmutableSet.toImmutableSet()));
        });
    Require.require(!block.isEmpty(), "block", "must not be empty", block);
    return copy.buildOrThrow();
  }

  /**
   * Obtains cells from their notation.
   *
   * @param text blocks separated by semicolons; a block names for each factor one or more values
   *     separated by commas, as in {@code L=4,5 S=5; L=5 S=4}
   * @return the cells
   * @throws IllegalArgumentException naming the text if it is anything else, or names a factor or a
   *     value twice in a block
   */
  public static Cells parse(String text) {
    return new Cells(
        Arrays.stream(text.split(";", -1)).map(block -> block(block.strip(), text)).toList());
  }

  private static Map<String, Set<BigDecimal>> block(String block, String text) {
    Map<String, Set<BigDecimal>> factors = new LinkedHashMap<>();
    for (String part : block.split(" +", -1)) {
      Matcher factor = FACTOR.matcher(part);
      Require.require(factor.matches(), "cells", NOTATION, text);
      List<BigDecimal> listed =
          Arrays.stream(factor.group("values").split(",", -1))
              .map(value -> Require.decimal(value, "cells"))
              .toList();
      Set<BigDecimal> values = ImmutableSet.copyOf(listed);
      Require.require(values.size() == listed.size(), "cells", NOTATION, text);
      Require.require(factors.put(factor.group("name"), values) == null, "cells", NOTATION, text);
    }
    return factors;
  }

  @Override
  public boolean holds(Factors factors, Optional<Score> score) {
    return blocks.stream()
        .anyMatch(
            block ->
                block.entrySet().stream()
                    .allMatch(
                        named -> {
                          BigDecimal value = factors.values().get(named.getKey());
                          return value != null && named.getValue().contains(value);
                        }));
  }

  /** The notation, as in {@code L=4,5 S=5; L=5 S=4}. */
  @Override
  public String toString() {
    return blocks.stream()
        .map(
            block ->
                block.entrySet().stream()
                    .map(factor -> factor.getKey() + "=" + listed(factor.getValue()))
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("; "));
  }

  private static String listed(Set<BigDecimal> values) {
    return values.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(","));
  }
}
