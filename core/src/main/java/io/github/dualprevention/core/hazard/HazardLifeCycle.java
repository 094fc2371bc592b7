package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.listing.ListingLevel;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Duty;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.TableFiles;
import io.github.dualprevention.core.table.TableVersion;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  private final TableVersion version;
  private final List<ListedGrade> grades;
  private final List<Transition> transitions;
  private final ImmutableMap<String, HazardGrade> gradeByCode;
  private final ImmutableMap<String, Term> termByGrade;
  private final Cells general;
  private final Cells major;
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
    general = Cells.of(transitions, GradeScope.GENERAL);
    major = Cells.of(transitions, GradeScope.MAJOR);
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
    Cell cell = cell(hazard);
    Case found = cell.find(command.action());
    List<Reason> reasons = against(cell, found, hazard, command, now);
    return found != null && reasons.isEmpty() ? found.allowed() : new Outcome.Refused<>(reasons);
  }

  /**
   * Whether nothing can be against it, as is mostly the case; where this says no, the reasons are
   * looked for one by one.
   */
  private boolean isClear(Case found, Hazard hazard, HazardCommand command, Instant now) {
    return found.isClear(command, hazard.done())
        && hazard.isOver(command.occurred())
        && !command.occurred().isAfter(now)
        && !hazard.hasTaken(command.actor().person(), found.apart())
        && (!found.grades() || gradeByCode.containsKey(command.facts().get(HazardFact.GRADE)))
        && (!found.occasion().arises(hazard.done(), command.present())
            || hold(found, hazard, command, now));
  }

  private boolean hold(Case found, Hazard hazard, HazardCommand command, Instant now) {
    return hold(found.line().conditions(), attempt(hazard, command, now));
  }

  private static boolean hold(List<Cited<Condition>> conditions, Attempt attempt) {
    for (int i = 0; i < conditions.size(); i++) {
      Cited<Condition> condition = conditions.get(i);
      if (attempt.raises(condition.value())
          && condition.value().against(attempt, condition.source()) != null) {
        return false;
      }
    }
    return true;
  }

  private List<Reason> against(
      Cell cell, @Nullable Case found, Hazard hazard, HazardCommand command, Instant now) {
    if (found == null) {
      List<Reason> notNow = List.of(notNow(cell, hazard, command.action()));
      return againstFuture(command, now, notNow);
    }
    return isClear(found, hazard, command, now)
        ? List.of()
        : againstEach(found, hazard, command, now);
  }

  private List<Reason> againstEach(Case found, Hazard hazard, HazardCommand command, Instant now) {
    List<Reason> reasons = againstActor(found.line(), hazard, command.actor());
    reasons = againstFacts(found, command, reasons);
    reasons = againstSteps(found.line(), hazard, command.occurred(), reasons);
    // what is malformed is no evidence to look at
    boolean standingOnly = command.malformed() != 0;
    reasons = againstConditions(found.line(), attempt(hazard, command, now), standingOnly, reasons);
    reasons = againstSignatures(found.line(), hazard, reasons);
    reasons = againstFuture(command, now, reasons);
    return againstPast(found.line(), hazard, command, reasons);
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
    Cell cell = cell(hazard);
    long possible = cell.marksFor(actor.duties(), hazard.done());
    for (int i = 0; i < cell.conditional().size(); i++) {
      Case found = cell.conditional().get(i);
      if ((possible & found.mark()) != 0 && !stands(found, hazard, actor, now)) {
        possible &= ~found.mark();
      }
    }
    return new HazardOptions(this, hazard, actor, now, possible);
  }

  /** Whether everything holds that does not depend on evidence; duty and bars were seen before. */
  private boolean stands(Case found, Hazard hazard, Actor actor, Instant now) {
    return !hazard.hasTaken(actor.person(), found.apart())
        && (!found.signed() || againstSignatures(found.line(), hazard, List.of()).isEmpty())
        && (found.open().isEmpty()
            || !found.occasion().arises(hazard.done(), 0)
            || hold(found.open(), attempt(hazard, found.line().action(), actor, now)));
  }

  private Attempt attempt(Hazard hazard, HazardCommand command, Instant now) {
    return new Attempt(this, hazard, command.action(), command.actor(), now, command);
  }

  /** What is asked of the hazard alone. */
  private Attempt attempt(Hazard hazard, HazardAction action, Actor actor, Instant now) {
    return new Attempt(this, hazard, action, actor, now, null);
  }

  /** Why somebody may not do something now, whatever evidence comes along. */
  List<Reason> against(Hazard hazard, HazardAction action, Actor actor, Instant now) {
    Cell cell = cell(hazard);
    Case found = cell.find(action);
    if (found == null) {
      return List.of(notNow(cell, hazard, action));
    }
    List<Reason> reasons = againstActor(found.line(), hazard, actor);
    reasons = againstSteps(found.line(), hazard, now, reasons);
    reasons = againstConditions(found.line(), attempt(hazard, action, actor, now), true, reasons);
    return againstSignatures(found.line(), hazard, reasons);
  }

  /** The line about an action in the hazard's state; empty if there is none. */
  Optional<Transition> line(Hazard hazard, HazardAction action) {
    return Optional.ofNullable(cell(hazard).find(action)).map(Case::line);
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
    Cell cell = cell(hazard);
    Case found = cell.find(command.action());
    List<Reason> reasons = against(cell, found, hazard, command, now);
    return found != null && reasons.isEmpty()
        ? Outcome.accepted(stepOf(hazard, command, found))
        : new Outcome.Refused<>(reasons);
  }

  private HazardStep stepOf(Hazard hazard, HazardCommand command, Case found) {
    Transition line = found.line();
    return new HazardStep(
        hazard.id(),
        hazard.version() + 1,
        command.action(),
        line.from(),
        line.to(),
        gradeAfter(found, hazard, command),
        command.actor().person(),
        command.actor().postId(),
        command.occurred(),
        command.facts(),
        version,
        line.weakens());
  }

  private Optional<HazardGrade> gradeAfter(Case found, Hazard hazard, HazardCommand command) {
    if (!found.line().to().isGraded()) {
      return Optional.empty();
    }
    return found.grades()
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
    return HazardAction.marked(cell(hazard).all());
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
        if (line.to() == HazardState.CLOSED
            && line.moves()
            && line.scope().covers(hazard.grade())) {
          Instant since = coveredSince(line.scope(), hazard);
          line.steps().stream()
              .filter(step -> !hazard.counts(step.value()))
              .forEach(step -> owed.add(new OwedStep(step.value(), since, step.source())));
          conditions(line, hazard).forEach(owed::add);
        }
      }
    }
    return List.copyOf(owed);
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

  private static Stream<OwedStep> conditions(Transition line, Hazard hazard) {
    return line.conditions().stream()
        .flatMap(condition -> condition.value().owed(hazard, condition.source()).stream());
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

  private Cell cell(Hazard hazard) {
    if (!hazard.table().equals(version)) {
      throw Require.refusal("hazard", "must follow " + version, hazard.table());
    }
    return (hazard.isMajor() ? major : general).in(hazard.state());
  }

  private Reason notNow(Cell cell, Hazard hazard, HazardAction action) {
    return HazardRules.NOT_NOW.broken(
        "state",
        hazard.state().term(),
        "grade",
        hazard.grade().isPresent() ? gradeTerm(hazard.grade().get()) : UNGRADED,
        "action",
        action.term(),
        "possible",
        cell.possible());
  }

  /** The grade's name; its code where a hazard has one that this table does not list. */
  private Term gradeTerm(HazardGrade grade) {
    Term term = termByGrade.get(grade.code());
    return term == null ? new Term(grade.code(), new Wording(grade.code(), grade.code())) : term;
  }

  private static List<Reason> againstActor(Transition line, Hazard hazard, Actor actor) {
    boolean entitled = line.duty().isEmpty() || actor.duties().contains(line.duty().get());
    return againstSamePerson(
        line,
        hazard,
        actor.person(),
        entitled ? List.of() : List.of(withoutDuty(line, actor, line.duty().get())));
  }

  private static Reason withoutDuty(Transition line, Actor actor, Duty duty) {
    return HazardRules.NO_DUTY.brokenUnder(
        line.source(), "post", actor.postId(), "action", line.action().term(), "duty", duty.term());
  }

  private static List<Reason> againstSamePerson(
      Transition line, Hazard hazard, Commitment person, List<Reason> before) {
    List<Reason> reasons = before;
    for (Cited<HazardAction> other : line.apart()) {
      if (hazard.hasTaken(person, other.value().mark())) {
        reasons =
            and(
                reasons,
                HazardRules.SAME_PERSON.brokenUnder(
                    other.source(), "step", other.value().term(), "action", line.action().term()));
      }
    }
    return reasons;
  }

  private List<Reason> againstFacts(Case found, HazardCommand command, List<Reason> before) {
    List<Reason> reasons = before;
    long missing = found.needed() & ~command.present();
    long unexpected = command.present() & ~(found.needed() | found.optional());
    if ((missing | unexpected | command.malformed()) != 0) {
      reasons = againstEvidence(found.line(), command, missing, unexpected, reasons);
    }
    return found.grades() ? againstGrade(command, reasons) : reasons;
  }

  private List<Reason> againstGrade(HazardCommand command, List<Reason> before) {
    String grade = command.facts().get(HazardFact.GRADE);
    return grade == null || gradeByCode.containsKey(grade)
        ? before
        : and(
            before,
            HazardRules.GRADE_UNKNOWN.broken(
                "grade", grade, "known", Term.list(termByGrade.values())));
  }

  private static List<Reason> againstEvidence(
      Transition line, HazardCommand command, long missing, long unexpected, List<Reason> before) {
    List<Reason> reasons = new ArrayList<>(before);
    for (Cited<HazardFact> needed : line.facts()) {
      if ((missing & needed.value().mark()) != 0) {
        reasons.add(
            HazardRules.FACT_MISSING.brokenUnder(
                needed.source(), "action", line.action().term(), "fact", needed.value().term()));
      }
    }
    for (HazardFact fact : HazardFact.marked(command.malformed() & ~unexpected)) {
      reasons.add(HazardRules.malformed(fact, command.facts().get(fact)));
    }
    for (HazardFact fact : HazardFact.marked(unexpected)) {
      reasons.add(
          HazardRules.FACT_UNEXPECTED.broken("action", line.action().term(), "fact", fact.term()));
    }
    return List.copyOf(reasons);
  }

  private static List<Reason> againstSteps(
      Transition line, Hazard hazard, Instant occurred, List<Reason> before) {
    List<Reason> reasons = before;
    for (Cited<HazardAction> needed : line.steps()) {
      HazardStep taken = hazard.firstCountingOrNull(needed.value());
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

  private static List<Reason> againstConditions(
      Transition line, Attempt attempt, boolean standingOnly, List<Reason> before) {
    List<Reason> reasons = before;
    for (Cited<Condition> condition : line.conditions()) {
      boolean asked = !standingOnly || condition.value().isStanding();
      if (asked && attempt.raises(condition.value())) {
        Reason against = condition.value().against(attempt, condition.source());
        reasons = against == null ? reasons : and(reasons, against);
      }
    }
    return reasons;
  }

  private static List<Reason> againstSignatures(
      Transition line, Hazard hazard, List<Reason> before) {
    List<Reason> reasons = before;
    for (Set<String> group : line.signatures()) {
      if (Collections.disjoint(group, hazard.signatories())) {
        reasons =
            and(
                reasons,
                HazardRules.SIGNATURE_MISSING.brokenUnder(
                    line.source(),
                    "action",
                    line.action().term(),
                    "posts",
                    String.join("|", new TreeSet<>(group))));
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
    return reasons.isEmpty()
        ? List.of(reason)
        : Stream.concat(reasons.stream(), Stream.of(reason)).toList();
  }
}
