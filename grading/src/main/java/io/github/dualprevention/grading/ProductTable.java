package io.github.dualprevention.grading;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.risk.Assessment;
import io.github.dualprevention.core.risk.Band;
import io.github.dualprevention.core.risk.Factors;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.risk.Score;
import io.github.dualprevention.core.risk.ScoreRange;
import io.github.dualprevention.core.table.TableVersion;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Scales and bands before anything is known of them, and the proof that they make a sound table:
 * every input that the scales allow is tried.
 */
final class ProductTable {

  private static final int MOST_INPUTS = 100_000;
  private static final int MOST_FACTORS = 10;
  private static final int MOST_BANDS = 1_000;

  private final TableVersion version;
  private final List<FactorScale> scales;
  private final List<Band> bands;

  ProductTable(TableVersion version, List<FactorScale> scales, List<Band> bands) {
    this.version = version;
    this.scales = scales;
    this.bands = bands;
  }

  /** Everything that is wrong with the table; nothing if it is sound. */
  List<Reason> reasonsAgainst() {
    List<Reason> reasons = new ArrayList<>();
    if (againstSize(reasons)) {
      againstScales(reasons);
      againstBands(reasons);
      boolean ordered = reasons.isEmpty();
      againstGaps(reasons);
      againstUnreachable(reasons);
      if (ordered) {
        againstFallingLevels(reasons);
      }
    }
    return reasons;
  }

  /** The grade of every input, in the order of the inputs; only of a sound table. */
  List<Grade> grades() {
    return inputs().stream()
        .map(
            input -> {
              Score score = score(input);
              Band band = bandOf(score).orElseThrow();
              return Grade.of(new Assessment(version, factors(input), score, band));
            })
        .toList();
  }

  /** Whether the table is small enough to be tried input by input. */
  private boolean againstSize(List<Reason> reasons) {
    againstCount(scales.size(), MOST_FACTORS, reasons);
    againstCount(bands.size(), MOST_BANDS, reasons);
    BigInteger inputs = BigInteger.ONE;
    for (FactorScale scale : scales) {
      inputs = inputs.multiply(BigInteger.valueOf(scale.values().size()));
    }
    if (inputs.compareTo(BigInteger.valueOf(MOST_INPUTS)) > 0) {
      reasons.add(GradingRules.TOO_LARGE.broken("count", inputs, "most", MOST_INPUTS));
    }
    return reasons.isEmpty();
  }

  private static void againstCount(int count, int most, List<Reason> reasons) {
    if (count > most) {
      reasons.add(GradingRules.TOO_MANY.broken("count", count, "most", most));
    }
  }

  private void againstScales(List<Reason> reasons) {
    Set<String> met = new HashSet<>();
    for (FactorScale scale : scales) {
      if (!met.add(scale.factor())) {
        reasons.add(GradingRules.FACTOR_TWICE.broken("factor", scale.factor()));
      }
      for (int i = 1; i < scale.values().size(); i++) {
        BigDecimal before = scale.values().get(i - 1).value();
        BigDecimal here = scale.values().get(i).value();
        if (here.compareTo(before) >= 0) {
          reasons.add(
              GradingRules.SCALE_ORDER.broken(
                  "factor",
                  scale.factor(),
                  "lower",
                  before.toPlainString(),
                  "higher",
                  here.toPlainString()));
        }
      }
    }
  }

  /** For each band the first later one that it overlaps, and whether the next one lies above it. */
  private void againstBands(List<Reason> reasons) {
    for (int i = 0; i < bands.size(); i++) {
      ScoreRange upper = bands.get(i).range();
      List<ScoreRange> later =
          bands.subList(i + 1, bands.size()).stream().map(Band::range).toList();
      later.stream()
          .filter(upper::overlaps)
          .findFirst()
          .ifPresent(
              lower ->
                  reasons.add(
                      GradingRules.OVERLAP.broken(
                          "first", upper, "second", lower, "score", sharedScore(upper, lower))));
      later.stream()
          .limit(1)
          .filter(upper::liesBelow)
          .forEach(
              higher ->
                  reasons.add(GradingRules.BAND_ORDER.broken("lower", upper, "higher", higher)));
    }
  }

  /**
   * A score in both of two overlapping ranges: where the later one starts, or halfway to where the
   * earlier one ends.
   */
  private static Score sharedScore(ScoreRange first, ScoreRange second) {
    Score from = first.min().compareTo(second.min()) >= 0 ? first.min() : second.min();
    if (first.contains(from) && second.contains(from)) {
      return from;
    }
    BigDecimal beyond = from.value().add(BigDecimal.ONE);
    BigDecimal end =
        List.of(first, second).stream()
            .flatMap(range -> range.max().stream())
            .map(Score::value)
            .reduce(beyond, BigDecimal::min);
    return new Score(from.value().add(end).divide(BigDecimal.valueOf(2)));
  }

  private void againstGaps(List<Reason> reasons) {
    List<List<BigDecimal>> outside =
        inputs().stream().filter(input -> bandOf(score(input)).isEmpty()).toList();
    if (!outside.isEmpty()) {
      List<BigDecimal> input = outside.get(0);
      reasons.add(
          GradingRules.GAP.broken(
              "factors", named(input), "score", score(input), "count", outside.size()));
    }
  }

  private void againstUnreachable(List<Reason> reasons) {
    Set<Score> reachable = inputs().stream().map(ProductTable::score).collect(Collectors.toSet());
    for (Band band : bands) {
      if (reachable.stream().noneMatch(band.range()::contains)) {
        reasons.add(
            GradingRules.UNREACHABLE.broken("range", band.range(), "level", band.level().code()));
      }
    }
  }

  /** Compares each input with the one that differs by the next higher value of one factor. */
  private void againstFallingLevels(List<Reason> reasons) {
    List<List<BigDecimal>> inputs = inputs();
    List<Optional<RiskLevel>> levels =
        inputs.stream().map(input -> bandOf(score(input)).map(Band::level)).toList();
    int step = 1;
    for (int f = scales.size() - 1; f >= 0; f--) {
      int size = scales.get(f).values().size();
      for (int i = 0; i < inputs.size(); i++) {
        boolean highest = i / step % size == 0;
        if (!highest && falls(levels.get(i), levels.get(i - step))) {
          reasons.add(
              GradingRules.NOT_MONOTONE.broken(
                  "factors",
                  named(inputs.get(i)),
                  "level",
                  levels.get(i).orElseThrow(),
                  "raised",
                  named(inputs.get(i - step)),
                  "lower",
                  levels.get(i - step).orElseThrow()));
          return;
        }
      }
      step *= size;
    }
  }

  private static boolean falls(Optional<RiskLevel> from, Optional<RiskLevel> to) {
    return from.isPresent() && to.isPresent() && !to.get().isAtLeast(from.get());
  }

  private List<List<BigDecimal>> inputs() {
    return Lists.cartesianProduct(
        scales.stream()
            .map(scale -> scale.values().stream().map(FactorValue::value).toList())
            .toList());
  }

  private static Score score(List<BigDecimal> input) {
    return new Score(input.stream().reduce(BigDecimal.ONE, BigDecimal::multiply));
  }

  private Optional<Band> bandOf(Score score) {
    return bands.stream().filter(band -> band.range().contains(score)).findFirst();
  }

  private Factors factors(List<BigDecimal> input) {
    ImmutableMap.Builder<String, BigDecimal> values = ImmutableMap.builder();
    for (int i = 0; i < scales.size(); i++) {
      values.put(scales.get(i).factor(), input.get(i));
    }
    return new Factors(values.buildOrThrow());
  }

  /**
   * The input as text; a factor may stand twice in it, since the table is not yet known to be
   * sound.
   */
  private String named(List<BigDecimal> input) {
    return IntStream.range(0, scales.size())
        .mapToObj(i -> scales.get(i).factor() + "=" + input.get(i).toPlainString())
        .collect(Collectors.joining(", "));
  }
}
