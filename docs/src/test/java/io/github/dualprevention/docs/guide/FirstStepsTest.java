package io.github.dualprevention.docs.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dualprevention.adapters.render.EvidenceFile;
import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardCommand;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardRegister;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.journal.Ledger;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Duty;
import io.github.dualprevention.core.risk.Factors;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.Raise;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.TableFiles;
import io.github.dualprevention.grading.DirectRules;
import io.github.dualprevention.grading.GradingMethod;
import io.github.dualprevention.grading.GradingMethods;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README and the first page of the guide show. */
class FirstStepsTest {

  private static final Path EXAMPLES = Path.of("examples");
  private static final Instant NOW = Instant.parse("2026-07-01T01:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

  @TempDir Path scratch;

  @Test
  void tenLines() {
    CreditCode enterprise = new CreditCode("91000000000000000K"); // of a region that does not exist
    InstantSource clock = InstantSource.fixed(NOW);
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    Supplier<byte[]> salts = () -> new byte[16];
    Actor operator =
        new Actor(
            Commitment.of(HashAlgorithm.sha256(), salts.get(), "sample person"),
            "OPERATOR",
            Set.of(Duty.REGISTER, Duty.CLOSE_OUT));
    Instant now = NOW;

    // snippet: ten-lines
    Grade grade =
        GradingMethods.published().inForce("LEC", TODAY).grade(Factors.lec("3", "10", "15"));
    RiskLevel level = grade.level(); // MAJOR; grade.explanation() says why

    Ledger ledger = Ledger.inMemory(enterprise, clock, zone, salts); // or over your own stores
    HazardRegister hazards = HazardRegister.over(ledger);
    HazardCommand found =
        HazardCommand.of(HazardAction.REGISTER, operator, now)
            .with(HazardFact.WHAT, "The joint of hose 2 leaks")
            .with(HazardFact.WHERE, "pump 2")
            .with(HazardFact.ORIGIN, "DAILY");
    Hazard registered = hazards.act("H-1", found).orThrow();

    HazardCommand shortcut = HazardCommand.of(HazardAction.CLOSE_OUT, operator, now);
    List<Reason> against = hazards.act("H-1", shortcut).reasons(); // nothing was recorded
    byte[] evidence = EvidenceFile.published().write(ledger, "H-1"); // to read and to verify
    // end
    assertThat(level).isEqualTo(RiskLevel.MAJOR);
    assertThat(registered.state()).isEqualTo(HazardState.REGISTERED);
    assertThat(against).extracting(Reason::code).containsExactly("hazard.action.not-now");
    assertThat(EvidenceFile.published().verify(evidence).isSound()).isTrue();
  }

  @Test
  void gradesOneRisk() {
    // snippet: grade
    GradingMethods methods = GradingMethods.published();
    GradingMethod lec = methods.inForce("LEC", LocalDate.of(2026, 7, 1));

    Grade grade = lec.grade(Factors.lec("3", "10", "15"));
    RiskLevel level = grade.level(); // MAJOR
    String colour = grade.colour().code(); // RED
    String why = grade.explanation().in(Locale.ENGLISH);
    // LEC:EDGE_TO_HIGHER@1: L=3, E=10, C=15 score 450, in [320,) "extremely dangerous", ...

    Outcome<Grade> refused = lec.tryGrade(Factors.lec("5", "10", "8"));
    List<Reason> reasons = refused.reasons(); // L = 5 and C = 8 are not on their scales
    // end
    assertThat(level).isEqualTo(RiskLevel.MAJOR);
    assertThat(colour).isEqualTo("RED");
    assertThat(why)
        .startsWith(
            "LEC:EDGE_TO_HIGHER@1: L=3, E=10, C=15 score 450, in [320,) \"extremely dangerous\",");
    assertThat(reasons).extracting(reason -> reason.value("factor")).containsExactly("L", "C");
  }

  @Test
  void edges() {
    GradingMethods methods = GradingMethods.published();
    LocalDate day = LocalDate.of(2026, 7, 1);
    // snippet: edges
    Factors collapse = Factors.lec("1", "0.5", "40"); // the score is exactly 20
    Grade strict = methods.inForce("LEC", day).grade(collapse);
    Grade asPrinted = methods.inForce("LEC:EDGE_TO_LOWER", day).grade(collapse);
    // end
    assertThat(classOf(strict)).isEqualTo("一般危险");
    assertThat(classOf(asPrinted)).isEqualTo("稍有危险");
  }

  @Test
  void directJudgement() {
    GradingMethods methods = GradingMethods.published();
    LocalDate day = LocalDate.of(2026, 7, 1);
    // snippet: direct
    Raise breachOfLaw =
        new Raise(
            "OWN-1",
            RiskLevel.MAJOR,
            new Wording("违反强制性标准", "breach of a mandatory standard"),
            new SourceClause("Risk grading rules of the enterprise", "4.2", Evidence.ENTERPRISE));

    Grade withoutScore = Grade.direct(breachOfLaw);
    Grade raised = methods.inForce("LS", day).grade(Factors.ls("1", "2")).raisedBy(breachOfLaw);
    // end
    assertThat(withoutScore.assessment()).isEmpty();
    assertThat(withoutScore.level()).isEqualTo(RiskLevel.MAJOR);
    assertThat(raised.level()).isEqualTo(RiskLevel.MAJOR);
    assertThat(raised.assessment().orElseThrow().band().level()).isEqualTo(RiskLevel.LOW);
  }

  @Test
  void ownMethod() {
    Path folder = EXAMPLES.resolve("own-method");
    // snippet: own-method
    GradingMethods all = GradingMethods.published().refinedBy("enterprise", TableFiles.in(folder));
    RiskLevel level = all.inForce("PLANT", LocalDate.of(2026, 7, 1)).level(Factors.ls("3", "2"));
    // end
    assertThat(level).isEqualTo(RiskLevel.SIGNIFICANT);
  }

  @Test
  void refusedMethod() throws IOException {
    Path folder = scratch;
    try (Stream<Path> files = Files.list(EXAMPLES.resolve("own-method"))) {
      for (Path file : files.toList()) {
        String text = Files.readString(file).replace("\"[4,6]\"", "\"[5,6]\"");
        Files.writeString(folder.resolve(file.getFileName().toString()), text);
      }
    }
    assertThatThrownBy(
            () -> {
              // snippet: refused-method
              // a band starts at 5 now: there is no place for 4
              GradingMethods.read("enterprise", TableFiles.in(folder));
              // end
            })
        .isInstanceOf(InvalidTableException.class)
        .hasMessageContaining(
            "methods.csv:2: bands = \"PLANT\": grading.table.gap: 分值区间有空档：L=4, S=1得分4")
        .hasMessageContaining("L=4, S=1 score 4, which lies in no band (2 such inputs)");
  }

  @Test
  void creditCode() {
    // snippet: credit-code
    Outcome<CreditCode> code = CreditCode.check("91350100M000100Y44");
    String told = code.reasons().get(0).message().en();
    // the check character of the credit code 91350100M000100Y44 must be 3
    // end
    assertThat(told)
        .isEqualTo("the check character of the credit code 91350100M000100Y44 must be 3");
  }

  @Test
  void theExampleOfDirectRulesCanBeLoadedAndClaimsNoSource() throws IOException {
    try (InputStream in = Files.newInputStream(EXAMPLES.resolve("direct-rules.csv"))) {
      Raise raise = DirectRules.read("direct-rules.csv", in).find("DB37-1").orThrow();

      assertThat(raise.to()).isEqualTo(RiskLevel.MAJOR);
      assertThat(raise.source().evidence()).isEqualTo(Evidence.RECALLED);
    }
  }

  private static String classOf(Grade grade) {
    return grade.assessment().orElseThrow().band().assessmentClass().zh();
  }
}
