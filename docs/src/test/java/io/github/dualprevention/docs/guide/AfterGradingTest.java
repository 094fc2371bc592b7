package io.github.dualprevention.docs.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.control.ControlTier;
import io.github.dualprevention.core.control.ControlTiers;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.organisation.Enterprise;
import io.github.dualprevention.core.risk.DrivingGrade;
import io.github.dualprevention.core.risk.Factors;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.RiskEvent;
import io.github.dualprevention.core.risk.RiskGrades;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.risk.RiskPoint;
import io.github.dualprevention.core.risk.RiskTree;
import io.github.dualprevention.core.risk.RiskUnit;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.TableFiles;
import io.github.dualprevention.grading.GradingMethod;
import io.github.dualprevention.grading.GradingMethods;
import io.github.dualprevention.grading.accident.AccidentConsequences;
import io.github.dualprevention.grading.accident.AccidentGrade;
import io.github.dualprevention.grading.accident.AccidentGrades;
import io.github.dualprevention.grading.accident.AccidentType;
import io.github.dualprevention.grading.accident.AccidentTypeMapping;
import io.github.dualprevention.grading.accident.AccidentTypeTranslation;
import io.github.dualprevention.grading.accident.AccidentTypes;
import io.github.dualprevention.grading.accident.GradedAccident;
import io.github.dualprevention.grading.code.ForeignCode;
import io.github.dualprevention.grading.code.LevelCodecs;
import io.github.dualprevention.grading.installation.Holding;
import io.github.dualprevention.grading.installation.Identification;
import io.github.dualprevention.grading.installation.MajorHazardInstallations;
import io.github.dualprevention.grading.installation.MajorHazardLevel;
import io.github.dualprevention.grading.level.AggregatedLevels;
import io.github.dualprevention.grading.level.Aggregation;
import io.github.dualprevention.grading.level.EnterpriseLevel;
import io.github.dualprevention.grading.level.EnterpriseScore;
import io.github.dualprevention.grading.level.GovernanceFigures;
import io.github.dualprevention.grading.level.GovernanceRules;
import io.github.dualprevention.grading.level.OpenHazard;
import io.github.dualprevention.grading.level.OpenHazardRules;
import io.github.dualprevention.grading.level.PartKind;
import io.github.dualprevention.grading.level.PartLevel;
import io.github.dualprevention.grading.level.RiskPart;
import io.github.dualprevention.grading.register.BatchMode;
import io.github.dualprevention.grading.register.ComparisonSummary;
import io.github.dualprevention.grading.register.Move;
import io.github.dualprevention.grading.register.RegisterComparison;
import io.github.dualprevention.grading.register.RegisterGrading;
import io.github.dualprevention.grading.register.RegisterSummary;
import io.github.dualprevention.grading.review.DueReview;
import io.github.dualprevention.grading.review.Occurrence;
import io.github.dualprevention.grading.review.ReviewTriggers;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide tells of the uses of a grade. */
class AfterGradingTest {

  private static final Path SAMPLES = Path.of("examples/after-grading");
  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

  @TempDir Path out;

  @Test
  void inherentAndResidual() {
    LocalDate day = DAY;
    // snippet: inherent-residual
    GradingMethod ls = GradingMethods.published().inForce("LS", day);
    Grade inherent = ls.grade(Factors.ls("4", "5")); // without any measure
    Grade residual = ls.grade(Factors.ls("2", "5")); // with the measures in place
    RiskGrades grades = RiskGrades.of(inherent, residual).orThrow();

    DrivingGrade policy = DrivingGrade.RESIDUAL; // what your profile says
    RiskLevel level = grades.driving(policy).level(); // GENERAL
    List<ControlTier> tiers = ControlTiers.published().controlling(level);
    // DEPARTMENT, TEAM, POST

    Outcome<RiskGrades> swapped = RiskGrades.of(residual, inherent);
    String why = swapped.reasons().get(0).message().en();
    // the residual risk is a major risk, above the inherent general risk
    // end
    assertThat(level).isEqualTo(RiskLevel.GENERAL);
    assertThat(grades.driving(DrivingGrade.INHERENT).level()).isEqualTo(RiskLevel.MAJOR);
    assertThat(tiers).containsExactly(ControlTier.DEPARTMENT, ControlTier.TEAM, ControlTier.POST);
    assertThat(why).isEqualTo("the residual risk is a major risk, above the inherent general risk");
  }

  @Test
  void aRegisterInBothModes() throws IOException {
    LocalDate day = DAY;
    Path register = SAMPLES.resolve("risks.csv");
    Path graded = out.resolve("graded.csv");
    Path faults = out.resolve("faults.csv");
    // snippet: register
    RegisterGrading grading = RegisterGrading.of(GradingMethods.published(), day);

    RegisterSummary strict = grading.grade(register, graded, faults, BatchMode.ALL_OR_NOTHING);
    boolean sound = strict.isSound(); // false: S-4 has C = 8, so only the faults are written
    // end
    assertThat(sound).isFalse();
    assertThat(graded).doesNotExist();
    assertThat(Files.readString(faults)).contains("risks.csv,5,C,8,grading.factor.off-scale,");
    // snippet: register-keep-going
    RegisterSummary rest = grading.grade(register, graded, faults, BatchMode.KEEP_GOING);
    Map<RiskLevel, Long> levels = rest.graded(); // SIGNIFICANT=1, GENERAL=2
    // end
    assertThat(levels)
        .containsOnly(Map.entry(RiskLevel.SIGNIFICANT, 1L), Map.entry(RiskLevel.GENERAL, 2L));
    assertThat(rest.rows()).isEqualTo(4);
    assertThat(rest.faults()).isEqualTo(1);
    assertThat(Files.readAllLines(graded)).hasSize(4);
    assertThat(Files.readAllLines(faults)).hasSize(2);
  }

  @Test
  void whatIf() throws IOException {
    LocalDate day = DAY;
    Path folder = Path.of("examples/what-if");
    try (InputStream in = Files.newInputStream(SAMPLES.resolve("risks.csv"))) {
      // snippet: what-if
      GradingMethods now = GradingMethods.published();
      GradingMethods draft = now.refinedBy("enterprise", TableFiles.in(folder));
      RegisterComparison comparison =
          RegisterComparison.of(RegisterGrading.of(now, day), RegisterGrading.of(draft, day));

      List<Move> moves = new ArrayList<>();
      List<Fault> unreadable = new ArrayList<>();
      ComparisonSummary summary = comparison.forEach("risks.csv", in, moves::add, unreadable::add);
      long moving = summary.moves(); // 2 of the 4: S-1, and S-4 that neither can grade
      String told = moves.get(0).explanation().in(Locale.ENGLISH);
      // before: LS:DB37-4@1: L=3, S=5 score 15, in [15,16] "significant risk", ...;
      // after: LS:STRICTER@1: L=3, S=5 score 15, in [15,25] "major risk", ...
      // end
      assertThat(moving).isEqualTo(2);
      assertThat(moves).extracting(Move::id).containsExactly("S-1", "S-4");
      assertThat(unreadable).isEmpty();
      assertThat(told)
          .startsWith(
              "before: LS:DB37-4@1: L=3, S=5 score 15, in [15,16] \"significant risk\", which")
          .contains("; after: LS:STRICTER@1: L=3, S=5 score 15, in [15,25] \"major risk\", which");
    }
  }

  @Test
  void openHazards() throws IOException {
    Path file = SAMPLES.resolve("open-hazards.csv");
    Grade assessed =
        GradingMethods.published().inForce("LEC", DAY).grade(Factors.lec("1", "6", "3"));
    // snippet: open-hazards
    OpenHazardRules rules;
    try (InputStream in = Files.newInputStream(file)) {
      rules = OpenHazardRules.read("open-hazards.csv", in);
    }
    Grade current = rules.current(assessed, List.of(new OpenHazard("H-7", true)));
    RiskLevel raised = current.level(); // SIGNIFICANT, though assessed as LOW
    String why = current.explanation().in(Locale.ENGLISH);
    // ...; rule SAMPLE-HAZARDS@1/MAJOR (a major hazard is open: H-7): at least significant risk

    Grade afterwards = rules.current(assessed, List.of()); // the assessed grade again
    // end
    assertThat(assessed.level()).isEqualTo(RiskLevel.LOW);
    assertThat(raised).isEqualTo(RiskLevel.SIGNIFICANT);
    assertThat(why)
        .endsWith(
            "; rule SAMPLE-HAZARDS@1/MAJOR (a major hazard is open: H-7): at least significant risk");
    assertThat(afterwards).isEqualTo(assessed);
  }

  @Test
  void dueReviews() {
    LocalDate day = DAY;
    // snippet: due
    Map<String, Optional<LocalDate>> lastAssessed =
        Map.of(
            "S-1", Optional.of(LocalDate.of(2025, 6, 15)),
            "S-2", Optional.of(LocalDate.of(2026, 3, 1)),
            "S-3", Optional.empty());
    Occurrence accident =
        Occurrence.concerning("ACCIDENT", LocalDate.of(2026, 5, 4), Set.of("S-2"));

    List<DueReview> due =
        ReviewTriggers.publishedForRisks().due(lastAssessed, List.of(accident), day).orThrow();
    List<String> why = due.stream().map(review -> review.explanation().in(Locale.ENGLISH)).toList();
    // S-2 has been due for assessment since 2026-05-04: a work-safety accident (GB/T 33000-2025,
    // 7.1 c)), S-1 ... since 2026-06-15: surveyed and assessed every year,
    // S-3 ... never been assessed
    // end
    assertThat(why.get(0))
        .isEqualTo(
            "S-2 has been due for assessment since 2026-05-04: a work-safety accident (GB/T 33000-2025,"
                + " 7.1 c))");
    assertThat(why.get(1))
        .startsWith(
            "S-1 has been due for assessment since 2026-06-15: surveyed and assessed every year");
    assertThat(why.get(2)).endsWith("it has never been assessed");
    assertThat(due).hasSize(3);
  }

  @Test
  void levelsUpward() throws IOException {
    RiskTree tree = sampleTree();
    Enterprise enterprise = sampleEnterprise();
    Map<String, String> areas = Map.of("TANKS", "north", "PUMPS", "north");
    // snippet: upward
    Map<String, RiskLevel> events =
        Map.of("FIRE", RiskLevel.SIGNIFICANT, "SHOCK", RiskLevel.SIGNIFICANT); // FALL is ungraded
    AggregatedLevels levels = Aggregation.maximum().over(enterprise, tree, areas, events).orThrow();

    PartLevel whole = levels.enterprise();
    Optional<RiskLevel> level = whole.level(); // SIGNIFICANT, as its highest part
    List<RiskPart> ungraded = whole.ungraded(); // the event FALL
    boolean complete = whole.isComplete(); // false: the level can still rise
    // end
    assertThat(level).contains(RiskLevel.SIGNIFICANT);
    assertThat(ungraded)
        .extracting(RiskPart::kind, RiskPart::id)
        .containsExactly(tuple(PartKind.EVENT, "FALL"));
    assertThat(complete).isFalse();

    try (InputStream in = Files.newInputStream(SAMPLES.resolve("aggregation.csv"))) {
      // snippet: upward-own
      Aggregation own = Aggregation.read("aggregation.csv", in);
      AggregatedLevels counted = own.over(enterprise, tree, areas, events).orThrow();
      PartLevel north = counted.find(PartKind.AREA, "north").orElseThrow();
      String why = north.explanation().in(Locale.ENGLISH);
      // area north: major risk, as 2 parts are at least significant risk, and 2 suffice: ...
      // end
      assertThat(counted.enterprise().level()).contains(RiskLevel.MAJOR);
      assertThat(why)
          .startsWith(
              "area north: major risk, as 2 parts are at least significant risk, and 2 suffice: ");
    }
  }

  @Test
  void enterpriseByScore() {
    // snippet: score
    EnterpriseScore score = EnterpriseScore.published();
    EnterpriseLevel good = score.grade(Optional.of(new BigDecimal("75")), Set.of()).orThrow();
    Optional<RiskLevel> yellow = good.level(); // GENERAL: 75 belongs to the safer band

    EnterpriseLevel vetoed =
        score.grade(Optional.of(new BigDecimal("96")), Set.of("UNDESIGNED_PLANT")).orThrow();
    Optional<RiskLevel> red = vetoed.level(); // MAJOR, whatever the score

    Set<String> situations = score.vetoes().keySet();
    // UNTRIED_PROCESS, UNDESIGNED_PLANT, UNQUALIFIED_OPERATORS, ACCIDENTS
    // end
    assertThat(yellow).contains(RiskLevel.GENERAL);
    assertThat(red).contains(RiskLevel.MAJOR);
    assertThat(situations)
        .containsExactly(
            "UNTRIED_PROCESS", "UNDESIGNED_PLANT", "UNQUALIFIED_OPERATORS", "ACCIDENTS");
  }

  @Test
  void enterpriseByRisksAndGovernance() throws IOException {
    Map<String, RiskLevel> events =
        Map.of("FIRE", RiskLevel.GENERAL, "SHOCK", RiskLevel.LOW, "FALL", RiskLevel.LOW);
    AggregatedLevels risks = levels(events);
    AggregatedLevels incomplete = levels(Map.of("FIRE", RiskLevel.GENERAL));
    try (InputStream in = Files.newInputStream(SAMPLES.resolve("governance.csv"))) {
      // snippet: governance
      GovernanceRules rules = GovernanceRules.read("governance.csv", in);
      // none major and open, 2 overdue, 20 were due, 17 of them accepted in time
      GovernanceFigures figures = new GovernanceFigures(0, 2, 20, 17);

      EnterpriseLevel overall = rules.grade(risks, figures);
      Optional<RiskLevel> level = overall.level(); // SIGNIFICANT: GENERAL, and one step for 17/20
      String why = overall.explanation().in(Locale.ENGLISH);

      EnterpriseLevel unknown = rules.grade(incomplete, figures);
      Optional<RiskLevel> none = unknown.level(); // empty; unknown.ungraded() says what is missing
      // end
      assertThat(level).contains(RiskLevel.SIGNIFICANT);
      assertThat(why).contains("less than 90 % were accepted in time, here 17/20");
      assertThat(none).isEmpty();
      assertThat(unknown.ungraded()).extracting(RiskPart::id).contains("FALL", "PUMPS");
    }
  }

  @Test
  void majorHazardInstallations() throws IOException {
    try (InputStream in = Files.newInputStream(SAMPLES.resolve("substances.csv"))) {
      // snippet: installation
      MajorHazardInstallations site = MajorHazardInstallations.read("substances.csv", in);
      List<Holding> held = List.of(Holding.of("氨", "20"), Holding.of("示例易燃液体", "300"));

      Identification unit = site.identify(held, 42).orThrow(); // 42 residents within 500 m
      boolean major = unit.isMajor(); // S = 23/10
      Optional<MajorHazardLevel> level = unit.level(); // IV: R = 1.2·(2·20/10 + 1·300/1000)
      String why = unit.explanation().in(Locale.ENGLISH); // every term with its clause

      Outcome<Identification> strange = site.identify(List.of(Holding.of("液氨", "20")), 42);
      String refused = strange.reasons().get(0).code(); // grading.installation.substance-unknown
      // end
      assertThat(major).isTrue();
      assertThat(unit.s()).hasToString("23/10");
      assertThat(unit.r()).hasToString("129/25");
      assertThat(level).contains(MajorHazardLevel.IV);
      assertThat(why).contains("S = 2.3 ≥ 1 (4.2.1)", "R = 5.16");
      assertThat(refused).isEqualTo("grading.installation.substance-unknown");
    }
  }

  @Test
  void accidentGrades() {
    // snippet: accident-grade
    AccidentGrades order493 = AccidentGrades.published();
    GradedAccident accident =
        order493.grade(new AccidentConsequences(3, 4, new BigDecimal("2000000"))).orThrow();
    AccidentGrade grade = accident.grade(); // SIGNIFICANT
    String why = accident.explanation().in(Locale.ENGLISH);
    // ORDER-493@2007: deaths 3, at least 3 (国务院令第493号 第三条（三）), which is a significant accident

    Outcome<GradedAccident> nothing =
        order493.grade(new AccidentConsequences(0, 0, BigDecimal.ZERO)); // refused, not general
    // end
    assertThat(grade).isEqualTo(AccidentGrade.SIGNIFICANT);
    assertThat(why)
        .isEqualTo(
            "ORDER-493@2007: deaths 3, at least 3 (国务院令第493号 第三条（三）), which is a significant"
                + " accident");
    assertThat(nothing.reasons())
        .extracting(Reason::code)
        .containsExactly("grading.accident.no-consequence");
  }

  @Test
  void accidentTypes() {
    // snippet: accident-types
    AccidentTypes types = AccidentTypes.published();
    AccidentType old = types.find("016", LocalDate.of(2026, 6, 30)).orThrow(); // 锅炉爆炸
    Outcome<AccidentType> late = types.find("016", LocalDate.of(2026, 7, 1));
    String refused = late.reasons().get(0).code(); // grading.accident.type-of-other-edition
    // end
    assertThat(old.wording().zh()).isEqualTo("锅炉爆炸");
    assertThat(refused).isEqualTo("grading.accident.type-of-other-edition");

    // snippet: accident-type-mapping
    AccidentTypeMapping mapping = AccidentTypeMapping.published();
    AccidentTypeTranslation boiler = mapping.translate("016").orThrow(); // WSA10014
    Optional<Wording> loss = boiler.loss(); // under vessel explosion the boiler no longer shows

    Outcome<AccidentTypeTranslation> vehicle = mapping.translate("02");
    String choose = vehicle.reasons().get(0).code(); // grading.accident.mapping-ambiguous
    AccidentTypeTranslation chosen = mapping.translate("02", "WSA10002").orThrow();
    // end
    assertThat(boiler.to().code()).isEqualTo("WSA10014");
    assertThat(loss.map(Wording::en)).contains("under vessel explosion the boiler no longer shows");
    assertThat(choose).isEqualTo("grading.accident.mapping-ambiguous");
    assertThat(chosen.to().wording().zh()).isEqualTo("厂(场)内车辆致害");
  }

  @Test
  void foreignCodes() {
    // snippet: codes
    LevelCodecs codecs = LevelCodecs.published();
    RiskLevel park = codecs.decode(new ForeignCode("PARK", "1")).orThrow(); // MAJOR
    RiskLevel app = codecs.decode(new ForeignCode("APP", "1")).orThrow(); // LOW
    ForeignCode sent = codecs.find("EXCHANGE_DTO").orThrow().encode(park); // EXCHANGE_DTO:0
    // end
    assertThat(park).isEqualTo(RiskLevel.MAJOR);
    assertThat(app).isEqualTo(RiskLevel.LOW);
    assertThat(sent).hasToString("EXCHANGE_DTO:0");
  }

  private static RiskTree sampleTree() {
    return new RiskTree(
        List.of(new RiskPoint("TANKS", "sample tank farm"), new RiskPoint("PUMPS", "sample pumps")),
        List.of(
            new RiskUnit("T1", "sample tank", "TANKS"), new RiskUnit("P1", "sample pump", "PUMPS")),
        List.of(
            new RiskEvent("FIRE", "sample fire", "T1", Set.of()),
            new RiskEvent("FALL", "sample fall", "T1", Set.of()),
            new RiskEvent("SHOCK", "sample shock", "P1", Set.of())));
  }

  private static Enterprise sampleEnterprise() {
    return new Enterprise(CreditCode.check("91350100M000100Y43").orThrow(), "sample enterprise");
  }

  private static AggregatedLevels levels(Map<String, RiskLevel> events) {
    return Aggregation.maximum()
        .over(sampleEnterprise(), sampleTree(), Map.of("TANKS", "north", "PUMPS", "north"), events)
        .orThrow();
  }
}
