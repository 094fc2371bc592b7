package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.responsibility.Duty;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A line of the life cycle: what may be done in a state, by whom, with what evidence.
 *
 * @param from the state before
 * @param action what is done
 * @param scope which hazards the line is about
 * @param to the state after
 * @param duty what the actor must be answerable for; empty if anybody may do it
 * @param facts the evidence that must come with it, each once
 * @param also further evidence that may come with it
 * @param steps what must have been done before, in this round
 * @param apart whoever has done one of these in this round may not do this
 * @param source where the line stands written
 */
public record Transition(
    HazardState from,
    HazardAction action,
    GradeScope scope,
    HazardState to,
    Optional<Duty> duty,
    List<Cited<HazardFact>> facts,
    Set<HazardFact> also,
    List<Cited<HazardAction>> steps,
    List<Cited<HazardAction>> apart,
    SourceClause source) {

  /** Copies the lists; throws {@code IllegalArgumentException} if one names something twice. */
  public Transition {
    Require.notNull(from, "from");
    Require.notNull(action, "action");
    Require.notNull(scope, "scope");
    Require.notNull(to, "to");
    Require.notNull(duty, "duty");
    facts = List.copyOf(facts);
    also = Set.copyOf(also);
    steps = List.copyOf(steps);
    apart = List.copyOf(apart);
    Require.notNull(source, "source");
    distinct(facts, also, "facts");
    distinct(steps, Set.of(), "steps");
    distinct(apart, Set.of(), "apart");
  }

  private static <T> void distinct(List<Cited<T>> items, Set<T> others, String name) {
    Set<T> seen = new HashSet<>(others);
    for (Cited<T> item : items) {
      Require.require(seen.add(item.value()), name, "must name each once", item.value());
    }
  }

  /** Whether the evidence must come with the action. */
  boolean asksFor(HazardFact fact) {
    return facts.stream().anyMatch(needed -> needed.value() == fact);
  }

  /** Whether the evidence may or must come with the action. */
  boolean takes(HazardFact fact) {
    return also.contains(fact) || asksFor(fact);
  }

  /** Whether one of these must have been done before. */
  boolean waitsFor(HazardAction step) {
    return steps.stream().anyMatch(needed -> needed.value() == step);
  }

  /** Whether the evidence gives the hazard its grade. */
  boolean grades() {
    for (int i = 0; i < facts.size(); i++) {
      if (facts.get(i).value() == HazardFact.GRADE) {
        return true;
      }
    }
    return false;
  }
}
