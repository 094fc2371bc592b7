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
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.responsibility.Duty;
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
  private static final ImmutableSet<HazardAction> RECTIFYING_STEPS =
      Sets.immutableEnumSet(HazardAction.START, HazardAction.SUBMIT, HazardAction.FIX_ON_SPOT);
  private static final ImmutableSet<HazardAction> REPORTS =
      Sets.immutableEnumSet(HazardAction.REPORT, HazardAction.INFORM);
  private static final ImmutableSet<HazardState> RECTIFICATION =
      Sets.immutableEnumSet(
          HazardState.RECTIFYING,
          HazardState.FIXED_ON_SPOT,
          HazardState.RECTIFIED,
          HazardState.ACCEPTED,
          HazardState.CLOSED);

  private static final ImmutableSet<HazardAction> RECORDED_STEPS =
      Sets.immutableEnumSet(
          HazardAction.TAKE_INTERIM_MEASURES,
          HazardAction.MONITOR,
          HazardAction.PLAN,
          HazardAction.REPORT,
          HazardAction.INFORM);
  private static final ImmutableSet<HazardState> AWAITING =
      Sets.immutableEnumSet(HazardState.RECTIFIED, HazardState.FIXED_ON_SPOT);
  private static final ImmutableSet<HazardFact> PLAN =
      Sets.immutableEnumSet(
          HazardFact.GOALS,
          HazardFact.RESPONSIBLE,
          HazardFact.MEASURES,
          HazardFact.FUNDS,
          HazardFact.DEADLINE,
          HazardFact.CONTINGENCY);
  private static final ImmutableSet<HazardFact> REPORT =
      Sets.immutableEnumSet(
          HazardFact.STATUS_AND_CAUSE, HazardFact.HARM_AND_DIFFICULTY, HazardFact.GOVERNANCE_PLAN);

  private static final Term STAY = what("保持状态不变", "leave the state as it is");
  private static final Term START_AWAITING = what("始于待验收的状态", "start where acceptance is awaited");
  private static final Term HAVE_DUTY = what("要求相应的职责", "ask for the duty that belongs to it");
  private static final Term HAVE_EVIDENCE =
      what("要求相应的全部内容", "ask for all the evidence that belongs to it");
  private static final Term BE_APART =
      what(
          "将验收人与治理人分开（一般隐患即查即改并说明理由的除外）",
          "keep the acceptor apart from the rectifier, unless a general hazard was fixed on the spot and a reason is given");
  private static final Term BE_FREE =
      what("除临时措施本身外不设任何条件", "have no condition but the measure itself");
  private static final Term BE_A_RECTIFYING_STEP =
      what("是提请验收或即查即改", "be a submission or a fix on the spot");

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
   * @param done what was done in this round and some line waits for
   */
  private record Place(HazardState state, GradeScope scope, Set<HazardAction> done) {

    boolean allows(Transition line, Set<HazardAction> needed) {
      return line.from() == state
          && isAbout(line, scope)
          && line.steps().stream()
              .map(Cited::value)
              .allMatch(step -> done.contains(step) || !needed.contains(step));
    }

    List<Place> after(Transition line, Set<HazardAction> needed) {
      Set<HazardAction> now = EnumSet.noneOf(HazardAction.class);
      if (line.action() != HazardAction.REOPEN) {
        now.addAll(done);
      }
      if (needed.contains(line.action())) {
        now.add(line.action());
      }
      if (!line.to().isGraded()) {
        return List.of(new Place(line.to(), GradeScope.ANY, now));
      }
      return line.grades() || scope == GradeScope.ANY
          ? GRADED.stream().map(graded -> new Place(line.to(), graded, now)).toList()
          : List.of(new Place(line.to(), scope, now));
    }
  }

  private static Term what(String zh, String en) {
    return new Term(en, new Wording(zh, en));
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
    lines.forEach(proof::againstLine);
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

  private void againstLine(Transition line) {
    if (!line.from().isGraded() && line.scope() != GradeScope.ANY) {
      wrong(line, HazardRules.SCOPE_WITHOUT_GRADE.broken("from", line.from().term()));
    }
    if (line.to().isGraded() && !line.from().isGraded() && !line.grades()) {
      wrong(
          line,
          HazardRules.GRADE_FROM_NOWHERE.broken(
              "from", line.from().term(), "action", line.action().term(), "to", line.to().term()));
    }
    if (line.grades() && line.to() != HazardState.ASSESSED) {
      wrong(line, HazardRules.GRADED_ELSEWHERE.broken("to", line.to().term()));
    }
    if (line.action() == HazardAction.REJECT && line.to() != HazardState.RECTIFYING) {
      wrong(line, HazardRules.REJECTED_ELSEWHERE.broken("to", line.to().term()));
    }
    againstShortcut(line);
    againstLooseness(line);
    boolean emergency = line.action() == HazardAction.TAKE_INTERIM_MEASURES;
    if (emergency || RECTIFYING_STEPS.contains(line.action())) {
      line.steps().stream()
          .map(Cited::value)
          .filter(step -> emergency || REPORTS.contains(step))
          .forEach(
              step ->
                  wrong(
                      line,
                      HazardRules.BLOCKED.broken(
                          "action", line.action().term(), "step", step.term())));
    }
    if (line.scope() != GradeScope.GENERAL) {
      againstMajor(line);
    }
  }

  /** What a line must be, so that its action is what its name says. */
  private void againstLooseness(Transition line) {
    boolean moves = line.from() != line.to();
    boolean apart = RECTIFYING_STEPS.stream().allMatch(step -> isApart(line, step));
    boolean onSpot =
        line.scope() == GradeScope.GENERAL
            && line.from() == HazardState.FIXED_ON_SPOT
            && line.asksFor(HazardFact.REASON);
    must(line, !RECORDED_STEPS.contains(line.action()) || !moves, STAY);
    switch (line.action()) {
      case ACCEPT -> {
        must(line, AWAITING.contains(line.from()), START_AWAITING);
        must(line, line.duty().equals(Optional.of(Duty.ACCEPT)), HAVE_DUTY);
        must(line, line.asksFor(HazardFact.FINDING), HAVE_EVIDENCE);
        must(line, apart || onSpot, BE_APART);
      }
      case SUBMIT, FIX_ON_SPOT -> {
        must(line, line.duty().equals(Optional.of(Duty.RECTIFY)), HAVE_DUTY);
        must(line, line.asksFor(HazardFact.RESULT), HAVE_EVIDENCE);
      }
      case TAKE_INTERIM_MEASURES -> {
        boolean free =
            line.apart().isEmpty()
                && line.facts().stream()
                    .allMatch(fact -> fact.value() == HazardFact.INTERIM_MEASURE);
        must(line, free, BE_FREE);
      }
      case ASSESS -> {
        boolean grounded = line.asksFor(HazardFact.GRADE) && line.asksFor(HazardFact.GROUNDS);
        must(line, grounded, HAVE_EVIDENCE);
        must(line, line.duty().equals(Optional.of(Duty.ASSESS)), HAVE_DUTY);
      }
      case PLAN ->
          must(line, line.scope() == GradeScope.GENERAL || asksForAll(line, PLAN), HAVE_EVIDENCE);
      case REPORT -> {
        must(line, asksForAll(line, REPORT), HAVE_EVIDENCE);
        must(line, line.duty().isPresent(), HAVE_DUTY);
      }
      case INFORM -> {
        must(line, line.asksFor(HazardFact.AUDIENCE), HAVE_EVIDENCE);
        must(line, line.duty().isPresent(), HAVE_DUTY);
      }
      default -> {}
    }
    boolean rectifies = AWAITING.contains(line.to()) && moves;
    must(line, !rectifies || RECTIFYING_STEPS.contains(line.action()), BE_A_RECTIFYING_STEP);
  }

  private void must(Transition line, boolean holds, Term what) {
    if (!holds) {
      wrong(
          line,
          HazardRules.LINE_MUST.broken(
              "from", line.from().term(), "action", line.action().term(), "what", what));
    }
  }

  private static boolean asksForAll(Transition line, Set<HazardFact> facts) {
    return facts.stream().allMatch(line::asksFor);
  }

  private static boolean isApart(Transition line, HazardAction step) {
    return line.apart().stream().anyMatch(apart -> apart.value() == step);
  }

  private void againstShortcut(Transition line) {
    boolean closes = line.to() == HazardState.CLOSED && line.from() != HazardState.CLOSED;
    boolean accepts = line.to() == HazardState.ACCEPTED && line.from() != HazardState.ACCEPTED;
    boolean closesOut =
        line.from() == HazardState.ACCEPTED && line.action() == HazardAction.CLOSE_OUT;
    if ((closes && !closesOut) || (accepts && line.action() != HazardAction.ACCEPT)) {
      wrong(
          line,
          HazardRules.CLOSED_WITHOUT_ACCEPTANCE.broken(
              "scope",
              line.scope().term(),
              "way",
              line.from() + " " + line.action() + " " + line.to()));
    }
    if (line.from() == HazardState.CLOSED) {
      boolean reopens =
          line.action() == HazardAction.REOPEN
              && line.to() == HazardState.REGISTERED
              && line.facts().stream().anyMatch(fact -> fact.value() == HazardFact.REASON);
      if (!reopens) {
        wrong(line, HazardRules.CLOSED_NOT_FINAL.broken("action", line.action().term()));
      }
    }
  }

  private void againstMajor(Transition line) {
    if (line.action() == HazardAction.ACCEPT) {
      for (HazardAction step : RECTIFYING_STEPS) {
        if (!isApart(line, step)) {
          wrong(line, HazardRules.MAJOR_NOT_APART.broken("action", step.term()));
        }
      }
    }
    if (line.to() == HazardState.CLOSED) {
      REPORTS.forEach(report -> againstMissingStep(line, report));
    }
    if (line.action() == HazardAction.START
        || (RECTIFICATION.contains(line.to()) && !RECTIFICATION.contains(line.from()))) {
      againstMissingStep(line, HazardAction.PLAN);
    }
  }

  private void againstMissingStep(Transition line, HazardAction step) {
    if (!line.waitsFor(step)) {
      wrong(
          line,
          HazardRules.MAJOR_WITHOUT_STEP.broken(
              "action", line.action().term(), "step", step.term()));
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
    Set<HazardAction> needed = EnumSet.noneOf(HazardAction.class);
    if (waiting) {
      lines.forEach(line -> line.steps().forEach(step -> needed.add(step.value())));
    }
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

  private static boolean isAbout(Transition line, GradeScope scope) {
    return line.scope() == scope || line.scope() == GradeScope.ANY;
  }

  private void againstBlockedEmergency(Place place) {
    HazardState state = place.state();
    boolean open = state != HazardState.DISCOVERED && state != HazardState.CLOSED;
    boolean free =
        lines.stream()
            .anyMatch(
                line ->
                    line.from() == state
                        && line.action() == HazardAction.TAKE_INTERIM_MEASURES
                        && isAbout(line, place.scope())
                        && line.duty().isEmpty());
    if (open && !free) {
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
