package io.github.dualprevention.core.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.listing.ListingProfile;
import io.github.dualprevention.core.organisation.CreditCode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HazardSummaryTest {

  private static final CreditCode ENTERPRISE = new CreditCode("91350100M000100Y43");
  private static final HazardLifeCycle CYCLE = HazardLifeCycle.published();

  /** Every field of the row, after every step of 10,000 walks, against a reading written apart. */
  @Test
  void everyFieldIsAReadingOfTheSteps() {
    int walks = Integer.getInteger("dualprevention.tries", 10_000);
    int steps = 0;
    Set<HazardTrait> seen = EnumSet.noneOf(HazardTrait.class);
    Set<HazardAction> due = EnumSet.noneOf(HazardAction.class);
    for (int seed = 0; seed < walks; seed++) {
      RandomWalk walk = new RandomWalk(seed);
      Hazard hazard = Hazard.discovered("H-1", CYCLE.version());
      for (int i = 0; i < 20; i++) {
        HazardCommand command = walk.next(hazard);
        if (CYCLE.step(hazard, command, walk.now()) instanceof Outcome.Accepted<HazardStep> step) {
          hazard = hazard.apply(step.value());
          HazardSummary row = HazardSummary.of(ENTERPRISE, hazard, CYCLE.dues(hazard));
          assertRead(row, new Reading(hazard.steps()));
          assertDues(row, hazard);
          seen.addAll(row.traits());
          row.dues().forEach(each -> due.add(each.action()));
          steps++;
        }
      }
    }

    assertThat(steps).isGreaterThan(walks * 5);
    assertThat(seen).contains(HazardTrait.MAJOR, HazardTrait.SUSPENDED, HazardTrait.ORDERED);
    assertThat(due)
        .contains(
            HazardAction.SUBMIT,
            HazardAction.ACCEPT,
            HazardAction.REPORT,
            HazardAction.INFORM,
            HazardAction.PASS_RECHECK);
  }

  private static void assertRead(HazardSummary row, Reading read) {
    HazardStep last = read.steps.get(read.steps.size() - 1);
    assertThat(row)
        .as("%s", last)
        .isEqualTo(
            new HazardSummary(
                ENTERPRISE,
                "H-1",
                read.steps.size(),
                last.to(),
                last.grade(),
                read.told(HazardFact.WHAT, 0),
                read.told(HazardFact.ORIGIN, 0),
                read.told(HazardFact.AREA, 0),
                read.told(HazardFact.UNIT, 0),
                read.told(HazardFact.MEASURE, 0),
                read.deadline(),
                read.latest(),
                read.told(HazardFact.RESPONSIBLE, read.round),
                read.traits(),
                row.dues()));
  }

  private static void assertDues(HazardSummary row, Hazard hazard) {
    Set<String> expected = new TreeSet<>();
    row.deadline()
        .filter(day -> row.state().awaitsAcceptance())
        .ifPresent(
            day ->
                expected.add(
                    (EnumSet.of(HazardState.RECTIFIED, HazardState.FIXED_ON_SPOT)
                                .contains(row.state())
                            ? "ACCEPT "
                            : "SUBMIT ")
                        + day));
    CYCLE.owed(hazard).forEach(owed -> expected.add(owed.action().code()));
    hazard
        .listing()
        .filter(listing -> row.is(HazardTrait.LISTED))
        .ifPresent(
            listing ->
                listing
                    .openMilestones()
                    .forEach(open -> expected.add("REACH_MILESTONE " + open.day())));
    Set<String> actual = new TreeSet<>();
    for (HazardDue due : row.dues()) {
      boolean owed = CYCLE.owed(hazard).stream().anyMatch(step -> step.action() == due.action());
      actual.add(due.action().code() + (owed ? "" : " " + due.day().orElseThrow()));
      assertThat(due.postId()).isEqualTo(row.responsiblePostId());
    }
    assertThat(actual).isEqualTo(expected);
  }

  /** The steps once more, read the slow way. */
  private static final class Reading {

    private static final Set<HazardAction> MAKING_RECHECKS_VOID =
        EnumSet.of(
            HazardAction.ASSESS,
            HazardAction.SUBMIT,
            HazardAction.FIX_ON_SPOT,
            HazardAction.REJECT,
            HazardAction.FAIL_RECHECK);

    private final List<HazardStep> steps;
    private final List<Map<HazardFact, String>> corrected = new ArrayList<>();
    private int round;

    Reading(List<HazardStep> steps) {
      this.steps = steps;
      for (HazardStep step : steps) {
        Map<HazardFact, String> facts = new EnumMap<>(HazardFact.class);
        if (step.action() == HazardAction.CORRECT) {
          correct(step);
        } else {
          facts.putAll(step.facts());
        }
        corrected.add(facts);
        round = step.action() == HazardAction.REOPEN ? step.number() - 1 : round;
      }
    }

    private void correct(HazardStep step) {
      String number = Objects.requireNonNull(step.facts().get(HazardFact.CORRECTS));
      Map<HazardFact, String> facts = new EnumMap<>(step.facts());
      facts.keySet().removeAll(Set.of(HazardFact.CORRECTS, HazardFact.REASON));
      corrected.get(Integer.parseInt(number) - 1).putAll(facts);
    }

    Optional<String> told(HazardFact fact, int from) {
      return corrected.subList(from, corrected.size()).stream()
          .map(facts -> facts.get(fact))
          .filter(Objects::nonNull)
          .reduce((earlier, later) -> later);
    }

    Optional<LocalDate> deadline() {
      List<LocalDate> days = new ArrayList<>();
      told(HazardFact.DEADLINE, round).map(LocalDate::parse).ifPresent(days::add);
      orders().values().stream()
          .map(order -> order.facts().get(HazardFact.ORDERED_DEADLINE))
          .map(day -> LocalDate.parse(Objects.requireNonNull(day)))
          .forEach(days::add);
      return days.stream().min(LocalDate::compareTo);
    }

    /** The last step that has received each order of the round. */
    Map<String, HazardStep> orders() {
      Map<String, HazardStep> orders = new LinkedHashMap<>();
      steps.subList(round, steps.size()).stream()
          .filter(step -> step.action() == HazardAction.RECEIVE_ORDER)
          .forEach(
              step ->
                  orders.put(
                      step.facts().get(HazardFact.BODY)
                          + "|"
                          + step.facts().get(HazardFact.DOCUMENT),
                      step));
      return orders;
    }

    Optional<LatestStep> latest() {
      Optional<LatestStep> latest = Optional.empty();
      for (HazardStep step : steps) {
        boolean done =
            step.action() != HazardAction.CORRECT && step.action() != HazardAction.MIGRATE;
        Instant before = latest.map(LatestStep::occurred).orElse(Instant.MIN);
        if (done && !step.occurred().isBefore(before)) {
          latest = Optional.of(new LatestStep(step.number(), step.action(), step.occurred()));
        }
      }
      return latest;
    }

    Set<HazardTrait> traits() {
      Set<HazardTrait> traits = EnumSet.noneOf(HazardTrait.class);
      boolean suspended = false;
      boolean listed = false;
      boolean accepted = false;
      Set<String> passed = new TreeSet<>();
      for (HazardStep step : steps) {
        String kind = step.facts().get(HazardFact.INTERIM_KIND);
        if (kind != null && InterimMeasureKind.suspends(kind)) {
          suspended = true;
        }
        if (MAKING_RECHECKS_VOID.contains(step.action())) {
          passed.clear();
          accepted = false;
        }
        switch (step.action()) {
          case DECIDE_RESUMPTION -> suspended = false;
          case LIST -> listed = true;
          case DELIST -> listed = false;
          case ACCEPT -> accepted = true;
          case PASS_RECHECK -> passed.add(step.facts().get(HazardFact.ORDER));
          case REOPEN -> {
            listed = false;
            accepted = false;
            passed.clear();
          }
          default -> {}
        }
      }
      HazardStep last = steps.get(steps.size() - 1);
      put(traits, HazardTrait.MAJOR, last.grade().filter(HazardGrade::major).isPresent());
      put(traits, HazardTrait.UNVERIFIED, last.to() == HazardState.CLOSED && !accepted);
      put(traits, HazardTrait.SUSPENDED, suspended);
      put(traits, HazardTrait.LISTED, listed);
      put(
          traits,
          HazardTrait.ORDERED,
          orders().values().stream()
              .anyMatch(order -> !passed.contains(Integer.toString(order.number()))));
      return traits;
    }

    private static void put(Set<HazardTrait> traits, HazardTrait trait, boolean holds) {
      if (holds) {
        traits.add(trait);
      }
    }
  }

  @Test
  void whatIsDuePromptlyNamesTheDayOnWhichItFellDue() {
    Hazard major =
        HazardSamples.after(HazardSamples.MAJOR, HazardAction.REGISTER, HazardAction.ASSESS);
    LocalDate graded = LocalDate.ofInstant(major.steps().get(1).occurred(), zone());

    assertThat(CYCLE.dues(major))
        .filteredOn(due -> due.action() == HazardAction.REPORT)
        .singleElement()
        .satisfies(
            due -> {
              assertThat(due.promptly()).isTrue();
              assertThat(due.day()).contains(graded);
              assertThat(due.postId()).isEmpty();
              assertThat(due.source().clause()).contains("41");
            });
  }

  @Test
  void aListingEndsOnItsDayAndItsMilestonesOnTheirs() {
    Hazard planned =
        HazardSamples.after(
            HazardSamples.MAJOR, HazardAction.REGISTER, HazardAction.ASSESS, HazardAction.PLAN);
    Map<HazardFact, String> order =
        HazardSamples.evidence(planned.state(), HazardAction.LIST, planned.grade());
    order.putAll(HazardSamples.samples(HazardFact.MILESTONES));
    Hazard listed = HazardSamples.taken(planned, HazardAction.LIST, planned.state(), order);

    assertThat(CYCLE.dues(listed))
        .filteredOn(due -> !due.promptly())
        .extracting(due -> due.action() + " " + due.day().orElseThrow())
        .contains("SUBMIT 2026-09-30", "DELIST 2026-12-31", "REACH_MILESTONE 2026-08-01");
    assertThat(HazardSummary.of(ENTERPRISE, listed, CYCLE.dues(listed)).is(HazardTrait.LISTED))
        .isTrue();
  }

  @Test
  void aYearThatTheCalendarDoesNotKnowLeavesTheDayOpenAndBlocksNothing() {
    HazardProfile profile =
        HazardProfile.published()
            .with(
                ListingProfile.qingdao(),
                day -> {
                  throw new RefusedException(List.of(HazardRules.REASON_MISSING.broken()));
                });
    HazardLifeCycle elsewhere = CYCLE.with(profile);
    Hazard planned =
        HazardSamples.after(
            HazardSamples.MAJOR, HazardAction.REGISTER, HazardAction.ASSESS, HazardAction.PLAN);
    Hazard listed = HazardSamples.taken(planned, HazardAction.LIST);

    assertThat(elsewhere.dues(listed))
        .filteredOn(due -> due.action() == HazardAction.PUBLISH_LISTING)
        .singleElement()
        .satisfies(
            due -> {
              assertThat(due.day()).isEmpty();
              assertThat(due.promptly()).isFalse();
            });
  }

  @Test
  void aLimitOfTheProfileIsDueOnItsDay() {
    HazardProfile profile =
        HazardProfile.published()
            .with(
                ListingProfile.qingdao(),
                day ->
                    !EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek()));
    Hazard planned =
        HazardSamples.after(
            HazardSamples.MAJOR, HazardAction.REGISTER, HazardAction.ASSESS, HazardAction.PLAN);
    Hazard listed = HazardSamples.taken(planned, HazardAction.LIST);
    LocalDate last = profile.outstanding(listed).get(0).day();

    assertThat(CYCLE.with(profile).dues(listed))
        .filteredOn(due -> due.action() == HazardAction.PUBLISH_LISTING)
        .singleElement()
        .satisfies(
            due -> {
              assertThat(due.day()).contains(last);
              assertThat(due.postId()).isEqualTo(listed.latest(HazardFact.RESPONSIBLE));
            });
    assertThat(CYCLE.dues(listed)).noneMatch(due -> due.action() == HazardAction.PUBLISH_LISTING);
  }

  @Test
  void aRowIsOverdueFromTheDayAfterItsDeadlineUntilTheAcceptance() {
    Hazard started =
        HazardSamples.after(
            HazardSamples.GENERAL, HazardAction.REGISTER, HazardAction.ASSESS, HazardAction.START);
    Hazard accepted =
        HazardSamples.after(
            HazardSamples.GENERAL,
            HazardAction.REGISTER,
            HazardAction.ASSESS,
            HazardAction.START,
            HazardAction.SUBMIT,
            HazardAction.ACCEPT);
    LocalDate deadline = started.deadline().orElseThrow();
    HazardSummary row = HazardSummary.of(ENTERPRISE, started, CYCLE.dues(started));

    assertThat(row.isOverdue(deadline)).isFalse();
    assertThat(row.isOverdue(deadline.plusDays(1))).isTrue();
    assertThat(row.is(HazardTrait.MAJOR)).isFalse();
    assertThat(
            HazardSummary.of(ENTERPRISE, accepted, CYCLE.dues(accepted))
                .isOverdue(deadline.plusDays(1)))
        .isFalse();
    assertThat(HazardState.ACCEPTED.awaitsAcceptance()).isFalse();
    assertThat(HazardState.CLOSED.awaitsAcceptance()).isFalse();
    assertThat(HazardState.RECTIFIED.awaitsAcceptance()).isTrue();
  }

  @Test
  void aHazardWithoutAnyStepHasNoRow() {
    Hazard nothing = Hazard.discovered("H-1", CYCLE.version());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> HazardSummary.of(ENTERPRISE, nothing, List.of()))
        .withMessageContaining("version");
  }

  private static ZoneId zone() {
    return CYCLE.profile().zone();
  }
}
