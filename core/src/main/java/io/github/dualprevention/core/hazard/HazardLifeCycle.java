package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.listing.ListingLevel;
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
 * The life cycle of hazards as a table: the published one, or one with an enterprise's own lines
 * over it.
 *
 * <p>A changed table is proved when it is read. Every line is for a case of the published table or
 * for one that is on offer beside it (会签, 二次验收), does what the published line does and asks for at
 * least as much; a {@link Weakening} that the line names is the only exception. Interim measures
 * are never held up. For general and for major grades no case has two lines, every state can be
 * reached, and a way leads from it to the close-out.
 */
public final class HazardLifeCycle {

  private static final Term UNGRADED = new Term("-", new Wording("尚无等级", "not graded yet"));
  private static final Term NOTHING = new Term("-", new Wording("无", "nothing"));

  private final TableVersion version;
  private final List<ListedGrade> grades;
  private final List<Transition> transitions;
  private final ImmutableMap<String, HazardGrade> gradeByCode;
  private final ImmutableMap<String, Term> termByGrade;

  /** The lines about general hazards and those without a grade, by state and action. */
  private final ImmutableMap<HazardState, ImmutableMap<HazardAction, Transition>> general;

  private final ImmutableMap<HazardState, ImmutableMap<HazardAction, Transition>> major;

  /** The clause of each condition where a line first demands it. */
  private final ImmutableMap<Condition, SourceClause> clauses;

  private final HazardProfile profile;

  private HazardLifeCycle(
      TableVersion version,
      List<ListedGrade> grades,
      List<Transition> transitions,
      HazardProfile profile) {
    this.version = version;
    this.grades = List.copyOf(grades);
    this.transitions = List.copyOf(transitions);
    this.profile = profile;
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
    general = table(transitions, GradeScope.GENERAL);
    major = table(transitions, GradeScope.MAJOR);
    clauses =
        transitions.stream()
            .flatMap(line -> line.conditions().stream())
            .collect(Maps.toImmutableEnumMap(Cited::value, Cited::source, (first, other) -> first));
  }

  private static ImmutableMap<HazardState, ImmutableMap<HazardAction, Transition>> table(
      List<Transition> lines, GradeScope scope) {
    return Stream.of(HazardState.values())
        .collect(
            Maps.toImmutableEnumMap(
                state -> state,
                state ->
                    lines.stream()
                        .filter(line -> line.from() == state)
                        .filter(line -> line.scope() == scope || line.scope() == GradeScope.ANY)
                        .collect(Maps.toImmutableEnumMap(Transition::action, line -> line))));
  }

  /**
   * The life cycle that comes with the library, {@code HAZARD:CN}: general and major hazards from
   * registration to close-out by order 16 and article 41 of the Work Safety Law.
   *
   * @return the table with the published profile
   */
  public static HazardLifeCycle published() {
    return LifeCycleTables.published();
  }

  /**
   * This life cycle with lines of an enterprise's own, as for a second acceptance: the folder holds
   * the same three files, with nothing but what is added. A line takes the place of every line
   * about the same state and action for the same hazards. Whatever lies below, the result is proved
   * against the published table.
   *
   * @param directory where {@code transitions.csv}, {@code grades.csv} (which may have no line) and
   *     {@code clauses.csv} lie
   * @return the life cycle under the id and edition of the folder's lines
   * @throws InvalidTableException with every faulty cell of all three files; where all cells are
   *     sound, with everything that is wrong with single lines; where these are sound, with
   *     everything that is wrong with the table as a whole
   * @throws UncheckedIOException if a file cannot be read
   */
  public HazardLifeCycle overlaid(Path directory) {
    return LifeCycleTables.overlay(this, TableFiles.in(directory)).with(profile);
  }

  /**
   * The same life cycle with other look-ups.
   *
   * @param other judgement standards, listings, working days and zone
   * @return the life cycle; equal editions of it decide by their own profile each
   */
  public HazardLifeCycle with(HazardProfile other) {
    return new HazardLifeCycle(version, grades, transitions, Require.notNull(other, "other"));
  }

  /** A life cycle that was proved before. */
  static HazardLifeCycle proved(
      TableVersion version, List<ListedGrade> grades, List<Transition> transitions) {
    return new HazardLifeCycle(version, grades, transitions, HazardProfile.published());
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
    Transition line = lines(hazard).get(command.action());
    if (line == null) {
      return new Outcome.Refused<>(againstNow(hazard, command, now));
    }
    List<Reason> reasons = new Attempt(this, line, hazard, command.actor(), now, command).reasons();
    return reasons.isEmpty() ? Outcome.accepted(line) : new Outcome.Refused<>(reasons);
  }

  private List<Reason> againstNow(Hazard hazard, HazardCommand command, Instant now) {
    List<Reason> reasons = new ArrayList<>(List.of(notNow(hazard, command.action())));
    Attempt.againstFuture(command, now, reasons);
    return reasons;
  }

  /**
   * Answers what somebody may do about a hazard now, what each action asks for, and why the others
   * are not possible; a form can be drawn from it alone.
   *
   * @param hazard the hazard as it is now
   * @param actor who asks
   * @param now the present moment
   * @return every action
   * @throws IllegalArgumentException if the hazard follows another life cycle
   */
  public HazardOptions options(Hazard hazard, Actor actor, Instant now) {
    Map<HazardAction, List<Reason>> against = new EnumMap<>(HazardAction.class);
    lines(hazard)
        .forEach(
            (action, line) ->
                against.put(action, new Attempt(this, line, hazard, actor, now, null).reasons()));
    return new HazardOptions(this, hazard, against);
  }

  /** The line about an action in the hazard's state; empty if there is none. */
  Optional<Transition> line(Hazard hazard, HazardAction action) {
    return Optional.ofNullable(lines(hazard).get(action));
  }

  /** What the table says about the hazard's state. */
  private Map<HazardAction, Transition> lines(Hazard hazard) {
    if (!hazard.table().equals(version)) {
      throw Require.refusal("hazard", "must follow " + version, hazard.table());
    }
    return linesFor(hazard);
  }

  /** What the table would say if the hazard followed it. */
  Map<HazardAction, Transition> linesFor(Hazard hazard) {
    return Require.notNull(
        (hazard.isMajor() ? major : general).get(hazard.state()), "lines of the state");
  }

  private static Term choice(ReceivedOrder order) {
    return new Term(Integer.toString(order.step()), new Wording(order.name(), order.name()));
  }

  /** What a piece of evidence about the hazard may be, where there is a choice. */
  List<Term> choices(HazardFact fact, Hazard hazard) {
    return switch (fact) {
      case ORDER -> hazard.orders().stream().map(HazardLifeCycle::choice).toList();
      case GRADE -> termByGrade.values().asList();
      case LISTING_LEVEL -> profile.listing().levels().stream().map(ListingLevel::term).toList();
      default -> fact.choices();
    };
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
    return decide(hazard, command, now)
        .map(
            line ->
                HazardStep.of(
                    hazard,
                    command,
                    line.to(),
                    gradeAfter(line, hazard, command),
                    version,
                    line.weakens()));
  }

  private Optional<HazardGrade> gradeAfter(Transition line, Hazard hazard, HazardCommand command) {
    if (!line.to().isGraded()) {
      return Optional.empty();
    }
    String given = command.facts().get(HazardFact.GRADE);
    return given != null && line.grades() ? grade(given) : hazard.grade();
  }

  /**
   * What the table allows about a hazard as it is now, to somebody with the right duties and
   * evidence.
   *
   * @param hazard the hazard
   * @return the actions, in the order of {@link HazardAction}
   */
  public Set<HazardAction> possible(Hazard hazard) {
    return Sets.immutableEnumSet(lines(hazard).keySet());
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
    if (hazard.grade().isEmpty() || hazard.state() == HazardState.CLOSED) {
      return List.of();
    }
    Transition closeOut = closeOut(hazard);
    Instant since = coveredSince(closeOut.scope(), hazard);
    List<OwedStep> owed = new ArrayList<>();
    closeOut.steps().stream()
        .filter(step -> !hazard.counts(step.value()))
        .forEach(step -> owed.add(new OwedStep(step.value(), since, step.source())));
    closeOut.conditions().stream()
        .flatMap(condition -> condition.value().owed(hazard, condition.source()).stream())
        .forEach(owed::add);
    return List.copyOf(owed);
  }

  /** The line that closes the hazard out; every table has one for each grade. */
  private Transition closeOut(Hazard hazard) {
    return Require.notNull(
        (hazard.isMajor() ? major : general)
            .getOrDefault(HazardState.ACCEPTED, ImmutableMap.of())
            .get(HazardAction.CLOSE_OUT),
        "close-out");
  }

  /**
   * Everything that must be done about a hazard, by a day or promptly: rectify it by its deadline,
   * take what the close-out waits for, reach the milestones of a listing, keep the limits of the
   * profile.
   *
   * @param hazard the hazard
   * @return what is due, with its clause
   */
  public List<HazardDue> dues(Hazard hazard) {
    return HazardDues.of(hazard, this);
  }

  /** The clause that asks for a condition. */
  SourceClause clauseOf(Condition condition) {
    return Require.notNull(clauses.get(condition), "clause");
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

  /**
   * What the life cycle looks up.
   *
   * @return judgement standards, listings, working days and zone
   */
  public HazardProfile profile() {
    return profile;
  }

  /**
   * A grade by its code.
   *
   * @param code as evidence names it
   * @return the grade; empty if the table does not list it
   */
  public Optional<HazardGrade> grade(String code) {
    return Optional.ofNullable(gradeByCode.get(code));
  }

  /** Every grade of the table, for a sentence. */
  Term gradeTerms() {
    return Term.list(termByGrade.values());
  }

  /** Why nothing can be done that the table does not know in the hazard's state. */
  Reason notNow(Hazard hazard, HazardAction action) {
    return HazardRules.NOT_NOW.broken(
        "state",
        hazard.state().term(),
        "grade",
        hazard.grade().map(this::gradeTerm).orElse(UNGRADED),
        "action",
        action.term(),
        "possible",
        possibleTerm(hazard));
  }

  private Term possibleTerm(Hazard hazard) {
    Set<HazardAction> possible = possible(hazard);
    return possible.isEmpty()
        ? NOTHING
        : Term.list(possible.stream().map(HazardAction::term).toList());
  }

  /** The grade's name; its code where a hazard has one that this table does not list. */
  private Term gradeTerm(HazardGrade grade) {
    Term term = termByGrade.get(grade.code());
    return term == null ? new Term(grade.code(), new Wording(grade.code(), grade.code())) : term;
  }
}
