package io.github.dualprevention.grading.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.risk.Assessment;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.Raise;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.table.EffectivePeriod;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.TableVersion;
import io.github.dualprevention.grading.DirectRules;
import io.github.dualprevention.grading.FactorScale;
import io.github.dualprevention.grading.GradingMethod;
import io.github.dualprevention.grading.GradingMethods;
import io.github.dualprevention.grading.MethodEdition;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterGradingTest {

  private static final String HEADER =
      "id,risk_point,risk_unit,risk_event,method,L,E,C,S,direct_rule\n";
  private static final GradingMethods PUBLISHED = GradingMethods.published();
  private static final RegisterGrading GRADING = RegisterGrading.of(PUBLISHED, LocalDate.EPOCH);

  private final List<GradedRow> rows = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"LEC,L E C", "LS,L S", "LEC:EDGE_TO_LOWER,L E C"})
  void gradesEveryInputOfAMethodAsTheMethodDoes(String name, String factors) {
    List<Grade> every = PUBLISHED.inForce(name, LocalDate.EPOCH).everyGrade();
    StringBuilder csv =
        new StringBuilder("id,risk_point,risk_unit,risk_event,method,")
            .append(factors.replace(' ', ','))
            .append('\n');
    for (int i = 0; i < 2 * every.size(); i++) { // a second time, when the answer is known
      Assessment assessment = every.get(i % every.size()).assessment().orElseThrow();
      csv.append("r").append(i).append(",p,u,e,").append(name);
      assessment
          .factors()
          .values()
          .values()
          .forEach(v -> csv.append(',').append(v.toPlainString()));
      csv.append('\n');
    }

    RegisterSummary summary = grade(GRADING, csv.toString());

    assertThat(faults).isEmpty();
    assertThat(rows)
        .extracting(GradedRow::grade)
        .isEqualTo(Stream.concat(every.stream(), every.stream()).toList());
    assertThat(summary.rows()).isEqualTo(rows.size());
    assertThat(summary.isSound()).isTrue();
    for (RiskLevel level : RiskLevel.values()) {
      assertThat(summary.graded().getOrDefault(level, 0L))
          .isEqualTo(rows.stream().filter(row -> row.grade().level() == level).count());
    }
  }

  @Test
  void givesEachLineAsItStandsInTheFile() {
    grade(
        GRADING,
        "S,id,L,method,risk_event,risk_unit,risk_point\n\n 5.0,r1,1,LS,=e,u,\" p \"\n2,r2,1,LS,e,u,p\n");

    assertThat(faults).isEmpty();
    assertThat(rows).extracting(GradedRow::id).containsExactly("r1", "r2");
    assertThat(rows).extracting(GradedRow::line).containsExactly(3L, 4L);
    assertThat(rows.get(0).header())
        .containsExactly("S", "id", "L", "method", "risk_event", "risk_unit", "risk_point");
    assertThat(rows.get(0).cells()).containsExactly(" 5.0", "r1", "1", "LS", "=e", "u", " p ");
    assertThat(rows.get(0).grade().assessment().orElseThrow().score().orElseThrow())
        .hasToString("5");
  }

  @Test
  void listsEveryFaultOfEveryLine() {
    RegisterSummary summary =
        grade(
            GRADING,
            HEADER
                + "r1,p,u,e,LS,5,,,7,\n"
                + "r2,p,u,e,,,,,,\n"
                + "r3,,u,e,LEK,x,,,1,\n"
                + "r4,p,u,e,LEC,0.2,0.5,,3,\n"
                + "r5,p,u,e,LEC,1,0.5,40,,\n"
                + "r6,p,u,e,,1,,2,,D-1\n"
                + "r7,p\n"
                + "r8,p,u,e,LS,x,,,7,\n"
                + "r9,p,u,e,,,,,1,"
                + "D".repeat(101)
                + "\n,p,u,e,LS,9,,,1,\n");

    assertThat(faults)
        .extracting(fault -> fault.toString().replaceFirst("(: [a-z][a-z.-]+): .*", "$1"))
        .containsExactly(
            "r.csv:2: S = \"7\": grading.factor.off-scale",
            "r.csv:3: method = \"\": register.row.ungraded",
            "r.csv:4: risk_point = \"\": table.cell.missing",
            "r.csv:4: method = \"LEK\": grading.method.unknown",
            "r.csv:4: L = \"x\": table.cell.decimal",
            "r.csv:5: C = \"\": grading.factor.missing",
            "r.csv:5: S = \"3\": grading.factor.unknown",
            "r.csv:7: L = \"1\": register.factor.without-method",
            "r.csv:7: C = \"2\": register.factor.without-method",
            "r.csv:8: table.row.width",
            "r.csv:9: L = \"x\": table.cell.decimal",
            "r.csv:9: S = \"7\": grading.factor.off-scale",
            "r.csv:10: direct_rule = \"" + "D".repeat(101) + "\": table.cell.length",
            "r.csv:10: S = \"1\": register.factor.without-method",
            "r.csv:11: id = \"\": table.cell.missing",
            "r.csv:11: L = \"9\": grading.factor.off-scale");
    assertThat(rows).extracting(GradedRow::id).containsExactly("r5");
    assertThat(summary).isEqualTo(new RegisterSummary(9, Map.of(RiskLevel.LOW, 1L), faults.size()));
    assertThat(summary.isSound()).isFalse();
  }

  @Test
  void aFactorWithoutColumnIsMissingInTheLinesThatNeedIt() {
    grade(
        GRADING,
        "id,risk_point,risk_unit,risk_event,method,L,S\nr1,p,u,e,LS,1,1\nr2,p,u,e,LEC,1,\n");

    assertThat(rows).extracting(GradedRow::id).containsExactly("r1");
    assertThat(faults)
        .extracting(fault -> fault.line() + fault.column() + " " + fault.reason().code())
        .containsExactly("3E grading.factor.missing", "3C grading.factor.missing");
  }

  @ParameterizedTest
  @CsvSource({
    "'id,risk_point,risk_unit,risk_event,L,S', table.column.missing",
    "'id,risk_point,risk_unit,risk_event,method,L,S,T', table.column.unknown"
  })
  void refusesAHeaderThatIsNotARegisters(String header, String code) {
    grade(GRADING, header + "\n");

    assertThat(faults).extracting(fault -> fault.reason().code()).containsExactly(code);
  }

  @Test
  void aRegisterWithoutLinesIsAFault() {
    RegisterSummary summary = grade(GRADING, HEADER);

    assertThat(faults)
        .containsExactly(new Fault("r.csv", 1, "", "", faults.get(0).reason()))
        .extracting(fault -> fault.reason().code())
        .containsExactly("register.empty");
    assertThat(summary).isEqualTo(new RegisterSummary(0, Map.of(), 1));
    faults.clear();
    assertThat(grade(GRADING, "").faults()).isEqualTo(1);
    assertThat(faults)
        .extracting(fault -> fault.reason().code())
        .containsExactly("table.header.missing");
  }

  @Test
  void aDirectRuleRaisesAndMayStandAlone() {
    grade(
        GRADING,
        HEADER
            + "r1,p,u,e,LS,1,,,1,D-1\nr2,p,u,e,,,,,,D-1\nr3,p,u,e,LS,1,,,1,\nr4,p,u,e,,,,,,D-1\n");

    assertThat(faults).isEmpty();
    Raise cited =
        new Raise(
            "D-1",
            RiskLevel.MAJOR,
            new Wording("按登记表引用", "as cited by the register"),
            new SourceClause("r.csv", "direct_rule D-1", Evidence.ENTERPRISE));
    assertThat(rows.get(0).grade())
        .isEqualTo(rows.get(2).grade().raisedBy(cited))
        .extracting(Grade::level)
        .isEqualTo(RiskLevel.MAJOR);
    assertThat(rows.get(1).grade()).isEqualTo(Grade.direct(cited)).isEqualTo(rows.get(3).grade());
    assertThat(rows.get(2).grade().level()).isEqualTo(RiskLevel.LOW);
    assertThat(rows.get(3).grade()).isSameAs(rows.get(1).grade());
  }

  /** Such a rule only says "not below"; without a method the level might be anything above. */
  @Test
  void aRuleThatLiftsBelowTheHighestLevelNeedsAMethod() {
    DirectRules rules =
        DirectRules.read(
            "rules.csv",
            bytes(
                "id,level,zh,en,document,clause,evidence\n"
                    + "D-1,SIGNIFICANT,示例规则,sample rule,Own standard,clause 3,ENTERPRISE\n"));

    grade(GRADING.withDirectRules(rules), HEADER + "r1,p,u,e,,,,,,D-1\nr2,p,u,e,LS,1,,,1,D-1\n");

    assertThat(rows).extracting(row -> row.grade().level()).containsExactly(RiskLevel.SIGNIFICANT);
    assertThat(faults)
        .extracting(fault -> fault.line() + " " + fault.column() + " " + fault.reason().code())
        .containsExactly("2 method register.rule.without-method");
  }

  @Test
  void aDirectRuleMustBeOnTheListWhereOneIsKept() {
    DirectRules rules =
        DirectRules.read(
            "rules.csv",
            bytes(
                "id,level,zh,en,document,clause,evidence\n"
                    + "D-1,MAJOR,示例规则,sample rule,Own standard,clause 3,ENTERPRISE\n"));

    grade(GRADING.withDirectRules(rules), HEADER + "r1,p,u,e,,,,,,D-1\nr2,p,u,e,LS,9,,,1,D-9\n");

    assertThat(rows).extracting(row -> row.grade().level()).containsExactly(RiskLevel.MAJOR);
    assertThat(faults)
        .extracting(fault -> fault.column() + " " + fault.reason().code())
        .containsExactly("direct_rule grading.direct.unknown", "L grading.factor.off-scale");
  }

  @Test
  void gradesByTheMethodOfTheDay() {
    LocalDate day = LocalDate.of(2026, 7, 1);
    GradingMethods from =
        GradingMethods.of(
                "own",
                List.of(copy(new EffectivePeriod(Optional.of(day), Optional.empty()), "L")),
                Map.of())
            .orThrow();
    String csv = "id,risk_point,risk_unit,risk_event,method,L,S\nr1,p,u,e,M,1,1\nr2,p,u,e,M,1,1\n";

    grade(RegisterGrading.of(from, day.minusDays(1)), csv);
    assertThat(rows).isEmpty();
    assertThat(faults)
        .extracting(fault -> fault.line() + " " + fault.reason().code())
        .containsExactly("2 grading.method.not-in-force", "3 grading.method.not-in-force");

    grade(RegisterGrading.of(from, day), csv);
    assertThat(rows).hasSize(2);
  }

  @Test
  void refusesACatalogueWhoseFactorIsNamedLikeAnotherColumn() {
    EffectivePeriod always = new EffectivePeriod(Optional.empty(), Optional.empty());
    GradingMethods odd =
        GradingMethods.of("own", List.of(copy(always, "risk_unit")), Map.of()).orThrow();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> RegisterGrading.of(odd, LocalDate.EPOCH))
        .withMessageContaining("must have different names");
  }

  /** More answers than are kept: the ones that were forgotten are found again. */
  @Test
  void gradesAlikeHoweverManyKindsOfLinesThereAre() {
    StringBuilder csv = new StringBuilder(HEADER);
    int kinds = 5_000;
    for (int i = 0; i < 2 * kinds; i++) {
      csv.append("r").append(i).append(",p,u,e,,,,,,D-").append(i % kinds).append('\n');
    }

    grade(GRADING, csv.toString());

    assertThat(faults).isEmpty();
    assertThat(rows).hasSize(2 * kinds);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(rows.get(i).grade().raises().get(0).rule()).isEqualTo("D-" + i % kinds);
    }
  }

  @Test
  void whatTheCallerThrowsComesThrough() {
    assertThatThrownBy(
            () ->
                GRADING.forEach(
                    "r.csv",
                    bytes(HEADER + "r1,p,u,e,LS,1,,,1,\n"),
                    row -> {
                      throw new IllegalStateException("enough");
                    },
                    faults::add))
        .hasMessage("enough");
  }

  @Test
  void checksItsParts() {
    grade(GRADING, HEADER + "r1,p,u,e,LS,1,,,1,\n");
    GradedRow row = rows.get(0);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GradedRow("a", 0, row.header(), row.cells(), row.grade()))
        .withMessageStartingWith("line");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GradedRow("a", 1, row.header(), List.of("a"), row.grade()))
        .withMessageStartingWith("cells");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RegisterSummary(-1, Map.of(), 0))
        .withMessageStartingWith("rows");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RegisterSummary(0, Map.of(), -1))
        .withMessageStartingWith("faults");
  }

  private static GradingMethod copy(EffectivePeriod period, String firstFactor) {
    GradingMethod ls = PUBLISHED.inForce("LS", LocalDate.EPOCH);
    MethodEdition edition =
        new MethodEdition(
            new TableVersion("M", "1"), ls.edition().name(), period, ls.edition().source());
    List<FactorScale> scales =
        List.of(new FactorScale(firstFactor, ls.scales().get(0).values()), ls.scales().get(1));
    return GradingMethod.of(edition, scales, ls.bands()).orThrow();
  }

  private RegisterSummary grade(RegisterGrading grading, String csv) {
    return grading.forEach("r.csv", bytes(csv), rows::add, faults::add);
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
