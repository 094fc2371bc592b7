package io.github.dualprevention.grading.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.risk.Assessment;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.grading.DirectRules;
import io.github.dualprevention.grading.GradingMethod;
import io.github.dualprevention.grading.GradingMethods;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegisterComparisonTest {

  private static final String HEADER =
      "id,risk_point,risk_unit,risk_event,method,L,E,C,S,direct_rule\n";
  private static final GradingMethods PUBLISHED = GradingMethods.published();
  private static final GradingMethod HIGHER = PUBLISHED.inForce("LEC", LocalDate.EPOCH);
  private static final GradingMethod LOWER =
      PUBLISHED.inForce("LEC:EDGE_TO_LOWER", LocalDate.EPOCH);
  private static final RegisterGrading BEFORE = RegisterGrading.of(PUBLISHED, LocalDate.EPOCH);

  /** The same name means the other reading of the edges, and there is no LS any more. */
  private static final RegisterGrading AFTER =
      RegisterGrading.of(
          GradingMethods.of("own", List.of(LOWER), Map.of("LEC", "LEC:EDGE_TO_LOWER")).orThrow(),
          LocalDate.EPOCH);

  private final List<Move> moves = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  @Test
  void tellsExactlyTheInputsThatDoNotKeepTheirLevel() {
    StringBuilder csv = new StringBuilder(HEADER);
    List<Move> expected = new ArrayList<>();
    Map<Shift, Long> events = new LinkedHashMap<>();
    for (int i = 0; i < HIGHER.everyGrade().size(); i++) {
      Grade before = HIGHER.everyGrade().get(i);
      Assessment assessment = before.assessment().orElseThrow();
      csv.append("r").append(i).append(",p,u,e,LEC");
      assessment
          .factors()
          .values()
          .values()
          .forEach(v -> csv.append(',').append(v.toPlainString()));
      csv.append(",,\n");
      Grade after = LOWER.grade(assessment.factors());
      events.merge(
          new Shift(Optional.of(before.level()), Optional.of(after.level())), 1L, Long::sum);
      if (before.level() != after.level()) {
        expected.add(new Move("r" + i, i + 2, Outcome.accepted(before), Outcome.accepted(after)));
      }
    }

    ComparisonSummary summary = compare(csv.toString());

    assertThat(expected).isNotEmpty();
    assertThat(moves).isEqualTo(expected);
    assertThat(faults).isEmpty();
    assertThat(summary).isEqualTo(new ComparisonSummary(252, events, 0));
    assertThat(summary.moves()).isEqualTo(expected.size());
  }

  @Test
  void whatCanNoLongerBeGradedIsAMoveWithItsReasons() {
    ComparisonSummary summary =
        compare(HEADER + "r1,p,u,e,LS,5,,,5,\nr2,p,u,e,LS,5,,,5,\nr3,p,u,e,LS,5,,,5,D-1\n");

    assertThat(moves).extracting(Move::id).containsExactly("r1", "r2", "r3");
    assertThat(moves.get(0).before().orThrow().level()).isEqualTo(RiskLevel.MAJOR);
    assertThat(codes(moves.get(0).after())).containsExactly("grading.method.unknown");
    assertThat(moves.get(0).explanation().zh())
        .startsWith("变更前：LS:DB37-4@1：L=5, S=5，得分25，")
        .contains("；变更后：无法评价（没有")
        .endsWith("）");
    assertThat(moves.get(0).explanation().en())
        .startsWith("before: LS:DB37-4@1: L=5, S=5 score 25,")
        .contains("; after: cannot be graded (")
        .endsWith(")");
    assertThat(moves.get(2).before().orThrow().raises()).hasSize(1);
    Shift shift = new Shift(Optional.of(RiskLevel.MAJOR), Optional.empty());
    assertThat(summary).isEqualTo(new ComparisonSummary(3, Map.of(shift, 3L), 0));
    assertThat(moves.get(0).shift()).isEqualTo(shift);
  }

  @Test
  void whatCouldNotBeGradedBeforeIsAMoveToo() {
    RegisterComparison.of(AFTER, BEFORE)
        .forEach("r.csv", in(HEADER + "r1,p,u,e,LS,1,,,1,\n"), moves::add, faults::add);

    assertThat(moves)
        .extracting(Move::shift)
        .containsExactly(new Shift(Optional.empty(), Optional.of(RiskLevel.LOW)));
  }

  @Test
  void whatNeitherGradesIsToldWithTheReasonsOfBoth() {
    ComparisonSummary summary =
        compare(HEADER + "r1,p,u,e,LEC,5,1,,,\nr2,p,u,e,,1,,,,\nr3,p,u,e,LEK,1,,,,D-1\n");

    assertThat(faults).isEmpty();
    assertThat(codes(moves.get(0).before()))
        .containsExactly("grading.factor.off-scale", "grading.factor.missing");
    assertThat(codes(moves.get(0).after())).isEqualTo(codes(moves.get(0).before()));
    assertThat(moves.get(0).explanation().en())
        .contains("LEC:EDGE_TO_HIGHER@1", "; ", "LEC:EDGE_TO_LOWER@1");
    assertThat(codes(moves.get(1).after()))
        .containsExactly("register.factor.without-method", "register.row.ungraded");
    assertThat(codes(moves.get(2).after())).containsExactly("grading.method.unknown");
    assertThat(summary.events())
        .isEqualTo(Map.of(new Shift(Optional.empty(), Optional.empty()), 3L));
    assertThat(summary.moves()).isEqualTo(3);
  }

  @Test
  void aDirectRuleThatIsNotOnTheNewListCanNoLongerGrade() {
    DirectRules none =
        DirectRules.read("rules.csv", in("id,level,zh,en,document,clause,evidence\n"));

    RegisterComparison.of(BEFORE, BEFORE.withDirectRules(none))
        .forEach("r.csv", in(HEADER + "r1,p,u,e,LS,1,,,9,D-1\n"), moves::add, faults::add);

    assertThat(codes(moves.get(0).before())).containsExactly("grading.factor.off-scale");
    assertThat(codes(moves.get(0).after()))
        .containsExactly("grading.factor.off-scale", "grading.direct.unknown");
  }

  @Test
  void linesThatSayTheSameShareTheirGrades() {
    compare(HEADER + "r1,p,u,e,LS,5,,,5,D-1\nr2,p,u,e,LS,5,,,5,D-1\n");

    assertThat(moves.get(1).before()).isSameAs(moves.get(0).before());
    assertThat(moves.get(1).after()).isSameAs(moves.get(0).after());
  }

  @Test
  void readsTheFactorsOfBothCatalogues() {
    compare(HEADER + "r1,p,u,e,LEC,1,1,1,5,\n");
    compare(HEADER + "r1,p,u,e,,,,,,D-1\nr2,p,u,e,LEC,1,1,1,,D-1\n");

    assertThat(faults).isEmpty();
    assertThat(moves).hasSize(1); // S belongs to neither LEC, and a raised level stays
    assertThat(codes(moves.get(0).after())).containsExactly("grading.factor.unknown");
  }

  @Test
  void aLineThatCannotBeReadIsAFault() {
    ComparisonSummary summary = compare(HEADER + "r1,p,u,e,LEC,x,1,1,,\nr2,p,u,e,LEC,1,1,1,,\n");

    assertThat(moves).isEmpty();
    assertThat(faults)
        .extracting(fault -> fault.line() + " " + fault.reason().code())
        .containsExactly("2 table.cell.decimal");
    Shift kept = new Shift(Optional.of(RiskLevel.LOW), Optional.of(RiskLevel.LOW));
    assertThat(summary).isEqualTo(new ComparisonSummary(2, Map.of(kept, 1L), 1));
    assertThat(summary.moves()).isZero();
    faults.clear();
    assertThat(compare(HEADER).faults()).isEqualTo(1);
    assertThat(faults).extracting(fault -> fault.reason().code()).containsExactly("register.empty");
  }

  @Test
  void checksItsParts() {
    Outcome<Grade> grade = Outcome.accepted(HIGHER.everyGrade().get(0));
    Outcome<Grade> low = Outcome.accepted(HIGHER.everyGrade().get(251));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Move("a", 1, grade, grade))
        .withMessageStartingWith("after must have another level");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Move("a", 0, grade, low))
        .withMessageStartingWith("line");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ComparisonSummary(-1, Map.of(), 0))
        .withMessageStartingWith("rows");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ComparisonSummary(0, Map.of(), -1))
        .withMessageStartingWith("faults");
  }

  private static List<String> codes(Outcome<Grade> outcome) {
    return outcome.reasons().stream().map(Reason::code).toList();
  }

  private ComparisonSummary compare(String csv) {
    return RegisterComparison.of(BEFORE, AFTER).forEach("r.csv", in(csv), moves::add, faults::add);
  }

  private static ByteArrayInputStream in(String csv) {
    return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
  }
}
