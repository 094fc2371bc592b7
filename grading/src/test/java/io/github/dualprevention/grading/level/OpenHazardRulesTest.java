package io.github.dualprevention.grading.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.Raise;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenHazardRulesTest {

  private static final String HEADER =
      "id,version,rule,hazards,count,lifts,zh,en,document,clause,evidence\n";
  private static final OpenHazardRules ONCE =
      read(HEADER + line("M", "MAJOR", "1", "TO_SIGNIFICANT") + line("G", "ANY", "3", "STEP"));
  private static final OpenHazardRules EACH =
      read(HEADER + line("G", "ANY", "2", "STEP_EACH") + line("M", "MAJOR", "2", "TO_MAJOR"));

  @ParameterizedTest
  @CsvSource({
    "LOW,0,0,LOW",
    "LOW,2,0,LOW",
    "LOW,3,0,GENERAL",
    "LOW,6,0,GENERAL",
    "SIGNIFICANT,3,0,MAJOR",
    "MAJOR,3,0,MAJOR",
    "LOW,0,1,SIGNIFICANT",
    "GENERAL,2,1,SIGNIFICANT",
    "SIGNIFICANT,2,1,MAJOR",
    "MAJOR,0,1,MAJOR"
  })
  void aStepIsOneStepHoweverManyHazards(
      RiskLevel assessed, int general, int major, RiskLevel current) {
    assertThat(ONCE.current(grade(assessed), hazards(general, major)).level()).isEqualTo(current);
  }

  @ParameterizedTest
  @CsvSource({
    "LOW,1,0,LOW",
    "LOW,2,0,GENERAL",
    "LOW,3,0,GENERAL",
    "LOW,4,0,SIGNIFICANT",
    "LOW,6,0,MAJOR",
    "LOW,100,0,MAJOR",
    "LOW,0,2,MAJOR",
    "LOW,1,1,GENERAL"
  })
  void stepsForEachFullCountEndAtMajor(
      RiskLevel assessed, int general, int major, RiskLevel current) {
    assertThat(EACH.current(grade(assessed), hazards(general, major)).level()).isEqualTo(current);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  @Label("G10: open hazards only raise, one more never lowers, and without any the grade is itself")
  void g10OpenHazardsOnlyRaiseAndNoLongerThanTheyAreOpen(
      @ForAll("rules") OpenHazardRules rules,
      @ForAll RiskLevel level,
      @ForAll @Size(max = 8) List<Boolean> hazards,
      @ForAll boolean more,
      @ForAll Random random) {
    Grade assessed = grade(level);
    List<OpenHazard> open = new ArrayList<>();
    hazards.forEach(major -> open.add(new OpenHazard("H" + open.size(), major)));
    Grade current = rules.current(assessed, open);
    List<OpenHazard> larger = new ArrayList<>(open);
    larger.add(new OpenHazard("H99", more));
    Collections.shuffle(larger, random);

    assertThat(current.level().isAtLeast(level)).isTrue();
    assertThat(RiskLevel.MAJOR.isAtLeast(current.level())).isTrue();
    assertThat(current.assessment()).isEqualTo(assessed.assessment());
    assertThat(current.raises()).startsWith(assessed.raises().toArray(new Raise[0]));
    assertThat(rules.current(assessed, larger).level().isAtLeast(current.level())).isTrue();
    assertThat(rules.current(assessed, List.of())).isSameAs(assessed);
    List<OpenHazard> regraded =
        open.stream().map(hazard -> new OpenHazard(hazard.id(), true)).toList();
    assertThat(rules.current(assessed, regraded).level().isAtLeast(current.level())).isTrue();
    Collections.shuffle(open, random);
    assertThat(rules.current(assessed, open)).isEqualTo(current);
  }

  @Test
  void namesTheHazardsInEachRaise() {
    List<OpenHazard> open =
        List.of(
            new OpenHazard("H3", false), new OpenHazard("H1", true), new OpenHazard("H2", false));

    Grade current = ONCE.current(grade(RiskLevel.LOW), open);

    assertThat(current.raises().subList(1, 3))
        .containsExactly(
            new Raise(
                "OWN@1/M", RiskLevel.SIGNIFICANT, new Wording("M示例：H1", "M sample: H1"), source()),
            new Raise(
                "OWN@1/G",
                RiskLevel.GENERAL,
                new Wording("G示例：H1、H2、H3", "G sample: H1, H2, H3"),
                source()));
    assertThat(current.explanation().zh()).contains("规则OWN@1/M（M示例：H1）：不低于较大风险");
    assertThat(ONCE.version()).hasToString("OWN@1");
  }

  @Test
  void aHazardNamedTwiceCountsOnceAndAsMajorIfEitherSaysSo() {
    List<OpenHazard> twice = List.of(new OpenHazard("H", true), new OpenHazard("H", false));

    assertThat(EACH.current(grade(RiskLevel.LOW), twice).level()).isEqualTo(RiskLevel.LOW);
    assertThat(ONCE.current(grade(RiskLevel.LOW), twice).level()).isEqualTo(RiskLevel.SIGNIFICANT);
    assertThatIllegalArgumentException().isThrownBy(() -> new OpenHazard(" ", true));
  }

  @ParameterizedTest
  @CsvSource({
    "ANY,3,STEP,ANY,5,STEP",
    "ANY,3,STEP,MAJOR,3,STEP",
    "ANY,3,STEP_EACH,ANY,3,STEP",
    "ANY,3,STEP,ANY,3,TO_GENERAL",
    "MAJOR,1,TO_MAJOR,MAJOR,2,STEP_EACH",
    "ANY,1,TO_SIGNIFICANT,MAJOR,1,TO_GENERAL"
  })
  void refusesALineThatAnotherMakesNeedless(
      String hazards, String count, String lifts, String others, String least, String further) {
    String first = line("A", hazards, count, lifts);
    String second = line("B", others, least, further);

    assertFaults(first + second, tuple(3L, "count", "grading.level.needless"));
    assertFaults(second + first, tuple(2L, "count", "grading.level.needless"));
  }

  @Test
  void ofTwoEqualLinesTheLaterIsNeedless() {
    assertFaults(
        line("A", "MAJOR", "1", "STEP") + line("B", "MAJOR", "1", "STEP"),
        tuple(3L, "count", "grading.level.needless"));
  }

  @ParameterizedTest
  @CsvSource({
    "MAJOR,2,STEP,ANY,3,STEP",
    "ANY,5,STEP_EACH,ANY,3,STEP",
    "ANY,3,TO_SIGNIFICANT,ANY,3,STEP",
    "ANY,3,TO_SIGNIFICANT,ANY,4,TO_MAJOR",
    "ANY,1,STEP,MAJOR,1,TO_MAJOR",
    "ANY,1,STEP,ANY,1,TO_SIGNIFICANT"
  })
  void readsLinesThatEachMatterSomewhere(
      String hazards, String count, String lifts, String others, String least, String further) {
    String first = line("A", hazards, count, lifts);
    String second = line("B", others, least, further);

    assertThat(read(HEADER + first + second).version().id()).isEqualTo("OWN");
    assertThat(read(HEADER + second + first).version().id()).isEqualTo("OWN");
  }

  @Test
  void saysWhatIsWrongWithATable() {
    assertFaults(line("A", "ANY", "0", "STEP"), tuple(2L, "count", "grading.level.count"));
    assertFaults(line("A", "GENERAL", "1", "STEP"), tuple(2L, "hazards", "table.cell.code"));
    assertFaults(line("A", "ANY", "1", "TO_LOW"), tuple(2L, "lifts", "table.cell.code"));
    assertFaults(
        line("A", "ANY", "1", "STEP") + line("A", "MAJOR", "1", "TO_MAJOR"),
        tuple(3L, "rule", "table.row.duplicate"));
    assertFaults(
        line("A".repeat(95), "ANY", "1", "STEP"), tuple(2L, "rule", "grading.level.rule-id"));
    assertThat(read(HEADER + line("A".repeat(94), "ANY", "1", "STEP")).version().id())
        .isEqualTo("OWN");
    assertFaults("", tuple(1L, "", "table.edition.empty"));
  }

  @Provide
  Arbitrary<OpenHazardRules> rules() {
    return Arbitraries.oneOf(
        Arbitraries.of(ONCE, EACH),
        Arbitraries.of(List.copyOf(Lift.BY_CODE.keySet()))
            .map(lift -> read(HEADER + line("X", "MAJOR", "2", lift))));
  }

  private static List<OpenHazard> hazards(int general, int major) {
    List<OpenHazard> hazards = new ArrayList<>();
    for (int i = 0; i < general + major; i++) {
      hazards.add(new OpenHazard("H" + i, i < major));
    }
    return hazards;
  }

  private static Grade grade(RiskLevel level) {
    return Grade.direct(new Raise("R1", level, new Wording("示例规则", "sample rule"), source()));
  }

  private static SourceClause source() {
    return new SourceClause("示例", "1", Evidence.ENTERPRISE);
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

  private static String line(String rule, String hazards, String count, String lifts) {
    return "OWN,1,%s,%s,%s,%s,%s示例,%s sample,示例,1,ENTERPRISE\n"
        .formatted(rule, hazards, count, lifts, rule, rule);
  }

  private static OpenHazardRules read(String csv) {
    return OpenHazardRules.read(
        "own.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
  }
}
