package io.github.dualprevention.core.hazard;

import com.google.common.collect.Sets;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Duty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What would change for one hazard if it followed another edition of the life cycle; nothing
 * changes until somebody migrates it.
 *
 * @param hazard the hazard as it is now
 * @param from the edition that it follows
 * @param to the edition that it would follow
 * @param changes what becomes possible, impossible or different in its present state
 * @param owed what would be owed that is not owed now
 */
public record HazardMigration(
    Hazard hazard,
    HazardLifeCycle from,
    HazardLifeCycle to,
    List<Change> changes,
    List<OwedStep> owed) {

  /**
   * One action in the hazard's present state.
   *
   * @param action the action
   * @param before the line of the present edition; empty if the action becomes possible
   * @param after the line of the other edition; empty if it is possible no longer
   */
  public record Change(
      HazardAction action, Optional<Transition> before, Optional<Transition> after) {

    /** Refuses missing parts. */
    public Change {
      Require.notNull(action, "action");
      Require.notNull(before, "before");
      Require.notNull(after, "after");
    }
  }

  /** Copies the lists. */
  public HazardMigration {
    Require.notNull(hazard, "hazard");
    Require.notNull(from, "from");
    Require.notNull(to, "to");
    changes = List.copyOf(changes);
    owed = List.copyOf(owed);
  }

  /**
   * Compares two editions for a hazard.
   *
   * @param hazard the hazard as it is now
   * @param from the edition that it follows
   * @param to another one
   * @return what would change
   * @throws IllegalArgumentException if the hazard does not follow {@code from}
   */
  public static HazardMigration of(Hazard hazard, HazardLifeCycle from, HazardLifeCycle to) {
    Map<HazardAction, Transition> before = from.linesFor(hazard);
    Map<HazardAction, Transition> after = to.linesFor(hazard);
    Set<HazardAction> actions = new TreeSet<>(before.keySet());
    actions.addAll(after.keySet());
    List<Change> changes = new ArrayList<>();
    for (HazardAction action : actions) {
      Optional<Transition> one = Optional.ofNullable(before.get(action));
      Optional<Transition> other = Optional.ofNullable(after.get(action));
      if (!one.map(HazardMigration::rule).equals(other.map(HazardMigration::rule))) {
        changes.add(new Change(action, one, other));
      }
    }
    Set<HazardAction> owed = owed(from, hazard);
    return new HazardMigration(
        hazard,
        from,
        to,
        changes,
        to.owed(hazard).stream().filter(step -> !owed.contains(step.action())).toList());
  }

  /**
   * A line without what does not change the rule: for which hazards else, and under which clause.
   */
  private static List<Object> rule(Transition line) {
    return List.of(
        line.to(),
        line.duty(),
        Cited.values(line.facts()),
        line.also(),
        Cited.values(line.steps()),
        Cited.values(line.apart()),
        Cited.values(line.conditions()),
        Set.copyOf(line.signatures()),
        line.weakens());
  }

  private static Set<HazardAction> owed(HazardLifeCycle lifeCycle, Hazard hazard) {
    return lifeCycle.owed(hazard).stream().map(OwedStep::action).collect(Sets.toImmutableEnumSet());
  }

  /** The step that migrates the hazard; or every reason against it. */
  Outcome<HazardStep> step(Actor actor, String reason, Instant now) {
    List<Reason> reasons = new ArrayList<>();
    if (!actor.duties().contains(Duty.CLOSE_OUT)) {
      reasons.add(HazardRules.withoutDuty(actor, HazardAction.MIGRATE, Duty.CLOSE_OUT));
    }
    if (from.version().equals(to.version())) {
      reasons.add(HazardRules.MIGRATION_SAME.broken("table", to.version()));
    }
    boolean known =
        hazard.version() > 0
            && hazard.grade().flatMap(grade -> to.grade(grade.code())).equals(hazard.grade());
    if (!known) {
      reasons.add(
          HazardRules.MIGRATION_NOWHERE.broken(
              "table",
              to.version(),
              "state",
              hazard.state().term(),
              "grade",
              hazard.grade().map(HazardGrade::code).orElse("-")));
    }
    for (HazardAction step : Sets.difference(owed(from, hazard), owed(to, hazard))) {
      reasons.add(HazardRules.MIGRATION_FORGETS.broken("table", to.version(), "step", step.term()));
    }
    if (reason.isBlank()) {
      reasons.add(HazardRules.REASON_MISSING.broken());
    }
    if (!reasons.isEmpty()) {
      return new Outcome.Refused<>(reasons);
    }
    HazardCommand command =
        HazardCommand.of(HazardAction.MIGRATE, actor, now).with(HazardFact.REASON, reason);
    return Outcome.accepted(
        HazardStep.of(hazard, command, hazard.state(), hazard.grade(), to.version(), Set.of()));
  }
}
