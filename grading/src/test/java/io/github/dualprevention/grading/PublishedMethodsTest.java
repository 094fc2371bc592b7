package io.github.dualprevention.grading;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void aliasesNameThePublishedDefaults() {
    assertThat(Published.LS).hasToString("LS:DB37-4@1");
    assertThat(Published.LEC).hasToString("LEC:EDGE_TO_HIGHER@1");
    assertThat(Published.METHODS.all()).hasSize(3);
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
