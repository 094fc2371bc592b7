package io.github.dualprevention.grading.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.organisation.Enterprise;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.Raise;
import io.github.dualprevention.core.risk.RiskEvent;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.risk.RiskPoint;
import io.github.dualprevention.core.risk.RiskTree;
import io.github.dualprevention.core.risk.RiskUnit;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GovernanceRulesTest {

  private static final String HEADER =
      "id,version,rule,figure,limit,lifts,none_due,zh,en,document,clause,evidence\n";
  private static final String PROFILE =
      HEADER
          + line("MAJOR_OPEN", "OPEN_MAJOR", "1", "TO_SIGNIFICANT", "")
          + line("LATE", "OVERDUE", "3", "STEP", "")
          + line("VERY_LATE", "OVERDUE", "10", "TO_MAJOR", "")
          + line("RATE", "ACCEPTANCE_RATE", "0.9", "STEP", "HOLDS");
  private static final GovernanceRules RULES = read(PROFILE);
  private static final GovernanceFigures GOOD = new GovernanceFigures(0, 0, 10, 10);

  @ParameterizedTest
  @CsvSource({
    "LOW,0,0,10,10,LOW",
    "LOW,1,0,10,10,SIGNIFICANT",
    "MAJOR,1,0,10,10,MAJOR",
    "LOW,0,2,10,10,LOW",
    "LOW,0,3,10,10,GENERAL",
    "LOW,0,9,10,10,GENERAL",
    "LOW,0,10,10,10,MAJOR",
    "GENERAL,0,0,10,9,GENERAL",
    "GENERAL,0,0,10,8,SIGNIFICANT",
    "GENERAL,0,0,1000,899,SIGNIFICANT",
    "GENERAL,0,0,1,0,SIGNIFICANT",
    "GENERAL,0,0,0,0,GENERAL",
    "GENERAL,0,3,10,0,SIGNIFICANT",
    "MAJOR,9,99,10,0,MAJOR"
  })
  void liftsTheLevelOfTheRisksAsTheProfileSays(
      RiskLevel risks, int openMajor, int overdue, int due, int accepted, RiskLevel level) {
    GovernanceFigures figures = new GovernanceFigures(openMajor, overdue, due, accepted);

    assertThat(RULES.grade(levels(risks), figures).level()).contains(level);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  @Label("G14: governance only raises the level of the risks; worse figures never lower it")
  void g14GovernanceOnlyRaises(
      @ForAll RiskLevel risks,
      @ForAll @IntRange(max = 2) int openMajor,
      @ForAll @IntRange(max = 12) int overdue,
      @ForAll @IntRange(min = 1, max = 20) int due,
      @ForAll @IntRange(max = 20) int accepted,
      @ForAll @IntRange(max = 3) int worse) {
    int inTime = Math.min(due, accepted);
    RiskLevel level = level(risks, new GovernanceFigures(openMajor, overdue, due, inTime));

    assertThat(level.isAtLeast(risks)).isTrue();
    for (GovernanceFigures figures :
        List.of(
            new GovernanceFigures(openMajor + worse, overdue, due, inTime),
            new GovernanceFigures(openMajor, overdue + worse, due, inTime),
            new GovernanceFigures(openMajor, overdue, due, Math.max(0, inTime - worse)))) {
      assertThat(level(risks, figures).isAtLeast(level)).isTrue();
    }
    assertThat(level(risks, GOOD)).isEqualTo(risks);
  }

  @Test
  void theProfileSaysWhatHappensWhenNoneWasDue() {
    GovernanceFigures none = new GovernanceFigures(0, 0, 0, 0);

    assertThat(level(RiskLevel.LOW, none)).isEqualTo(RiskLevel.LOW);
    assertThat(
            read(HEADER + line("RATE", "ACCEPTANCE_RATE", "0.9", "STEP", "LIFTS"))
                .grade(levels(RiskLevel.LOW), none)
                .level())
        .contains(RiskLevel.GENERAL);
  }

  @Test
  void anEnterpriseWithUngradedRisksIsUngradedWhateverTheFigures() {
    GovernanceFigures bad = new GovernanceFigures(1, 5, 10, 0);

    EnterpriseLevel nothing = RULES.grade(aggregated(Map.of()), bad);
    assertThat(nothing.level()).isEmpty();
    assertThat(nothing.ungraded()).extracting(RiskPart::id).containsExactly("A");
    EnterpriseLevel part = RULES.grade(aggregated(Map.of("E1", RiskLevel.LOW)), bad);
    assertThat(part.level()).isEmpty();
    assertThat(part.ungraded()).extracting(RiskPart::id).containsExactly("E2");
    assertThat(part.explanation())
        .isEqualTo(new Wording("未分级；尚未分级：风险事件“E2”", "ungraded; not graded yet: risk event E2"));
    RiskTree empty = new RiskTree(List.of(), List.of(), List.of());
    EnterpriseLevel bare =
        RULES.grade(
            Aggregation.maximum().over(enterprise(), empty, Map.of(), Map.of()).orThrow(), bad);
    assertThat(bare.level()).isEmpty();
    assertThat(bare.ungraded()).extracting(RiskPart::kind).containsExactly(PartKind.ENTERPRISE);
  }

  @Test
  void aMajorLevelStandsAlthoughSomethingIsUngraded() {
    EnterpriseLevel byRisk = RULES.grade(aggregated(Map.of("E2", RiskLevel.MAJOR)), GOOD);
    assertThat(byRisk.level()).contains(RiskLevel.MAJOR);
    assertThat(byRisk.ungraded()).extracting(RiskPart::id).containsExactly("E1");
    assertThat(byRisk.explanation().zh())
        .startsWith("重大风险：规则LEVEL:MAX@1（取最高的部分）")
        .endsWith("；尚未分级：风险事件“E1”");
    assertThat(
            RULES
                .grade(
                    aggregated(Map.of("E2", RiskLevel.LOW)), new GovernanceFigures(0, 10, 10, 10))
                .level())
        .contains(RiskLevel.MAJOR);
  }

  @Test
  void explainsEveryRuleWithTheActualFigure() {
    EnterpriseLevel graded =
        RULES.grade(levels(RiskLevel.LOW), new GovernanceFigures(1, 4, 20, 17));
    Grade grade = graded.grade().orElseThrow();

    assertThat(graded.by()).hasToString("OWN@1").isEqualTo(RULES.version());
    assertThat(graded.ungraded()).isEmpty();
    assertThat(grade.raises())
        .extracting(Raise::rule, Raise::to, raise -> raise.because().zh())
        .containsExactly(
            tuple("LEVEL:MAX@1", RiskLevel.LOW, "取最高的部分"),
            tuple("OWN@1/MAJOR_OPEN", RiskLevel.SIGNIFICANT, "MAJOR_OPEN示例，实际为1"),
            tuple("OWN@1/LATE", RiskLevel.GENERAL, "LATE示例，实际为4"),
            tuple("OWN@1/RATE", RiskLevel.GENERAL, "RATE示例，实际为17/20"));
    assertThat(grade.raises().get(3).because().en()).isEqualTo("RATE sample, here 17/20");
    assertThat(grade.raises().get(3).source().evidence()).isEqualTo(Evidence.ENTERPRISE);
    assertThat(graded.explanation().en()).startsWith("significant risk: rule LEVEL:MAX@1 (");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.1", "1.01"})
  void aRateIsAboveZeroAndAtMostOne(String limit) {
    assertFaults(
        line("R", "ACCEPTANCE_RATE", limit, "STEP", "HOLDS"),
        tuple(2L, "limit", "grading.level.rate"));
    assertThat(read(HEADER + line("R", "ACCEPTANCE_RATE", "1", "STEP", "HOLDS")).version())
        .hasToString("OWN@1");
  }

  @Test
  void saysEverythingThatIsWrongWithAProfileAtOnce() {
    assertFaults(
        line("A", "OVERDUE", "0", "STEP", "HOLDS")
            + line("B", "OPEN_MAJOR", "1.5", "STEP", "")
            + line("C", "ACCEPTANCE_RATE", "0.5", "STEP", "")
            + line("D".repeat(95), "OVERDUE", "1", "TO_MAJOR", ""),
        tuple(2L, "limit", "grading.level.count"),
        tuple(2L, "none_due", "grading.level.none-due-needless"),
        tuple(3L, "limit", "grading.level.count"),
        tuple(4L, "none_due", "grading.level.none-due-missing"),
        tuple(5L, "rule", "grading.level.rule-id"));
    assertFaults(
        line("A", "OVERDUE", "1", "STEP", "") + line("A", "OVERDUE", "9", "TO_MAJOR", ""),
        tuple(3L, "rule", "table.row.duplicate"));
    assertFaults(line("A", "OVERDUE", "1", "STEP_EACH", ""), tuple(2L, "lifts", "table.cell.code"));
    assertFaults("", tuple(1L, "", "table.edition.empty"));
  }

  @Test
  void refusesALineThatAnotherMakesNeedless() {
    assertFaults(
        line("A", "OVERDUE", "5", "STEP", "") + line("B", "OVERDUE", "3", "STEP", ""),
        tuple(2L, "limit", "grading.level.needless"));
    assertFaults(
        line("A", "OVERDUE", "3", "TO_MAJOR", "") + line("B", "OVERDUE", "3", "STEP", ""),
        tuple(3L, "limit", "grading.level.needless"));
    assertFaults(
        line("A", "ACCEPTANCE_RATE", "0.9", "TO_MAJOR", "HOLDS")
            + line("B", "ACCEPTANCE_RATE", "0.8", "STEP", "HOLDS"),
        tuple(3L, "limit", "grading.level.needless"));
    assertFaults(
        line("A", "ACCEPTANCE_RATE", "0.8", "STEP", "HOLDS")
            + line("B", "ACCEPTANCE_RATE", "0.8", "STEP", "LIFTS"),
        tuple(2L, "limit", "grading.level.needless"));
    assertThat(
            read(HEADER
                    + line("A", "ACCEPTANCE_RATE", "0.9", "STEP", "HOLDS")
                    + line("B", "ACCEPTANCE_RATE", "0.8", "STEP", "LIFTS")
                    + line("C", "OVERDUE", "1", "STEP", "")
                    + line("D", "OPEN_MAJOR", "1", "STEP", "")
                    + line("E", "OPEN_MAJOR", "1", "TO_SIGNIFICANT", ""))
                .version())
        .hasToString("OWN@1");
  }

  @Test
  void figuresAreCounts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GovernanceFigures(-1, 0, 0, 0))
        .withMessageContaining("openMajor");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GovernanceFigures(0, -1, 0, 0))
        .withMessageContaining("overdue");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GovernanceFigures(0, 0, 0, -1))
        .withMessageContaining("acceptedInTime must not be negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GovernanceFigures(0, 0, 1, 2))
        .withMessageContaining("acceptedInTime must not be more");
  }

  private static RiskLevel level(RiskLevel risks, GovernanceFigures figures) {
    return RULES.grade(levels(risks), figures).level().orElseThrow();
  }

  private static AggregatedLevels levels(RiskLevel level) {
    return aggregated(Map.of("E1", RiskLevel.LOW, "E2", level));
  }

  private static AggregatedLevels aggregated(Map<String, RiskLevel> events) {
    RiskTree tree =
        new RiskTree(
            List.of(new RiskPoint("P", "P")),
            List.of(new RiskUnit("U", "U", "P")),
            List.of(
                new RiskEvent("E1", "E1", "U", Set.of()),
                new RiskEvent("E2", "E2", "U", Set.of())));
    return Aggregation.maximum()
        .over(enterprise(), tree, Map.of("P", "A"), new HashMap<>(events))
        .orThrow();
  }

  private static Enterprise enterprise() {
    return new Enterprise(new CreditCode("91350100M000100Y43"), "示例公司");
  }

  private static void assertFaults(String lines, Tuple... faults) {
    assertThatExceptionOfType(InvalidTableException.class)
        .isThrownBy(() -> read(HEADER + lines))
        .satisfies(
            refused ->
                assertThat(refused.faults())
                    .extracting(Fault::line, Fault::column, fault -> fault.reason().code())
                    .containsExactly(faults));
  }

  private static String line(
      String rule, String figure, String limit, String lifts, String noneDue) {
    return "OWN,1,%s,%s,%s,%s,%s,%s示例,%s sample,示例,1,ENTERPRISE\n"
        .formatted(rule, figure, limit, lifts, noneDue, rule, rule);
  }

  private static GovernanceRules read(String csv) {
    return GovernanceRules.read(
        "own.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
  }
}
