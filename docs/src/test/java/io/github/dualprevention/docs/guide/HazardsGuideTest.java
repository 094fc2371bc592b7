package io.github.dualprevention.docs.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dualprevention.adapters.render.EvidenceFile;
import io.github.dualprevention.adapters.render.EvidenceVerification;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.calendar.StatutoryCalendar;
import io.github.dualprevention.core.control.ControlTier;
import io.github.dualprevention.core.hazard.GovernancePlan;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardCommand;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardGrade;
import io.github.dualprevention.core.hazard.HazardLifeCycle;
import io.github.dualprevention.core.hazard.HazardMigration;
import io.github.dualprevention.core.hazard.HazardOption;
import io.github.dualprevention.core.hazard.HazardOptions;
import io.github.dualprevention.core.hazard.HazardProfile;
import io.github.dualprevention.core.hazard.HazardRegister;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.HazardStep;
import io.github.dualprevention.core.hazard.HazardSummary;
import io.github.dualprevention.core.hazard.HazardTrait;
import io.github.dualprevention.core.hazard.ImportedHazard;
import io.github.dualprevention.core.hazard.ListingDue;
import io.github.dualprevention.core.hazard.OwedStep;
import io.github.dualprevention.core.hazard.RectificationPlan;
import io.github.dualprevention.core.hazard.SupervisedListing;
import io.github.dualprevention.core.hazard.Weakening;
import io.github.dualprevention.core.journal.Checkpoint;
import io.github.dualprevention.core.journal.Ledger;
import io.github.dualprevention.core.judgement.JudgementStandards;
import io.github.dualprevention.core.listing.ListingLimit;
import io.github.dualprevention.core.listing.ListingProfile;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.oversight.CountingPeriod;
import io.github.dualprevention.core.oversight.EscalationDue;
import io.github.dualprevention.core.oversight.EscalationLadder;
import io.github.dualprevention.core.oversight.HazardFilter;
import io.github.dualprevention.core.oversight.HazardQueries;
import io.github.dualprevention.core.oversight.HazardRate;
import io.github.dualprevention.core.oversight.HazardStatistics;
import io.github.dualprevention.core.oversight.PageRequest;
import io.github.dualprevention.core.oversight.Rate;
import io.github.dualprevention.core.oversight.StockAndFlow;
import io.github.dualprevention.core.oversight.ZeroDenominator;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Assignment;
import io.github.dualprevention.core.responsibility.Duty;
import io.github.dualprevention.core.responsibility.ResponsibilityMatrix;
import io.github.dualprevention.core.store.StaleRecordException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the guide tells of the governance of hazards, its refusals word for word. */
class HazardsGuideTest {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  private final AtomicInteger salts = new AtomicInteger();
  private Instant now = Instant.EPOCH;
  private final Ledger ledger =
      Ledger.inMemory(
          new CreditCode("91000000000000000K"), () -> now, CHINA, this::freshRandomBytes);
  private final ResponsibilityMatrix matrix =
      ResponsibilityMatrix.of(
              List.of(
                  cell(Duty.CHECK, ControlTier.POST, "OPERATOR"),
                  cell(Duty.REGISTER, ControlTier.POST, "OPERATOR"),
                  cell(Duty.RECTIFY, ControlTier.POST, "OPERATOR"),
                  cell(Duty.MONITOR, ControlTier.TEAM, "FOREMAN"),
                  cell(Duty.RECTIFY, ControlTier.TEAM, "FOREMAN"),
                  cell(Duty.REGISTER, ControlTier.DEPARTMENT, "SAFETY"),
                  cell(Duty.ASSESS, ControlTier.DEPARTMENT, "SAFETY"),
                  cell(Duty.REPORT, ControlTier.DEPARTMENT, "SAFETY"),
                  cell(Duty.ACCEPT, ControlTier.DEPARTMENT, "SAFETY"),
                  cell(Duty.PLAN, ControlTier.COMPANY, "MANAGER"),
                  cell(Duty.ACCEPT, ControlTier.COMPANY, "MANAGER"),
                  cell(Duty.CLOSE_OUT, ControlTier.COMPANY, "MANAGER")))
          .orThrow();
  private final Actor operator = actor("sample person A", "OPERATOR");
  private final Actor foreman = actor("sample person B", "FOREMAN");
  private final Actor safety = actor("sample person C", "SAFETY");
  private final Actor manager = actor("sample person D", "MANAGER");
  private HazardRegister hazards = register(HazardLifeCycle.published());

  private byte[] freshRandomBytes() {
    byte[] salt = new byte[16];
    salt[0] = (byte) salts.incrementAndGet();
    return salt;
  }

  private static Assignment cell(Duty duty, ControlTier tier, String post) {
    return new Assignment(duty, tier, Optional.empty(), post);
  }

  private Actor actor(String person, String post) {
    return matrix.actor(ledger, person, post, "PUMPS");
  }

  private HazardRegister register(HazardLifeCycle first, HazardLifeCycle... further) {
    return HazardRegister.over(ledger)
        .withMeasures(measure -> measure.equals("M-04"))
        .withLifeCycles(first, further);
  }

  /** The moment; the clock goes on to it. */
  private Instant at(String local) {
    Instant moment = LocalDateTime.parse(local).atZone(CHINA).toInstant();
    now = moment.isAfter(now) ? moment : now;
    return moment;
  }

  /** The reasons as a person reads them; each stands in the guide. */
  private static void assertTold(List<Reason> reasons, String... lines) throws IOException {
    assertThat(reasons)
        .extracting(reason -> reason.code() + ": " + reason.message().en())
        .containsExactly(lines);
    assertThat(Files.readString(Path.of("guide/hazards.md"))).contains(lines);
  }

  private Hazard done(
      String id, HazardAction action, Actor actor, String when, Map<HazardFact, String> facts) {
    return hazards.act(id, new HazardCommand(action, actor, at(when), facts)).orThrow();
  }

  private Hazard registered(String id, String when) {
    return done(
        id,
        HazardAction.REGISTER,
        operator,
        when,
        Map.of(
            HazardFact.WHAT, "The joint of hose 2 leaks",
            HazardFact.WHERE, "pump 2",
            HazardFact.ORIGIN, "DAILY"));
  }

  private Hazard assessed(String id, String grade) {
    registered(id, "2026-07-07T09:00");
    return done(
        id,
        HazardAction.ASSESS,
        safety,
        "2026-07-07T10:00",
        Map.of(HazardFact.GRADE, grade, HazardFact.GROUNDS, "sample grounds"));
  }

  private Hazard fixed(String id) {
    assessed(id, "GENERAL");
    return done(
        id,
        HazardAction.FIX_ON_SPOT,
        operator,
        "2026-07-07T11:00",
        Map.of(HazardFact.RESULT, "seal replaced", HazardFact.PROOF, "seal-after.jpg"));
  }

  private Hazard planned(String id) {
    assessed(id, "MAJOR");
    return done(id, HazardAction.PLAN, manager, "2026-07-07T11:00", plan().facts());
  }

  private Hazard started(String id) {
    planned(id);
    return done(id, HazardAction.START, foreman, "2026-07-07T14:00", Map.of());
  }

  private Hazard submitted(String id, String when) {
    return done(
        id,
        HazardAction.SUBMIT,
        foreman,
        when,
        Map.of(HazardFact.RESULT, "detector replaced", HazardFact.PROOF, "detector-after.jpg"));
  }

  private Hazard accepted(String id, String when) {
    return done(id, HazardAction.ACCEPT, manager, when, Map.of(HazardFact.FINDING, "it works"));
  }

  private static GovernancePlan plan() {
    return new GovernancePlan(
        "The gas alarm works again",
        new RectificationPlan(
            "FOREMAN",
            "Replace the detector",
            new BigDecimal("6800"),
            LocalDate.of(2026, 7, 16),
            "No unloading; hourly checks with a hand-held detector"),
        "One detector, ordered",
        "The shift's team; the safety post watches",
        "First calibrate, then test the alarm",
        "Power off and tagged; permit for hot work");
  }

  @Test
  void aGeneralHazardIsFixedOnTheSpot() throws IOException {
    // snippet: on-the-spot
    List<HazardCommand> morning =
        List.of(
            HazardCommand.of(HazardAction.REGISTER, operator, at("2026-07-06T08:30"))
                .with(HazardFact.WHAT, "The joint of hose 2 leaks")
                .with(HazardFact.WHERE, "pump 2")
                .with(HazardFact.ORIGIN, "DAILY"),
            HazardCommand.of(HazardAction.ASSESS, safety, at("2026-07-06T08:40"))
                .with(HazardFact.GRADE, "GENERAL")
                .with(HazardFact.GROUNDS, "A new seal removes it at once"),
            HazardCommand.of(HazardAction.FIX_ON_SPOT, operator, at("2026-07-06T08:55"))
                .with(HazardFact.RESULT, "Seal replaced, pressure test passed")
                .with(HazardFact.PROOF, "seal-after.jpg, SHA-256 9f86d0…"));
    morning.forEach(command -> hazards.act("H-1", command).orThrow());

    Outcome<Hazard> refused =
        hazards.act(
            "H-1",
            HazardCommand.of(HazardAction.ACCEPT, operator, at("2026-07-06T08:56"))
                .with(HazardFact.FINDING, "I have looked at it myself"));
    // end
    assertTold(
        refused.reasons(),
        "hazard.actor.without-duty: \"accept\" asks for the duty to accept, which the post OPERATOR"
            + " does not have",
        "hazard.person.not-apart: the same person did \"fix on the spot\" and must therefore not do"
            + " \"accept\"");
    done(
        "H-1",
        HazardAction.ACCEPT,
        safety,
        "2026-07-06T09:20",
        Map.of(HazardFact.FINDING, "no leak under pressure"));
    assertThat(done("H-1", HazardAction.CLOSE_OUT, manager, "2026-07-06T09:25", Map.of()).state())
        .isEqualTo(HazardState.CLOSED);
  }

  @Test
  void aGeneralHazardIsRectifiedByADeadline() throws IOException {
    assessed("H-2", "GENERAL");

    hazards
        .act(
            "H-2",
            HazardCommand.of(HazardAction.START, foreman, at("2026-07-07T11:00"))
                .with(HazardFact.MEASURES, "Order a new joint and fit it")
                .with(HazardFact.DEADLINE, "2026-07-10"))
        .orThrow();
    boolean lastDay = hazards.hazard("H-2").isOverdue(LocalDate.of(2026, 7, 10)); // false
    boolean dayAfter = hazards.hazard("H-2").isOverdue(LocalDate.of(2026, 7, 11)); // true
    assertThat(lastDay).isFalse();
    assertThat(dayAfter).isTrue();
    assertThat(submitted("H-2", "2026-07-10T09:00").isOverdue(LocalDate.of(2026, 7, 11))).isTrue();
    Hazard back =
        done(
            "H-2",
            HazardAction.REJECT,
            safety,
            "2026-07-10T10:00",
            Map.of(HazardFact.REASON, "not tested"));
    assertThat(back.state()).isEqualTo(HazardState.RECTIFYING);
    assertThat(back.deadline()).contains(LocalDate.of(2026, 7, 10));
    assertThat(submitted("H-2", "2026-07-20T09:00").state()).isEqualTo(HazardState.RECTIFIED);
  }

  @Test
  void aCriterionProposesAndAPersonConfirms() throws IOException {
    registered("H-3", "2026-07-07T09:00");

    // snippet: propose
    hazards
        .act(
            "H-3",
            HazardCommand.of(HazardAction.PROPOSE_MAJOR, operator, at("2026-07-07T09:20"))
                .with(HazardFact.CRITERION, "AJ3-121/1/12"))
        .orThrow();
    HazardCommand assessment =
        HazardCommand.of(HazardAction.ASSESS, safety, at("2026-07-07T09:30"))
            .with(HazardFact.GROUNDS, "The gas alarm is dead; unloading has to stop");
    Outcome<Hazard> refused = hazards.act("H-3", assessment.with(HazardFact.GRADE, "GENERAL"));

    hazards.act("H-3", assessment.with(HazardFact.GRADE, "MAJOR")).orThrow();
    // end
    assertTold(
        refused.reasons(),
        "hazard.grade.lowered-without-reason: to refuse a proposal as major or to lower a major"
            + " grade, \"assess\" needs: the reason");
    assertThat(hazards.hazard("H-3").isMajor()).isTrue();

    JudgementStandards ours = JudgementStandards.published().inSectors(Set.of("CHEMICAL"));
    HazardLifeCycle chemical =
        HazardLifeCycle.published().with(HazardProfile.published().with(ours));
    int criteria = ours.inForce(LocalDate.of(2026, 7, 7)).size(); // 15
    Outcome<?> foreign = ours.judge("MEM-10/14/1", LocalDate.of(2026, 7, 7));
    String code = foreign.reasons().get(0).code(); // judgement.criterion.other-sector
    assertThat(chemical.version()).isEqualTo(HazardLifeCycle.published().version());
    assertThat(criteria).isEqualTo(15);
    assertThat(code).isEqualTo("judgement.criterion.other-sector");
  }

  @Test
  void aMajorHazardIsRectifiedUnderAPlan() throws IOException {
    assessed("H-3", "MAJOR");

    GovernancePlan plan = plan();

    // snippet: plan
    HazardCommand start = HazardCommand.of(HazardAction.START, foreman, at("2026-07-07T14:00"));
    Outcome<Hazard> tooSoon = hazards.act("H-3", start);

    HazardCommand planning =
        HazardCommand.of(HazardAction.PLAN, manager, at("2026-07-07T11:00")).with(plan.facts());
    hazards.act("H-3", planning).orThrow();
    hazards.act("H-3", start).orThrow();
    // end
    assertTold(
        tooSoon.reasons(),
        "hazard.step.missing: \"start the rectification\" is possible only after \"plan the"
            + " rectification\"");
    assertThat(tooSoon.reasons().get(0).source().orElseThrow().document()).contains("令第16号");
    assertThat(plan.facts()).hasSize(10);
  }

  @Test
  void theCloseOutOfAMajorHazardWaitsForAllOfIt() throws IOException {
    planned("H-3");
    done(
        "H-3",
        HazardAction.TAKE_INTERIM_MEASURES,
        operator,
        "2026-07-07T09:10",
        Map.of(
            HazardFact.INTERIM_MEASURE,
            "No unloading; the yard is cordoned off",
            HazardFact.INTERIM_KIND,
            "SUSPEND_USE"));
    done("H-3", HazardAction.START, foreman, "2026-07-07T14:00", Map.of());
    submitted("H-3", "2026-07-15T16:00");
    accepted("H-3", "2026-07-16T09:00");

    // snippet: close-out
    HazardCommand closeOut =
        HazardCommand.of(HazardAction.CLOSE_OUT, manager, at("2026-07-16T10:00"));
    Outcome<Hazard> refused = hazards.act("H-3", closeOut);

    Hazard hazard = hazards.hazard("H-3");
    List<OwedStep> owed = hazards.lifeCycleOf(hazard).owed(hazard); // REPORT, INFORM, DECIDE_…
    // end
    assertTold(
        refused.reasons(),
        "hazard.step.missing: \"close out\" is possible only after \"report to the regulator\"",
        "hazard.step.missing: \"close out\" is possible only after \"inform the employees\"",
        "hazard.suspension.open: what was suspended awaits the decision on its resumption, so"
            + " \"close out\" is not possible");
    assertThat(refused.reasons())
        .extracting(reason -> reason.source().orElseThrow().evidence().name())
        .containsExactly("PRESCRIBED", "PRESCRIBED", "DERIVED");
    assertThat(owed)
        .extracting(OwedStep::action)
        .containsExactly(HazardAction.REPORT, HazardAction.INFORM, HazardAction.DECIDE_RESUMPTION);

    List<HazardCommand> end =
        List.of(
            HazardCommand.of(HazardAction.REPORT, safety, at("2026-07-16T10:30"))
                .with(HazardFact.STATUS_AND_CAUSE, "The detector was worn out and switched off")
                .with(HazardFact.HARM_AND_DIFFICULTY, "Leaks go unseen; a new detector removes it")
                .with(HazardFact.GOVERNANCE_PLAN, "No unloading, new detector, alarm test"),
            HazardCommand.of(HazardAction.INFORM, safety, at("2026-07-16T10:40"))
                .with(HazardFact.AUDIENCE, "All staff before the shift, and the notice board"),
            HazardCommand.of(HazardAction.ASSESS_RESUMPTION, safety, at("2026-07-16T11:00"))
                .with(HazardFact.FINDING, "Alarm and cut-off work"),
            HazardCommand.of(HazardAction.DECIDE_RESUMPTION, manager, at("2026-07-16T11:30"))
                .with(HazardFact.RESUMPTION, "RESUMED")
                .with(HazardFact.REASON, "The assessment says so"),
            HazardCommand.of(HazardAction.CLOSE_OUT, manager, at("2026-07-16T11:40")));
    end.forEach(command -> hazards.act("H-3", command).orThrow());
    assertThat(hazards.hazard("H-3").state()).isEqualTo(HazardState.CLOSED);
  }

  @Test
  void aFormIsDrawnFromTheOptions() throws IOException {
    assessed("H-3", "MAJOR");

    // snippet: options
    Hazard hazard = hazards.hazard("H-3");
    HazardOptions options = hazards.lifeCycleOf(hazard).options(hazard, manager, now);
    Set<HazardAction> buttons = options.possible();
    // TAKE_INTERIM_MEASURES, ESCALATE, PLAN
    HazardOption plan = options.option(HazardAction.PLAN);
    List<String> fields =
        plan.evidence().stream()
            .filter(asked -> asked.isNeeded())
            .map(asked -> asked.fact().wording().en() + ": " + asked.fact().form())
            .toList(); // ten: goals and tasks: TEXT, …, the deadline: DAY, …
    List<Reason> whyNot = options.option(HazardAction.START).against();
    // end
    assertThat(buttons)
        .containsExactly(
            HazardAction.TAKE_INTERIM_MEASURES, HazardAction.ESCALATE, HazardAction.PLAN);
    assertThat(fields)
        .hasSize(10)
        .startsWith("goals and tasks: TEXT")
        .contains("the funds in yuan: AMOUNT", "the deadline: DAY");
    assertThat(whyNot)
        .extracting(Reason::code)
        .containsExactly("hazard.actor.without-duty", "hazard.step.missing");
  }

  @Test
  void aDeadlineIsPutOffByAnExtensionAlone() throws IOException {
    started("H-3");

    Outcome<Hazard> newPlan =
        hazards.act(
            "H-3",
            HazardCommand.of(HazardAction.PLAN, manager, at("2026-07-15T16:00"))
                .with(plan().facts())
                .with(HazardFact.DEADLINE, "2026-07-25"));

    // snippet: extension
    hazards
        .act(
            "H-3",
            HazardCommand.of(HazardAction.REQUEST_EXTENSION, foreman, at("2026-07-15T16:10"))
                .with(HazardFact.PROPOSED_DEADLINE, "2026-07-25")
                .with(HazardFact.REASON, "The controller went back to its maker")
                .with(HazardFact.INTERIM_MEASURE, "Still no unloading; hourly checks"))
        .orThrow();
    HazardCommand grant =
        HazardCommand.of(HazardAction.GRANT_EXTENSION, manager, at("2026-07-15T17:00"));
    Outcome<Hazard> more = hazards.act("H-3", grant.with(HazardFact.DEADLINE, "2026-07-31"));

    hazards.act("H-3", grant.with(HazardFact.DEADLINE, "2026-07-25")).orThrow();
    // end
    assertTold(
        newPlan.reasons(),
        "hazard.deadline.moved: \"plan the rectification\" cannot put the deadline off from"
            + " 2026-07-16 to 2026-07-25; that takes an extension");
    assertTold(
        more.reasons(),
        "hazard.deadline.beyond: the deadline 2026-07-31 is later than the deadline asked for,"
            + " which is 2026-07-25");
    assertThat(hazards.hazard("H-3").deadline()).contains(LocalDate.of(2026, 7, 25));
    assertTold(
        hazards
            .act(
                "H-3",
                new HazardCommand(
                    HazardAction.REQUEST_EXTENSION,
                    foreman,
                    at("2026-07-26T09:00"),
                    Map.of(
                        HazardFact.PROPOSED_DEADLINE, "2026-08-01",
                        HazardFact.REASON, "sample reason",
                        HazardFact.INTERIM_MEASURE, "sample measure")))
            .reasons(),
        "hazard.extension.late: the deadline 2026-07-25 has passed; no extension can be asked for"
            + " on 2026-07-26");
  }

  @Test
  void whatARegulatorOrdersTheRegulatorRechecks() throws IOException {
    assessed("H-4", "GENERAL");
    done(
        "H-4",
        HazardAction.START,
        foreman,
        "2026-07-07T11:00",
        Map.of(HazardFact.MEASURES, "sample measures", HazardFact.DEADLINE, "2026-08-31"));

    Hazard ordered =
        hazards
            .act(
                "H-4",
                HazardCommand.of(HazardAction.RECEIVE_ORDER, safety, at("2026-07-08T09:00"))
                    .with(HazardFact.DOCUMENT, "sample order 2026-12")
                    .with(HazardFact.BODY, "sample emergency bureau")
                    .with(HazardFact.ORDERED_DEADLINE, "2026-07-31"))
            .orThrow();
    LocalDate deadline = ordered.deadline().orElseThrow(); // 2026-07-31, not 2026-08-31
    assertThat(deadline).isEqualTo(LocalDate.of(2026, 7, 31));
    submitted("H-4", "2026-07-20T09:00");
    accepted("H-4", "2026-07-21T09:00");

    assertTold(
        hazards
            .act("H-4", HazardCommand.of(HazardAction.CLOSE_OUT, manager, at("2026-07-21T10:00")))
            .reasons(),
        "hazard.order.not-rechecked: what the regulator has ordered (sample order 2026-12) has not"
            + " passed the recheck, so \"close out\" is not possible");
    done(
        "H-4",
        HazardAction.PASS_RECHECK,
        safety,
        "2026-07-22T09:00",
        Map.of(
            HazardFact.DOCUMENT, "sample recheck 2026-12",
            HazardFact.BODY, "sample emergency bureau",
            HazardFact.ORDER, Integer.toString(ordered.version()),
            HazardFact.FINDING, "passed"));
    done("H-4", HazardAction.CLOSE_OUT, manager, "2026-07-22T10:00", Map.of());
  }

  @Test
  void anInformantStaysOutOfTheRecord() throws IOException {
    HazardCommand told =
        HazardCommand.of(HazardAction.REGISTER, safety, at("2026-07-06T08:30"))
            .with(HazardFact.WHAT, "The emergency exit of the store room is blocked")
            .with(HazardFact.WHERE, "store room")
            .with(HazardFact.ORIGIN, "WHISTLEBLOW");
    Outcome<Hazard> refused =
        hazards.act(
            "H-5", told.with(HazardFact.MEASURE, "M-04").with(HazardFact.CHECK, "CL-1/2026-07-06"));

    hazards.act("H-5", told).orThrow();
    assertTold(
        refused.reasons(),
        "hazard.informant.traceable: what an informant has told must not come with the check that"
            + " found it, which could lead to the informant");
  }

  @Test
  void aListingIsGovernedByItsProfile() throws IOException {
    started("H-3");

    HazardCommand listing =
        HazardCommand.of(HazardAction.LIST, safety, at("2026-09-21T10:00"))
            .with(HazardFact.DOCUMENT, "sample listing 2026-1")
            .with(HazardFact.BODY, "sample safety committee")
            .with(HazardFact.LISTING_LEVEL, "DISTRICT")
            .with(HazardFact.LISTING_DEADLINE, "2026-11-30")
            .with(HazardFact.RESPONSIBLE, "MANAGER")
            .with(HazardFact.MILESTONES, "2026-10-15 delivery | 2026-11-20 alarm test");

    // snippet: list
    StatutoryCalendar calendar;
    try (InputStream in = Files.newInputStream(Path.of("examples/working-days/holidays.csv"))) {
      calendar = StatutoryCalendar.read("holidays.csv", in);
    }
    HazardProfile qingdao = HazardProfile.published().with(ListingProfile.qingdao(), calendar);
    hazards = register(HazardLifeCycle.published().with(qingdao)); // a HazardRegister with it

    Hazard listed = hazards.act("H-3", listing).orThrow();
    List<ListingDue> due = qingdao.outstanding(listed); // PUBLISH_WITHIN, until 2026-09-29
    SupervisedListing read = listed.listing().orElseThrow(); // level, deadline, milestones, …
    // end
    assertThat(due)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.limit()).isEqualTo(ListingLimit.PUBLISH_WITHIN);
              assertThat(one.day()).isEqualTo(LocalDate.of(2026, 9, 29));
            });
    assertThat(read.openMilestones()).hasSize(2);
    assertThat(ListingProfile.published().levels()).hasSize(4);

    HazardCommand ask =
        HazardCommand.of(HazardAction.REQUEST_LISTING_EXTENSION, safety, at("2026-11-03T09:00"))
            .with(HazardFact.PROPOSED_LISTING_DEADLINE, "2026-12-31")
            .with(HazardFact.REASON, "The controller went back to its maker");
    Outcome<Hazard> late = hazards.act("H-3", ask);
    assertTold(
        late.reasons(),
        "hazard.listing.asked-late: the listing ends on 2026-11-30; an extension had to be asked"
            + " for by 2026-11-02, not on 2026-11-03");
    assertThat(late.reasons().get(0).source().orElseThrow().document()).contains("Qingdao");
    assertTold(
        hazards
            .act(
                "H-3",
                new HazardCommand(
                    HazardAction.REACH_MILESTONE,
                    safety,
                    at("2026-10-15T09:00"),
                    Map.of(HazardFact.MILESTONE, "2026-10-14")))
            .reasons(),
        "hazard.milestone.unknown: the listing has no open milestone of 2026-10-14");
    submitted("H-3", "2026-11-20T09:00");
    accepted("H-3", "2026-11-20T15:00");
    assertTold(
        hazards
            .act("H-3", HazardCommand.of(HazardAction.CLOSE_OUT, manager, at("2026-11-20T16:00")))
            .reasons(),
        "hazard.step.missing: \"close out\" is possible only after \"report to the regulator\"",
        "hazard.step.missing: \"close out\" is possible only after \"inform the employees\"",
        "hazard.listing.open: it is still listed for supervision, so \"close out\" is not possible");
  }

  @Test
  void aCalendarRefusesADayThatItDoesNotCover() throws IOException {
    StatutoryCalendar calendar;
    try (InputStream in = Files.newInputStream(Path.of("examples/working-days/holidays.csv"))) {
      calendar = StatutoryCalendar.read("holidays.csv", in);
    }
    HazardProfile qingdao = HazardProfile.published().with(ListingProfile.qingdao(), calendar);
    hazards = register(HazardLifeCycle.published().with(qingdao));
    started("H-3");
    Hazard listed =
        done(
            "H-3",
            HazardAction.LIST,
            safety,
            "2026-09-21T10:00",
            Map.of(
                HazardFact.DOCUMENT, "sample listing 2026-1",
                HazardFact.BODY, "sample safety committee",
                HazardFact.LISTING_LEVEL, "DISTRICT",
                HazardFact.LISTING_DEADLINE, "2027-01-29",
                HazardFact.RESPONSIBLE, "MANAGER"));

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(
            () ->
                done(
                    listed.id(),
                    HazardAction.REQUEST_LISTING_EXTENSION,
                    safety,
                    "2026-11-03T09:00",
                    Map.of(
                        HazardFact.PROPOSED_LISTING_DEADLINE, "2027-02-26",
                        HazardFact.REASON, "The controller went back to its maker")))
        .matches(refused -> refused.code().equals("calendar.day.not-covered"));
  }

  @Test
  void aLadderTellsWhoHasToHearOfIt() throws IOException {
    started("H-3");

    EscalationLadder ladder;
    try (InputStream in = Files.newInputStream(Path.of("examples/escalation/ladder.csv"))) {
      ladder = EscalationLadder.read("ladder.csv", in);
    }
    Hazard overdue = hazards.hazard("H-3"); // the deadline was 2026-07-16
    EscalationDue due = ladder.due(overdue, at("2026-07-17T09:00"), CHINA).orElseThrow();
    // DEPARTMENT, since 2026-07-17, because of OVERDUE
    hazards
        .act(
            "H-3",
            HazardCommand.of(HazardAction.ESCALATE, foreman, at("2026-07-17T09:30"))
                .with(HazardFact.ESCALATED_TO, due.level().code())
                .with(HazardFact.REASON, "The deadline has passed"))
        .orThrow();
    assertThat(due.level().code()).isEqualTo("DEPARTMENT");
    assertThat(due.since()).isEqualTo(LocalDate.of(2026, 7, 17));
    assertThat(due.basis().code()).isEqualTo("OVERDUE");
    assertThat(ladder.due(hazards.hazard("H-3"), at("2026-07-17T10:00"), CHINA)).isEmpty();
  }

  @Test
  void whatIsNoHazardIsDismissed() throws IOException {
    assessed("H-6", "GENERAL");

    Hazard dismissed =
        hazards
            .act(
                "H-6",
                HazardCommand.of(HazardAction.DISMISS, safety, at("2026-07-07T15:00"))
                    .with(HazardFact.REASON, "The wet spot was rain"))
            .orThrow(); // DISMISSED
    hazards
        .act(
            "H-6",
            HazardCommand.of(HazardAction.REOPEN, operator, at("2026-07-08T09:00"))
                .with(HazardFact.REASON, "It is wet again, and it has not rained"))
        .orThrow();
    assertThat(dismissed.state()).isEqualTo(HazardState.DISMISSED);
    Hazard reopened = hazards.hazard("H-6");
    assertThat(reopened.state()).isEqualTo(HazardState.REGISTERED);
    assertThat(reopened.grade()).isEmpty();
    done(
        "H-6",
        HazardAction.PROPOSE_MAJOR,
        operator,
        "2026-07-08T09:10",
        Map.of(HazardFact.CRITERION, "AJ3-121/1/12"));
    assertTold(
        hazards
            .act(
                "H-6",
                HazardCommand.of(HazardAction.DISMISS, safety, at("2026-07-08T10:00"))
                    .with(HazardFact.REASON, "rain again"))
            .reasons(),
        "hazard.proposal.open: the proposal as major by AJ3-121/1/12 has no answer yet, so \"dismiss"
            + " as no hazard\" is not possible");
  }

  @Test
  void aHazardThatComesBackNamesTheEarlierOne() throws IOException {
    fixed("H-1");
    done(
        "H-1",
        HazardAction.ACCEPT,
        safety,
        "2026-07-07T12:00",
        Map.of(HazardFact.FINDING, "no leak"));
    done("H-1", HazardAction.CLOSE_OUT, manager, "2026-07-07T12:30", Map.of());

    HazardCommand again =
        HazardCommand.of(HazardAction.REGISTER, operator, at("2026-07-20T08:30"))
            .with(HazardFact.WHAT, "The joint of hose 2 leaks again")
            .with(HazardFact.WHERE, "pump 2")
            .with(HazardFact.ORIGIN, "DAILY");
    Outcome<Hazard> refused = hazards.act("H-7", again.with(HazardFact.EARLIER, "H-99"));

    hazards.act("H-7", again.with(HazardFact.EARLIER, "H-1")).orThrow();
    assertTold(
        refused.reasons(),
        "hazard.earlier.unknown: there is no earlier hazard H-99, or it is this one");
    Rate effect =
        HazardStatistics.of(
                hazards.hazards(),
                new CountingPeriod(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 8, 1), CHINA))
            .rate(HazardRate.EFFECT);
    assertThat(effect).hasToString("0/1");
  }

  @Test
  void aMistakeIsMendedBesideWhatWasWritten() throws IOException {
    registered("H-2", "2026-07-07T09:00");

    // snippet: correct
    hazards
        .act(
            "H-2",
            HazardCommand.of(HazardAction.CORRECT, operator, at("2026-07-07T09:30"))
                .with(HazardFact.CORRECTS, "1") // the first step of this hazard
                .with(HazardFact.WHERE, "pump 3")
                .with(HazardFact.REASON, "Mistyped"))
        .orThrow();
    String where = hazards.hazard("H-2").told(HazardFact.WHERE).orElseThrow(); // pump 3
    String first = hazards.hazard("H-2").steps().get(0).facts().get(HazardFact.WHERE); // pump 2
    // end
    Outcome<Hazard> refused =
        hazards.act(
            "H-2",
            HazardCommand.of(HazardAction.CORRECT, operator, at("2026-07-07T09:40"))
                .with(HazardFact.CORRECTS, "1")
                .with(HazardFact.AREA, "forecourt")
                .with(HazardFact.REASON, "Forgotten"));
    assertThat(where).isEqualTo("pump 3");
    assertThat(first).isEqualTo("pump 2");
    assertTold(
        refused.reasons(),
        "hazard.correction.unknown: there is no step 1, or it does not say what is corrected: the"
            + " area");
    assertTold(
        hazards
            .act(
                "H-2",
                HazardCommand.of(HazardAction.CORRECT, operator, at("2026-07-07T09:40"))
                    .with(HazardFact.CORRECTS, "1")
                    .with(HazardFact.GRADE, "GENERAL")
                    .with(HazardFact.REASON, "sample"))
            .reasons(),
        "hazard.fact.unexpected: \"correct the record\" does not take: the grade",
        "hazard.correction.unknown: there is no step 1, or it does not say what is corrected: the"
            + " grade");
  }

  @Test
  void anExistingLedgerIsTakenOver() throws IOException {
    // snippet: take-over
    HazardGrade general = HazardLifeCycle.published().grade("GENERAL").orElseThrow();
    ImportedHazard old =
        new ImportedHazard(
            "OLD-17",
            HazardState.CLOSED,
            Optional.of(general),
            Map.of(
                HazardFact.SOURCE, "ledger of 2025, sheet 2, line 17",
                HazardFact.WHAT, "Extinguisher out of date",
                HazardFact.WHERE, "pump 1",
                HazardFact.CLOSED_ON, "2025-03-02"));
    Hazard taken = hazards.take(old, safety).orThrow();
    boolean unverified = taken.isUnverified(); // true
    // end
    assertThat(unverified).isTrue();
    assertTold(
        hazards
            .take(
                new ImportedHazard(
                    "OLD-18", HazardState.ACCEPTED, Optional.of(general), old.facts()),
                safety)
            .reasons(),
        "hazard.import.state: a hazard cannot be taken over as \"accepted\", only as: registered,"
            + " assessed, being rectified, closed out");
  }

  @Test
  void aHazardMovesToAnotherTableWhenSomebodyDecidesSo() {
    HazardLifeCycle own =
        HazardLifeCycle.published().overlaid(Path.of("examples/joint-acceptance"));
    started("H-2");
    submitted("H-2", "2026-07-15T16:00");

    // snippet: migrate
    hazards = register(own, HazardLifeCycle.published()); // new hazards follow the one named first
    HazardMigration migration = hazards.migration("H-2", own.version()); // changes nothing yet
    List<HazardMigration.Change> changes = migration.changes(); // SIGN is new, ACCEPT waits for it
    List<OwedStep> owed = migration.owed(); // CONFIRM
    Hazard migrated =
        hazards
            .migrate(
                hazards.hazard("H-2"),
                migration.to().version(),
                manager,
                "Our own lines are in use")
            .orThrow();
    // end
    assertThat(changes)
        .extracting(HazardMigration.Change::action)
        .containsExactly(HazardAction.SIGN, HazardAction.ACCEPT);
    assertThat(owed).extracting(OwedStep::action).containsExactly(HazardAction.CONFIRM);
    assertThat(migrated.table()).hasToString("SAMPLE:JOINT@1");
    assertThat(migrated.state()).isEqualTo(HazardState.RECTIFIED);
  }

  @Test
  void anEnterprisesOwnLinesLieOverThePublishedOnes() throws IOException {
    Path folder = Path.of("examples/joint-acceptance");

    HazardLifeCycle own = HazardLifeCycle.published().overlaid(folder);
    hazards = register(own);
    assertThat(own.version()).hasToString("SAMPLE:JOINT@1");
    started("H-3");
    submitted("H-3", "2026-07-15T16:00");

    HazardCommand accept =
        HazardCommand.of(HazardAction.ACCEPT, manager, at("2026-07-16T09:00"))
            .with(HazardFact.FINDING, "Alarm and cut-off work");
    HazardCommand equipment =
        HazardCommand.of(
                HazardAction.SIGN, actor("sample person E", "EQUIPMENT"), at("2026-07-16T08:30"))
            .with(HazardFact.FINDING, "I agree");
    HazardCommand power =
        HazardCommand.of(
                HazardAction.SIGN, actor("sample person F", "POWER"), at("2026-07-16T08:40"))
            .with(HazardFact.FINDING, "I agree");

    // snippet: sign
    Outcome<Hazard> unsigned = hazards.act("H-3", accept);
    for (HazardCommand next : List.of(equipment, power, accept)) {
      hazards.act("H-3", next).orThrow();
    }
    // end
    assertTold(
        unsigned.reasons(),
        "hazard.signature.missing: before \"accept\" one of these posts must sign: EQUIPMENT",
        "hazard.signature.missing: before \"accept\" one of these posts must sign:"
            + " POWER|PRODUCTION");
    Map<HazardFact, String> found = Map.of(HazardFact.FINDING, "it works");
    done(
        "H-3",
        HazardAction.REPORT,
        safety,
        "2026-07-16T09:10",
        Map.of(
            HazardFact.STATUS_AND_CAUSE, "sample",
            HazardFact.HARM_AND_DIFFICULTY, "sample",
            HazardFact.GOVERNANCE_PLAN, "sample"));
    done(
        "H-3",
        HazardAction.INFORM,
        safety,
        "2026-07-16T09:20",
        Map.of(HazardFact.AUDIENCE, "notice board"));
    assertTold(
        hazards
            .act("H-3", HazardCommand.of(HazardAction.CLOSE_OUT, manager, at("2026-07-16T10:00")))
            .reasons(),
        "hazard.step.missing: \"close out\" is possible only after \"confirm the acceptance\"");
    assertThat(
            hazards
                .act(
                    "H-3",
                    new HazardCommand(HazardAction.CONFIRM, manager, at("2026-07-16T10:00"), found))
                .reasons())
        .extracting(Reason::code)
        .containsExactly("hazard.person.not-apart");
    done("H-3", HazardAction.CONFIRM, safety, "2026-07-16T10:10", found);
    done("H-3", HazardAction.CLOSE_OUT, manager, "2026-07-16T10:20", Map.of());

    fixed("H-1");
    Actor alone = new Actor(operator.person(), "OPERATOR", Set.of(Duty.RECTIFY, Duty.ACCEPT));

    Hazard accepted =
        hazards
            .act(
                "H-1",
                HazardCommand.of(HazardAction.ACCEPT, alone, at("2026-07-07T12:00"))
                    .with(HazardFact.FINDING, "No leak under pressure")
                    .with(HazardFact.REASON, "Night shift of one person"))
            .orThrow();
    HazardStep last = accepted.steps().get(accepted.version() - 1);
    Set<Weakening> weakened = last.weakened(); // ACCEPTOR_RECTIFIED
    assertThat(weakened).containsExactly(Weakening.ACCEPTOR_RECTIFIED);
    String line = hazards.chain("H-1").get(3).line();
    assertThat(line).contains("weakened:ACCEPTOR_RECTIFIED");
  }

  @Test
  void thoseWhoOverseeAskAndCount() {
    fixed("H-1");
    done(
        "H-1",
        HazardAction.ACCEPT,
        safety,
        "2026-07-07T12:00",
        Map.of(HazardFact.FINDING, "no leak"));
    done("H-1", HazardAction.CLOSE_OUT, manager, "2026-07-07T12:30", Map.of());
    started("H-3");

    // snippet: queries
    HazardQueries queries = HazardQueries.over(ledger);
    HazardFilter overdueMajor =
        HazardFilter.open().withTrait(HazardTrait.MAJOR).withOverdueOn(TODAY);
    List<HazardSummary> found = queries.find(overdueMajor, PageRequest.first(50)).hazards(); // H-3
    long quiet = queries.count(HazardFilter.open().withStuckSince(at("2026-10-01T00:00"))); // 1

    CountingPeriod july =
        new CountingPeriod(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 8, 1), CHINA);
    HazardStatistics counted = HazardStatistics.of(hazards.hazards(), july);
    StockAndFlow total = counted.total(); // opening 0, registered 2, closed out 1, closing 1

    Rate rectified = counted.rate(HazardRate.RECTIFICATION); // 1/2
    Optional<BigDecimal> value =
        rectified.value(ZeroDenominator.NOT_APPLICABLE, 4, RoundingMode.HALF_UP); // 0.5000
    String formula = HazardRate.RECTIFICATION.formula().en();
    // end
    assertThat(found).extracting(HazardSummary::id).containsExactly("H-3");
    assertThat(quiet).isEqualTo(1);
    assertThat(total.opening()).isZero();
    assertThat(total.registered()).isEqualTo(2);
    assertThat(total.closedOut()).isEqualTo(1);
    assertThat(total.closing()).isEqualTo(1);
    assertThat(rectified).hasToString("1/2");
    assertThat(value).contains(new BigDecimal("0.5000"));
    assertThat(formula).contains("hazards registered in the period");
    CountingPeriod june =
        new CountingPeriod(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 7, 1), CHINA);
    Rate nothing = HazardStatistics.of(Stream.empty(), june).rate(HazardRate.RECTIFICATION);
    assertThat(nothing).hasToString("0/0");
    assertThat(nothing.value(ZeroDenominator.NOT_APPLICABLE, 4, RoundingMode.HALF_UP)).isEmpty();
    assertThat(nothing.value(ZeroDenominator.ONE, 4, RoundingMode.HALF_UP))
        .contains(new BigDecimal("1.0000"));
  }

  @Test
  void oneFileShowsAllThatHappened() {
    fixed("H-1");

    // snippet: evidence
    EvidenceFile evidence = EvidenceFile.published();
    byte[] named = evidence.write(ledger, "H-1", person -> true);
    byte[] unnamed = evidence.write(ledger, "H-1");

    Checkpoint heads = Checkpoint.of(ledger.journal()); // keep it where the writer cannot reach it
    EvidenceVerification sound = evidence.verify(unnamed, heads);

    String forged =
        new String(unnamed, StandardCharsets.UTF_8)
            .replace("value.fact.what:The joint of hose 2", "value.fact.what:The joint of hose 1");
    EvidenceVerification broken = evidence.verify(forged.getBytes(StandardCharsets.UTF_8), heads);
    // end
    assertThat(sound.isSound()).isTrue();
    assertThat(broken.isSound()).isFalse();
    assertThat(new String(named, StandardCharsets.UTF_8)).contains("sample person A");
    assertThat(new String(unnamed, StandardCharsets.UTF_8)).doesNotContain("sample person A");
    assertThat(evidence.verify(named, heads).isSound()).isTrue();
    assertThat(broken).isInstanceOf(EvidenceVerification.Broken.class);
  }

  @Test
  void nobodyOverwritesWhatHeHasNotSeen() throws IOException {
    registered("H-2", "2026-07-07T09:00");

    HazardCommand assess =
        HazardCommand.of(HazardAction.ASSESS, safety, at("2026-07-07T09:10"))
            .with(HazardFact.GRADE, "GENERAL")
            .with(HazardFact.GROUNDS, "A new seal removes it at once");

    List<Reason> told = List.of();

    // snippet: stale
    Hazard seen = hazards.hazard("H-2"); // what the form shows
    somebodyElseWarnsOf("H-2");
    try {
      hazards.act(seen, assess);
    } catch (StaleRecordException stale) {
      told = stale.reasons(); // show the hazard anew, and let the person decide again
    }
    // end
    assertTold(
        told,
        "store.record.stale: the record H-2 was changed by someone else: this change is based on"
            + " version 1, but it is at 2; read it again");
    assertThat(hazards.act(hazards.hazard("H-2"), assess).orThrow().version()).isEqualTo(3);
  }

  private void somebodyElseWarnsOf(String id) {
    done(
        id,
        HazardAction.TAKE_INTERIM_MEASURES,
        operator,
        "2026-07-07T09:05",
        Map.of(
            HazardFact.INTERIM_MEASURE, "Pump 2 is cordoned off", HazardFact.INTERIM_KIND, "WARN"));
  }
}
