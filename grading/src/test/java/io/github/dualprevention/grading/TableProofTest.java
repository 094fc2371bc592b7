package io.github.dualprevention.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.risk.Band;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.risk.ScoreRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tables are proved when they are built; every refusal is held against arithmetic written apart
 * from the library's.
 */
class TableProofTest {

  private static final int TABLES = Integer.getInteger("dualprevention.tries", 10_000);

  @Test
  void acceptsEverySoundTable() {
    for (long seed = 0; seed < TABLES; seed++) {
      Outcome<GradingMethod> outcome = new RandomTables(seed).build();

      assertThat(outcome.reasons()).as("seed %d", seed).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(RandomTables.Flaw.class)
  void refusesEveryFlawedTableWithATrueCounterExample(RandomTables.Flaw flaw) {
    for (long seed = 0; seed < TABLES; seed++) {
      RandomTables table = new RandomTables(seed).broken(flaw);
      List<Reason> reasons = table.build().reasons();

      assertThat(reasons).as("seed %d", seed).extracting(Reason::code).contains(flaw.code);
      for (Reason reason : reasons) {
        assertThat(isTrue(reason, table)).as("seed %d: %s", seed, reason).isTrue();
      }
    }
  }

  /** 高 8+, 中 4–7, 低 1–4: the published scale that puts 4 into two bands. */
  @Test
  void refusesThePublishedScaleThatCountsFourTwice() {
    RandomTables table = new RandomTables(1);
    Band any = table.bands.get(0);
    List<Band> bands = new ArrayList<>();
    List<String> ranges = List.of("[8,)", "[4,7]", "[1,4]");
    List<RiskLevel> levels = List.of(RiskLevel.MAJOR, RiskLevel.GENERAL, RiskLevel.LOW);
    for (int i = 0; i < ranges.size(); i++) {
      bands.add(
          new Band(
              ScoreRange.parse(ranges.get(i)), any.assessmentClass(), levels.get(i), any.source()));
    }
    GradingMethod matrix = Published.LS;

    List<Reason> reasons = GradingMethod.of(matrix.edition(), matrix.scales(), bands).reasons();

    assertThat(reasons).extracting(Reason::code).containsExactly("grading.table.overlap");
    assertThat(reasons.get(0).values()).containsEntry("score", "4");
    assertThat(reasons.get(0).message().zh()).isEqualTo("分值区间[4,7]与[1,4]重叠，例如分值4同时属于两者");
  }

  @Test
  void refusesTablesTooLargeToTryEveryInput() {
    GradingMethod matrix = Published.LS;
    List<FactorScale> many = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      many.add(new FactorScale("F" + i, matrix.scales().get(0).values()));
    }

    List<Reason> reasons = GradingMethod.of(matrix.edition(), many, matrix.bands()).reasons();

    assertThat(reasons).extracting(Reason::code).containsExactly("grading.table.too-large");
    assertThat(reasons.get(0).values()).containsEntry("count", "390625");
  }

  @Test
  void refusesMoreFactorsOrBandsThanAnybodyCanMean() {
    GradingMethod matrix = Published.LS;
    FactorScale one = new FactorScale("F", matrix.scales().get(0).values().subList(0, 1));
    List<FactorScale> factors = Collections.nCopies(11, one);
    List<Band> bands = Collections.nCopies(1_001, matrix.bands().get(0));

    List<Reason> reasons = GradingMethod.of(matrix.edition(), factors, bands).reasons();

    assertThat(reasons)
        .extracting(Reason::code, reason -> reason.value("count"))
        .containsExactly(
            tuple("grading.table.too-many", "11"), tuple("grading.table.too-many", "1001"));
  }

  @Test
  void refusesAFactorThatIsDeclaredTwice() {
    GradingMethod matrix = Published.LS;
    FactorScale likelihood = matrix.scales().get(0);

    List<Reason> reasons =
        GradingMethod.of(matrix.edition(), List.of(likelihood, likelihood), matrix.bands())
            .reasons();

    assertThat(reasons).extracting(Reason::code).containsExactly("grading.table.factor-twice");
  }

  private static boolean isTrue(Reason reason, RandomTables table) {
    return switch (reason.code()) {
      case "grading.table.gap" -> {
        Map<String, BigDecimal> input = input(reason.value("factors"));
        BigDecimal score = new BigDecimal(reason.value("score"));
        yield isInput(input, table)
            && product(input).compareTo(score) == 0
            && table.bands.stream().noneMatch(band -> lies(score, band.extent().toString()));
      }
      case "grading.table.overlap" -> {
        BigDecimal score = new BigDecimal(reason.value("score"));
        yield !reason.value("first").equals(reason.value("second"))
            && lies(score, reason.value("first"))
            && lies(score, reason.value("second"))
            && isBand(reason.value("first"), table)
            && isBand(reason.value("second"), table);
      }
      case "grading.table.not-monotone" -> {
        Map<String, BigDecimal> input = input(reason.value("factors"));
        Map<String, BigDecimal> raised = input(reason.value("raised"));
        boolean dominates =
            input.entrySet().stream()
                .allMatch(
                    f ->
                        f.getValue().compareTo(raised.getOrDefault(f.getKey(), BigDecimal.ZERO))
                            <= 0);
        RiskLevel level = levelOf(product(input), table).orElseThrow();
        RiskLevel lower = levelOf(product(raised), table).orElseThrow();
        yield isInput(input, table)
            && isInput(raised, table)
            && dominates
            && level.name().equals(reason.value("level"))
            && lower.name().equals(reason.value("lower"))
            && gravity(level) > gravity(lower);
      }
      case "grading.table.order" ->
          place(reason.value("lower"), table) + 1 == place(reason.value("higher"), table)
              && max(reason.value("lower")).compareTo(min(reason.value("higher"))) <= 0;
      case "grading.table.scale-order" -> {
        BigDecimal lower = new BigDecimal(reason.value("lower"));
        BigDecimal higher = new BigDecimal(reason.value("higher"));
        List<BigDecimal> scale =
            table.factors.stream()
                .flatMap(factor -> factor.scales().stream())
                .filter(s -> s.factor().equals(reason.value("factor")))
                .flatMap(s -> s.values().stream())
                .map(FactorValue::value)
                .toList();
        yield lower.compareTo(higher) < 0 && scale.indexOf(higher) == scale.indexOf(lower) + 1;
      }
      case "grading.table.unreachable" ->
          isBand(reason.value("range"), table)
              && RandomTables.scores(table.factors).stream()
                  .noneMatch(score -> lies(score, reason.value("range")));
      default -> false;
    };
  }

  private static Map<String, BigDecimal> input(String text) {
    Map<String, BigDecimal> input = new LinkedHashMap<>();
    for (String factor : text.split(", ")) {
      input.put(factor.split("=")[0], new BigDecimal(factor.split("=")[1]));
    }
    return input;
  }

  private static boolean isInput(Map<String, BigDecimal> input, RandomTables table) {
    return input.size() == table.factors.size()
        && table.factors.stream()
            .allMatch(factor -> RandomTables.values(factor).contains(input.get(factor.factor())));
  }

  private static BigDecimal product(Map<String, BigDecimal> input) {
    return input.values().stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
  }

  private static Optional<RiskLevel> levelOf(BigDecimal score, RandomTables table) {
    return table.bands.stream()
        .filter(band -> lies(score, band.extent().toString()))
        .map(Band::level)
        .findFirst();
  }

  private static boolean isBand(String range, RandomTables table) {
    return place(range, table) >= 0;
  }

  private static int place(String range, RandomTables table) {
    return table.bands.stream().map(band -> band.extent().toString()).toList().indexOf(range);
  }

  private static BigDecimal min(String range) {
    return new BigDecimal(range.substring(1, range.indexOf(',')));
  }

  private static BigDecimal max(String range) {
    return new BigDecimal(range.substring(range.indexOf(',') + 1, range.length() - 1));
  }

  private static boolean lies(BigDecimal score, String range) {
    int down = score.compareTo(min(range));
    String end = range.substring(range.indexOf(',') + 1, range.length() - 1);
    int up = end.isEmpty() ? -1 : score.compareTo(new BigDecimal(end));
    return (down > 0 || (down == 0 && range.startsWith("[")))
        && (up < 0 || (up == 0 && range.endsWith("]")));
  }

  private static int gravity(RiskLevel level) {
    return List.of("LOW", "GENERAL", "SIGNIFICANT", "MAJOR").indexOf(level.name());
  }
}
