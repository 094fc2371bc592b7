package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Duty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A hazard as another ledger has it. It is taken over as a fact, so no line of the life cycle
 * decides about it; only what it claims to be must be possible.
 *
 * <p>What is rectified but not accepted is taken over as {@link HazardState#RECTIFYING}: its
 * acceptance then happens here, by somebody who did not submit it. What is closed there stays
 * unverified for ever, unless it is reopened.
 *
 * @param id unique for ever, 1 to 100 characters on one line
 * @param state {@link HazardState#REGISTERED}, {@link HazardState#ASSESSED}, {@link
 *     HazardState#RECTIFYING} or {@link HazardState#CLOSED}
 * @param grade its grade; empty if it is registered only
 * @param facts what the ledger says; {@link HazardFact#SOURCE}, {@link HazardFact#WHAT} and {@link
 *     HazardFact#WHERE} at least, {@link HazardFact#DEADLINE} while it is rectified
 */
public record ImportedHazard(
    String id, HazardState state, Optional<HazardGrade> grade, Map<HazardFact, String> facts) {

  private static final ImmutableSet<HazardState> STATES =
      Sets.immutableEnumSet(
          HazardState.REGISTERED, HazardState.ASSESSED, HazardState.RECTIFYING, HazardState.CLOSED);
  private static final ImmutableSet<HazardFact> NEEDED =
      Sets.immutableEnumSet(HazardFact.SOURCE, HazardFact.WHAT, HazardFact.WHERE);
  private static final ImmutableSet<HazardFact> NEEDED_WHILE_RECTIFYING =
      Sets.immutableEnumSet(
          HazardFact.SOURCE, HazardFact.WHAT, HazardFact.WHERE, HazardFact.DEADLINE);
  private static final ImmutableSet<HazardFact> KNOWN =
      Sets.immutableEnumSet(
          HazardFact.SOURCE,
          HazardFact.WHAT,
          HazardFact.WHERE,
          HazardFact.ORIGIN,
          HazardFact.AREA,
          HazardFact.UNIT,
          HazardFact.MEASURE,
          HazardFact.GROUNDS,
          HazardFact.RESPONSIBLE,
          HazardFact.MEASURES,
          HazardFact.FUNDS,
          HazardFact.DEADLINE,
          HazardFact.RESULT,
          HazardFact.FOUND_ON,
          HazardFact.CLOSED_ON);

  /** Throws {@code IllegalArgumentException} if the id is blank or too long. */
  public ImportedHazard {
    id = Require.id(id, "id");
    Require.notNull(state, "state");
    Require.notNull(grade, "grade");
    facts = Map.copyOf(facts);
  }

  /** The step that takes it over; or every reason against it. */
  Outcome<HazardStep> step(Hazard before, HazardLifeCycle lifeCycle, Actor actor, Instant now) {
    HazardCommand command = new HazardCommand(HazardAction.IMPORT, actor, now, facts);
    List<Reason> reasons = new ArrayList<>();
    if (!actor.duties().contains(Duty.REGISTER)) {
      reasons.add(HazardRules.withoutDuty(actor, HazardAction.IMPORT, Duty.REGISTER));
    }
    if (before.state() != HazardState.DISCOVERED) {
      reasons.add(lifeCycle.notNow(before, HazardAction.IMPORT));
    }
    if (!STATES.contains(state)) {
      Term known = Term.list(STATES.stream().map(HazardState::term).toList());
      reasons.add(HazardRules.IMPORT_STATE.broken("state", state.term(), "known", known));
    } else if (!gradeFits(lifeCycle)) {
      reasons.add(
          HazardRules.IMPORT_GRADE.broken(
              "state", state.term(), "grade", grade.map(HazardGrade::code).orElse("-")));
    }
    againstFacts(command.facts(), reasons);
    return reasons.isEmpty()
        ? Outcome.accepted(
            HazardStep.of(before, command, state, grade, lifeCycle.version(), Set.of()))
        : new Outcome.Refused<>(reasons);
  }

  private boolean gradeFits(HazardLifeCycle lifeCycle) {
    return state.isGraded()
        ? grade.flatMap(given -> lifeCycle.grade(given.code())).equals(grade) && grade.isPresent()
        : grade.isEmpty();
  }

  private void againstFacts(Map<HazardFact, String> told, List<Reason> reasons) {
    Set<HazardFact> needed = state == HazardState.RECTIFYING ? NEEDED_WHILE_RECTIFYING : NEEDED;
    for (HazardFact fact : Sets.difference(needed, told.keySet())) {
      reasons.add(
          HazardRules.FACT_MISSING.broken(
              "action", HazardAction.IMPORT.term(), "fact", fact.term()));
    }
    told.forEach(
        (fact, text) -> {
          if (!fact.isWellFormed(text)) {
            reasons.add(HazardRules.malformed(fact, text));
          }
        });
    for (HazardFact fact : Sets.difference(told.keySet(), KNOWN)) {
      reasons.add(
          HazardRules.FACT_UNEXPECTED.broken(
              "action", HazardAction.IMPORT.term(), "fact", fact.term()));
    }
  }
}
