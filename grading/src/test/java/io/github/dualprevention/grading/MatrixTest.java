package io.github.dualprevention.grading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.risk.Assessment;
import io.github.dualprevention.core.risk.Factors;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.RiskLevel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Matrices whose cells are listed one by one, of any shape. */
class MatrixTest {

  private static final int TABLES = Integer.getInteger("dualprevention.tries", 10_000);
  private static final List<RiskLevel> LEVELS =
      List.of(RiskLevel.LOW, RiskLevel.GENERAL, RiskLevel.SIGNIFICANT, RiskLevel.MAJOR);

  @Test
  void acceptsEverySoundMatrixAndGradesEachOfItsCells() {
    for (long seed = 0; seed < TABLES; seed++) {
      RandomMatrices matrix = new RandomMatrices(seed);

      GradingMethod method = matrix.build().orThrow();

      for (int l = 0; l < matrix.rows; l++) {
        for (int s = 0; s < matrix.columns; s++) {
          Grade grade = method.grade(Factors.ls("" + (l + 1), "" + (s + 1)));
          assertThat(grade.level())
              .as("seed %d, L=%d S=%d", seed, l + 1, s + 1)
              .isEqualTo(LEVELS.get(matrix.levels[l][s]));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(RandomMatrices.Flaw.class)
  void refusesEveryFlawedMatrixWithATrueCounterExample(RandomMatrices.Flaw flaw) {
    for (long seed = 0; seed < TABLES; seed++) {
      RandomMatrices matrix = new RandomMatrices(seed).broken(flaw);

      List<Reason> reasons = matrix.build().reasons();

      assertThat(reasons).as("seed %d", seed).extracting(Reason::code).contains(flaw.code);
      for (Reason reason : reasons) {
        assertThat(isTrue(reason, matrix)).as("seed %d: %s", seed, reason).isTrue();
      }
    }
  }

  @Test
  void aCellHasNoScoreAndSaysWhereItStands() {
    Grade grade = new RandomMatrices(7).build().orThrow().grade(Factors.ls("1", "1"));
    Assessment found = grade.assessment().orElseThrow();

    assertThat(found.score()).isEmpty();
    assertThat(grade.explanation().en())
        .isEqualTo(
            "GENERATED@1: L=1, S=1, in " + found.band().extent() + " \"class\", which is low risk");
    assertThat(grade.explanation().zh())
        .isEqualTo("GENERATED@1：L=1, S=1，属于" + found.band().extent() + "“级别”，为低风险");
  }

  /** Each reason is held against the notation of the lines, read here and not by the library. */
  private static boolean isTrue(Reason reason, RandomMatrices matrix) {
    return switch (reason.code()) {
      case "grading.table.cell-gap" ->
          isCell(reason.value("factors"), matrix)
              && lines(reason.value("factors"), matrix).isEmpty();
      case "grading.table.cell-twice" ->
          isCell(reason.value("factors"), matrix)
              && lines(reason.value("factors"), matrix)
                  .containsAll(List.of(reason.value("first"), reason.value("second")));
      case "grading.table.not-monotone" -> {
        int[] low = cell(reason.value("factors"));
        int[] high = cell(reason.value("raised"));
        yield low[0] <= high[0]
            && low[1] <= high[1]
            && matrix.levels[low[0] - 1][low[1] - 1] > matrix.levels[high[0] - 1][high[1] - 1];
      }
      case "grading.table.cell-value" ->
          reason.value("range").contains(reason.value("factor") + "=" + reason.value("value"))
              && Integer.parseInt(reason.value("value")) > matrix.rows;
      case "grading.table.cell-factors" ->
          reason.value("named").equals("L") && reason.value("factors").equals("L, S");
      case "grading.table.mixed" -> !reason.value("first").equals(reason.value("second"));
      default -> false;
    };
  }

  private static boolean isCell(String factors, RandomMatrices matrix) {
    int[] cell = cell(factors);
    return cell[0] <= matrix.rows && cell[1] <= matrix.columns;
  }

  /** The notation of every line that names the cell. */
  private static List<String> lines(String factors, RandomMatrices matrix) {
    String block = factors.replace(",", "");
    return matrix.bands.stream()
        .map(band -> band.extent().toString())
        .filter(extent -> List.of(extent.split("; ")).contains(block))
        .toList();
  }

  private static int[] cell(String factors) {
    Map<String, Integer> values = new HashMap<>();
    for (String factor : factors.split(", ")) {
      values.put(factor.split("=")[0], Integer.parseInt(factor.split("=")[1]));
    }
    return new int[] {values.getOrDefault("L", 0), values.getOrDefault("S", 0)};
  }
}
