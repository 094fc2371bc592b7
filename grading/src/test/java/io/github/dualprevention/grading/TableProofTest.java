package io.github.dualprevention.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.risk.Band;
import io.github.dualprevention.core.risk.Extent;
import io.github.dualprevention.core.risk.RiskLevel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    List<Band> bands =
        List.of(
            band("[8,)", RiskLevel.MAJOR),
            band("[4,7]", RiskLevel.GENERAL),
            band("[1,4]", RiskLevel.LOW));

    List<Reason> reasons = built(Published.LS.scales(), bands).reasons();

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

  /** Exactly as many inputs as are proved; the next test has one more. */
  @Test
  void provesAHundredThousandInputsWhetherOfFactorsOrOfAspects() {
    List<FactorScale> five = IntStream.range(0, 5).mapToObj(i -> scale("F" + i, 10)).toList();
    List<Band> everything = List.of(band("[1,100000]", RiskLevel.LOW));

    assertThat(built(five, everything).orThrow().everyGrade()).hasSize(100_000);
    assertThat(built(List.of(new MaximumFactor("F", five)), everything).orThrow().everyGrade())
        .hasSize(10);
  }

  @Test
  void refusesOneInputMoreWhetherOfFactorsOrOfAspects() {
    List<FactorScale> two = List.of(scale("A", 11), scale("B", 9_091));

    for (List<? extends Factor> factors : List.of(two, List.of(new MaximumFactor("F", two)))) {
      assertThat(built(factors, List.of(band("[1,100001]", RiskLevel.LOW))).reasons())
          .extracting(Reason::code, reason -> reason.value("count"), reason -> reason.value("most"))
          .containsExactly(tuple("grading.table.too-large", "100001", "100000"));
    }
  }

  @Test
  void provesTenFactorsTenAspectsAndAThousandBands() {
    List<FactorScale> ten = IntStream.range(0, 10).mapToObj(i -> scale("F" + i, 1)).toList();
    List<Band> one = List.of(band("[1,1]", RiskLevel.LOW));
    List<Band> thousand =
        IntStream.iterate(1_000, score -> score - 1)
            .limit(1_000)
            .mapToObj(score -> band("[" + score + "," + score + "]", RiskLevel.LOW))
            .toList();

    assertThat(built(ten, one).reasons()).isEmpty();
    assertThat(built(List.of(new MaximumFactor("F", ten)), one).reasons()).isEmpty();
    assertThat(built(List.of(scale("F", 1_000)), thousand).orThrow().bands()).hasSize(1_000);
  }

  @Test
  void refusesMoreAspectsThanAnybodyCanMean() {
    List<FactorScale> eleven = IntStream.range(0, 11).mapToObj(i -> scale("F" + i, 1)).toList();

    assertThat(
            built(List.of(new MaximumFactor("F", eleven)), List.of(band("[1,1]", RiskLevel.LOW)))
                .reasons())
        .extracting(Reason::code, reason -> reason.value("count"), reason -> reason.value("most"))
        .containsExactly(tuple("grading.table.too-many", "11", "10"));
  }

  /** Where one starts inside the other, where only one includes that score, where neither ends. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[5,9] | [1,5]  | 5",
        "[5,9) | [5,6]  | 5",
        "[5,9] | (5,7)  | 5.5",
        "(5,7) | [5,9]  | 5.5",
        "(5,9] | (4,7]  | 5.5",
        "(4,7] | (5,9]  | 5.5",
        "(5,6] | [1,9)  | 5.5",
        "(5,)  | (4,)   | 5.5",
        "(4,)  | (5,5.2] | 5.1",
        "(5,5.2] | (4,) | 5.1"
      })
  void namesAScoreThatLiesInBothOverlappingBands(String first, String second, String score) {
    List<Band> bands = List.of(band(first, RiskLevel.LOW), band(second, RiskLevel.LOW));

    assertThat(built(List.of(scale("F", 9)), bands).reasons())
        .filteredOn(reason -> reason.code().equals("grading.table.overlap"))
        .extracting(reason -> reason.value("score"))
        .containsExactly(score);
  }

  @Test
  void refusesAValueThatStandsTwiceOnAScale() {
    List<FactorValue> twice = new ArrayList<>(scale("F", 3).values());
    twice.add(1, twice.get(0));

    assertThat(
            built(List.of(new FactorScale("F", twice)), List.of(band("[1,3]", RiskLevel.LOW)))
                .reasons())
        .extracting(Reason::code, reason -> reason.value("lower"), reason -> reason.value("higher"))
        .containsExactly(tuple("grading.table.scale-order", "3", "3"));
  }

  /** A level may fall along any one of the factors, also the first or the last. */
  @Test
  void findsTheFallingLevelAlongEachFactor() {
    List<FactorScale> factors = List.of(scale("A", 2), scale("B", 2), scale("C", 2));
    for (String falling : List.of("A", "B", "C")) {
      List<Band> bands =
          List.of(
              band(cells(falling, "2"), RiskLevel.LOW), band(cells(falling, "1"), RiskLevel.MAJOR));

      assertThat(built(factors, bands).reasons())
          .as(falling)
          .extracting(
              Reason::code, reason -> reason.value("factors"), reason -> reason.value("raised"))
          .containsExactly(
              tuple(
                  "grading.table.not-monotone",
                  "A=2, B=2, C=2".replace(falling + "=2", falling + "=1"),
                  "A=2, B=2, C=2"));
    }
  }

  @Test
  void tellsAllThatIsWrongWithNamesKindsAndCellsAtOnce() {
    List<FactorScale> twice = List.of(scale("L", 2), scale("L", 2), scale("S", 2));
    List<Band> mixed =
        List.of(
            band("L=2 S=3", RiskLevel.MAJOR),
            band("[1,2]", RiskLevel.LOW),
            band("[3,4]", RiskLevel.LOW));

    assertThat(GradingMethod.of(Published.LS.edition(), twice, mixed, OffScale.FLAG).reasons())
        .extracting(Reason::code)
        .containsExactly(
            "grading.table.factor-twice",
            "grading.table.mixed",
            "grading.table.flag-without-score",
            "grading.table.cell-value");
  }

  @Test
  void looksAtNoCellOfAMatrixThatIsTooLarge() {
    List<FactorScale> eleven = IntStream.range(0, 11).mapToObj(i -> scale("F" + i, 1)).toList();

    assertThat(built(eleven, List.of(band("F0=1", RiskLevel.LOW))).reasons())
        .extracting(Reason::code)
        .containsExactly("grading.table.too-many");
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

  private static Outcome<GradingMethod> built(List<? extends Factor> factors, List<Band> bands) {
    return GradingMethod.of(Published.LS.edition(), factors, bands);
  }

  /** The values from the given one down to 1. */
  private static FactorScale scale(String factor, int highest) {
    FactorValue any = Published.LS.scales().get(0).values().get(0);
    return new FactorScale(
        factor,
        IntStream.iterate(highest, value -> value - 1)
            .limit(highest)
            .mapToObj(
                value -> new FactorValue(BigDecimal.valueOf(value), any.meaning(), any.source()))
            .toList());
  }

  /** All cells of the factors A, B and C with one value of one factor. */
  private static String cells(String factor, String value) {
    return Stream.of("A", "B", "C")
        .map(name -> name + "=" + (name.equals(factor) ? value : "1,2"))
        .collect(Collectors.joining(" "));
  }

  private static Band band(String extent, RiskLevel level) {
    Band any = Published.LS.bands().get(0);
    return new Band(Extent.parse(extent), any.assessmentClass(), level, any.source());
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
