package io.github.dualprevention.core.hazard;

import static io.github.dualprevention.core.hazard.HazardSamples.CYCLE;
import static io.github.dualprevention.core.hazard.HazardSamples.GENERAL;
import static io.github.dualprevention.core.hazard.HazardSamples.INSPECTOR;
import static io.github.dualprevention.core.hazard.HazardSamples.MAJOR;
import static io.github.dualprevention.core.hazard.HazardSamples.NOW;
import static io.github.dualprevention.core.hazard.HazardSamples.WORKER;
import static io.github.dualprevention.core.hazard.HazardSamples.actor;
import static io.github.dualprevention.core.hazard.HazardSamples.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.calendar.WorkingDayCalendar;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.judgement.JudgementStandards;
import io.github.dualprevention.core.listing.ListingLimit;
import io.github.dualprevention.core.listing.ListingProfile;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Extensions, orders, listings, suspensions, proposals and corrections: what cannot be cheated. */
class HazardGovernanceTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Commitment MANAGER = HazardSamples.person("示例人员丙");
  private static final WorkingDayCalendar WEEKDAYS =
      day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  private static final HazardLifeCycle QINGDAO =
      CYCLE.with(HazardProfile.published().with(ListingProfile.qingdao(), WEEKDAYS));

  private HazardLifeCycle cycle = CYCLE;

  @Test
  void aPlanCannotPutTheDeadlineOff() {
    Hazard planned = take(assessed(MAJOR), HazardAction.PLAN, "2026-07-10T09:00", Map.of());

    assertThat(refused(planned, HazardAction.PLAN, "2026-07-11T09:00", deadline("2026-10-01")))
        .containsExactly("hazard.deadline.moved");
    assertThat(refused(planned, HazardAction.PLAN, "2026-07-11T09:00", deadline("2026-09-30")))
        .isEmpty();
    assertThat(refused(planned, HazardAction.PLAN, "2026-07-11T09:00", deadline("2026-07-11")))
        .isEmpty();
    assertThat(refused(planned, HazardAction.PLAN, "2026-07-11T09:00", deadline("2026-07-10")))
        .containsExactly("hazard.deadline.past");
  }

  @Test
  void aDayEndsWhereTheHazardIs() {
    Hazard assessed = assessed(GENERAL);
    Instant lateInShanghai = Instant.parse("2026-07-10T16:30:00Z");
    HazardCommand start =
        command(assessed, HazardAction.START, actor(WORKER), lateInShanghai)
            .with(HazardFact.DEADLINE, "2026-07-10");

    assertThat(codes(CYCLE.decide(assessed, start, NOW).reasons()))
        .containsExactly("hazard.deadline.past");
    HazardLifeCycle elsewhere = CYCLE.with(CYCLE.profile().in(ZoneId.of("Africa/Abidjan")));
    assertThat(elsewhere.decide(assessed, start, NOW).reasons()).isEmpty();
  }

  @Test
  void h9AnExtensionIsAskedForBeforeTheDeadlineAndDecidedBySomebodyElse() {
    Hazard planned = take(assessed(MAJOR), HazardAction.PLAN, "2026-07-10T09:00", Map.of());

    assertThat(refused(planned, HazardAction.REQUEST_EXTENSION, "2026-10-01T00:00", Map.of()))
        .containsExactly("hazard.extension.late");
    assertThat(
            refused(
                planned,
                HazardAction.REQUEST_EXTENSION,
                "2026-09-30T23:59",
                Map.of(HazardFact.PROPOSED_DEADLINE, "2026-09-30")))
        .containsExactly("hazard.extension.not-later");
    Hazard asked = take(planned, HazardAction.REQUEST_EXTENSION, "2026-09-30T23:59", Map.of());

    assertThat(refused(asked, HazardAction.GRANT_EXTENSION, "2026-10-08T09:00", Map.of(), WORKER))
        .containsExactly("hazard.person.not-apart");
    assertThat(
            refused(
                asked,
                HazardAction.GRANT_EXTENSION,
                "2026-10-08T09:00",
                deadline("2026-11-01"),
                INSPECTOR))
        .containsExactly("hazard.deadline.beyond");
    assertThat(
            refused(
                asked,
                HazardAction.GRANT_EXTENSION,
                "2026-10-08T09:00",
                deadline("2026-09-30"),
                INSPECTOR))
        .containsExactly("hazard.extension.not-later");
    Hazard granted =
        take(
            asked,
            HazardAction.GRANT_EXTENSION,
            "2026-10-08T09:00",
            deadline("2026-10-20"),
            INSPECTOR);
    assertThat(granted.deadline()).contains(LocalDate.of(2026, 10, 20));
    assertThat(
            refused(granted, HazardAction.GRANT_EXTENSION, "2026-10-09T09:00", Map.of(), INSPECTOR))
        .containsExactly("hazard.step.missing");
  }

  @Test
  void whatWasRefusedOrOvertakenIsAskedForAnew() {
    Hazard planned = take(assessed(GENERAL), HazardAction.PLAN, "2026-07-10T09:00", Map.of());
    Hazard asked = take(planned, HazardAction.REQUEST_EXTENSION, "2026-07-11T09:00", Map.of());
    Hazard refused =
        take(asked, HazardAction.REFUSE_EXTENSION, "2026-07-12T09:00", Map.of(), INSPECTOR);
    Hazard raised =
        take(
            asked,
            HazardAction.ASSESS,
            "2026-07-12T09:00",
            Map.of(HazardFact.GRADE, "MAJOR"),
            INSPECTOR);

    for (Hazard hazard : List.of(planned, refused, raised)) {
      assertThat(
              refused(
                  hazard, HazardAction.REFUSE_EXTENSION, "2026-07-13T09:00", Map.of(), INSPECTOR))
          .containsExactly("hazard.step.missing");
    }
    assertThat(refused.deadline()).contains(LocalDate.of(2026, 9, 30));
    assertThat(raised.deadline()).contains(LocalDate.of(2026, 9, 30));
  }

  @Test
  void whatMustBeInTimeIsRecordedInTime() {
    Hazard planned = take(assessed(MAJOR), HazardAction.PLAN, "2026-07-10T09:00", Map.of());
    HazardCommand dated =
        command(planned, HazardAction.REQUEST_EXTENSION, actor(WORKER), at("2026-09-30T09:00"));

    assertThat(CYCLE.decide(planned, dated, at("2026-09-30T23:59")).reasons()).isEmpty();
    assertThat(codes(CYCLE.decide(planned, dated, at("2026-10-01T00:00")).reasons()))
        .containsExactly("hazard.extension.late");
    Hazard listed = take(assessed(MAJOR), HazardAction.LIST, "2026-07-10T09:00", Map.of());
    HazardCommand asked =
        command(
            listed, HazardAction.REQUEST_LISTING_EXTENSION, actor(WORKER), at("2026-12-31T09:00"));
    assertThat(CYCLE.decide(listed, asked, at("2026-12-31T23:59")).reasons()).isEmpty();
    assertThat(codes(CYCLE.decide(listed, asked, at("2027-01-01T00:00")).reasons()))
        .containsExactly("hazard.listing.asked-late");
  }

  @Test
  void whatIsAboutTheAcceptedHazardIsNotOlderThanItsAcceptance() {
    Hazard ordered =
        take(assessed(GENERAL), HazardAction.RECEIVE_ORDER, "2026-07-10T09:00", Map.of());
    Hazard accepted =
        accepted(
            take(
                HazardSamples.suspended(ordered),
                HazardAction.START,
                "2026-07-11T09:00",
                Map.of()));

    for (HazardAction action : List.of(HazardAction.PASS_RECHECK, HazardAction.ASSESS_RESUMPTION)) {
      assertThat(refused(accepted, action, "2026-07-11T09:01", Map.of(), INSPECTOR))
          .containsExactly("hazard.time.before-last-step");
      assertThat(refused(accepted, action, "2026-07-11T09:02", Map.of(), INSPECTOR)).isEmpty();
    }
    Hazard orderedAgain = take(accepted, HazardAction.RECEIVE_ORDER, "2026-07-12T09:00", Map.of());
    assertThat(refused(orderedAgain, HazardAction.PASS_RECHECK, "2026-07-12T08:59", Map.of()))
        .containsExactly("hazard.time.before-last-step");
    Hazard listed = take(assessed(MAJOR), HazardAction.LIST, "2026-07-10T09:00", Map.of());
    assertThat(refused(listed, HazardAction.PUBLISH_LISTING, "2026-07-10T08:59", Map.of()))
        .containsExactly("hazard.time.before-last-step");
    assertThat(refused(listed, HazardAction.PUBLISH_LISTING, "2026-07-10T09:00", Map.of()))
        .isEmpty();
  }

  @Test
  void withoutADeadlineThereIsNoExtension() {
    assertThat(
            refused(assessed(MAJOR), HazardAction.REQUEST_EXTENSION, "2026-07-11T09:00", Map.of()))
        .containsExactly("hazard.deadline.none");
  }

  @Test
  void h3APlanForAGeneralHazardIsNoneForAMajorOne() {
    Hazard planned = take(assessed(GENERAL), HazardAction.PLAN, "2026-07-10T09:00", Map.of());
    Hazard raised =
        take(planned, HazardAction.ASSESS, "2026-07-11T09:00", Map.of(HazardFact.GRADE, "MAJOR"));

    assertThat(refused(raised, HazardAction.START, "2026-07-12T09:00", Map.of()))
        .containsExactly("hazard.step.missing");
  }

  @Test
  void h8AMajorGradeIsLoweredWithAReasonAndNotByTheRectifier() {
    Hazard rectifying = HazardSamples.in(HazardState.RECTIFYING, Optional.of(MAJOR));
    Map<HazardFact, String> general = Map.of(HazardFact.GRADE, "GENERAL");
    HazardCommand lower =
        command(rectifying, HazardAction.ASSESS, actor(INSPECTOR), at("2026-07-12T09:00"))
            .with(general);
    Map<HazardFact, String> silent = new EnumMap<>(lower.facts());
    silent.remove(HazardFact.REASON);

    assertThat(CYCLE.decide(rectifying, lower, NOW).reasons()).isEmpty();
    assertThat(
            codes(
                CYCLE
                    .decide(
                        rectifying,
                        new HazardCommand(
                            HazardAction.ASSESS, actor(INSPECTOR), lower.occurred(), silent),
                        NOW)
                    .reasons()))
        .containsExactly("hazard.grade.lowered-without-reason");
    assertThat(refused(rectifying, HazardAction.ASSESS, "2026-07-12T09:00", general, WORKER))
        .containsExactly("hazard.person.not-apart");
  }

  @Test
  void aProposalAsMajorIsAnsweredBeforeTheAcceptance() {
    Hazard submitted = HazardSamples.in(HazardState.RECTIFIED, Optional.of(GENERAL));
    Hazard proposed =
        take(
            submitted,
            HazardAction.PROPOSE_MAJOR,
            "2026-07-10T09:00",
            Map.of(HazardFact.CRITERION, "MEM-10/14/1"),
            INSPECTOR);

    List<Reason> reasons =
        reasons(proposed, HazardAction.ACCEPT, "2026-07-11T09:00", Map.of(), INSPECTOR);
    assertThat(reasons)
        .extracting(Reason::code, reason -> reason.value("criterion"))
        .containsExactly(tuple("hazard.proposal.open", "MEM-10/14/1"));
    assertThat(CYCLE.owed(proposed))
        .extracting(OwedStep::action, OwedStep::since)
        .containsExactly(tuple(HazardAction.ASSESS, at("2026-07-10T09:00")));
    assertThat(refused(proposed, HazardAction.ASSESS, "2026-07-11T09:00", Map.of(), INSPECTOR))
        .containsExactly("hazard.grade.lowered-without-reason");
    Map<HazardFact, String> refusal =
        Map.of(HazardFact.GRADE, "GENERAL", HazardFact.REASON, "示例：另有等效措施");
    Hazard answered = take(proposed, HazardAction.ASSESS, "2026-07-11T09:00", refusal, INSPECTOR);
    assertThat(answered.counts(HazardAction.PROPOSE_MAJOR)).isFalse();
    Hazard confirmed =
        take(
            proposed,
            HazardAction.ASSESS,
            "2026-07-11T09:00",
            Map.of(HazardFact.GRADE, "MAJOR"),
            INSPECTOR);
    assertThat(confirmed.isMajor()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "MEM-10/3/9, 2026-07-12, judgement.criterion.unknown",
    "MEM-10/3/1, 2023-05-14, judgement.criterion.not-in-force",
    "MEM-10/3/1, 2023-05-15, ''",
    "AJ3-121/1/15, 2023-05-14, ''",
  })
  void onlyACriterionInForceIsAProposal(String criterion, LocalDate day, String code) {
    Hazard registered =
        take(
            Hazard.discovered("H-1", CYCLE.version()),
            HazardAction.REGISTER,
            "2023-01-02T09:00",
            Map.of());

    assertThat(
            refused(
                registered,
                HazardAction.PROPOSE_MAJOR,
                day + "T09:00",
                Map.of(HazardFact.CRITERION, criterion)))
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  @Test
  void aSectorsStandardsAreNotThoseOfAnother() {
    HazardLifeCycle chemical =
        CYCLE.with(
            CYCLE.profile().with(JudgementStandards.published().inSectors(Set.of("CHEMICAL"))));
    Hazard assessed = assessed(GENERAL);
    HazardCommand propose =
        command(assessed, HazardAction.PROPOSE_MAJOR, actor(WORKER), at("2026-07-12T09:00"));

    assertThat(codes(chemical.decide(assessed, propose, NOW).reasons()))
        .containsExactly("judgement.criterion.other-sector");
    assertThat(CYCLE.decide(assessed, propose, NOW).reasons()).isEmpty();
  }

  @Test
  void whatARegulatorHasOrderedEndsWithTheRegulatorsRecheck() {
    Hazard assessed = assessed(GENERAL);
    Hazard ordered =
        take(
            assessed,
            HazardAction.RECEIVE_ORDER,
            "2026-07-10T09:00",
            Map.of(HazardFact.ORDERED_DEADLINE, "2026-08-01"));

    assertThat(ordered.deadline()).contains(LocalDate.of(2026, 8, 1));
    assertThat(ordered.isOverdue(LocalDate.of(2026, 8, 2))).isTrue();
    assertThat(refused(ordered, HazardAction.START, "2026-07-11T09:00", Map.of()))
        .containsExactly("hazard.deadline.beyond");
    assertThat(refused(ordered, HazardAction.DISMISS, "2026-07-11T09:00", Map.of()))
        .containsExactly("hazard.order.open");
    Hazard started = take(ordered, HazardAction.START, "2026-07-11T09:00", deadline("2026-07-31"));
    Hazard accepted = accepted(started);
    assertThat(refused(accepted, HazardAction.CLOSE_OUT, "2026-07-20T09:00", Map.of()))
        .containsExactly("hazard.order.not-rechecked");
    assertThat(CYCLE.owed(accepted))
        .extracting(OwedStep::action)
        .containsExactly(HazardAction.PASS_RECHECK);

    Hazard failed =
        take(accepted, HazardAction.FAIL_RECHECK, "2026-07-20T09:00", Map.of(), INSPECTOR);
    assertThat(failed.state()).isEqualTo(HazardState.RECTIFYING);
    Hazard again = accepted(failed);
    assertThat(refused(again, HazardAction.CLOSE_OUT, "2026-07-22T09:00", Map.of()))
        .containsExactly("hazard.order.not-rechecked");
    Hazard passed = take(again, HazardAction.PASS_RECHECK, "2026-07-22T09:00", Map.of(), INSPECTOR);
    assertThat(refused(passed, HazardAction.CLOSE_OUT, "2026-07-22T10:00", Map.of())).isEmpty();
    Hazard orderedAgain = take(passed, HazardAction.RECEIVE_ORDER, "2026-07-22T09:30", Map.of());
    assertThat(refused(orderedAgain, HazardAction.CLOSE_OUT, "2026-07-22T10:00", Map.of()))
        .containsExactly("hazard.order.not-rechecked");
  }

  @Test
  void everyOrderHasARecheckOfItsOwn() {
    Hazard accepted = HazardSamples.in(HazardState.ACCEPTED, Optional.of(GENERAL));
    Hazard one = order(accepted, "示例-1", "示例机关-1", "09:10");
    Hazard ordered = order(one, "示例-1", "示例机关-2", "09:00");
    int first = one.version();
    int second = ordered.version();

    assertThat(open(ordered)).containsExactly(first, second);
    Reason unknown =
        reasons(ordered, HazardAction.PASS_RECHECK, "2026-07-20T10:00", about(1), WORKER).get(0);
    assertThat(unknown.code()).isEqualTo("hazard.order.unknown");
    assertThat(unknown.value("orders"))
        .isEqualTo("%d (示例机关-1, 示例-1), %d (示例机关-2, 示例-1)".formatted(first, second));
    assertThat(refused(ordered, HazardAction.FAIL_RECHECK, "2026-07-20T10:00", about(1)))
        .containsExactly("hazard.order.unknown");
    OwedStep owed = CYCLE.owed(ordered).get(0);
    assertThat(owed.action()).isEqualTo(HazardAction.PASS_RECHECK);
    assertThat(owed.since()).isEqualTo(at("2026-07-20T09:00"));

    Hazard passed = pass(ordered, second, "10:00");
    assertThat(open(passed)).containsExactly(first);
    assertThat(CYCLE.owed(passed))
        .extracting(OwedStep::since)
        .containsExactly(at("2026-07-20T09:10"));
    Reason open =
        reasons(passed, HazardAction.CLOSE_OUT, "2026-07-20T11:00", Map.of(), WORKER).get(0);
    assertThat(open.code()).isEqualTo("hazard.order.not-rechecked");
    assertThat(open.value("orders")).isEqualTo("示例-1");
    Hazard both = pass(passed, first, "11:00");
    assertThat(open(both)).isEmpty();
    assertThat(CYCLE.owed(both)).isEmpty();
    assertThat(refused(both, HazardAction.CLOSE_OUT, "2026-07-20T12:00", Map.of())).isEmpty();

    Hazard third = order(both, "示例-3", "示例机关-1", "13:00");
    assertThat(open(third)).containsExactly(third.version());
    Hazard failed =
        take(both, HazardAction.FAIL_RECHECK, "2026-07-20T14:00", about(first), INSPECTOR);
    assertThat(open(failed)).containsExactly(first, second);
  }

  @Test
  void anOrderThatIsGivenAgainIsRecheckedAsGivenLast() {
    Hazard accepted = HazardSamples.in(HazardState.ACCEPTED, Optional.of(GENERAL));
    Hazard once = order(accepted, "示例-1", "示例机关-1", "09:00");
    Hazard again = order(pass(once, once.version(), "10:00"), "示例-1", "示例机关-1", "11:00");

    assertThat(open(again)).containsExactly(again.version());
    assertThat(refused(again, HazardAction.PASS_RECHECK, "2026-07-20T12:00", about(once.version())))
        .containsExactly("hazard.order.unknown");
    assertThat(open(pass(again, again.version(), "12:00"))).isEmpty();
  }

  @Test
  void aRecheckIsNotBeforeItsOwnOrder() {
    Hazard accepted = HazardSamples.in(HazardState.ACCEPTED, Optional.of(GENERAL));
    Hazard early = order(accepted, "示例-1", "示例机关-1", "09:00");
    Hazard both = order(early, "示例-2", "示例机关-2", "11:00");

    assertThat(refused(both, HazardAction.PASS_RECHECK, "2026-07-20T10:00", about(early.version())))
        .isEmpty();
    assertThat(refused(both, HazardAction.PASS_RECHECK, "2026-07-20T10:00", about(both.version())))
        .containsExactly("hazard.time.before-last-step");
  }

  private Hazard order(Hazard hazard, String document, String body, String time) {
    return take(
        hazard,
        HazardAction.RECEIVE_ORDER,
        "2026-07-20T" + time,
        Map.of(HazardFact.DOCUMENT, document, HazardFact.BODY, body));
  }

  private static Map<HazardFact, String> about(int order) {
    return Map.of(HazardFact.ORDER, Integer.toString(order));
  }

  private static List<Integer> open(Hazard hazard) {
    return hazard.orders().stream()
        .filter(order -> !order.rechecked())
        .map(ReceivedOrder::step)
        .toList();
  }

  private Hazard pass(Hazard hazard, int order, String time) {
    return take(hazard, HazardAction.PASS_RECHECK, "2026-07-20T" + time, about(order), INSPECTOR);
  }

  @ParameterizedTest
  @EnumSource(
      value = HazardAction.class,
      names = {"PASS_RECHECK", "FAIL_RECHECK"})
  void withoutAnOrderThereIsNoRecheck(HazardAction action) {
    Hazard accepted = HazardSamples.in(HazardState.ACCEPTED, Optional.of(GENERAL));

    assertThat(refused(accepted, action, "2026-07-20T09:00", Map.of()))
        .containsExactly("hazard.order.none");
  }

  @Test
  void theEarlierOfTwoDeadlinesCounts() {
    Hazard started = HazardSamples.in(HazardState.RECTIFYING, Optional.of(GENERAL));
    Hazard later =
        take(
            started,
            HazardAction.RECEIVE_ORDER,
            "2026-07-10T09:00",
            Map.of(HazardFact.ORDERED_DEADLINE, "2026-12-01"));
    Hazard sooner =
        take(
            later,
            HazardAction.RECEIVE_ORDER,
            "2026-07-11T09:00",
            Map.of(HazardFact.ORDERED_DEADLINE, "2026-08-01"));

    assertThat(later.deadline()).contains(LocalDate.of(2026, 9, 30));
    assertThat(sooner.deadline()).contains(LocalDate.of(2026, 8, 1));
  }

  @Test
  void nothingLeadsToAnInformant() {
    Hazard discovered = Hazard.discovered("H-1", CYCLE.version());
    Map<HazardFact, String> told =
        Map.of(
            HazardFact.ORIGIN,
            HazardOrigin.WHISTLEBLOW.code(),
            HazardFact.CHECK,
            "示例-1",
            HazardFact.MEASURE,
            "示例-1");

    assertThat(refused(discovered, HazardAction.REGISTER, "2026-07-01T09:00", told))
        .containsExactly("hazard.informant.traceable");
    assertThat(
            refused(
                discovered,
                HazardAction.REGISTER,
                "2026-07-01T09:00",
                Map.of(HazardFact.ORIGIN, HazardOrigin.WHISTLEBLOW.code())))
        .isEmpty();
    assertThat(HazardFact.values())
        .extracting(fact -> fact.wording().zh())
        .noneMatch(name -> name.contains("举报人"));
  }

  @Test
  void noCorrectionLeadsToAnInformantEither() {
    Hazard checked =
        take(
            Hazard.discovered("H-1", CYCLE.version()),
            HazardAction.REGISTER,
            "2026-07-01T09:00",
            Map.of(HazardFact.CHECK, "示例-1", HazardFact.MEASURE, "示例-1"));
    Map<HazardFact, String> told = Map.of(HazardFact.ORIGIN, HazardOrigin.WHISTLEBLOW.code());

    assertThat(refused(checked, HazardAction.CORRECT, "2026-07-02T09:00", told))
        .containsExactly("hazard.informant.traceable");
    assertThat(
            refused(
                HazardSamples.after(GENERAL, HazardAction.REGISTER),
                HazardAction.CORRECT,
                "2026-07-02T09:00",
                told))
        .isEmpty();
  }

  @Test
  void h12WhatACheckHasFoundNamesTheMeasure() {
    Hazard discovered = Hazard.discovered("H-1", CYCLE.version());
    Map<HazardFact, String> check = Map.of(HazardFact.CHECK, "示例-1");

    assertThat(refused(discovered, HazardAction.REGISTER, "2026-07-01T09:00", check))
        .containsExactly("hazard.check.without-measure");
  }

  @Test
  void h13WhatWasSuspendedResumesAfterAcceptanceAssessmentAndDecision() {
    Hazard suspended = HazardSamples.suspended(assessed(GENERAL));
    assertThat(suspended.suspendedSince()).isPresent();
    assertThat(refused(suspended, HazardAction.DISMISS, "2026-07-11T09:00", Map.of()))
        .containsExactly("hazard.suspension.open");
    for (HazardAction action :
        List.of(HazardAction.ASSESS_RESUMPTION, HazardAction.DECIDE_RESUMPTION)) {
      assertThat(refused(suspended, action, "2026-07-11T09:00", Map.of()))
          .containsExactly("hazard.action.not-now");
    }
    Hazard accepted = accepted(take(suspended, HazardAction.START, "2026-07-11T09:00", Map.of()));

    assertThat(refused(accepted, HazardAction.CLOSE_OUT, "2026-07-20T09:00", Map.of()))
        .containsExactly("hazard.suspension.open");
    assertThat(CYCLE.owed(accepted))
        .extracting(OwedStep::action, OwedStep::since)
        .containsExactly(
            tuple(HazardAction.DECIDE_RESUMPTION, suspended.suspendedSince().orElseThrow()));
    assertThat(refused(accepted, HazardAction.DECIDE_RESUMPTION, "2026-07-20T09:00", Map.of()))
        .containsExactly("hazard.step.missing");
    Hazard assessed =
        take(accepted, HazardAction.ASSESS_RESUMPTION, "2026-07-20T09:00", Map.of(), INSPECTOR);
    assertThat(
            refused(
                assessed, HazardAction.DECIDE_RESUMPTION, "2026-07-20T10:00", Map.of(), INSPECTOR))
        .containsExactly("hazard.person.not-apart");
    Hazard decided =
        take(assessed, HazardAction.DECIDE_RESUMPTION, "2026-07-20T10:00", Map.of(), MANAGER);
    assertThat(decided.suspendedSince()).isEmpty();
    assertThat(refused(decided, HazardAction.CLOSE_OUT, "2026-07-20T11:00", Map.of())).isEmpty();
    assertThat(
            refused(
                decided, HazardAction.ASSESS_RESUMPTION, "2026-07-20T11:00", Map.of(), INSPECTOR))
        .containsExactly("hazard.suspension.none");
    assertThat(HazardSamples.suspended(decided).suspendedSince()).isPresent();
  }

  @ParameterizedTest
  @EnumSource(InterimMeasureKind.class)
  void onlyASuspensionSuspends(InterimMeasureKind kind) {
    Hazard measured =
        take(
            assessed(GENERAL),
            HazardAction.TAKE_INTERIM_MEASURES,
            "2026-07-11T09:00",
            Map.of(HazardFact.INTERIM_KIND, kind.code()));

    assertThat(measured.suspendedSince().isPresent()).isEqualTo(kind.name().startsWith("SUSPEND"));
    assertThat(kind.suspends()).isEqualTo(kind.name().startsWith("SUSPEND"));
  }

  @Test
  void aListedHazardIsClosedOutOnlyAfterItsDelisting() {
    Hazard listed = take(assessed(MAJOR), HazardAction.LIST, "2026-07-10T09:00", Map.of());
    assertThat(refused(listed, HazardAction.LIST, "2026-07-11T09:00", Map.of()))
        .containsExactly("hazard.listing.open");
    assertThat(refused(listed, HazardAction.DELIST, "2026-07-11T09:00", Map.of()))
        .containsExactly("hazard.action.not-now");
    Hazard accepted = accepted(started(listed));
    assertThat(refused(accepted, HazardAction.CLOSE_OUT, "2026-08-20T09:00", Map.of()))
        .containsExactly("hazard.step.missing", "hazard.step.missing", "hazard.listing.open");
    assertThat(CYCLE.owed(accepted))
        .extracting(OwedStep::action)
        .containsExactly(HazardAction.REPORT, HazardAction.INFORM, HazardAction.DELIST);

    Hazard delisted = take(accepted, HazardAction.DELIST, "2026-08-20T09:00", Map.of());
    assertThat(CYCLE.owed(delisted))
        .extracting(OwedStep::action)
        .containsExactly(HazardAction.REPORT, HazardAction.INFORM);
    assertThat(delisted.listing().orElseThrow().delisted()).contains(at("2026-08-20T09:00"));
    assertThat(refused(delisted, HazardAction.DELIST, "2026-08-21T09:00", Map.of()))
        .containsExactly("hazard.listing.none");
    assertThat(refused(delisted, HazardAction.CLOSE_OUT, "2026-08-21T09:00", Map.of()))
        .containsExactly("hazard.step.missing", "hazard.step.missing");
  }

  @Test
  void aListingStaysWithAHazardThatIsNoLongerMajor() {
    Hazard listed = take(assessed(MAJOR), HazardAction.LIST, "2026-07-10T09:00", Map.of());
    Hazard lowered =
        take(
            listed,
            HazardAction.ASSESS,
            "2026-07-11T09:00",
            Map.of(HazardFact.GRADE, "GENERAL", HazardFact.REASON, "示例"),
            INSPECTOR);

    assertThat(refused(lowered, HazardAction.DISMISS, "2026-07-12T09:00", Map.of(), INSPECTOR))
        .containsExactly("hazard.listing.open", "hazard.dismissal.was-major");
    Hazard accepted = accepted(take(lowered, HazardAction.START, "2026-07-12T09:00", Map.of()));
    assertThat(refused(accepted, HazardAction.CLOSE_OUT, "2026-08-20T09:00", Map.of()))
        .containsExactly("hazard.listing.open");
  }

  @Test
  void h9AListingIsExtendedInTimeAloneAndNeverShortened() {
    cycle = QINGDAO;
    Hazard listed = take(assessed(MAJOR), HazardAction.LIST, "2026-07-10T09:00", Map.of());
    Map<HazardFact, String> until = Map.of(HazardFact.PROPOSED_LISTING_DEADLINE, "2026-12-31");

    // the 20th working day before 2026-12-31 is 2026-12-03
    assertThat(
            refused(listed, HazardAction.REQUEST_LISTING_EXTENSION, "2026-12-04T09:00", Map.of()))
        .containsExactly("hazard.listing.asked-late");
    assertThat(refused(listed, HazardAction.REQUEST_LISTING_EXTENSION, "2026-12-03T09:00", until))
        .containsExactly("hazard.extension.not-later");
    Hazard asked =
        take(listed, HazardAction.REQUEST_LISTING_EXTENSION, "2026-12-03T09:00", Map.of());
    assertThat(
            refused(
                asked,
                HazardAction.GRANT_LISTING_EXTENSION,
                "2026-12-10T09:00",
                Map.of(HazardFact.LISTING_DEADLINE, "2027-04-01")))
        .containsExactly("hazard.deadline.beyond");
    assertThat(
            refused(
                asked,
                HazardAction.GRANT_LISTING_EXTENSION,
                "2026-12-10T09:00",
                Map.of(HazardFact.LISTING_DEADLINE, "2026-12-31")))
        .containsExactly("hazard.extension.not-later");
    Hazard granted =
        take(asked, HazardAction.GRANT_LISTING_EXTENSION, "2026-12-10T09:00", Map.of());
    SupervisedListing listing = granted.listing().orElseThrow();
    assertThat(listing.deadline()).isEqualTo(LocalDate.of(2027, 3, 31));
    assertThat(listing.extensions()).isEqualTo(1);
    assertThat(listing.isOverdue(LocalDate.of(2027, 3, 31))).isFalse();
    assertThat(listing.isOverdue(LocalDate.of(2027, 4, 1))).isTrue();
    assertThat(refused(granted, HazardAction.GRANT_LISTING_EXTENSION, "2026-12-11T09:00", Map.of()))
        .contains("hazard.step.missing");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-09, hazard.deadline.past",
    "2026-07-10, ''",
    "2027-07-10, ''",
    "2027-07-11, hazard.listing.too-long",
  })
  void aListingIsNeitherPastNorTooLong(String deadline, String code) {
    cycle = QINGDAO;

    assertThat(
            refused(
                assessed(MAJOR),
                HazardAction.LIST,
                "2026-07-10T09:00",
                Map.of(HazardFact.LISTING_DEADLINE, deadline)))
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  @Test
  void theLevelOfAListingIsOneOfTheProfiles() {
    List<Reason> reasons =
        reasons(
            assessed(MAJOR),
            HazardAction.LIST,
            "2026-07-10T09:00",
            Map.of(HazardFact.LISTING_LEVEL, "PROVINCE"),
            WORKER);

    assertThat(reasons)
        .extracting(Reason::code, reason -> reason.value("known"))
        .containsExactly(
            tuple("hazard.listing.level-unknown", "CITY, DISTRICT, DEPARTMENT, SUBDISTRICT"));
  }

  @Test
  void milestonesAreReachedOnceEach() {
    Map<HazardFact, String> nodes =
        Map.of(HazardFact.MILESTONES, HazardSamples.sample(HazardFact.MILESTONES));
    Hazard listed = take(assessed(MAJOR), HazardAction.LIST, "2026-07-10T09:00", nodes);
    Map<HazardFact, String> first = Map.of(HazardFact.MILESTONE, "2026-08-01");

    assertThat(
            refused(
                listed,
                HazardAction.REACH_MILESTONE,
                "2026-07-20T09:00",
                Map.of(HazardFact.MILESTONE, "2026-08-02")))
        .containsExactly("hazard.milestone.unknown");
    Hazard reached = take(listed, HazardAction.REACH_MILESTONE, "2026-07-20T09:00", first);
    assertThat(refused(reached, HazardAction.REACH_MILESTONE, "2026-07-21T09:00", first))
        .containsExactly("hazard.milestone.unknown");
    assertThat(reached.listing().orElseThrow().openMilestones())
        .extracting(Milestone::day, Milestone::what)
        .containsExactly(tuple(LocalDate.of(2026, 9, 1), "示例：施工"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2026-08-01 设计 ; true",
        "2026-08-01 a | 2026-08-02 b ; true",
        "2026-08-01 a|2026-08-02 b ; true",
        "2026-08-02 a | 2026-08-01 b ; false",
        "2026-08-01 a | 2026-08-01 b ; false",
        "2026-08-01 a | ; false",
        "2026-08-01 ; false",
        "2026-08-01设计 ; false",
        "2026-02-30 a ; false",
        "soon a ; false",
      })
  void milestonesAreDaysInOrderWithATextEach(String text, boolean sound) {
    assertThat(HazardFact.MILESTONES.isWellFormed(text)).isEqualTo(sound);
    if (sound) {
      assertThat(Milestone.parse(text))
          .hasSize((int) text.chars().filter(c -> c == '|').count() + 1);
    }
  }

  @Test
  void whatAListingAsksForIsCountedInWorkingDays() {
    cycle = QINGDAO;
    HazardProfile profile = QINGDAO.profile();
    Hazard listed = take(assessed(MAJOR), HazardAction.LIST, "2026-07-10T09:00", Map.of());
    assertThat(profile.outstanding(assessed(MAJOR))).isEmpty();
    assertThat(profile.outstanding(listed))
        .extracting(ListingDue::limit, ListingDue::day)
        .containsExactly(tuple(ListingLimit.PUBLISH_WITHIN, LocalDate.of(2026, 7, 17)));
    ListingDue publish = profile.outstanding(listed).get(0);
    assertThat(publish.isOverdue(LocalDate.of(2026, 7, 17))).isFalse();
    assertThat(publish.isOverdue(LocalDate.of(2026, 7, 18))).isTrue();

    Hazard published = take(listed, HazardAction.PUBLISH_LISTING, "2026-07-13T09:00", Map.of());
    assertThat(profile.outstanding(published)).isEmpty();
    Hazard asked =
        take(published, HazardAction.REQUEST_LISTING_EXTENSION, "2026-07-13T09:00", Map.of());
    assertThat(profile.outstanding(asked))
        .extracting(ListingDue::limit, ListingDue::day)
        .containsExactly(tuple(ListingLimit.DECIDE_WITHIN, LocalDate.of(2026, 7, 27)));
    Hazard refused =
        take(asked, HazardAction.REFUSE_LISTING_EXTENSION, "2026-07-14T09:00", Map.of());
    assertThat(profile.outstanding(refused)).isEmpty();
    Hazard delisted =
        take(accepted(started(refused)), HazardAction.DELIST, "2026-08-20T09:00", Map.of());
    assertThat(profile.outstanding(delisted))
        .extracting(ListingDue::limit, ListingDue::day)
        .containsExactly(tuple(ListingLimit.PUBLISH_DELISTING_WITHIN, LocalDate.of(2026, 8, 27)));
    Hazard told = take(delisted, HazardAction.PUBLISH_DELISTING, "2026-08-21T09:00", Map.of());
    assertThat(profile.outstanding(told)).isEmpty();
    assertThat(told.listing().orElseThrow().delistingPublished()).isPresent();
    assertThat(CYCLE.profile().outstanding(listed)).isEmpty();
  }

  @Test
  void aCorrectionStandsBesideWhatItCorrects() {
    Hazard closed = HazardSamples.in(HazardState.CLOSED, Optional.of(GENERAL));
    Hazard corrected =
        take(
            closed, HazardAction.CORRECT, "2026-08-20T09:00", Map.of(HazardFact.WHAT, "示例：更正后的内容"));

    assertThat(corrected.state()).isEqualTo(HazardState.CLOSED);
    assertThat(corrected.told(HazardFact.WHAT)).contains("示例：更正后的内容");
    assertThat(corrected.steps().subList(0, closed.version())).isEqualTo(closed.steps());
    assertThat(
            refused(
                closed,
                HazardAction.CORRECT,
                "2026-08-20T09:00",
                Map.of(HazardFact.CORRECTS, "99")))
        .containsExactly("hazard.correction.unknown");
    assertThat(
            refused(
                closed, HazardAction.CORRECT, "2026-08-20T09:00", Map.of(HazardFact.CORRECTS, "2")))
        .containsExactly("hazard.correction.unknown");
    assertThat(refused(closed, HazardAction.CORRECT, "2026-08-20T09:00", deadline("2030-01-01")))
        .contains("hazard.fact.unexpected");
  }

  @Test
  void whatWasToldInAnEarlierRoundIsKnownButDoesNotCount() {
    Hazard closed = HazardSamples.in(HazardState.CLOSED, Optional.of(GENERAL));
    Hazard reopened = take(closed, HazardAction.REOPEN, "2026-08-20T09:00", Map.of());

    assertThat(reopened.told(HazardFact.WHAT)).isPresent();
    assertThat(reopened.latest(HazardFact.WHAT)).isEmpty();
    assertThat(reopened.counts(HazardAction.ACCEPT)).isFalse();
    assertThat(reopened.counts(HazardAction.REOPEN)).isTrue();
  }

  @Test
  void whatIsDismissedIsOnlyReopened() {
    Hazard dismissed = HazardSamples.in(HazardState.DISMISSED, Optional.empty());

    assertThat(dismissed.isOverdue(LocalDate.of(2030, 1, 1))).isFalse();
    assertThat(CYCLE.possible(dismissed))
        .containsExactly(HazardAction.REOPEN, HazardAction.CORRECT);
    assertThat(take(dismissed, HazardAction.REOPEN, "2026-08-20T09:00", Map.of()).state())
        .isEqualTo(HazardState.REGISTERED);
  }

  private static Hazard assessed(HazardGrade grade) {
    return HazardSamples.after(grade, HazardAction.REGISTER, HazardAction.ASSESS);
  }

  private Hazard started(Hazard assessed) {
    Hazard planned = take(assessed, HazardAction.PLAN, "2026-07-15T09:00", Map.of());
    return take(planned, HazardAction.START, "2026-07-15T10:00", Map.of());
  }

  /** Submitted and accepted within a minute each, as soon as it was last changed. */
  private Hazard accepted(Hazard rectifying) {
    Instant last = rectifying.steps().get(rectifying.version() - 1).occurred();
    Function<Integer, String> minute =
        more -> LocalDateTime.ofInstant(last, ZONE).plusMinutes(more).toString();
    Hazard submitted = take(rectifying, HazardAction.SUBMIT, minute.apply(1), Map.of());
    return take(submitted, HazardAction.ACCEPT, minute.apply(2), Map.of(), INSPECTOR);
  }

  private static Map<HazardFact, String> deadline(String day) {
    return Map.of(HazardFact.DEADLINE, day);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  private Hazard take(
      Hazard hazard, HazardAction action, String local, Map<HazardFact, String> facts) {
    return take(hazard, action, local, facts, WORKER);
  }

  private Hazard take(
      Hazard hazard,
      HazardAction action,
      String local,
      Map<HazardFact, String> facts,
      Commitment person) {
    HazardCommand command = command(hazard, action, actor(person), at(local)).with(facts);
    return hazard.apply(cycle.step(hazard, command, command.occurred()).orThrow());
  }

  private List<String> refused(
      Hazard hazard, HazardAction action, String local, Map<HazardFact, String> facts) {
    return refused(hazard, action, local, facts, WORKER);
  }

  private List<String> refused(
      Hazard hazard,
      HazardAction action,
      String local,
      Map<HazardFact, String> facts,
      Commitment person) {
    return codes(reasons(hazard, action, local, facts, person));
  }

  private List<Reason> reasons(
      Hazard hazard,
      HazardAction action,
      String local,
      Map<HazardFact, String> facts,
      Commitment person) {
    HazardCommand command = command(hazard, action, actor(person), at(local)).with(facts);
    List<Reason> reasons = cycle.decide(hazard, command, command.occurred()).reasons();
    reasons.forEach(
        reason -> {
          assertThat(reason.message().zh()).doesNotContainPattern("[{}]");
          assertThat(reason.message().en()).doesNotContainPattern("[{}]");
        });
    return reasons;
  }

  private static List<String> codes(List<Reason> reasons) {
    return reasons.stream().map(Reason::code).toList();
  }
}
