package io.github.dualprevention.grading;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.risk.Band;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.risk.ScoreRange;
import io.github.dualprevention.core.table.EffectivePeriod;
import io.github.dualprevention.core.table.TableVersion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/** Makes sound tables from a seed, and breaks them in one stated way. */
final class RandomTables {

  /** One way in which a table can be unsound. */
  enum Flaw {
    GAP("grading.table.gap"),
    OVERLAP("grading.table.overlap"),
    NOT_MONOTONE("grading.table.not-monotone"),
    WRONG_ORDER("grading.table.order"),
    WRONG_SCALE_ORDER("grading.table.scale-order"),
    UNREACHABLE_LEVEL("grading.table.unreachable");

    final String code;

    Flaw(String code) {
      this.code = code;
    }
  }

  private static final SourceClause SOURCE =
      new SourceClause("Generated table", "none", Evidence.ENTERPRISE);
  private static final MethodEdition EDITION =
      new MethodEdition(
          new TableVersion("GENERATED", "1"),
          new Wording("生成的表", "generated table"),
          new EffectivePeriod(Optional.empty(), Optional.empty()),
          SOURCE);
  private static final List<String> LETTERS = List.of("L", "E", "C");

  final List<Factor> factors = new ArrayList<>();
  final List<Band> bands = new ArrayList<>();

  /** The lowest score that each band reaches, in the order of the bands. */
  private final List<BigDecimal> lowest = new ArrayList<>();

  private final Random random;

  RandomTables(long seed) {
    random = new Random(seed);
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      factors.add(random.nextInt(5) == 0 ? combined(LETTERS.get(i)) : scale(LETTERS.get(i)));
    }
    makeBands(new ArrayList<>(scores(factors).descendingSet()));
  }

  Outcome<GradingMethod> build() {
    return GradingMethod.of(EDITION, factors, bands);
  }

  /** Every score that some input has. */
  static TreeSet<BigDecimal> scores(List<Factor> factors) {
    TreeSet<BigDecimal> scores = new TreeSet<>(List.of(BigDecimal.ONE));
    for (Factor factor : factors) {
      TreeSet<BigDecimal> longer = new TreeSet<>();
      for (BigDecimal score : scores) {
        values(factor).forEach(value -> longer.add(score.multiply(value)));
      }
      scores = longer;
    }
    return scores;
  }

  /** Every value that a factor can have, found without the library's arithmetic. */
  static TreeSet<BigDecimal> values(Factor factor) {
    TreeSet<BigDecimal> values = new TreeSet<>();
    for (int i = 0; i < factor.scales().size(); i++) {
      TreeSet<BigDecimal> next = new TreeSet<>();
      for (FactorValue step : factor.scales().get(i).values()) {
        BigDecimal value = step.value();
        if (factor instanceof WeightedFactor weighted) {
          BigDecimal part = value.multiply(weighted.weights().get(i));
          values.forEach(before -> next.add(before.add(part)));
          if (i == 0) {
            next.add(part);
          }
        } else {
          values.forEach(before -> next.add(before.max(value)));
          if (i == 0) {
            next.add(value);
          }
        }
      }
      values = next;
    }
    return values;
  }

  RandomTables broken(Flaw flaw) {
    int lower = 1 + random.nextInt(bands.size() - 1);
    switch (flaw) {
      case GAP -> leaveOutLowestScore(random.nextInt(bands.size()));
      case OVERLAP -> {
        ScoreRange range = range(bands.get(lower));
        String reach = "," + lowest.get(lower - 1).toPlainString() + "]";
        replaceRange(lower, opening(range) + range.min() + reach);
      }
      case NOT_MONOTONE -> {
        Band top = bands.get(0);
        Band bottom = bands.get(bands.size() - 1);
        bands.set(0, new Band(top.extent(), top.assessmentClass(), bottom.level(), SOURCE));
        bands.set(
            bands.size() - 1,
            new Band(bottom.extent(), bottom.assessmentClass(), top.level(), SOURCE));
      }
      case WRONG_ORDER -> Collections.swap(bands, lower - 1, lower);
      case WRONG_SCALE_ORDER -> {
        List<FactorScale> scales = new ArrayList<>(factors.get(0).scales());
        FactorScale scale = scales.get(scales.size() - 1);
        List<FactorValue> values = new ArrayList<>(scale.values());
        Collections.swap(values, 0, values.size() - 1);
        scales.set(scales.size() - 1, new FactorScale(scale.factor(), values));
        factors.set(0, rebuilt(factors.get(0), scales));
      }
      case UNREACHABLE_LEVEL -> {
        BigDecimal highest = scores(factors).last();
        ScoreRange range = range(bands.get(0));
        replaceRange(0, opening(range) + range.min() + "," + highest.toPlainString() + "]");
        String beyond = "(" + highest.toPlainString() + ",)";
        bands.add(0, band(ScoreRange.parse(beyond), bands.get(0).level()));
      }
    }
    return this;
  }

  /** A factor of two or three aspects: the highest counts, or their weighted mean. */
  private Factor combined(String factor) {
    List<FactorScale> aspects = new ArrayList<>();
    int count = 2 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      aspects.add(scale(factor + "." + i, 2 + random.nextInt(2)));
    }
    if (random.nextBoolean()) {
      return new MaximumFactor(factor, aspects);
    }
    List<BigDecimal> weights =
        count == 2
            ? List.of(new BigDecimal("0.7"), new BigDecimal("0.3"))
            : List.of(new BigDecimal("0.5"), new BigDecimal("0.25"), new BigDecimal("0.25"));
    return new WeightedFactor(factor, aspects, weights);
  }

  private static Factor rebuilt(Factor factor, List<FactorScale> scales) {
    if (factor instanceof WeightedFactor weighted) {
      return new WeightedFactor(weighted.factor(), scales, weighted.weights());
    }
    return factor instanceof MaximumFactor
        ? new MaximumFactor(factor.factor(), scales)
        : scales.get(0);
  }

  private FactorScale scale(String factor) {
    return scale(factor, 2 + random.nextInt(5));
  }

  private FactorScale scale(String factor, int size) {
    TreeSet<BigDecimal> values = new TreeSet<>();
    if (random.nextInt(8) == 0) {
      values.add(BigDecimal.ZERO);
    }
    while (values.size() < size) {
      values.add(BigDecimal.valueOf(1 + random.nextInt(200), random.nextInt(3)));
    }
    return new FactorScale(
        factor,
        values.descendingSet().stream()
            .map(value -> new FactorValue(value, new Wording("取值", "value"), SOURCE))
            .toList());
  }

  /** Cuts the scores, highest first, into two to five groups and lays a range around each. */
  private void makeBands(List<BigDecimal> scores) {
    int count = Math.min(scores.size(), 2 + random.nextInt(4));
    TreeSet<Integer> starts = new TreeSet<>(List.of(0));
    while (starts.size() < count) {
      starts.add(random.nextInt(scores.size()));
    }
    List<Integer> cuts = new ArrayList<>(starts);
    cuts.add(scores.size());
    List<RiskLevel> levels = levels(count);
    String upperEnd = random.nextBoolean() ? ",)" : "," + scores.get(0).toPlainString() + "]";
    for (int i = 0; i < count; i++) {
      BigDecimal low = scores.get(cuts.get(i + 1) - 1);
      boolean last = i == count - 1;
      BigDecimal below = last ? BigDecimal.ZERO : scores.get(cuts.get(i + 1));
      String lowerEnd;
      String nextUpperEnd;
      switch (random.nextInt(3)) {
        case 0 -> {
          lowerEnd = "[" + low.toPlainString();
          nextUpperEnd = "," + low.toPlainString() + ")";
        }
        case 1 -> {
          lowerEnd = (low.signum() == 0 ? "[" : "(") + below.toPlainString();
          nextUpperEnd = "," + below.toPlainString() + "]";
        }
        default -> {
          lowerEnd = "[" + low.toPlainString();
          nextUpperEnd = "," + below.toPlainString() + "]";
        }
      }
      bands.add(band(ScoreRange.parse(lowerEnd + upperEnd), levels.get(i)));
      lowest.add(low);
      upperEnd = nextUpperEnd;
    }
  }

  /** Levels that never rise from one band to the next lower one, at least two different ones. */
  private List<RiskLevel> levels(int count) {
    List<RiskLevel> all = List.of(RiskLevel.values());
    List<Integer> places = new ArrayList<>();
    while (places.size() < count) {
      places.add(random.nextInt(all.size()));
    }
    Collections.sort(places);
    if (places.get(0).equals(places.get(count - 1))) {
      places.set(0, 0);
      places.set(count - 1, all.size() - 1);
    }
    return places.stream().map(all::get).toList();
  }

  private void leaveOutLowestScore(int i) {
    ScoreRange range = range(bands.get(i));
    String low = lowest.get(i).toPlainString();
    boolean single =
        range.max().filter(max -> max.value().compareTo(lowest.get(i)) <= 0).isPresent();
    if (single) {
      bands.remove(i);
    } else {
      String upperEnd =
          "," + range.max().map(Object::toString).orElse("") + (range.maxIncluded() ? "]" : ")");
      replaceRange(i, "(" + low + upperEnd);
    }
  }

  private void replaceRange(int i, String range) {
    bands.set(i, band(ScoreRange.parse(range), bands.get(i).level()));
  }

  private static String opening(ScoreRange range) {
    return range.minIncluded() ? "[" : "(";
  }

  static ScoreRange range(Band band) {
    return (ScoreRange) band.extent();
  }

  private static Band band(ScoreRange range, RiskLevel level) {
    return new Band(range, new Wording("级别", "class"), level, SOURCE);
  }
}
