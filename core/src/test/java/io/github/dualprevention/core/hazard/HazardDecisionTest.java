package io.github.dualprevention.core.hazard;

import static io.github.dualprevention.core.hazard.HazardSamples.CYCLE;
import static io.github.dualprevention.core.hazard.HazardSamples.GENERAL;
import static io.github.dualprevention.core.hazard.HazardSamples.INSPECTOR;
import static io.github.dualprevention.core.hazard.HazardSamples.MAJOR;
import static io.github.dualprevention.core.hazard.HazardSamples.NOW;
import static io.github.dualprevention.core.hazard.HazardSamples.WORKER;
import static io.github.dualprevention.core.hazard.HazardSamples.actor;
import static io.github.dualprevention.core.hazard.HazardSamples.after;
import static io.github.dualprevention.core.hazard.HazardSamples.command;
import static io.github.dualprevention.core.hazard.HazardSamples.hour;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.table.TableVersion;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence, persons, earlier steps and times, one by one and all at once. */
class HazardDecisionTest {

  private static final HazardAction[] MAJOR_TO_ACCEPTED = {
    HazardAction.REGISTER,
    HazardAction.ASSESS,
    HazardAction.PLAN,
    HazardAction.START,
    HazardAction.SUBMIT,
    HazardAction.ACCEPT
  };

  private static final Set<HazardFact> MENDABLE =
      EnumSet.of(
          HazardFact.AREA,
          HazardFact.UNIT,
          HazardFact.MEASURE,
          HazardFact.EARLIER,
          HazardFact.GROUNDS,
          HazardFact.GOALS,
          HazardFact.RESPONSIBLE,
          HazardFact.MEASURES,
          HazardFact.FUNDS,
          HazardFact.MATERIALS,
          HazardFact.ORGANISATION,
          HazardFact.REQUIREMENTS,
          HazardFact.SAFETY_MEASURES,
          HazardFact.CONTINGENCY,
          HazardFact.STATUS_AND_CAUSE,
          HazardFact.HARM_AND_DIFFICULTY,
          HazardFact.GOVERNANCE_PLAN,
          HazardFact.AUDIENCE,
          HazardFact.INTERIM_MEASURE,
          HazardFact.OBSERVATION,
          HazardFact.DOCUMENT,
          HazardFact.BODY,
          HazardFact.PUBLICATION,
          HazardFact.SOURCE);

  /** What a correction may mend of any step. */
  static final Set<HazardFact> MENDABLE_OR_TOLD_FIRST = mendableOrToldFirst();

  private static Set<HazardFact> mendableOrToldFirst() {
    Set<HazardFact> facts = EnumSet.of(HazardFact.WHAT, HazardFact.WHERE, HazardFact.ORIGIN);
    facts.addAll(MENDABLE);
    return facts;
  }

  @ParameterizedTest
  @EnumSource(
      value = HazardState.class,
      names = {"ASSESSED", "RECTIFYING", "RECTIFIED", "ACCEPTED"})
  void eachPieceOfEvidenceIsAskedFor(HazardState state) {
    for (HazardGrade grade : List.of(GENERAL, MAJOR)) {
      Hazard hazard = HazardSamples.in(state, Optional.of(grade));
      for (HazardAction action : CYCLE.possible(hazard)) {
        Hazard ready = HazardSamples.ready(hazard, action);
        HazardCommand full = command(ready, action, actor(INSPECTOR), hour(100));
        for (HazardFact left : full.facts().keySet()) {
          Map<HazardFact, String> facts = new EnumMap<>(full.facts());
          facts.remove(left);

          List<Reason> reasons = reasons(ready, withFacts(full, facts));

          boolean lowers = action == HazardAction.ASSESS && left == HazardFact.REASON;
          boolean mends = action == HazardAction.CORRECT && left == HazardFact.WHAT;
          if (mends) {
            assertThat(reasons)
                .extracting(Reason::code)
                .containsExactly("hazard.correction.unknown");
          } else {
            assertThat(reasons)
                .as("%s without %s", action, left)
                .extracting(Reason::code, reason -> reason.value("fact"))
                .containsExactly(
                    tuple(
                        lowers ? "hazard.grade.lowered-without-reason" : "hazard.fact.missing",
                        left.code()));
          }
          assertThat(reasons.get(0).source()).isPresent();
          reasons.forEach(HazardTableTest::assertSpoken);
        }
      }
    }
  }

  @Test
  void noFurtherEvidenceIsTakenAnywhere() {
    HazardTableTest.cases()
        .forEach(
            cell -> {
              Hazard hazard =
                  HazardSamples.ready(HazardSamples.in(cell.state(), cell.grade()), cell.action());
              if (!CYCLE.possible(hazard).contains(cell.action())) {
                return;
              }
              HazardCommand full = command(hazard, cell.action(), actor(INSPECTOR), hour(100));
              for (HazardFact more : HazardFact.values()) {
                if (full.facts().containsKey(more)) {
                  continue;
                }
                boolean welcome = further(cell.action()).contains(more);

                List<Reason> reasons = reasons(hazard, full.with(more, HazardSamples.sample(more)));

                assertThat(reasons)
                    .as("%s with %s", cell, more)
                    .extracting(Reason::code)
                    .isEqualTo(welcome ? List.of() : unwelcome(cell.action(), more));
                reasons.forEach(HazardTableTest::assertSpoken);
              }
            });
  }

  /** What may come along beyond what must; of a correction what the first step says. */
  static Set<HazardFact> further(HazardAction action) {
    return switch (action) {
      case REGISTER ->
          EnumSet.of(HazardFact.MEASURE, HazardFact.AREA, HazardFact.UNIT, HazardFact.EARLIER);
      case ASSESS -> EnumSet.of(HazardFact.CRITERION, HazardFact.REASON);
      case PROPOSE_MAJOR, RECEIVE_ORDER, GRANT_EXTENSION -> EnumSet.of(HazardFact.REASON);
      case PLAN ->
          EnumSet.of(
              HazardFact.GOALS,
              HazardFact.MATERIALS,
              HazardFact.ORGANISATION,
              HazardFact.REQUIREMENTS,
              HazardFact.SAFETY_MEASURES);
      case REJECT, FAIL_RECHECK -> EnumSet.of(HazardFact.DEADLINE);
      case LIST -> EnumSet.of(HazardFact.MILESTONES);
      case REACH_MILESTONE, DELIST -> EnumSet.of(HazardFact.FINDING);
      case CORRECT -> EnumSet.of(HazardFact.WHERE, HazardFact.ORIGIN);
      case TAKE_INTERIM_MEASURES -> EnumSet.of(HazardFact.REASON, HazardFact.OBSERVATION);
      default -> EnumSet.noneOf(HazardFact.class);
    };
  }

  private static List<String> unwelcome(HazardAction action, HazardFact fact) {
    if (action == HazardAction.REGISTER && fact == HazardFact.CHECK) {
      return List.of("hazard.check.without-measure");
    }
    if (action == HazardAction.CORRECT) {
      return MENDABLE.contains(fact)
          ? List.of("hazard.correction.unknown")
          : List.of("hazard.fact.unexpected", "hazard.correction.unknown");
    }
    return List.of("hazard.fact.unexpected");
  }

  @Test
  void aDeadlineCannotBeSmuggledInWithAnObservation() {
    Hazard hazard = HazardSamples.in(HazardState.RECTIFYING, Optional.of(GENERAL));
    HazardCommand late =
        command(hazard, HazardAction.MONITOR, actor(WORKER), hour(9))
            .with(HazardFact.DEADLINE, "2030-01-01");

    assertThat(reasons(hazard, late))
        .extracting(Reason::code)
        .containsExactly("hazard.fact.unexpected");
    assertThat(hazard.deadline()).contains(LocalDate.of(2026, 9, 30));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "30.9.2026",
        "2026-9-30",
        "2026-02-30",
        "+12026-09-30",
        "2026-09-30T00:00",
        "soon"
      })
  void refusesADeadlineThatIsNoDay(String deadline) {
    Hazard hazard = HazardSamples.in(HazardState.ASSESSED, Optional.of(GENERAL));

    assertMalformed(hazard, HazardAction.START, HazardFact.DEADLINE, deadline);
    assertMalformed(hazard, HazardAction.PLAN, HazardFact.DEADLINE, deadline);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "-0.01", "1e3", "1,000", "1.", ".5", "about 5", "一千"})
  void refusesFundsThatAreNoAmount(String funds) {
    Hazard hazard = HazardSamples.in(HazardState.ASSESSED, Optional.of(MAJOR));

    assertMalformed(hazard, HazardAction.PLAN, HazardFact.FUNDS, funds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"daily", "1", "日常排查", "DAILY,OTHER"})
  void refusesAnOriginThatIsNoCode(String origin) {
    Hazard hazard = HazardSamples.in(HazardState.DISCOVERED, Optional.empty());

    assertMalformed(hazard, HazardAction.REGISTER, HazardFact.ORIGIN, origin);
  }

  @ParameterizedTest
  @EnumSource(HazardOrigin.class)
  void takesEveryOriginByItsCode(HazardOrigin origin) {
    Hazard hazard = HazardSamples.in(HazardState.DISCOVERED, Optional.empty());
    HazardCommand register =
        command(hazard, HazardAction.REGISTER, actor(WORKER), hour(0))
            .with(HazardFact.ORIGIN, origin.code());

    assertThat(reasons(hazard, register)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOW", "general", "重大隐患", "SIGNIFICANT"})
  void refusesAGradeThatTheListLacks(String grade) {
    Hazard hazard = after(GENERAL, HazardAction.REGISTER);
    HazardCommand assess =
        command(hazard, HazardAction.ASSESS, actor(WORKER), hour(1)).with(HazardFact.GRADE, grade);

    assertThat(reasons(hazard, assess))
        .extracting(Reason::code, reason -> reason.value("known"))
        .containsExactly(tuple("hazard.grade.unknown", "GENERAL, MAJOR"));
  }

  @Test
  void refusesWhatLiesInTheFutureByOneNanosecond() {
    Hazard hazard = after(GENERAL, HazardAction.REGISTER);
    HazardCommand assess = command(hazard, HazardAction.ASSESS, actor(WORKER), hour(5));

    assertThat(CYCLE.decide(hazard, assess, hour(5)).reasons()).isEmpty();
    assertThat(CYCLE.decide(hazard, assess, hour(5).minusNanos(1)).reasons())
        .extracting(Reason::code)
        .containsExactly("hazard.time.in-future");
  }

  @Test
  void h5AcceptanceIsNeverBeforeTheRectification() {
    Hazard hazard =
        after(
            GENERAL,
            HazardAction.REGISTER,
            HazardAction.ASSESS,
            HazardAction.START,
            HazardAction.SUBMIT);
    HazardCommand accept = command(hazard, HazardAction.ACCEPT, actor(INSPECTOR), hour(3));

    assertThat(reasons(hazard, accept)).isEmpty();
    assertThat(
            reasons(
                hazard,
                command(hazard, HazardAction.ACCEPT, actor(INSPECTOR), hour(3).minusNanos(1))))
        .extracting(Reason::code)
        .containsExactly("hazard.time.before-last-step");
  }

  @Test
  void nothingHappensBeforeTheRegistration() {
    Hazard hazard = after(GENERAL, HazardAction.REGISTER, HazardAction.ASSESS, HazardAction.START);

    assertThat(
            reasons(
                hazard,
                command(hazard, HazardAction.MONITOR, actor(WORKER), hour(0).minusNanos(1))))
        .extracting(Reason::code)
        .containsExactly("hazard.time.before-last-step");
    assertThat(reasons(hazard, command(hazard, HazardAction.MONITOR, actor(WORKER), hour(0))))
        .isEmpty();
  }

  @Test
  void nothingInANewRoundHappensBeforeTheReopening() {
    Hazard reopened =
        after(
            HazardSamples.in(HazardState.CLOSED, Optional.of(MAJOR)),
            MAJOR,
            HazardAction.REOPEN,
            HazardAction.ASSESS);
    HazardStep reopening = reopened.last(HazardAction.REOPEN).orElseThrow();
    HazardCommand report =
        command(reopened, HazardAction.REPORT, actor(WORKER), reopening.occurred().minusSeconds(1));

    assertThat(reasons(reopened, report))
        .extracting(Reason::code)
        .containsExactly("hazard.time.before-last-step");
  }

  @Test
  void h10WhoeverRectifiedDoesNotAccept() {
    for (HazardGrade grade : List.of(GENERAL, MAJOR)) {
      Hazard started = HazardSamples.in(HazardState.RECTIFYING, Optional.of(grade));
      Commitment helper = HazardSamples.person("示例人员丙");
      Hazard submitted = step(started, HazardAction.SUBMIT, helper);

      assertThat(judgedBy(submitted, WORKER)).containsExactly("START");
      assertThat(judgedBy(submitted, helper)).containsExactly("SUBMIT");
      assertThat(judgedBy(submitted, INSPECTOR)).isEmpty();
    }
  }

  @Test
  void h10WhoeverFixedOnTheSpotDoesNotAccept() {
    Hazard fixed = HazardSamples.in(HazardState.FIXED_ON_SPOT, Optional.of(GENERAL));

    assertThat(judgedBy(fixed, WORKER)).containsExactly("FIX_ON_SPOT");
    assertThat(judgedBy(fixed, INSPECTOR)).isEmpty();
  }

  @Test
  void h10HoldsForEveryoneWhoRectifiedAlsoBeforeARejection() {
    Hazard fixed = HazardSamples.in(HazardState.FIXED_ON_SPOT, Optional.of(GENERAL));
    Hazard rejected = after(fixed, GENERAL, HazardAction.REJECT);
    Commitment helper = HazardSamples.person("示例人员丙");
    Hazard again = step(rejected, HazardAction.SUBMIT, helper);

    assertThat(judgedBy(again, WORKER)).containsExactly("FIX_ON_SPOT");
    assertThat(judgedBy(again, helper)).containsExactly("SUBMIT");
    assertThat(judgedBy(again, INSPECTOR)).isEmpty();
  }

  @Test
  void h10AsksOnlyAboutThePresentRound() {
    for (HazardGrade grade : List.of(GENERAL, MAJOR)) {
      Hazard closed = HazardSamples.in(HazardState.CLOSED, Optional.of(grade));
      Hazard assessed = after(closed, grade, HazardAction.REOPEN, HazardAction.ASSESS);
      if (grade.major()) {
        assessed = after(assessed, grade, HazardAction.PLAN);
      }
      Commitment helper = HazardSamples.person("示例人员丙");
      Hazard started = step(assessed, HazardAction.START, helper);
      Hazard submitted = step(started, HazardAction.SUBMIT, INSPECTOR);

      assertThat(judgedBy(submitted, WORKER)).isEmpty();
      assertThat(judgedBy(submitted, helper)).containsExactly("START");
      assertThat(judgedBy(submitted, INSPECTOR)).containsExactly("SUBMIT");
    }
  }

  @Test
  void aMajorHazardIsRectifiedUnderAPlanAlone() {
    Hazard assessed = after(MAJOR, HazardAction.REGISTER, HazardAction.ASSESS);

    List<Reason> reasons = reasons(assessed, HazardAction.START);

    assertThat(reasons)
        .extracting(
            Reason::code,
            reason -> reason.value("step"),
            reason -> reason.source().map(SourceClause::clause).orElse("").substring(0, 7))
        .containsExactly(tuple("hazard.step.missing", "PLAN", "art. 15"));
    reasons.forEach(HazardTableTest::assertSpoken);
    assertThat(reasons(after(assessed, MAJOR, HazardAction.PLAN), HazardAction.START)).isEmpty();
  }

  @Test
  void aMajorHazardIsClosedOutAfterBothReports() {
    Hazard accepted = after(MAJOR, MAJOR_TO_ACCEPTED);

    assertThat(missingSteps(accepted, HazardAction.CLOSE_OUT)).containsExactly("REPORT", "INFORM");
    Hazard reported = after(accepted, MAJOR, HazardAction.REPORT);
    assertThat(missingSteps(reported, HazardAction.CLOSE_OUT)).containsExactly("INFORM");
    Hazard informed = after(reported, MAJOR, HazardAction.INFORM);
    assertThat(reasons(informed, HazardAction.CLOSE_OUT)).isEmpty();
    assertThat(reasons(accepted, HazardAction.CLOSE_OUT))
        .extracting(reason -> reason.source().orElseThrow().document())
        .containsOnly("中华人民共和国安全生产法");
  }

  @Test
  void aMajorHazardIsNotClosedOutBeforeItsReports() {
    Hazard informed =
        after(after(MAJOR, MAJOR_TO_ACCEPTED), MAJOR, HazardAction.REPORT, HazardAction.INFORM);
    Instant reported = informed.last(HazardAction.REPORT).orElseThrow().occurred();

    assertThat(
            reasons(
                informed,
                command(informed, HazardAction.CLOSE_OUT, actor(WORKER), reported.minusNanos(1))))
        .extracting(Reason::code, reason -> reason.value("step"))
        .containsExactly(
            tuple("hazard.step.later", "REPORT"), tuple("hazard.step.later", "INFORM"));
  }

  @Test
  void aReportBeforeAReopeningCountsForNothing() {
    Hazard closed = HazardSamples.in(HazardState.CLOSED, Optional.of(MAJOR));
    Hazard accepted =
        after(
            closed,
            MAJOR,
            HazardAction.REOPEN,
            HazardAction.ASSESS,
            HazardAction.PLAN,
            HazardAction.START,
            HazardAction.SUBMIT,
            HazardAction.ACCEPT);

    assertThat(missingSteps(accepted, HazardAction.CLOSE_OUT)).containsExactly("REPORT", "INFORM");
    assertThat(CYCLE.owed(accepted))
        .extracting(OwedStep::action)
        .containsExactly(HazardAction.REPORT, HazardAction.INFORM);
  }

  @Test
  void interimMeasuresAndRectificationNeverWaitForAReport() {
    Hazard hazard = after(MAJOR, HazardAction.REGISTER);
    List<HazardAction> way =
        List.of(
            HazardAction.ASSESS,
            HazardAction.PLAN,
            HazardAction.START,
            HazardAction.SUBMIT,
            HazardAction.ACCEPT);
    Actor anybody = actor(HazardSamples.person("示例人员丁"), Set.of());
    for (HazardAction action : way) {
      HazardCommand measures =
          command(hazard, HazardAction.TAKE_INTERIM_MEASURES, anybody, hour(100));
      assertThat(reasons(hazard, measures)).isEmpty();
      hazard = after(hazard, MAJOR, action);
    }
    assertThat(hazard.last(HazardAction.REPORT)).isEmpty();
    assertThat(hazard.state()).isEqualTo(HazardState.ACCEPTED);
  }

  @Test
  void owesTheReportsOfAMajorHazardFromItsGradingOnAndNothingElse() {
    assertThat(CYCLE.owed(after(MAJOR, HazardAction.REGISTER))).isEmpty();
    assertThat(CYCLE.owed(after(GENERAL, HazardAction.REGISTER, HazardAction.ASSESS))).isEmpty();
    Hazard assessed = after(MAJOR, HazardAction.REGISTER, HazardAction.ASSESS);
    assertThat(CYCLE.owed(assessed))
        .extracting(OwedStep::action)
        .containsExactly(HazardAction.PLAN, HazardAction.REPORT, HazardAction.INFORM);
    assertThat(CYCLE.owed(after(assessed, MAJOR, HazardAction.PLAN, HazardAction.REPORT)))
        .extracting(OwedStep::action)
        .containsExactly(HazardAction.INFORM);
    assertThat(CYCLE.owed(HazardSamples.in(HazardState.CLOSED, Optional.of(MAJOR)))).isEmpty();
  }

  @Test
  void tellsAllReasonsAtOnce() {
    Hazard submitted =
        after(
            MAJOR,
            HazardAction.REGISTER,
            HazardAction.ASSESS,
            HazardAction.PLAN,
            HazardAction.START,
            HazardAction.SUBMIT);
    HazardCommand accept =
        HazardCommand.of(HazardAction.ACCEPT, actor(WORKER, Set.of()), hour(-1))
            .with(HazardFact.DEADLINE, "soon");

    List<Reason> reasons = CYCLE.decide(submitted, accept, hour(-2)).reasons();

    assertThat(reasons)
        .extracting(Reason::code)
        .containsExactly(
            "hazard.actor.without-duty",
            "hazard.person.not-apart",
            "hazard.person.not-apart",
            "hazard.fact.missing",
            "hazard.fact.unexpected",
            "hazard.time.in-future",
            "hazard.time.before-last-step");
    assertThat(reasons.subList(0, 4)).allSatisfy(reason -> assertThat(reason.source()).isPresent());
  }

  @Test
  void tellsAllThatIsWrongWithAPlanAtOnce() {
    Hazard assessed = after(MAJOR, HazardAction.REGISTER, HazardAction.ASSESS);
    HazardCommand plan =
        HazardCommand.of(HazardAction.PLAN, actor(WORKER), hour(2))
            .with(HazardFact.FUNDS, "-5")
            .with(HazardFact.DEADLINE, "2026-13-01");

    assertThat(reasons(assessed, plan))
        .extracting(Reason::code, reason -> reason.value("fact"))
        .containsExactly(
            tuple("hazard.fact.missing", "goals"),
            tuple("hazard.fact.missing", "responsible"),
            tuple("hazard.fact.missing", "organisation"),
            tuple("hazard.fact.missing", "measures"),
            tuple("hazard.fact.missing", "materials"),
            tuple("hazard.fact.missing", "requirements"),
            tuple("hazard.fact.missing", "safety-measures"),
            tuple("hazard.fact.missing", "contingency"),
            tuple("hazard.fact.malformed", "funds"),
            tuple("hazard.fact.malformed", "deadline"));
  }

  @Test
  void reportsAreOwedSinceTheHazardIsMajorWithoutABreak() {
    Hazard major = after(MAJOR, HazardAction.REGISTER, HazardAction.ASSESS, HazardAction.ASSESS);
    Hazard lowered = after(major, GENERAL, HazardAction.ASSESS);
    Hazard again = after(lowered, MAJOR, HazardAction.ASSESS);

    assertThat(CYCLE.owed(major))
        .extracting(OwedStep::action, OwedStep::since)
        .containsExactly(
            tuple(HazardAction.PLAN, hour(1)),
            tuple(HazardAction.REPORT, hour(1)),
            tuple(HazardAction.INFORM, hour(1)));
    assertThat(CYCLE.owed(lowered)).isEmpty();
    assertThat(CYCLE.owed(again)).extracting(OwedStep::since).containsOnly(hour(4));
    OwedStep report = CYCLE.owed(major).get(1);
    assertThat(report.isOverdue(hour(25), Duration.ofDays(1))).isFalse();
    assertThat(report.isOverdue(hour(25).plusMillis(1), Duration.ofDays(1))).isTrue();
    assertThat(report.source().clause()).contains("41");
  }

  @Test
  void aRectificationPlanIsTheEvidenceOfAPlan() {
    RectificationPlan plan =
        new RectificationPlan(
            "岗位-1", "更换法兰垫片", new BigDecimal("1E+4"), LocalDate.of(2026, 9, 30), "停车泄压");
    GovernancePlan six = new GovernancePlan("恢复密封", plan, "垫片", "设备部", "9月底前完成", "动火票");
    HazardCommand empty = HazardCommand.of(HazardAction.PLAN, actor(WORKER), hour(2));
    Hazard general = after(GENERAL, HazardAction.REGISTER, HazardAction.ASSESS);
    Hazard major = after(MAJOR, HazardAction.REGISTER, HazardAction.ASSESS);

    assertThat(reasons(general, empty.with(plan.facts()))).isEmpty();
    assertThat(reasons(major, empty.with(six.facts()))).isEmpty();
    assertThat(reasons(major, empty.with(plan.facts()))).hasSize(5);
    assertThat(plan.facts()).containsEntry(HazardFact.FUNDS, "10000");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-29, false",
    "2026-09-30, false",
    "2026-10-01, true",
  })
  void isOverdueFromTheDayAfterTheDeadlineUntilItIsAccepted(LocalDate today, boolean overdue) {
    Hazard started = HazardSamples.in(HazardState.RECTIFYING, Optional.of(GENERAL));

    assertThat(started.isOverdue(today)).isEqualTo(overdue);
    assertThat(HazardSamples.in(HazardState.ACCEPTED, Optional.of(GENERAL)).isOverdue(today))
        .isFalse();
    assertThat(HazardSamples.in(HazardState.CLOSED, Optional.of(GENERAL)).isOverdue(today))
        .isFalse();
  }

  @Test
  void aDeadlineEndsWithItsRound() {
    Hazard closed = HazardSamples.in(HazardState.CLOSED, Optional.of(GENERAL));

    assertThat(closed.deadline()).isPresent();
    assertThat(after(closed, GENERAL, HazardAction.REOPEN).deadline()).isEmpty();
  }

  @Test
  void refusesToDecideAboutAHazardOfAnotherLifeCycle() {
    Hazard other = Hazard.discovered("H-1", new TableVersion("OTHER", "1"));

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                CYCLE.decide(
                    other, command(other, HazardAction.REGISTER, actor(WORKER), hour(0)), NOW))
        .withMessageContaining("OTHER@1");
  }

  @Test
  void aHazardTakesNoStepOfAnotherHazardOrOutOfTurn() {
    Hazard hazard = after(GENERAL, HazardAction.REGISTER, HazardAction.ASSESS);
    HazardStep first = hazard.steps().get(0);
    Hazard other = Hazard.discovered("H-2", CYCLE.version());

    assertThatIllegalArgumentException().isThrownBy(() -> hazard.apply(first));
    assertThatIllegalArgumentException().isThrownBy(() -> other.apply(first));
  }

  private static Hazard step(Hazard hazard, HazardAction action, Commitment person) {
    HazardCommand command = command(hazard, action, actor(person), hour(hazard.version()));
    return hazard.apply(CYCLE.step(hazard, command, NOW).orThrow());
  }

  private static List<Reason> reasons(Hazard hazard, HazardAction action) {
    return reasons(hazard, command(hazard, action, actor(WORKER), hour(hazard.version())));
  }

  private static List<Reason> reasons(Hazard hazard, HazardCommand command) {
    return CYCLE.decide(hazard, command, NOW).reasons();
  }

  private static List<String> missingSteps(Hazard hazard, HazardAction action) {
    return reasons(hazard, action).stream().map(reason -> reason.value("step")).toList();
  }

  /** The steps for which the person may neither accept nor reject. */
  private static List<String> judgedBy(Hazard hazard, Commitment person) {
    List<String> steps = new ArrayList<>();
    for (HazardAction action : List.of(HazardAction.ACCEPT, HazardAction.REJECT)) {
      Outcome<HazardStep> outcome =
          CYCLE.step(hazard, command(hazard, action, actor(person), hour(100)), NOW);
      assertThat(outcome.reasons())
          .extracting(Reason::code)
          .allMatch("hazard.person.not-apart"::equals);
      outcome.reasons().forEach(HazardTableTest::assertSpoken);
      steps = new ArrayList<>();
      for (Reason reason : outcome.reasons()) {
        steps.add(reason.value("step"));
      }
    }
    return steps;
  }

  private static HazardCommand withFacts(HazardCommand command, Map<HazardFact, String> facts) {
    return new HazardCommand(command.action(), command.actor(), command.occurred(), facts);
  }

  private static void assertMalformed(
      Hazard hazard, HazardAction action, HazardFact fact, String text) {
    HazardCommand command = command(hazard, action, actor(WORKER), hour(50)).with(fact, text);

    assertThat(reasons(hazard, command))
        .extracting(Reason::code, reason -> reason.value("value"))
        .containsExactly(tuple("hazard.fact.malformed", text));
  }
}
