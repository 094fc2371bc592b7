package io.github.dualprevention.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.risk.Assessment;
import io.github.dualprevention.core.risk.Factors;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.RiskLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The built-in tables, every cell of them, against an oracle in whole numbers that shares no code
 * with the library.
 */
class PublishedMethodsTest {

  @Test
  void gradesAll25CellsOfTheMatrixAsPublished() {
    int cells = 0;
    for (int l = 1; l <= 5; l++) {
      for (int s = 1; s <= 5; s++) {
        Grade grade = Published.LS.grade(Factors.ls("" + l, "" + s));
        int score = l * s;

        assertThat(assessment(grade).score().orElseThrow()).hasToString("" + score);
        assertThat(grade.level()).as("L=%d S=%d", l, s).isEqualTo(matrixOracle(score));
        cells++;
      }
    }
    assertThat(cells).isEqualTo(25).isEqualTo(Published.LS.everyGrade().size());
  }

  @Test
  void gradesAll252PointsOfLecAsPublished() {
    // Every factor in tenths, so that a score is a whole number of thousandths.
    int[] tenthsOfL = {100, 60, 30, 10, 5, 2, 1};
    int[] tenthsOfE = {100, 60, 30, 20, 10, 5};
    int[] tenthsOfC = {1000, 400, 150, 70, 30, 10};
    int points = 0;
    for (int l : tenthsOfL) {
      for (int e : tenthsOfE) {
        for (int c : tenthsOfC) {
          Factors factors = Factors.lec(tenths(l), tenths(e), tenths(c));
          int thousandths = l * e * c;

          Grade upward = Published.LEC.grade(factors);
          Grade downward = Published.LEC_LOWER.grade(factors);

          assertThat(
                  assessment(upward)
                      .score()
                      .orElseThrow()
                      .value()
                      .movePointRight(3)
                      .intValueExact())
              .isEqualTo(thousandths);
          assertThat(className(upward)).as("%s", factors).isEqualTo(lecOracle(thousandths, true));
          assertThat(className(downward))
              .as("%s", factors)
              .isEqualTo(lecOracle(thousandths, false));
          assertThat(upward.level()).isEqualTo(levelOfClass(className(upward)));
          assertThat(downward.level()).isEqualTo(levelOfClass(className(downward)));
          points++;
        }
      }
    }
    assertThat(points).isEqualTo(252).isEqualTo(Published.LEC.everyGrade().size());
  }

  /** The published register prints these scores and classes. */
  @ParameterizedTest
  @CsvSource({
    "3,10,15,450,极其危险",
    "1,10,1,10,稍有危险",
    "1,6,15,90,显著危险",
    "6,6,3,108,显著危险",
    "1,1,15,15,稍有危险",
    "1,0.5,40,20,稍有危险"
  })
  void readsThePetrolStationAsItsPageDoes(
      String l, String e, String c, String score, String printedClass) {
    Grade grade = Published.LEC_LOWER.grade(Factors.lec(l, e, c));

    assertThat(assessment(grade).score().orElseThrow()).hasToString(score);
    assertThat(className(grade)).isEqualTo(printedClass);
  }

  @Test
  void aGradeKeepsEverythingThatMadeIt() {
    Grade grade = Published.LEC.grade(Factors.lec("3", "10.0", "15"));

    assertThat(assessment(grade).method()).hasToString("LEC:EDGE_TO_HIGHER@1");
    assertThat(assessment(grade).factors()).isEqualTo(Factors.lec("3", "10", "15"));
    assertThat(assessment(grade).band().extent()).hasToString("[320,)");
    assertThat(grade.raises()).isEmpty();
    assertThat(grade.explanation().en())
        .isEqualTo(
            "LEC:EDGE_TO_HIGHER@1: L=3, E=10, C=15 score 450, in [320,) \"extremely dangerous\","
                + " which is major risk");
  }

  /** Grading such an input makes nothing new: it is found where it was proved. */
  @Test
  void everyInputOfAMethodWithoutAspectsIsLookedUp() {
    for (GradingMethod method : Published.METHODS.all()) {
      if (method.scales().equals(method.factors())) {
        for (Grade proved : method.everyGrade()) {
          Factors factors = assessment(proved).factors();

          assertThat(method.grade(factors)).isSameAs(proved);
          assertThat(method.tryGrade(factors).orThrow()).isSameAs(proved);
          assertThat(method.level(factors)).isEqualTo(proved.level());
        }
      }
    }
  }

  @Test
  void aliasesNameThePublishedDefaults() {
    assertThat(Published.LS).hasToString("LS:DB37-4@1");
    assertThat(Published.LEC).hasToString("LEC:EDGE_TO_HIGHER@1");
  }

  /** The lowest scores of the four levels, from high to low, as each source prints them. */
  @ParameterizedTest
  @CsvSource({
    "LS:DB37-4, 20, 15, 9",
    "LS:V-a, 17, 13, 8",
    "LS:V-b, 20, 9, 4",
    "LS:V-c, 20, 10, 4",
    "LS:V-d, 17, 11, 5",
    "LS:V-e, 15, 9, 4",
    "LS:V-f, 17, 10, 5",
    "LS:V-g, 20, 15, 10",
    "LS:V-h, 20, 15, 9",
    "LS:V-i, 17, 10, 5"
  })
  void gradesAll25CellsOfEachVariant(String id, int major, int significant, int general) {
    GradingMethod method = Published.METHODS.inForce(id, Published.DAY);

    for (int l = 1; l <= 5; l++) {
      for (int s = 1; s <= 5; s++) {
        int score = l * s;
        RiskLevel expected =
            score >= major
                ? RiskLevel.MAJOR
                : score >= significant
                    ? RiskLevel.SIGNIFICANT
                    : score >= general ? RiskLevel.GENERAL : RiskLevel.LOW;
        assertThat(method.level(Factors.ls("" + l, "" + s)))
            .as("%s L=%d S=%d", id, l, s)
            .isEqualTo(expected);
      }
    }
    assertThat(method.everyGrade()).hasSize(25);
  }

  @ParameterizedTest
  @CsvSource({
    "LEC:C-10-DEATHS, E, '10, 6, 3, 2, 1, 0.5', C, '100, 40, 15, 7, 2, 1'",
    "LEC:C-3-DEATHS, E, '10, 6, 3, 2, 1, 0.5', C, '100, 40, 15, 7, 3, 1'",
    "LEC:CONSTRUCTION, E, '10, 6, 3, 2, 1, 0.5', C, '100, 40, 15, 7, 3, 1'",
    "LEC:BEIJING, E, '10, 7, 5, 1, 0.5', C, '100, 80, 50, 25, 10, 1'"
  })
  void theVariantsOfLecHaveTheirOwnValues(
      String id, String e, String valuesOfE, String c, String valuesOfC) {
    GradingMethod method = Published.METHODS.inForce(id, Published.DAY);

    assertThat(method.scales())
        .extracting(FactorScale::factor, FactorScale::listed)
        .containsExactly(
            tuple("L", "10, 6, 3, 1, 0.5, 0.2, 0.1"), tuple(e, valuesOfE), tuple(c, valuesOfC));
    assertThat(method.bands()).isEqualTo(Published.LEC.bands());
  }

  @Test
  void judgesLikelihoodAndSeverityAspectByAspect() {
    GradingMethod aspects = Published.METHODS.inForce("LS:DB37-4:ASPECTS", Published.DAY);

    assertThat(aspects.scales())
        .extracting(FactorScale::factor)
        .containsExactly(
            "L.controls",
            "L.detection",
            "L.occurrence",
            "S.law",
            "S.persons",
            "S.loss",
            "S.stoppage",
            "S.image");
    assertThat(aspects.everyGrade())
        .extracting(Grade::level)
        .isEqualTo(Published.LS.everyGrade().stream().map(Grade::level).toList());
  }

  @Test
  void everyBuiltInLineNamesASourceThatWasRead() {
    Stream<SourceClause> sources =
        Published.METHODS.all().stream()
            .flatMap(
                method ->
                    Stream.of(
                            Stream.of(method.edition().source()),
                            method.bands().stream().map(band -> band.source()),
                            method.scales().stream()
                                .flatMap(scale -> scale.values().stream())
                                .map(FactorValue::source))
                        .flatMap(some -> some));

    assertThat(sources)
        .isNotEmpty()
        .extracting(SourceClause::evidence)
        .isSubsetOf(Evidence.PRESCRIBED, Evidence.PUBLISHED, Evidence.DERIVED);
  }

  private static RiskLevel matrixOracle(int score) {
    if (score >= 20) {
      return RiskLevel.MAJOR;
    }
    if (score >= 15) {
      return RiskLevel.SIGNIFICANT;
    }
    return score >= 9 ? RiskLevel.GENERAL : RiskLevel.LOW;
  }

  private static String lecOracle(int thousandths, boolean edgeUp) {
    Map<Integer, String> classes = new LinkedHashMap<>();
    classes.put(320_000, "极其危险");
    classes.put(160_000, "高度危险");
    classes.put(70_000, "显著危险");
    classes.put(20_000, "一般危险");
    for (Map.Entry<Integer, String> line : classes.entrySet()) {
      if (edgeUp ? thousandths >= line.getKey() : thousandths > line.getKey()) {
        return line.getValue();
      }
    }
    return "稍有危险";
  }

  private static RiskLevel levelOfClass(String name) {
    List<String> classes = List.of("极其危险", "高度危险", "显著危险", "一般危险", "稍有危险");
    List<RiskLevel> levels =
        List.of(
            RiskLevel.MAJOR,
            RiskLevel.SIGNIFICANT,
            RiskLevel.GENERAL,
            RiskLevel.LOW,
            RiskLevel.LOW);
    return levels.get(classes.indexOf(name));
  }

  private static String tenths(int value) {
    return value / 10 + "." + value % 10;
  }

  private static String className(Grade grade) {
    return assessment(grade).band().assessmentClass().zh();
  }

  private static Assessment assessment(Grade grade) {
    return grade.assessment().orElseThrow();
  }
}
