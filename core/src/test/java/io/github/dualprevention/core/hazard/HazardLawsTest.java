package io.github.dualprevention.core.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.journal.Commitment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
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
