package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.TableFiles;
import io.github.dualprevention.core.table.TableVersion;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The life cycle of hazards as a table, proved when built.
 *
 * <p>Proved is, for general and for major grades: no two lines for one case; every state is
 * reachable and leads to the close-out; nothing is closed out without acceptance, and what is
 * closed out can only be reopened; a major hazard is rectified under a plan, accepted by somebody
 * else and closed out after both reports; interim measures are never blocked.
 */
public final class HazardLifeCycle {

  private static final Term UNGRADED = new Term("-", new Wording("尚无等级", "not graded yet"));
  private static final Term NOTHING = new Term("-", new Wording("无", "nothing"));

  private final TableVersion version;
  private final List<ListedGrade> grades;
  private final List<Transition> transitions;
  private final ImmutableMap<String, HazardGrade> gradeByCode;
  private final ImmutableMap<String, Term> termByGrade;
  private final Map<HazardState, Map<HazardAction, Case>> general;
  private final Map<HazardState, Map<HazardAction, Case>> major;
  private final Map<HazardState, Term> possibleToGeneral;
  private final Map<HazardState, Term> possibleToMajor;

  /**
   * A line, and the answer that allows it: made once, so that a consent costs nothing.
   *
   * @param line the line
   * @param allowed the answer
   */
  private record Case(Transition line, Outcome<Transition> allowed) {}

  private HazardLifeCycle(
      TableVersion version, List<ListedGrade> grades, List<Transition> transitions) {
    this.version = version;
    this.grades = List.copyOf(grades);
    this.transitions = List.copyOf(transitions);
    gradeByCode =
        grades.stream()
            .map(ListedGrade::grade)
            .collect(ImmutableMap.toImmutableMap(HazardGrade::code, grade -> grade));
    termByGrade =
        grades.stream()
            .collect(
                ImmutableMap.toImmutableMap(
                    listed -> listed.grade().code(),
                    listed -> new Term(listed.grade().code(), listed.wording())));
    general = cases(GradeScope.GENERAL);
    major = cases(GradeScope.MAJOR);
    possibleToGeneral = terms(general);
    possibleToMajor = terms(major);
  }

  private static Map<HazardState, Term> terms(Map<HazardState, Map<HazardAction, Case>> cases) {
    Map<HazardState, Term> terms = new EnumMap<>(HazardState.class);
    cases.forEach(
        (state, actions) ->
            terms.put(
                state,
                actions.isEmpty()
                    ? NOTHING
                    : Term.list(actions.keySet().stream().map(HazardAction::term).toList())));
    return terms;
  }

  private Map<HazardState, Map<HazardAction, Case>> cases(GradeScope scope) {
    Map<HazardState, Map<HazardAction, Case>> cases = new EnumMap<>(HazardState.class);
    for (HazardState state : HazardState.values()) {
      cases.put(state, new EnumMap<>(HazardAction.class));
    }
    for (Transition line : transitions) {
      if (line.scope() == scope || line.scope() == GradeScope.ANY) {
        Require.notNull(cases.get(line.from()), "state")
            .put(line.action(), new Case(line, Outcome.accepted(line)));
      }
    }
    return cases;
  }

  /**
   * The life cycle that comes with the library, {@code HAZARD:CN}: general and major hazards from
   * registration to close-out by order 16 and article 41 of the Work Safety Law.
   *
   * @return the life cycle
   */
  public static HazardLifeCycle published() {
    return Published.LIFE_CYCLE;
  }

  /**
   * Reads a life cycle from {@code transitions.csv}, {@code grades.csv} and {@code clauses.csv}.
   *
   * @param directory where the three files lie
   * @return the life cycle
   * @throws InvalidTableException with every faulty cell of all three files or, where all cells are
   *     sound, with everything that is wrong with the table that they make
   * @throws UncheckedIOException if a file cannot be read
   */
  public static HazardLifeCycle read(Path directory) {
    return LifeCycleTables.read(TableFiles.in(directory));
  }

  /**
   * Builds a life cycle.
   *
   * @param version its id and edition
   * @param grades the grades that hazards can have
   * @param transitions all lines, in any order
   * @return the life cycle, or everything that is wrong with it
   */
  public static Outcome<HazardLifeCycle> of(
      TableVersion version, List<ListedGrade> grades, List<Transition> transitions) {
    List<Reason> reasons =
        LifeCycleProof.of(grades, transitions).stream()
            .map(LifeCycleProof.Finding::reason)
            .toList();
    return reasons.isEmpty()
        ? Outcome.accepted(new HazardLifeCycle(version, grades, transitions))
        : new Outcome.Refused<>(reasons);
  }

  /** A life cycle that was proved before. */
  static HazardLifeCycle proved(
      TableVersion version, List<ListedGrade> grades, List<Transition> transitions) {
    return new HazardLifeCycle(version, grades, transitions);
  }

  /**
   * Decides about a command; changes nothing, makes nothing and always answers the same.
   *
   * @param hazard the hazard as it is now
   * @param command what somebody wants to do
   * @param now the present moment
   * @return the line that allows it, with its clause; or every reason against it
   * @throws IllegalArgumentException if the hazard follows another life cycle
   */
  public Outcome<Transition> decide(Hazard hazard, HazardCommand command, Instant now) {
    if (!hazard.table().equals(version)) {
      throw Require.refusal("hazard", "must follow " + version, hazard.table());
    }
    Case found =
        Require.notNull(casesFor(hazard).get(hazard.state()), "state").get(command.action());
    if (found == null) {
      List<Reason> notNow = List.of(notNow(hazard, command.action()));
      return new Outcome.Refused<>(againstFuture(command, now, notNow));
    }
    Transition line = found.line();
    List<Reason> reasons = againstActor(line, hazard, command.actor());
    reasons = againstFacts(line, command, reasons);
    reasons = againstSteps(line, hazard, command.occurred(), reasons);
    reasons = againstFuture(command, now, reasons);
    reasons = againstPast(line, hazard, command, reasons);
    return reasons.isEmpty() ? found.allowed() : new Outcome.Refused<>(reasons);
  }

  /**
   * Decides about a command and makes the step that it allows.
   *
   * @param hazard the hazard as it is now
   * @param command what somebody wants to do
   * @param now the present moment
   * @return the step, to be applied and recorded; or every reason against it
   * @throws IllegalArgumentException if the hazard follows another life cycle
   */
  public Outcome<HazardStep> step(Hazard hazard, HazardCommand command, Instant now) {
    return decide(hazard, command, now).map(line -> stepOf(hazard, command, line));
  }

  private HazardStep stepOf(Hazard hazard, HazardCommand command, Transition line) {
    return new HazardStep(
        hazard.id(),
        hazard.version() + 1,
        command.action(),
        line.from(),
        line.to(),
        gradeAfter(line, hazard, command),
        command.actor().person(),
        command.actor().postId(),
        command.occurred(),
        command.facts(),
        version);
  }

  private Optional<HazardGrade> gradeAfter(Transition line, Hazard hazard, HazardCommand command) {
    if (!line.to().isGraded()) {
      return Optional.empty();
    }
    return line.grades()
        ? Optional.ofNullable(gradeByCode.get(command.facts().get(HazardFact.GRADE)))
        : hazard.grade();
  }

  /**
   * What the table allows about a hazard as it is now, to somebody with the right duties and
   * evidence.
   *
   * @param hazard the hazard
   * @return the actions, in the order of {@link HazardAction}
   */
  public Set<HazardAction> possible(Hazard hazard) {
    return Sets.immutableEnumSet(
        Require.notNull(casesFor(hazard).get(hazard.state()), "state").keySet());
  }

  /**
   * What must still be done before the hazard can be closed out and is due already, such as the
   * reports of a major hazard.
   *
   * @param hazard the hazard
   * @return what is outstanding, since when, and the clauses that ask for it; nothing for a hazard
   *     without grade
   */
  public List<OwedStep> owed(Hazard hazard) {
    List<OwedStep> owed = new ArrayList<>();
    if (hazard.grade().isPresent() && hazard.state() != HazardState.CLOSED) {
      for (Transition line : transitions) {
        if (line.to() == HazardState.CLOSED && line.scope().covers(hazard.grade())) {
          Instant since = coveredSince(line.scope(), hazard);
          line.steps().stream()
              .filter(step -> hazard.last(step.value()).isEmpty())
              .forEach(step -> owed.add(new OwedStep(step.value(), since, step.source())));
        }
      }
    }
    return List.copyOf(owed);
  }

  /**
   * Since when the hazard has had such a grade without a break; grading it the same resets nothing.
   */
  private static Instant coveredSince(GradeScope scope, Hazard hazard) {
    Instant since = Instant.MAX;
    for (HazardStep step : hazard.steps()) {
      boolean covered = step.grade().isPresent() && scope.covers(step.grade());
      if (!covered) {
        since = Instant.MAX;
      } else if (since.equals(Instant.MAX)) {
        since = step.occurred();
      }
    }
    return since;
  }

  /**
   * The edition of the table.
   *
   * @return id and version
   */
  public TableVersion version() {
    return version;
  }

  /**
   * The grades that hazards can have.
   *
   * @return in the order of the table
   */
  public List<ListedGrade> grades() {
    return grades;
  }

  /**
   * All lines of the table.
   *
   * @return in the order of the table
   */
  public List<Transition> transitions() {
    return transitions;
  }

  private Map<HazardState, Map<HazardAction, Case>> casesFor(Hazard hazard) {
    return isMajor(hazard) ? major : general;
  }

  private static boolean isMajor(Hazard hazard) {
    return hazard.grade().isPresent() && hazard.grade().get().major();
  }

  private Reason notNow(Hazard hazard, HazardAction action) {
    return HazardRules.NOT_NOW.broken(
        "state",
        hazard.state().term(),
        "grade",
        hazard.grade().isPresent() ? gradeTerm(hazard.grade().get()) : UNGRADED,
        "action",
        action.term(),
        "possible",
        possibleNow(hazard));
  }

  /** The grade's name; its code where a hazard has one that this table does not list. */
  private Term gradeTerm(HazardGrade grade) {
    Term term = termByGrade.get(grade.code());
    return term == null ? new Term(grade.code(), new Wording(grade.code(), grade.code())) : term;
  }

  /** Kept for each case, since a refusal should cost little. */
  private Term possibleNow(Hazard hazard) {
    return Require.notNull(
        (isMajor(hazard) ? possibleToMajor : possibleToGeneral).get(hazard.state()), "possible");
  }

  private static List<Reason> againstActor(Transition line, Hazard hazard, Actor actor) {
    List<Reason> reasons = List.of();
    if (line.duty().isPresent() && !actor.duties().contains(line.duty().get())) {
      reasons =
          List.of(
              HazardRules.NO_DUTY.brokenUnder(
                  line.source(),
                  "post",
                  actor.postId(),
                  "action",
                  line.action().term(),
                  "duty",
                  line.duty().get().term()));
    }
    for (int i = 0; i < line.apart().size(); i++) {
      Cited<HazardAction> other = line.apart().get(i);
      if (hazard.hasTaken(other.value(), actor.person())) {
        reasons =
            and(
                reasons,
                HazardRules.SAME_PERSON.brokenUnder(
                    other.source(), "step", other.value().term(), "action", line.action().term()));
      }
    }
    return reasons;
  }

  private List<Reason> againstFacts(Transition line, HazardCommand command, List<Reason> before) {
    List<Reason> reasons = before;
    int found = 0;
    for (int i = 0; i < line.facts().size(); i++) {
      Cited<HazardFact> needed = line.facts().get(i);
      String text = command.facts().get(needed.value());
      if (text == null) {
        reasons =
            and(
                reasons,
                HazardRules.FACT_MISSING.brokenUnder(
                    needed.source(),
                    "action",
                    line.action().term(),
                    "fact",
                    needed.value().term()));
      } else {
        found++;
        reasons = againstForm(needed.value(), text, reasons);
      }
    }
    return command.facts().size() > found ? againstFurther(line, command, reasons) : reasons;
  }

  private List<Reason> againstFurther(Transition line, HazardCommand command, List<Reason> before) {
    List<Reason> reasons = before;
    for (Map.Entry<HazardFact, String> entry : command.facts().entrySet()) {
      HazardFact fact = entry.getKey();
      if (!line.takes(fact)) {
        reasons =
            and(
                reasons,
                HazardRules.FACT_UNEXPECTED.broken(
                    "action", line.action().term(), "fact", fact.term()));
      } else if (line.also().contains(fact)) {
        reasons = againstForm(fact, entry.getValue(), reasons);
      }
    }
    return reasons;
  }

  private List<Reason> againstForm(HazardFact fact, String text, List<Reason> reasons) {
    if (!fact.isWellFormed(text)) {
      return and(
          reasons,
          HazardRules.FACT_MALFORMED.broken(
              "fact", fact.term(), "form", fact.form(), "value", text));
    }
    if (fact == HazardFact.GRADE && !gradeByCode.containsKey(text)) {
      Term known = Term.list(termByGrade.values());
      return and(reasons, HazardRules.GRADE_UNKNOWN.broken("grade", text, "known", known));
    }
    return reasons;
  }

  private static List<Reason> againstSteps(
      Transition line, Hazard hazard, Instant occurred, List<Reason> before) {
    List<Reason> reasons = before;
    for (int i = 0; i < line.steps().size(); i++) {
      Cited<HazardAction> needed = line.steps().get(i);
      HazardStep taken = hazard.firstOrNull(needed.value());
      if (taken == null) {
        reasons =
            and(
                reasons,
                HazardRules.STEP_MISSING.brokenUnder(
                    needed.source(),
                    "action",
                    line.action().term(),
                    "step",
                    needed.value().term()));
      } else if (occurred.isBefore(taken.occurred())) {
        reasons =
            and(
                reasons,
                HazardRules.STEP_LATER.brokenUnder(
                    needed.source(),
                    "action",
                    line.action().term(),
                    "step",
                    needed.value().term(),
                    "occurred",
                    occurred,
                    "before",
                    taken.occurred()));
      }
    }
    return reasons;
  }

  private static List<Reason> againstFuture(
      HazardCommand command, Instant now, List<Reason> reasons) {
    return command.occurred().isAfter(now)
        ? and(reasons, HazardRules.IN_FUTURE.broken("occurred", command.occurred(), "now", now))
        : reasons;
  }

  private static List<Reason> againstPast(
      Transition line, Hazard hazard, HazardCommand command, List<Reason> reasons) {
    Instant notBefore = hazard.notBefore(line);
    return notBefore != null && command.occurred().isBefore(notBefore)
        ? and(
            reasons,
            HazardRules.TOO_EARLY.broken("occurred", command.occurred(), "before", notBefore))
        : reasons;
  }

  /** One reason more; a list is only made where there is one. */
  private static List<Reason> and(List<Reason> reasons, Reason reason) {
    return Stream.concat(reasons.stream(), Stream.of(reason)).toList();
  }

  /** Read and proved once, when it is first asked for. */
  private static final class Published {
    static final HazardLifeCycle LIFE_CYCLE =
        LifeCycleTables.read(
            TableFiles.of(
                name ->
                    Require.notNull(
                        HazardLifeCycle.class.getResourceAsStream("published/" + name), name)));
  }
}
