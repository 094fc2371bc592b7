package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Sets;
import com.google.common.graph.Graph;
import com.google.common.graph.GraphBuilder;
import com.google.common.graph.Graphs;
import com.google.common.graph.MutableGraph;
import io.github.dualprevention.core.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tries to find something that a life cycle must not allow. */
final class LifeCycleProof {

  private static final ImmutableSet<GradeScope> GRADED =
      Sets.immutableEnumSet(GradeScope.GENERAL, GradeScope.MAJOR);

  /**
   * Something wrong.
   *
   * @param line the line that is wrong; empty if one is missing
   * @param reason what is wrong with it
   */
  record Finding(Optional<Transition> line, Reason reason) {}

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

  private static Set<HazardAction> steps(Transition line) {
    return line.steps().stream().map(Cited::value).collect(Sets.toImmutableEnumSet());
  }

  private final List<Transition> lines;
  private final List<Finding> findings = new ArrayList<>();

  private LifeCycleProof(List<Transition> lines) {
    this.lines = lines;
  }

  /** Everything that is wrong; nothing if the life cycle is sound. */
  static List<Finding> of(List<ListedGrade> grades, List<Transition> lines) {
    LifeCycleProof proof = new LifeCycleProof(lines);
    if (grades.stream().map(listed -> listed.grade().major()).distinct().count() < 2) {
      proof.missing(HazardRules.GRADES_ONE_SIDED.broken());
    }
    proof.againstGradesTwice(grades);
    proof.againstCases();
    new LineProof(lines, proof::wrong).run();
    proof.againstReach();
    return proof.findings;
  }

  private void wrong(Transition line, Reason reason) {
    findings.add(new Finding(Optional.of(line), reason));
  }

  private void missing(Reason reason) {
    findings.add(new Finding(Optional.empty(), reason));
  }

  private void againstGradesTwice(List<ListedGrade> grades) {
    Set<String> codes = new HashSet<>();
    for (ListedGrade listed : grades) {
      if (!codes.add(listed.grade().code())) {
        missing(HazardRules.GRADE_TWICE.broken("grade", listed.grade().code()));
      }
    }
  }

  private void againstCases() {
    for (int i = 0; i < lines.size(); i++) {
      Transition line = lines.get(i);
      for (Transition earlier : lines.subList(0, i)) {
        boolean sameCase =
            earlier.from() == line.from()
                && earlier.action() == line.action()
                && (earlier.scope() == line.scope()
                    || earlier.scope() == GradeScope.ANY
                    || line.scope() == GradeScope.ANY);
        if (sameCase) {
          wrong(
              line,
              HazardRules.CASE_TWICE.broken(
                  "from",
                  line.from().term(),
                  "action",
                  line.action().term(),
                  "scope",
                  line.scope().term()));
        }
      }
    }
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
            missing(
                HazardRules.UNREACHABLE.broken(
                    "scope", GradeScope.ANY.term(), "state", state.term())));
    reached.forEach(this::againstBlockedEmergency);
    int before = findings.size();
    GRADED.forEach(scope -> againstImpossibleSteps(scope, reached));
    againstDeadEnds(graph(findings.size() == before));
  }

  private void againstDeadEnds(Graph<Place> graph) {
    Set<Place> closing = new HashSet<>();
    for (Place place : graph.nodes()) {
      if (place.state() == HazardState.CLOSED) {
        closing.addAll(Graphs.reachableNodes(Graphs.transpose(graph), place));
      }
    }
    graph.nodes().stream()
        .filter(place -> !closing.contains(place))
        .map(
            place ->
                HazardRules.NO_WAY_OUT.broken(
                    "scope", place.scope().term(), "state", place.state().term()))
        .distinct()
        .forEach(this::missing);
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

  private void againstBlockedEmergency(Place place) {
    HazardState state = place.state();
    boolean free =
        lines.stream()
            .anyMatch(
                line ->
                    line.from() == state
                        && line.action() == HazardAction.TAKE_INTERIM_MEASURES
                        && isAbout(line, place.scope())
                        && line.duty().isEmpty());
    if (state.isOpen() && !free) {
      missing(
          HazardRules.INTERIM_MISSING.broken("scope", place.scope().term(), "state", state.term()));
    }
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
          wrong(
              entry.getValue(),
              HazardRules.STEP_NEVER_POSSIBLE.broken(
                  "action",
                  entry.getKey().term(),
                  "step",
                  step.value().term(),
                  "scope",
                  scope.term()));
        }
      }
    }
  }
}
