package io.github.dualprevention.core.hazard;

import static io.github.dualprevention.core.hazard.HazardSamples.CYCLE;
import static io.github.dualprevention.core.hazard.HazardSamples.GENERAL;
import static io.github.dualprevention.core.hazard.HazardSamples.INSPECTOR;
import static io.github.dualprevention.core.hazard.HazardSamples.MAJOR;
import static io.github.dualprevention.core.hazard.HazardSamples.T0;
import static io.github.dualprevention.core.hazard.HazardSamples.WORKER;
import static io.github.dualprevention.core.hazard.HazardSamples.actor;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.calendar.WorkingDayCalendar;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.listing.ListingProfile;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Duty;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ways around the loop that somebody has tried, and dead ends that an honest user met. */
class HazardShortcutsTest {

  private static final LocalDate DAY_0 = LocalDate.of(2026, 7, 1);

  @Test
  void aPassedDeadlineBlocksNoRectification() {
    Map<HazardFact, String> early = Map.of(HazardFact.DEADLINE, "2026-07-10");
    for (HazardGrade grade : List.of(GENERAL, MAJOR)) {
      Hazard planned = take(assessed(grade), HazardAction.PLAN, 2, early, WORKER);
      Hazard started =
          grade.major()
              ? take(planned, HazardAction.START, 20, Map.of(), WORKER)
              : take(planned, HazardAction.START, 20, early, WORKER);

      assertThat(started.isOverdue(DAY_0.plusDays(20))).isTrue();
      assertThat(refused(started, HazardAction.PLAN, 21, early, WORKER)).isEmpty();
    }
  }

  @Test
  void anExpiredOrderBlocksNeitherPlanNorStartNorRejection() {
    Map<HazardFact, String> ordered = Map.of(HazardFact.ORDERED_DEADLINE, "2026-07-05");
    Map<HazardFact, String> sameDay = Map.of(HazardFact.DEADLINE, "2026-07-05");
    Hazard general = take(assessed(GENERAL), HazardAction.RECEIVE_ORDER, 2, ordered, WORKER);
    Hazard major = take(assessed(MAJOR), HazardAction.RECEIVE_ORDER, 2, ordered, WORKER);
    Hazard fixed = take(general, HazardAction.FIX_ON_SPOT, 3, Map.of(), WORKER);

    assertThat(refused(general, HazardAction.START, 20, sameDay, WORKER)).isEmpty();
    assertThat(refused(major, HazardAction.PLAN, 20, sameDay, WORKER)).isEmpty();
    assertThat(refused(fixed, HazardAction.REJECT, 20, sameDay, INSPECTOR)).isEmpty();
    assertThat(
            refused(
                general, HazardAction.START, 20, Map.of(HazardFact.DEADLINE, "2026-07-06"), WORKER))
        .containsExactly("hazard.deadline.past", "hazard.deadline.beyond");
  }

  @Test
  void whatWasMajorIsNotForgottenByReopening() {
    Hazard closed = HazardSamples.in(HazardState.CLOSED, Optional.of(MAJOR));
    Hazard reopened = take(closed, HazardAction.REOPEN, 10, Map.of(), INSPECTOR);

    assertThat(refused(reopened, HazardAction.DISMISS, 11, Map.of(), INSPECTOR))
        .containsExactly("hazard.dismissal.was-major");
    assertThat(refused(reopened, HazardAction.ASSESS, 11, Map.of(), INSPECTOR))
        .containsExactly("hazard.grade.lowered-without-reason");
    Hazard lowered =
        take(
            reopened,
            HazardAction.ASSESS,
            11,
            Map.of(HazardFact.GRADE, "GENERAL", HazardFact.REASON, "示例"),
            INSPECTOR);
    assertThat(refused(lowered, HazardAction.ASSESS, 12, Map.of(), INSPECTOR)).isEmpty();
    assertThat(refused(lowered, HazardAction.DISMISS, 12, Map.of(), INSPECTOR))
        .containsExactly("hazard.dismissal.was-major");
  }

  @Test
  void gradingToAndFroKeepsTheDeadline() {
    Hazard started =
        take(
            assessed(GENERAL),
            HazardAction.START,
            2,
            Map.of(HazardFact.DEADLINE, "2026-07-10"),
            WORKER);
    Hazard raised =
        take(started, HazardAction.ASSESS, 20, Map.of(HazardFact.GRADE, "MAJOR"), INSPECTOR);
    Hazard lowered =
        take(
            raised,
            HazardAction.ASSESS,
            21,
            Map.of(HazardFact.GRADE, "GENERAL", HazardFact.REASON, "示例"),
            INSPECTOR);

    assertThat(lowered.isOverdue(DAY_0.plusDays(21))).isTrue();
    assertThat(refused(lowered, HazardAction.START, 22, Map.of(), WORKER))
        .containsExactly("hazard.deadline.moved");
    assertThat(refused(raised, HazardAction.PLAN, 22, Map.of(), WORKER)).isEmpty();
  }

  @Test
  void aRejectionNeverPutsTheDeadlineOffAndIsNotTheRectifiers() {
    Hazard submitted = HazardSamples.in(HazardState.RECTIFIED, Optional.of(GENERAL));
    Hazard accepted = HazardSamples.in(HazardState.ACCEPTED, Optional.of(GENERAL));
    Map<HazardFact, String> later = Map.of(HazardFact.DEADLINE, "2027-01-01");

    assertThat(refused(submitted, HazardAction.REJECT, 9, later, INSPECTOR))
        .containsExactly("hazard.deadline.moved");
    assertThat(refused(accepted, HazardAction.REJECT, 9, Map.of(), WORKER))
        .containsOnly("hazard.person.not-apart");
    assertThat(refused(accepted, HazardAction.REJECT, 9, Map.of(), INSPECTOR)).isEmpty();
  }

  @Test
  void anAssessmentOfTheResumptionDoesNotOutliveARejection() {
    Hazard accepted =
        HazardSamples.suspended(HazardSamples.in(HazardState.ACCEPTED, Optional.of(GENERAL)));
    Commitment manager = HazardSamples.person("示例人员丙");
    Hazard assessed = take(accepted, HazardAction.ASSESS_RESUMPTION, 9, Map.of(), INSPECTOR);
    assertThat(refused(assessed, HazardAction.DECIDE_RESUMPTION, 10, Map.of(), manager)).isEmpty();

    Hazard rejected = take(assessed, HazardAction.REJECT, 10, Map.of(), INSPECTOR);
    Hazard again =
        take(
            take(rejected, HazardAction.SUBMIT, 11, Map.of(), WORKER),
            HazardAction.ACCEPT,
            12,
            Map.of(),
            INSPECTOR);
    assertThat(refused(again, HazardAction.DECIDE_RESUMPTION, 13, Map.of(), manager))
        .containsExactly("hazard.step.missing");
    assertThat(refused(again, HazardAction.ASSESS_RESUMPTION, 13, Map.of(), WORKER))
        .containsOnly("hazard.person.not-apart");
  }

  @Test
  void ofSeveralOrdersTheEarliestDayCounts() {
    Hazard first =
        take(
            assessed(GENERAL),
            HazardAction.RECEIVE_ORDER,
            2,
            Map.of(HazardFact.DOCUMENT, "示例1", HazardFact.ORDERED_DEADLINE, "2026-07-10"),
            WORKER);
    Hazard second =
        take(
            first,
            HazardAction.RECEIVE_ORDER,
            3,
            Map.of(HazardFact.DOCUMENT, "示例2", HazardFact.ORDERED_DEADLINE, "2026-12-10"),
            WORKER);
    Hazard givenAgain =
        take(
            second,
            HazardAction.RECEIVE_ORDER,
            4,
            Map.of(HazardFact.DOCUMENT, "示例1", HazardFact.ORDERED_DEADLINE, "2026-08-10"),
            WORKER);

    assertThat(second.deadline()).contains(LocalDate.of(2026, 7, 10));
    assertThat(givenAgain.deadline()).contains(LocalDate.of(2026, 8, 10));
  }

  @Test
  void aMajorHazardThatWasTakenOverStillNeedsItsPlan() {
    Hazard accepted =
        HazardSamples.after(
            Hazard.discovered("H-1", CYCLE.version()),
            GENERAL,
            HazardAction.REGISTER,
            HazardAction.ASSESS,
            HazardAction.START,
            HazardAction.SUBMIT,
            HazardAction.ACCEPT);
    Hazard raised =
        take(accepted, HazardAction.ASSESS, 9, Map.of(HazardFact.GRADE, "MAJOR"), INSPECTOR);

    assertThat(CYCLE.owed(raised)).extracting(OwedStep::action).contains(HazardAction.PLAN);
    assertThat(CYCLE.possible(HazardSamples.in(HazardState.ACCEPTED, Optional.of(MAJOR))))
        .contains(HazardAction.PLAN);
  }

  @Test
  void whatHappenedBeforeATakeoverCanBeTold() {
    ImportedHazard imported =
        new ImportedHazard(
            "H-1",
            HazardState.RECTIFYING,
            Optional.of(MAJOR),
            HazardSamples.samples(
                HazardFact.SOURCE, HazardFact.WHAT, HazardFact.WHERE, HazardFact.DEADLINE));
    Hazard taken =
        Hazard.discovered("H-1", CYCLE.version())
            .apply(
                imported
                    .step(
                        Hazard.discovered("H-1", CYCLE.version()),
                        CYCLE,
                        actor(WORKER),
                        T0.plus(Duration.ofDays(30)))
                    .orThrow());

    assertThat(refused(taken, HazardAction.LIST, 5, Map.of(), WORKER)).isEmpty();
    assertThat(refused(taken, HazardAction.RECEIVE_ORDER, 5, Map.of(), WORKER)).isEmpty();
    assertThat(refused(taken, HazardAction.SUBMIT, 5, Map.of(), WORKER))
        .containsExactly("hazard.time.before-last-step");
  }

  @Test
  void takingOverAndMigratingAskForADuty() {
    Actor nobody = actor(WORKER, EnumSet.noneOf(Duty.class));
    Hazard fresh = Hazard.discovered("H-1", CYCLE.version());
    ImportedHazard imported =
        new ImportedHazard(
            "H-1",
            HazardState.REGISTERED,
            Optional.empty(),
            HazardSamples.samples(HazardFact.SOURCE, HazardFact.WHAT, HazardFact.WHERE));
    HazardLifeCycle other =
        Overlay.of("ANY,RECTIFYING,MONITOR,SAME,MONITOR,OBSERVATION,,,,,,,OWN").over(CYCLE);

    assertThat(codes(imported.step(fresh, CYCLE, nobody, T0).reasons()))
        .containsExactly("hazard.actor.without-duty");
    assertThat(
            codes(
                HazardMigration.of(assessed(GENERAL), CYCLE, other)
                    .step(nobody, "示例", T0)
                    .reasons()))
        .containsExactly("hazard.actor.without-duty");
    assertThat(
            codes(HazardMigration.of(fresh, CYCLE, other).step(actor(WORKER), "示例", T0).reasons()))
        .containsExactly("hazard.migration.nowhere");
  }

  @Test
  void aCorrectionCountsInThePlaceOfTheStepThatItCorrects() {
    Hazard planned =
        take(
            take(
                assessed(GENERAL),
                HazardAction.PLAN,
                2,
                Map.of(HazardFact.RESPONSIBLE, "P-1"),
                WORKER),
            HazardAction.PLAN,
            3,
            Map.of(HazardFact.RESPONSIBLE, "P-2"),
            WORKER);
    Hazard first = corrected(planned, 3, "P-1b");
    Hazard second = corrected(first, 4, "P-2b");

    assertThat(first.latest(HazardFact.RESPONSIBLE)).contains("P-2");
    assertThat(second.latest(HazardFact.RESPONSIBLE)).contains("P-2b");
    assertThat(corrected(second, 4, "P-2c").told(HazardFact.RESPONSIBLE)).contains("P-2c");
  }

  private Hazard corrected(Hazard hazard, int step, String post) {
    HazardCommand command =
        new HazardCommand(
            HazardAction.CORRECT,
            actor(WORKER),
            T0.plus(Duration.ofDays(5)),
            Map.of(
                HazardFact.CORRECTS,
                Integer.toString(step),
                HazardFact.REASON,
                "示例",
                HazardFact.RESPONSIBLE,
                post));
    return hazard.apply(CYCLE.step(hazard, command, command.occurred()).orThrow());
  }

  @Test
  void aCalendarThatEndsIsAReasonAndNoBreakdown() {
    WorkingDayCalendar of2026 =
        day -> {
          if (day.getYear() != 2026) {
            throw WorkingDayCalendar.notCovered(day, "2026");
          }
          return true;
        };
    HazardLifeCycle cycle =
        CYCLE.with(HazardProfile.published().with(ListingProfile.qingdao(), of2026));
    Hazard listed =
        take(
            assessed(MAJOR),
            HazardAction.LIST,
            2,
            Map.of(HazardFact.LISTING_DEADLINE, "2027-03-10"),
            WORKER);

    HazardOptions options = cycle.options(listed, actor(WORKER), T0.plus(Duration.ofDays(3)));

    assertThat(options.isPossible(HazardAction.TAKE_INTERIM_MEASURES)).isTrue();
    assertThat(codes(options.option(HazardAction.REQUEST_LISTING_EXTENSION).against()))
        .containsExactly("calendar.day.not-covered");
  }

  @Test
  void aMajorHazardIsNotProposedAsMajor() {
    assertThat(CYCLE.possible(assessed(MAJOR))).doesNotContain(HazardAction.PROPOSE_MAJOR);
    assertThat(
            refused(
                assessed(GENERAL),
                HazardAction.ASSESS,
                2,
                Map.of(HazardFact.CRITERION, "NO/SUCH/THING"),
                WORKER))
        .containsExactly("judgement.criterion.unknown");
  }

  /** Lines laid over the published ones that would open a way around them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "MAJOR,ASSESSED RECTIFYING RECTIFIED ACCEPTED,PLAN,SAME,PLAN,GOALS RESPONSIBLE ORGANISATION MEASURES FUNDS MATERIALS DEADLINE REQUIREMENTS SAFETY_MEASURES CONTINGENCY,,REPORT,,DEADLINE_AHEAD DEADLINE_KEPT WITHIN_ORDER,,,OWN > held-up",
        "MAJOR,ASSESSED,PLAN,SAME,PLAN,GOALS RESPONSIBLE MEASURES FUNDS DEADLINE CONTINGENCY,,,,DEADLINE_AHEAD DEADLINE_KEPT WITHIN_ORDER,,,OWN > fact-not-asked",
        "ANY,RECTIFYING,SUBMIT,RECTIFIED,RECTIFY,RESULT PROOF,,,,ORDERED,,,OWN > condition-added",
        "ANY,RECTIFYING,SUBMIT,RECTIFIED,RECTIFY,RESULT PROOF,,,,NOTHING_SUSPENDED,,,OWN > condition-added",
        "GENERAL,ACCEPTED,CLOSE_OUT,CLOSED,CLOSE_OUT,,,,,LISTED NOT_LISTED RECHECKED NOTHING_SUSPENDED PROPOSAL_ANSWERED,,,OWN > condition-added",
        "MAJOR,RECTIFYING,REGISTER,REGISTERED,REGISTER,WHAT,,,,,,,OWN > case-new",
        "MAJOR,RECTIFYING,REOPEN,REGISTERED,,REASON,,,,,,,OWN > case-new",
        "MAJOR,ASSESSED,FIX_ON_SPOT,FIXED_ON_SPOT,RECTIFY,RESULT PROOF,,PLAN,,,,,OWN > case-new",
        "GENERAL,ACCEPTED,CLOSE_OUT,CLOSED,,,,,,NOT_LISTED RECHECKED NOTHING_SUSPENDED PROPOSAL_ANSWERED,,,OWN > duty-other",
        "ANY,ASSESSED RECTIFYING,GRANT_EXTENSION,SAME,,DEADLINE,,REQUEST_EXTENSION,REQUEST_EXTENSION,EXTENDS_AS_ASKED WITHIN_ORDER,,,OWN > duty-other",
        "ANY,ACCEPTED,PASS_RECHECK,SAME,,DOCUMENT BODY ORDER FINDING,,,,ORDERED ORDER_RECEIVED,,,OWN > duty-other",
        "ANY,RECTIFIED,REJECT,RECTIFYING,,REASON,,,,,,,OWN > duty-other",
        "ANY,RECTIFIED,REJECT,RECTIFYING,ACCEPT,REASON,DEADLINE,,,DEADLINE_AHEAD WITHIN_ORDER,,,OWN > condition-missing",
        "ANY,CLOSED,CORRECT,SAME,REGISTER,CORRECTS REASON,PROOF,,,CORRECTS_A_STEP,,,OWN > fact-of-others",
      })
  void refusesAnOverlayThatOpensAWayAround(String line, String flaw) {
    assertThat(Overlay.of(line).codes()).contains("hazard.table." + flaw);
  }

  private static Hazard assessed(HazardGrade grade) {
    return HazardSamples.after(grade, HazardAction.REGISTER, HazardAction.ASSESS);
  }

  /** So many days after the beginning, and said on that day. */
  private static Hazard take(
      Hazard hazard,
      HazardAction action,
      int day,
      Map<HazardFact, String> facts,
      Commitment person) {
    HazardCommand command = command(hazard, action, day, facts, person);
    return hazard.apply(CYCLE.step(hazard, command, command.occurred()).orThrow());
  }

  private static List<String> refused(
      Hazard hazard,
      HazardAction action,
      int day,
      Map<HazardFact, String> facts,
      Commitment person) {
    HazardCommand command = command(hazard, action, day, facts, person);
    return codes(CYCLE.decide(hazard, command, command.occurred()).reasons());
  }

  private static HazardCommand command(
      Hazard hazard,
      HazardAction action,
      int day,
      Map<HazardFact, String> facts,
      Commitment person) {
    return HazardSamples.command(hazard, action, actor(person), T0.plus(Duration.ofDays(day)))
        .with(facts);
  }

  private static List<String> codes(List<Reason> reasons) {
    return reasons.stream().map(Reason::code).toList();
  }
}
