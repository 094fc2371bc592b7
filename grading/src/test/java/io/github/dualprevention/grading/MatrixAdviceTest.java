package io.github.dualprevention.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.risk.Band;
import io.github.dualprevention.core.risk.Extent;
import io.github.dualprevention.core.risk.RiskLevel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixAdviceTest {

  @Test
  void hasNothingToSayAboutATableOfOneLevel() {
    assertThat(MatrixAdvice.on(matrix("[1,25]", "MAJOR"))).isEmpty();
  }

  /** MAJOR from 9: the cell 3×3 holds risks from 4/25 up, and LOW up to 8 holds up to 8/25. */
  @Test
  void findsRisksOfTheHighestLevelBelowSomeOfTheLowest() {
    List<Reason> advice = MatrixAdvice.on(matrix("[9,25]", "MAJOR", "[1,8]", "LOW"));

    assertThat(advice)
        .extracting(
            Reason::code,
            reason -> reason.value("higher"),
            reason -> reason.value("lower"),
            reason -> reason.value("count"))
        .containsExactly(
            tuple("grading.advice.weak-consistency", "L=5, S=2", "L=5, S=1", "22"),
            tuple("grading.advice.betweenness", "L=5, S=3", "L=4, S=2", "15"));
    assertThat(advice.get(0).source().orElseThrow().document()).contains("Cox");
    assertThat(advice.get(1).message().en())
        .isEqualTo(
            "betweenness: at most one step in each factor, from L=4, S=2 to L=5, S=3, leads from the"
                + " lowest level to the highest (15 such pairs)");
  }

  @Test
  void findsCellsThatShouldBeColouredLikeTheHighest() {
    List<Reason> advice = MatrixAdvice.on(Published.LS);

    assertThat(advice)
        .extracting(
            Reason::code, reason -> reason.value("factors"), reason -> reason.value("count"))
        .containsExactly(
            tuple("grading.advice.consistent-colouring", "L=5, S=3", "3"),
            tuple("grading.advice.consistent-colouring-low", "L=5, S=2", "5"));
    assertThat(advice.get(0).message().zh()).contains("L=5, S=3为较大风险");
  }

  /** 4×4 holds risks up to 16/25, no greater than any in 5×5; 5×4 up to 20/25. */
  @Test
  void leavesCellsAloneThatHoldNothingAsGreatAsTheHighest() {
    assertThat(MatrixAdvice.on(matrix("[25,25]", "MAJOR", "[2,24]", "GENERAL", "[1,1]", "LOW")))
        .extracting(
            Reason::code, reason -> reason.value("factors"), reason -> reason.value("count"))
        .containsExactly(
            tuple("grading.advice.consistent-colouring", "L=5, S=4", "2"),
            tuple("grading.advice.consistent-colouring-low", "L=5, S=1", "8"));
  }

  /** A diagonal in which every step passes through a middle level; the corner alone is highest. */
  @Test
  void isContentWithATableThatHoldsAllThree() {
    GradingMethod method =
        matrix(
            "L=5 S=5",
            "MAJOR",
            "L=4 S=3,4,5; L=5 S=3,4; L=3 S=3,4,5; L=2 S=2,3,4,5; L=5,4,3 S=2",
            "GENERAL",
            "L=1 S=1,2,3,4,5; L=2,3,4,5 S=1",
            "LOW");

    assertThat(MatrixAdvice.on(method))
        .extracting(Reason::code)
        .containsOnly(
            "grading.advice.consistent-colouring", "grading.advice.consistent-colouring-low");
  }

  @Test
  void aStepAcrossACornerCountsAndTwoStepsDoNot() {
    GradingMethod corner =
        matrix("L=5 S=5", "MAJOR", "L=5 S=1,2,3,4; L=1,2,3,4 S=5", "GENERAL", LOWER, "LOW");

    assertThat(MatrixAdvice.on(corner))
        .filteredOn(reason -> reason.code().equals("grading.advice.betweenness"))
        .extracting(reason -> reason.value("lower"), reason -> reason.value("count"))
        .containsExactly(tuple("L=4, S=4", "1"));
  }

  private static final String LOWER = "L=1,2,3,4 S=1,2,3,4";

  /** It is advice: every published method was accepted, whatever is said about it. */
  @ParameterizedTest
  @ValueSource(strings = {"LS:V-b", "LS:V-e", "LEC", "LS:DB37-4:ASPECTS"})
  void saysEachThingOnce(String id) {
    assertThat(MatrixAdvice.on(Published.METHODS.inForce(id, Published.DAY)))
        .extracting(Reason::code)
        .doesNotHaveDuplicates();
  }

  /** A matrix over the published 5×5 scales. */
  private static GradingMethod matrix(String... extentsAndLevels) {
    Band any = Published.LS.bands().get(0);
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < extentsAndLevels.length; i += 2) {
      bands.add(
          new Band(
              Extent.parse(extentsAndLevels[i]),
              any.assessmentClass(),
              RiskLevel.ofCode(extentsAndLevels[i + 1]),
              any.source()));
    }
    return GradingMethod.of(Published.LS.edition(), Published.LS.factors(), bands).orThrow();
  }
}
