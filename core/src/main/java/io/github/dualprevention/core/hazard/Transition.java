package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.responsibility.Duty;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
 * @param steps what must have been done before and must still count
 * @param apart whoever has done one of these in this round may not do this
 * @param conditions what else must hold
 * @param signatures groups of posts, no post in two of them: one post of each group must have
 *     signed (会签 over the groups, 或签 within one)
 * @param weakens the rules that the line weakens; every decision that it allows names them
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
    List<Cited<Condition>> conditions,
    List<Set<String>> signatures,
    Set<Weakening> weakens,
    SourceClause source) {

  private static final ImmutableSet<GradeScope> GRADED =
      Sets.immutableEnumSet(GradeScope.GENERAL, GradeScope.MAJOR);

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
    conditions = List.copyOf(conditions);
    signatures = signatures.stream().map(Set::copyOf).toList();
    weakens = Set.copyOf(weakens);
    Require.notNull(source, "source");
    distinct(facts.stream().map(Cited::value), also, "facts");
    distinct(steps.stream().map(Cited::value), Set.of(), "steps");
    distinct(apart.stream().map(Cited::value), Set.of(), "apart");
    distinct(conditions.stream().map(Cited::value), Set.of(), "conditions");
    distinct(signatures.stream().flatMap(Set::stream), Set.of(), "signatures");
  }

  private static <T> void distinct(Stream<T> items, Set<T> others, String name) {
    Set<T> seen = new HashSet<>(others);
    items.forEach(item -> Require.require(seen.add(item), name, "must name each once", item));
  }

  /** The same line for other hazards. */
  Transition withScope(GradeScope other) {
    return new Transition(
        from,
        action,
        other,
        to,
        duty,
        facts,
        also,
        steps,
        apart,
        conditions,
        signatures,
        weakens,
        source);
  }

  /** The line's hazards one grade at a time; a line for any grade is two where there is one. */
  Set<GradeScope> scopes() {
    return from.isGraded() && scope == GradeScope.ANY ? GRADED : Set.of(scope);
  }

  /** Whether the line decides about an action, in a state and for one grade. */
  boolean isAbout(HazardState state, HazardAction done, GradeScope grade) {
    return from == state && action == done && scopes().contains(grade);
  }

  /** Whether the action leads to another state. */
  boolean moves() {
    return from != to;
  }

  /** Whether the evidence must come with the action. */
  boolean asksFor(HazardFact fact) {
    for (Cited<HazardFact> asked : facts) {
      if (asked.value() == fact) {
        return true;
      }
    }
    return false;
  }

  /** Whether the evidence may or must come with the action. */
  boolean takes(HazardFact fact) {
    return asksFor(fact) || also.contains(fact);
  }

  /** Whether the evidence gives the hazard its grade. */
  boolean grades() {
    return asksFor(HazardFact.GRADE);
  }
}
