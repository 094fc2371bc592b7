package io.github.dualprevention.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskGradesTest {

  private static final SourceClause SOURCE =
      new SourceClause("Sample standard", "table 1", Evidence.ENTERPRISE);

  @Property
  @Label("G13: the residual level is never above the inherent one")
  void g13TheResidualLevelIsNeverAboveTheInherentOne(
      @ForAll RiskLevel without, @ForAll RiskLevel with) {
    Grade inherent = grade(without);
    Grade residual = grade(with);

    Outcome<RiskGrades> outcome = RiskGrades.of(inherent, residual);

    if (without.isAtLeast(with)) {
      RiskGrades grades = outcome.orThrow();
      assertThat(grades).isEqualTo(new RiskGrades(inherent, residual));
      assertThat(grades.driving(DrivingGrade.INHERENT)).isSameAs(inherent);
      assertThat(grades.driving(DrivingGrade.RESIDUAL)).isSameAs(residual);
    } else {
      assertThat(outcome.reasons())
          .extracting(
              Reason::code, reason -> reason.value("residual"), reason -> reason.value("inherent"))
          .containsExactly(tuple("risk.residual.above-inherent", with.code(), without.code()));
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> new RiskGrades(inherent, residual))
          .satisfies(refused -> assertThat(refused.reasons()).isEqualTo(outcome.reasons()));
    }
  }

  @Test
  void namesBothLevelsInBothLanguages() {
    Reason reason =
        RiskGrades.of(grade(RiskLevel.LOW), grade(RiskLevel.SIGNIFICANT)).reasons().get(0);

    assertThat(reason.message())
        .isEqualTo(
            new Wording(
                "剩余风险为较大风险，高于固有风险低风险",
                "the residual risk is a significant risk, above the inherent low risk"));
  }

  @Test
  void aRaiseThatHoldsWithMeasuresTooHoldsForBothGrades() {
    Raise raise = raise(RiskLevel.MAJOR);

    assertThat(
            RiskGrades.of(grade(RiskLevel.GENERAL), grade(RiskLevel.LOW).raisedBy(raise)).reasons())
        .hasSize(1);
    assertThat(
            RiskGrades.of(
                    grade(RiskLevel.GENERAL).raisedBy(raise), grade(RiskLevel.LOW).raisedBy(raise))
                .reasons())
        .isEmpty();
  }

  @Test
  void refusesAMissingGrade() {
    Grade low = grade(RiskLevel.LOW);

    assertThatNullPointerException().isThrownBy(() -> new RiskGrades(none(), low));
    assertThatNullPointerException().isThrownBy(() -> new RiskGrades(low, none()));
  }

  @Test
  void knowsBothPoliciesByCode() {
    assertThat(DrivingGrade.byCode())
        .containsOnly(
            entry("INHERENT", DrivingGrade.INHERENT), entry("RESIDUAL", DrivingGrade.RESIDUAL));
    assertThat(DrivingGrade.values())
        .extracting(policy -> policy.term().code() + " " + policy.term().wording().zh())
        .containsExactly("INHERENT 固有风险", "RESIDUAL 剩余风险");
  }

  @ParameterizedTest
  @CsvSource({
    "LOW,0,LOW",
    "LOW,1,GENERAL",
    "LOW,2,SIGNIFICANT",
    "LOW,3,MAJOR",
    "LOW,4,MAJOR",
    "GENERAL,1,SIGNIFICANT",
    "SIGNIFICANT,1,MAJOR",
    "MAJOR,0,MAJOR",
    "MAJOR,1,MAJOR",
    "LOW,2147483647,MAJOR"
  })
  void stepsUpEndAtMajor(RiskLevel from, int steps, RiskLevel to) {
    assertThat(from.higherBy(steps)).isEqualTo(to);
  }

  @Test
  void thereAreNoStepsDown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RiskLevel.MAJOR.higherBy(-1))
        .withMessageContaining("steps");
  }

  @SuppressWarnings("NullAway")
  private static Grade none() {
    return null;
  }

  private static Grade grade(RiskLevel level) {
    return Grade.direct(raise(level));
  }

  private static Raise raise(RiskLevel to) {
    return new Raise("R1", to, new Wording("示例规则", "sample rule"), SOURCE);
  }
}
