package io.github.dualprevention.core.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.journal.Commitment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** The laws of the hazard life cycle over random walks, numbered as in docs/invariants.md. */
class HazardLawsTest {

  private static final int TRIES = 100;
  private static final int STEPS = 120;

  @Property(tries = TRIES)
  @Label("H1: nothing is closed out without an acceptance in the same round")
  void h1NoCloseOutWithoutAcceptance(@ForAll @LongRange(min = 0) long seed) {
    forEachRound(
        walk(seed),
        (earlier, step) -> {
          if (step.to() == HazardState.CLOSED && step.from() != HazardState.CLOSED) {
            assertThat(earlier).extracting(HazardStep::action).contains(HazardAction.ACCEPT);
            assertThat(earlier.get(earlier.size() - 1).to()).isEqualTo(HazardState.ACCEPTED);
          }
        });
  }

  @Property(tries = TRIES)
  @Label("H2: every command is answered, and the record only grows")
  void h2TheRecordOnlyGrows(@ForAll @LongRange(min = 0) long seed) {
    RandomWalk walk = new RandomWalk(seed);
    List<HazardStep> before = List.of();
    for (int i = 0; i < STEPS; i++) {
      Hazard hazard = walk.register.hazard("H-1");
      Outcome<Hazard> outcome = walk.register.act("H-1", walk.next(hazard));
      List<HazardStep> steps = walk.register.hazard("H-1").steps();
      boolean accepted = outcome instanceof Outcome.Accepted<Hazard>;

      assertThat(steps.subList(0, before.size())).isEqualTo(before);
      assertThat(steps.size() - before.size()).isEqualTo(accepted ? 1 : 0);
      assertThat(outcome.reasons().isEmpty()).isEqualTo(accepted);
      before = steps;
    }
  }

  @Property(tries = TRIES)
  @Label("H5: acceptance is not before rectification, rectification not before registration")
  void h5TimesAreInOrder(@ForAll @LongRange(min = 0) long seed) {
    List<HazardStep> steps = walk(seed);
    Instant registered = steps.isEmpty() ? Instant.MIN : steps.get(0).occurred();
    Instant moved = registered;
    for (HazardStep step : steps) {
      if (step.action() != HazardAction.TAKE_INTERIM_MEASURES) {
        assertThat(step.occurred()).isAfterOrEqualTo(registered);
      }
      if (step.from() != step.to()) {
        assertThat(step.occurred()).isAfterOrEqualTo(moved);
        moved = step.occurred();
      }
    }
  }

  @Property(tries = TRIES)
  @Label("H6: what is rejected is rectified again")
  void h6WhatIsRejectedIsRectifiedAgain(@ForAll @LongRange(min = 0) long seed) {
    assertThat(walk(seed))
        .filteredOn(step -> step.action() == HazardAction.REJECT)
        .allSatisfy(step -> assertThat(step.to()).isEqualTo(HazardState.RECTIFYING));
  }

  @Property(tries = TRIES)
  @Label("H7: what is closed out is only ever reopened, with a reason")
  void h7ClosedIsFinal(@ForAll @LongRange(min = 0) long seed) {
    assertThat(walk(seed))
        .filteredOn(step -> step.from() == HazardState.CLOSED)
        .filteredOn(step -> step.to() != HazardState.CLOSED)
        .allSatisfy(
            step -> {
              assertThat(step.action()).isEqualTo(HazardAction.REOPEN);
              assertThat(step.to()).isEqualTo(HazardState.REGISTERED);
              assertThat(step.facts()).containsKey(HazardFact.REASON);
            });
  }

  @Property(tries = TRIES)
  @Label("H10: whoever rectified in this round does not accept in it")
  void h10AcceptorIsNotRectifier(@ForAll @LongRange(min = 0) long seed) {
    Set<HazardAction> rectifying =
        EnumSet.of(HazardAction.START, HazardAction.SUBMIT, HazardAction.FIX_ON_SPOT);
    forEachRound(
        walk(seed),
        (earlier, step) -> {
          boolean judges =
              step.from() == HazardState.RECTIFIED || step.from() == HazardState.FIXED_ON_SPOT;
          if (judges
              && (step.action() == HazardAction.ACCEPT || step.action() == HazardAction.REJECT)) {
            Set<Commitment> rectifiers = new HashSet<>();
            earlier.stream()
                .filter(other -> rectifying.contains(other.action()))
                .forEach(other -> rectifiers.add(other.person()));
            assertThat(rectifiers).isNotEmpty().doesNotContain(step.person());
          }
        });
  }

  @Property(tries = TRIES)
  @Label("H3, H11: a major hazard is rectified under a plan and closed out after both reports")
  void h11MajorHazardsHavePlanAndReports(@ForAll @LongRange(min = 0) long seed) {
    forEachRound(
        walk(seed),
        (earlier, step) -> {
          boolean major = step.grade().filter(HazardGrade::major).isPresent();
          if (major && step.action() == HazardAction.START) {
            assertThat(earlier).extracting(HazardStep::action).contains(HazardAction.PLAN);
          }
          if (major && step.to() == HazardState.CLOSED) {
            assertThat(earlier)
                .extracting(HazardStep::action)
                .contains(HazardAction.PLAN, HazardAction.REPORT, HazardAction.INFORM);
          }
        });
  }

  @Property(tries = TRIES)
  @Label(
      "H4: a deadline is not past when it is set, and put off by extensions and first plans alone")
  void h4DeadlinesAreKept(@ForAll @LongRange(min = 0) long seed) {
    Hazard hazard = Hazard.discovered("H-1", HazardSamples.CYCLE.version());
    for (HazardStep step : walk(seed)) {
      Hazard before = hazard;
      hazard = hazard.apply(step);
      Optional<LocalDate> set =
          Optional.ofNullable(step.facts().get(HazardFact.DEADLINE)).map(LocalDate::parse);
      if (set.isPresent()) {
        LocalDate day = LocalDate.ofInstant(step.occurred(), ZoneId.of("Asia/Shanghai"));
        boolean putOff = before.ownDeadline() != null && set.get().isAfter(before.ownDeadline());
        boolean firstPlan =
            step.action() == HazardAction.PLAN
                && before.isMajor()
                && !before.counts(HazardAction.PLAN);
        assertThat(!set.get().isBefore(day) || before.isDeadline(set.get())).isTrue();
        assertThat(!putOff || firstPlan || step.action() == HazardAction.GRANT_EXTENSION).isTrue();
      } else if (step.action() != HazardAction.REOPEN) {
        assertThat(hazard.ownDeadline()).isEqualTo(before.ownDeadline());
      }
    }
  }

  @Property(tries = TRIES)
  @Label("H9: a listing is extended in time, never shortened, and ended after acceptance")
  void h9ListingsAreExtendedInTimeAlone(@ForAll @LongRange(min = 0) long seed) {
    Hazard hazard = Hazard.discovered("H-1", HazardSamples.CYCLE.version());
    for (HazardStep step : walk(seed)) {
      Optional<LocalDate> before = hazard.listing().map(SupervisedListing::deadline);
      HazardState from = hazard.state();
      boolean listed = hazard.counts(HazardAction.LIST);
      hazard = hazard.apply(step);
      LocalDate day = LocalDate.ofInstant(step.occurred(), ZoneId.of("Asia/Shanghai"));
      switch (step.action()) {
        case REQUEST_LISTING_EXTENSION -> assertThat(day).isBeforeOrEqualTo(before.orElseThrow());
        case GRANT_LISTING_EXTENSION ->
            assertThat(hazard.listing().orElseThrow().deadline()).isAfter(before.orElseThrow());
        case DELIST -> assertThat(from).isEqualTo(HazardState.ACCEPTED);
        case CLOSE_OUT -> assertThat(listed).isFalse();
        default -> {}
      }
    }
  }

  @Property(tries = TRIES)
  @Label("H12: what a check has found names the measure that failed")
  void h12ChecksNameMeasures(@ForAll @LongRange(min = 0) long seed) {
    assertThat(walk(seed))
        .filteredOn(step -> step.facts().containsKey(HazardFact.CHECK))
        .allSatisfy(step -> assertThat(step.facts()).containsKey(HazardFact.MEASURE));
  }

  @Property(tries = TRIES)
  @Label("H13: what was suspended resumes after acceptance and assessment, by somebody else")
  void h13SuspensionsAreDecidedUpon(@ForAll @LongRange(min = 0) long seed) {
    Hazard hazard = Hazard.discovered("H-1", HazardSamples.CYCLE.version());
    for (HazardStep step : walk(seed)) {
      if (step.action() == HazardAction.DECIDE_RESUMPTION) {
        assertThat(hazard.state()).isEqualTo(HazardState.ACCEPTED);
        assertThat(hazard.last(HazardAction.ASSESS_RESUMPTION).orElseThrow().person())
            .isNotEqualTo(step.person());
      }
      if (step.from() != step.to() && !step.to().isOpen()) {
        assertThat(hazard.suspendedSince()).isEmpty();
      }
      hazard = hazard.apply(step);
    }
  }

  @Property(tries = TRIES)
  @Label("H8: a major grade is lowered with a reason, and not by whoever rectified")
  void h8MajorGradesAreLoweredWithAReason(@ForAll @LongRange(min = 0) long seed) {
    forEachRound(
        walk(seed),
        (earlier, step) -> {
          boolean wasMajor =
              !earlier.isEmpty()
                  && earlier.get(earlier.size() - 1).grade().filter(HazardGrade::major).isPresent();
          boolean lowered = wasMajor && step.grade().filter(grade -> !grade.major()).isPresent();
          if (lowered) {
            assertThat(step.facts()).containsKey(HazardFact.REASON);
            assertThat(earlier)
                .filteredOn(other -> HazardAction.RECTIFYING_STEPS.contains(other.action()))
                .extracting(HazardStep::person)
                .doesNotContain(step.person());
          }
        });
  }

  /** Hands over each step with those of the same round before it. */
  private static void forEachRound(
      List<HazardStep> steps, BiConsumer<List<HazardStep>, HazardStep> law) {
    List<HazardStep> round = new ArrayList<>();
    for (HazardStep step : steps) {
      if (step.action() == HazardAction.REOPEN) {
        round.clear();
      }
      law.accept(List.copyOf(round), step);
      round.add(step);
    }
  }

  private static List<HazardStep> walk(long seed) {
    RandomWalk walk = new RandomWalk(seed);
    for (int i = 0; i < STEPS; i++) {
      walk.register.act("H-1", walk.next(walk.register.hazard("H-1")));
    }
    return walk.register.hazard("H-1").steps();
  }
}
