package io.github.dualprevention.grading;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.risk.Band;
import io.github.dualprevention.core.risk.Cells;
import io.github.dualprevention.core.risk.Extent;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.risk.ScoreRange;
import io.github.dualprevention.core.table.EffectivePeriod;
import io.github.dualprevention.core.table.TableVersion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Makes sound matrices of any shape from a seed, and breaks them in one stated way. */
final class RandomMatrices {

  /** One way in which a matrix can be unsound. */
  enum Flaw {
    GAP("grading.table.cell-gap"),
    TWICE("grading.table.cell-twice"),
    NOT_MONOTONE("grading.table.not-monotone"),
    UNKNOWN_VALUE("grading.table.cell-value"),
    MISSING_FACTOR("grading.table.cell-factors"),
    MIXED("grading.table.mixed");

    final String code;

    Flaw(String code) {
      this.code = code;
    }
  }

  private static final SourceClause SOURCE =
      new SourceClause("Generated matrix", "none", Evidence.ENTERPRISE);
  private static final MethodEdition EDITION =
      new MethodEdition(
          new TableVersion("GENERATED", "1"),
          new Wording("生成的矩阵", "generated matrix"),
          new EffectivePeriod(Optional.empty(), Optional.empty()),
          SOURCE);

  final int rows;
  final int columns;

  /** The level of each cell, 0 for the lowest, by L from 1 and S from 1. */
  final int[][] levels;

  final List<Band> bands = new ArrayList<>();
  private final Random random;

  RandomMatrices(long seed) {
    random = new Random(seed);
    rows = 2 + random.nextInt(5);
    columns = 2 + random.nextInt(5);
    levels = new int[rows][columns];
    for (int l = 0; l < rows; l++) {
      for (int s = 0; s < columns; s++) {
        int left = s == 0 ? 0 : levels[l][s - 1];
        int below = l == 0 ? 0 : levels[l - 1][s];
        levels[l][s] = Math.min(3, Math.max(left, below) + (random.nextInt(3) == 0 ? 1 : 0));
      }
    }
    levels[rows - 1][columns - 1] = 3;
    levels[0][0] = 0;
    makeBands();
  }

  Outcome<GradingMethod> build() {
    return GradingMethod.of(EDITION, List.of(scale("L", rows), scale("S", columns)), bands);
  }

  RandomMatrices broken(Flaw flaw) {
    int which = random.nextInt(bands.size());
    List<Map<String, Set<BigDecimal>>> blocks =
        new ArrayList<>(((Cells) bands.get(which).extent()).blocks());
    switch (flaw) {
      case GAP -> {
        if (blocks.size() == 1) {
          bands.remove(which);
        } else {
          blocks.remove(random.nextInt(blocks.size()));
          bands.set(which, band(new Cells(blocks), bands.get(which).level()));
        }
      }
      case TWICE -> {
        int other = which == 0 ? bands.size() - 1 : which - 1;
        blocks.add(((Cells) bands.get(other).extent()).blocks().get(0));
        bands.set(which, band(new Cells(blocks), bands.get(which).level()));
      }
      case NOT_MONOTONE -> {
        levels[rows - 1][columns - 1] = 0;
        levels[0][0] = 3;
        bands.clear();
        makeBands();
      }
      case UNKNOWN_VALUE -> {
        blocks.add(block(rows, 0));
        bands.set(which, band(new Cells(blocks), bands.get(which).level()));
      }
      case MISSING_FACTOR -> {
        blocks.add(Map.of("L", Set.of(BigDecimal.ONE)));
        bands.set(which, band(new Cells(blocks), bands.get(which).level()));
      }
      case MIXED -> bands.set(which, band(ScoreRange.parse("[1,)"), bands.get(which).level()));
    }
    return this;
  }

  /** A line for each level that occurs, the highest first, each cell a block of its own. */
  private void makeBands() {
    Map<Integer, List<Map<String, Set<BigDecimal>>>> cells = new TreeMap<>();
    for (int l = 0; l < rows; l++) {
      for (int s = 0; s < columns; s++) {
        cells.computeIfAbsent(3 - levels[l][s], any -> new ArrayList<>()).add(block(l, s));
      }
    }
    cells.forEach(
        (place, blocks) ->
            bands.add(band(new Cells(blocks), List.of(RiskLevel.values()).get(place))));
  }

  private static Map<String, Set<BigDecimal>> block(int l, int s) {
    Map<String, Set<BigDecimal>> block = new LinkedHashMap<>();
    block.put("L", Set.of(BigDecimal.valueOf(l + 1)));
    block.put("S", Set.of(BigDecimal.valueOf(s + 1)));
    return block;
  }

  private static FactorScale scale(String factor, int size) {
    return new FactorScale(
        factor,
        IntStream.range(0, size)
            .mapToObj(
                i ->
                    new FactorValue(
                        BigDecimal.valueOf(size - i), new Wording("取值", "value"), SOURCE))
            .toList());
  }

  private static Band band(Extent extent, RiskLevel level) {
    return new Band(extent, new Wording("级别", "class"), level, SOURCE);
  }
}
