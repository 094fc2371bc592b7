package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Sets;
import com.google.common.graph.Graph;
import com.google.common.graph.GraphBuilder;
import com.google.common.graph.Graphs;
import com.google.common.graph.MutableGraph;
import io.github.dualprevention.core.table.Column;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for what only the whole table shows: two lines for one case, a state or a step that nothing
 * leads to, a place from which no way leads to the close-out.
 */
final class LifeCycleProof {

  private static final ImmutableSet<GradeScope> GRADED =
      Sets.immutableEnumSet(GradeScope.GENERAL, GradeScope.MAJOR);

  /**
   * Where a hazard can stand.
   *
   * @param state its state
   * @param scope its grade; any where it has none
   * @param done what still counts, among what lines wait for
   */
  private record Place(HazardState state, GradeScope scope, Set<HazardAction> done) {

    boolean allows(Transition line, Set<HazardAction> needed) {
      return line.from() == state
          && isAbout(line, scope)
          && done.containsAll(Sets.intersection(steps(line), needed));
    }

    List<Place> after(Transition line, Set<HazardAction> needed) {
      if (!line.to().isGraded()) {
        return List.of(place(line, GradeScope.ANY, needed));
      }
      return line.grades() || scope == GradeScope.ANY
          ? GRADED.stream().map(graded -> place(line, graded, needed)).toList()
          : List.of(place(line, scope, needed));
    }

    private Place place(Transition line, GradeScope next, Set<HazardAction> needed) {
      boolean regraded = GRADED.contains(scope) && GRADED.contains(next) && scope != next;
      Set<HazardAction> after = line.action().after(done, regraded);
      return new Place(line.to(), next, Sets.immutableEnumSet(Sets.intersection(after, needed)));
    }
  }

  /** What the line waits for; signatures are steps as well. */
  private static Set<HazardAction> steps(Transition line) {
    Set<HazardAction> steps = Cited.values(line.steps());
    return line.signatures().isEmpty() ? steps : Sets.union(steps, Set.of(HazardAction.SIGN));
  }

  private final List<Transition> lines;
  private final List<TableFlaw> flaws = new ArrayList<>();

  private LifeCycleProof(List<Transition> lines) {
    this.lines = lines;
  }

  /** Everything that is wrong with the table as a whole; nothing if it is sound. */
  static List<TableFlaw> of(List<Transition> lines) {
    LifeCycleProof proof = new LifeCycleProof(lines);
    proof.againstCasesTwice();
    lines.forEach(proof::againstAwaited);
    proof.againstReach();
    return proof.flaws;
  }

  private void againstCasesTwice() {
    for (int i = 0; i < lines.size(); i++) {
      Transition line = lines.get(i);
      List<Transition> earlier = lines.subList(0, i);
      line.scopes().stream()
          .filter(scope -> isPossible(earlier, line.action(), line.from(), scope))
          .forEach(scope -> twice(line, scope));
    }
  }

  private void twice(Transition line, GradeScope scope) {
    flaws.add(
        TableFlaw.of(
            line,
            LifeCycleTables.ACTION,
            HazardRules.CASE_TWICE.broken(
                "from",
                line.from().term(),
                "scope",
                scope.term(),
                "action",
                line.action().term())));
  }

  private static boolean isPossible(
      List<Transition> lines, HazardAction action, HazardState state, GradeScope scope) {
    return lines.stream().anyMatch(line -> line.isAbout(state, action, scope));
  }

  /** What acceptance and close-out wait for, and signatures, are possible where they start. */
  private void againstAwaited(Transition line) {
    boolean ends = line.action() == HazardAction.ACCEPT || line.to() == HazardState.CLOSED;
    if (ends && line.moves()) {
      line.conditions().stream()
          .flatMap(condition -> condition.value().awaited().stream())
          .forEach(action -> againstImpossible(line, LifeCycleTables.CONDITIONS, action));
    }
    if (!line.signatures().isEmpty()) {
      againstImpossible(line, LifeCycleTables.SIGNATURES, HazardAction.SIGN);
    }
  }

  private void againstImpossible(Transition line, Column<?> column, HazardAction awaited) {
    line.scopes().stream()
        .filter(scope -> !isPossible(lines, awaited, line.from(), scope))
        .forEach(scope -> neverPossible(line, column, awaited, scope));
  }

  private void neverPossible(
      Transition line, Column<?> column, HazardAction awaited, GradeScope scope) {
    flaws.add(
        TableFlaw.of(
            line,
            column,
            HazardRules.STEP_NEVER_POSSIBLE.broken(
                "action", line.action().term(), "step", awaited.term(), "scope", scope.term())));
  }

  private void againstReach() {
    Set<HazardState> named = EnumSet.of(HazardState.CLOSED);
    lines.forEach(
        line -> {
          named.add(line.from());
          named.add(line.to());
        });
    Set<Place> reached = graph(false).nodes();
    reached.forEach(place -> named.remove(place.state()));
    named.forEach(
        state ->
            flaws.add(TableFlaw.ofTable(HazardRules.UNREACHABLE.broken("state", state.term()))));
    GRADED.forEach(scope -> againstImpossibleSteps(scope, reached));
    againstDeadEnds(graph(flaws.isEmpty()));
  }

  private void againstDeadEnds(Graph<Place> graph) {
    Graph<Place> back = Graphs.transpose(keepingTheGrade(graph));
    Set<Place> closing = new HashSet<>();
    for (Place place : graph.nodes()) {
      if (place.state() == HazardState.CLOSED) {
        closing.addAll(Graphs.reachableNodes(back, place));
      }
    }
    graph.nodes().stream()
        .filter(place -> !closing.contains(place))
        .map(
            place ->
                HazardRules.NO_WAY_OUT.broken(
                    "scope", place.scope().term(), "state", place.state().term()))
        .distinct()
        .map(TableFlaw::ofTable)
        .forEach(flaws::add);
  }

  /** The same places without the ways that change or take a grade: these are no way out. */
  private static Graph<Place> keepingTheGrade(Graph<Place> graph) {
    MutableGraph<Place> kept = Graphs.copyOf(graph);
    graph.edges().stream()
        .filter(way -> way.source().scope() != GradeScope.ANY)
        .filter(way -> way.source().scope() != way.target().scope())
        .forEach(kept::removeEdge);
    return kept;
  }

  /** Every place that some hazard can come to, and the ways between them. */
  private Graph<Place> graph(boolean waiting) {
    Set<HazardAction> needed = waiting ? neededOnTheWay() : Set.of();
    MutableGraph<Place> graph = GraphBuilder.directed().allowsSelfLoops(true).build();
    Deque<Place> open = new ArrayDeque<>();
    Place start = new Place(HazardState.DISCOVERED, GradeScope.ANY, Set.of());
    graph.addNode(start);
    open.add(start);
    while (!open.isEmpty()) {
      Place place = open.remove();
      for (Transition line : lines) {
        if (place.allows(line, needed)) {
          for (Place next : place.after(line, needed)) {
            if (graph.addNode(next)) {
              open.add(next);
            }
            graph.putEdge(place, next);
          }
        }
      }
    }
    return graph;
  }

  /** What lines to other states wait for, and what those steps wait for in turn. */
  private Set<HazardAction> neededOnTheWay() {
    Set<HazardAction> needed = EnumSet.noneOf(HazardAction.class);
    boolean grows = true;
    while (grows) {
      grows = false;
      for (Transition line : lines) {
        if (line.moves() || needed.contains(line.action())) {
          grows |= needed.addAll(steps(line));
        }
      }
    }
    return needed;
  }

  private static boolean isAbout(Transition line, GradeScope scope) {
    return line.scope() == scope || line.scope() == GradeScope.ANY;
  }

  private void againstImpossibleSteps(GradeScope scope, Set<Place> places) {
    Set<HazardState> reached = EnumSet.noneOf(HazardState.class);
    places.stream()
        .filter(place -> place.scope() == scope || place.scope() == GradeScope.ANY)
        .forEach(place -> reached.add(place.state()));
    ListMultimap<HazardAction, Transition> byAction =
        Multimaps.index(
            lines.stream()
                .filter(line -> isAbout(line, scope) && reached.contains(line.from()))
                .toList(),
            Transition::action);
    for (Map.Entry<HazardAction, Transition> entry : byAction.entries()) {
      for (Cited<HazardAction> step : entry.getValue().steps()) {
        if (!byAction.containsKey(step.value())) {
          neverPossible(entry.getValue(), LifeCycleTables.STEPS, step.value(), scope);
        }
      }
    }
  }
}
