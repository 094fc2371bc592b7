package io.github.dualprevention.grading;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.risk.Assessment;
import io.github.dualprevention.core.risk.Band;
import io.github.dualprevention.core.risk.Cells;
import io.github.dualprevention.core.risk.Factors;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.risk.Score;
import io.github.dualprevention.core.risk.ScoreRange;
import io.github.dualprevention.core.table.TableVersion;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Factors and bands before anything is known of them, and the proof that they make a sound table:
 * every input that the scales allow is tried.
 */
final class MethodTable {

  private static final int MOST_INPUTS = 100_000;
  private static final int MOST_FACTORS = 10;
  private static final int MOST_BANDS = 1_000;

  private final TableVersion version;
  private final List<Factor> factors;
  private final List<Band> bands;
  private final boolean scored;

  /** The values that each factor can have, from high to low; set when the size is known. */
  private List<List<BigDecimal>> axes = List.of();

  /** The line of each cell that is listed, and of each score that was met. */
  private final Map<List<BigDecimal>, Band> bandByCell = new HashMap<>();

  private final Map<Score, Optional<Band>> bandByScore = new HashMap<>();

  /** Every input that the scales allow, the highest values first, the last factor fastest. */
  private List<Input> inputs = List.of();

  MethodTable(TableVersion version, List<Factor> factors, List<Band> bands) {
    this.version = version;
    this.factors = factors;
    this.bands = bands;
    this.scored = bands.get(0).extent() instanceof ScoreRange;
  }

  /** The values that each factor can have, from high to low; only of a sound table. */
  List<List<BigDecimal>> axes() {
    return axes;
  }

  /** Everything that is wrong with the table; nothing if it is sound. */
  List<Reason> reasonsAgainst(OffScale offScale) {
    List<Reason> reasons = new ArrayList<>();
    if (againstSize(reasons) && againstParts(offScale, reasons)) {
      againstScales(reasons);
      if (scored) {
        againstRanges(reasons);
      } else {
        againstCellsTwice(reasons);
      }
      boolean ordered = reasons.isEmpty();
      inputs = Lists.cartesianProduct(axes).stream().map(this::input).toList();
      if (scored || ordered) {
        againstGaps(reasons);
        againstUnreachable(reasons);
      }
      if (ordered) {
        againstFallingLevels(reasons);
      }
      if (reasons.isEmpty()) {
        againstFallingBands(reasons);
      }
    }
    return reasons;
  }

  /** The grade of every input, in the order of the inputs; only of a sound table. */
  List<Grade> grades() {
    return inputs.stream()
        .map(
            input ->
                Grade.of(
                    new Assessment(version, input.factors, input.score, input.band.orElseThrow())))
        .toList();
  }

  /** Whether the table is small enough to be tried input by input; then the axes are known. */
  private boolean againstSize(List<Reason> reasons) {
    againstCount(factors.size(), MOST_FACTORS, reasons);
    againstCount(bands.size(), MOST_BANDS, reasons);
    for (Factor factor : factors) {
      againstCount(factor.scales().size(), MOST_FACTORS, reasons);
      againstInputs(
          factor.scales().stream().map(FactorScale::values).map(List::size).toList(), reasons);
    }
    if (reasons.isEmpty()) {
      axes = factors.stream().map(MethodTable::axis).toList();
      againstInputs(axes.stream().map(List::size).toList(), reasons);
    }
    return reasons.isEmpty();
  }

  private static void againstCount(int count, int most, List<Reason> reasons) {
    if (count > most) {
      reasons.add(GradingRules.TOO_MANY.broken("count", count, "most", most));
    }
  }

  private static void againstInputs(Collection<Integer> sizes, List<Reason> reasons) {
    BigInteger inputs =
        sizes.stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
    if (inputs.compareTo(BigInteger.valueOf(MOST_INPUTS)) > 0) {
      reasons.add(GradingRules.TOO_LARGE.broken("count", inputs, "most", MOST_INPUTS));
    }
  }

  private static List<BigDecimal> axis(Factor factor) {
    if (factor instanceof FactorScale scale) {
      return scale.values().stream().map(FactorValue::value).toList();
    }
    List<List<BigDecimal>> aspects =
        factor.scales().stream().map(MethodTable::axis).collect(Collectors.toList());
    return Lists.cartesianProduct(aspects).stream()
        .map(factor::valueOf)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** Whether factors, lines and policy fit together. */
  private boolean againstParts(OffScale offScale, List<Reason> reasons) {
    againstNames(reasons);
    againstKinds(offScale, reasons);
    againstBlocks(reasons);
    return reasons.isEmpty();
  }

  /** No name of a factor or an aspect may stand twice. */
  private void againstNames(List<Reason> reasons) {
    Set<String> met = new HashSet<>();
    for (Factor factor : factors) {
      List<String> names = new ArrayList<>(List.of(factor.factor()));
      if (!(factor instanceof FactorScale)) {
        factor.scales().forEach(scale -> names.add(scale.factor()));
      }
      for (String name : names) {
        if (!met.add(name)) {
          reasons.add(GradingRules.FACTOR_TWICE.broken("factor", name));
        }
      }
    }
  }

  /** All lines must be of one kind, scores or cells, and the policy must make sense for it. */
  private void againstKinds(OffScale offScale, List<Reason> reasons) {
    for (Band band : bands) {
      if (scored != band.extent() instanceof ScoreRange) {
        reasons.add(
            GradingRules.MIXED.broken("first", bands.get(0).extent(), "second", band.extent()));
        break;
      }
    }
    if (!scored && offScale == OffScale.FLAG) {
      reasons.add(GradingRules.FLAG_WITHOUT_SCORE.broken("range", bands.get(0).extent()));
    }
  }

  private void againstScales(List<Reason> reasons) {
    for (Factor factor : factors) {
      for (FactorScale scale : factor.scales()) {
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
  }

  /** For each band the first later one that it overlaps, and whether the next one lies above it. */
  private void againstRanges(List<Reason> reasons) {
    List<ScoreRange> ranges = bands.stream().map(Band::extent).map(ScoreRange.class::cast).toList();
    for (int i = 0; i < ranges.size(); i++) {
      ScoreRange upper = ranges.get(i);
      List<ScoreRange> later = ranges.subList(i + 1, ranges.size());
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
    Score from = Comparators.max(first.min(), second.min());
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

  /** Each block of cells must name every factor, and only values that it can have. */
  private void againstBlocks(List<Reason> reasons) {
    for (Band band : bands) {
      if (band.extent() instanceof Cells cells) {
        cells.blocks().forEach(block -> againstBlock(band, block, reasons));
      }
    }
  }

  /** For each line its first cell that stood before; whatever follows it is not looked at. */
  private void againstCellsTwice(List<Reason> reasons) {
    for (Band band : bands) {
      ((Cells) band.extent())
          .blocks().stream()
              .flatMap(block -> cells(block).stream())
              .filter(cell -> bandByCell.putIfAbsent(cell, band) != null)
              .findFirst()
              .ifPresent(
                  cell ->
                      reasons.add(
                          GradingRules.CELL_TWICE.broken(
                              "factors",
                              named(cell),
                              "first",
                              Require.notNull(bandByCell.get(cell), "band").extent(),
                              "second",
                              band.extent())));
    }
  }

  private List<List<BigDecimal>> cells(Map<String, Set<BigDecimal>> block) {
    return Lists.cartesianProduct(
        factors.stream()
            .map(factor -> List.copyOf(block.getOrDefault(factor.factor(), Set.of())))
            .toList());
  }

  private void againstBlock(Band band, Map<String, Set<BigDecimal>> block, List<Reason> reasons) {
    List<String> names = factors.stream().map(Factor::factor).toList();
    if (!block.keySet().equals(Set.copyOf(names))) {
      reasons.add(
          GradingRules.CELL_FACTORS.broken(
              "range",
              band.extent(),
              "named",
              String.join(", ", block.keySet()),
              "factors",
              String.join(", ", names)));
      return;
    }
    for (int i = 0; i < names.size(); i++) {
      Set<BigDecimal> unknown = new HashSet<>(block.getOrDefault(names.get(i), Set.of()));
      unknown.removeAll(new HashSet<>(axes.get(i)));
      for (BigDecimal value : unknown) {
        reasons.add(
            GradingRules.CELL_VALUE.broken(
                "range", band.extent(), "factor", names.get(i), "value", value.toPlainString()));
      }
    }
  }

  private void againstGaps(List<Reason> reasons) {
    List<Input> outside = inputs.stream().filter(input -> input.band.isEmpty()).toList();
    if (!outside.isEmpty()) {
      Input input = outside.get(0);
      reasons.add(
          input.score.isPresent()
              ? GradingRules.GAP.broken(
                  "factors", input.factors, "score", input.score.get(), "count", outside.size())
              : GradingRules.CELL_GAP.broken("factors", input.factors, "count", outside.size()));
    }
  }

  /** A line of cells is always reached; a range may hold no score that any input has. */
  private void againstUnreachable(List<Reason> reasons) {
    for (Band band : bands) {
      if (band.extent() instanceof ScoreRange range
          && bandByScore.keySet().stream().noneMatch(range::contains)) {
        reasons.add(
            GradingRules.UNREACHABLE.broken(
                "method", version, "range", range, "level", band.level().term()));
      }
    }
  }

  /** Compares each input with the one that differs by the next higher value of one factor. */
  private void againstFallingLevels(List<Reason> reasons) {
    List<Optional<RiskLevel>> levels =
        inputs.stream().map(input -> input.band.map(Band::level)).toList();
    int step = 1;
    for (int f = axes.size() - 1; f >= 0; f--) {
      int size = axes.get(f).size();
      for (int i = 0; i < inputs.size(); i++) {
        boolean highest = i / step % size == 0;
        if (!highest && falls(levels.get(i), levels.get(i - step))) {
          reasons.add(
              GradingRules.NOT_MONOTONE.broken(
                  "factors",
                  inputs.get(i).factors,
                  "level",
                  levels.get(i).orElseThrow().term(),
                  "raised",
                  inputs.get(i - step).factors,
                  "lower",
                  levels.get(i - step).orElseThrow().term()));
          return;
        }
      }
      step *= size;
    }
  }

  /**
   * A level that falls as the score rises, even where no two inputs show it that differ in one
   * factor alone.
   */
  private void againstFallingBands(List<Reason> reasons) {
    for (int i = 1; scored && i < bands.size(); i++) {
      Band higher = bands.get(i - 1);
      Band lower = bands.get(i);
      if (!higher.level().isAtLeast(lower.level())) {
        reasons.add(
            GradingRules.LEVEL_ORDER.broken(
                "higher",
                higher.extent(),
                "level",
                higher.level().term(),
                "lower",
                lower.extent(),
                "above",
                lower.level().term()));
      }
    }
  }

  private static boolean falls(Optional<RiskLevel> from, Optional<RiskLevel> to) {
    return from.isPresent() && to.isPresent() && !to.get().isAtLeast(from.get());
  }

  private Input input(List<BigDecimal> values) {
    Factors named = named(values);
    if (!scored) {
      return new Input(named, Optional.empty(), Optional.ofNullable(bandByCell.get(values)));
    }
    Score score = product(values);
    Optional<Band> band =
        bandByScore.computeIfAbsent(
            score,
            any ->
                bands.stream()
                    .filter(line -> line.extent().holds(named, Optional.of(any)))
                    .findFirst());
    return new Input(named, Optional.of(score), band);
  }

  private Factors named(List<BigDecimal> values) {
    ImmutableMap.Builder<String, BigDecimal> named = ImmutableMap.builder();
    for (int i = 0; i < values.size(); i++) {
      named.put(factors.get(i).factor(), values.get(i));
    }
    return new Factors(named.buildOrThrow());
  }

  /** The score of a method that makes one. */
  static Score product(List<BigDecimal> values) {
    return new Score(values.stream().reduce(BigDecimal.ONE, BigDecimal::multiply));
  }

  /** One combination of the factors' values, and the first line to which it belongs. */
  private record Input(Factors factors, Optional<Score> score, Optional<Band> band) {}
}
