package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.table.TableVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A hazard (隐患) as its steps have made it; immutable.
 *
 * <p>A round begins when the hazard is registered and again each time it is reopened; what was done
 * in an earlier round stays on record and counts for nothing in the new one.
 */
public final class Hazard {

  /**
   * A chain from the latest step backwards, so that a further step copies nothing.
   *
   * @param step the step
   * @param before the step before; null for the first one
   * @param mark the mark of its action
   * @param done the marks of what counts after it
   * @param ever the marks of everything that was done in this round
   */
  private record Link(HazardStep step, @Nullable Link before, long mark, long done, long ever) {

    /** The step before, unless this one began the round. */
    @Nullable Link beforeInRound() {
      return step.action() == HazardAction.REOPEN ? null : before;
    }
  }

  private final String id;
  private final TableVersion table;
  private final HazardState state;
  private final Optional<HazardGrade> grade;
  private final int version;
  private final @Nullable Link latest;
  private final @Nullable Instant begun;
  private final @Nullable Instant moved;

  /** The latest moment at which something was done; corrections and measures may come before. */
  private final @Nullable Instant newest;

  private final @Nullable String ownDeadline;
  private final @Nullable Instant suspendedSince;

  private Hazard(String id, TableVersion table) {
    this.id = id;
    this.table = table;
    state = HazardState.DISCOVERED;
    grade = Optional.empty();
    version = 0;
    latest = null;
    begun = null;
    moved = null;
    newest = null;
    ownDeadline = null;
    suspendedSince = null;
  }

  /** What a step makes of the hazard before it. */
  private Hazard(Hazard before, HazardStep step) {
    HazardAction action = step.action();
    boolean begins = before.begun == null || action == HazardAction.REOPEN;
    boolean regraded =
        before.grade.isPresent() && step.grade().isPresent() && before.isMajor() != isMajor(step);
    String deadline = step.facts().get(HazardFact.DEADLINE);
    id = before.id;
    table = step.table();
    state = step.to();
    grade = step.grade();
    version = step.number();
    long mark = action.mark();
    long ever = begins ? mark : before.ever() | mark;
    latest = new Link(step, before.latest, mark, action.after(before.done(), regraded), ever);
    begun = begins ? step.occurred() : before.begun;
    moved = step.from() == step.to() ? before.moved : step.occurred();
    newest = before.isOver(step.occurred()) ? step.occurred() : before.newest;
    if (deadline == null) {
      ownDeadline = begins || regraded ? null : before.ownDeadline;
    } else {
      ownDeadline = deadline;
    }
    suspendedSince =
        switch (action) {
          case TAKE_INTERIM_MEASURES -> sinceWhen(before.suspendedSince, step);
          case DECIDE_RESUMPTION -> null;
          default -> before.suspendedSince;
        };
  }

  private static boolean isMajor(HazardStep step) {
    return step.grade().isPresent() && step.grade().get().major();
  }

  private static @Nullable Instant sinceWhen(@Nullable Instant before, HazardStep step) {
    String kind = step.facts().get(HazardFact.INTERIM_KIND);
    boolean suspends = kind != null && InterimMeasureKind.suspends(kind);
    return suspends && before == null ? step.occurred() : before;
  }

  /**
   * A hazard about which nothing is recorded yet.
   *
   * @param id unique for ever, 1 to 100 characters on one line
   * @param table the life cycle that it shall follow
   * @return the hazard in the state {@link HazardState#DISCOVERED}
   */
  public static Hazard discovered(String id, TableVersion table) {
    return new Hazard(Require.id(id, "id"), Require.notNull(table, "table"));
  }

  /**
   * The hazard after one more step; takes it as a fact and decides nothing.
   *
   * @param step the next step of this very hazard
   * @return the hazard after it
   * @throws IllegalArgumentException if the step is of another hazard, is not the next one or does
   *     not start where this hazard stands
   */
  public Hazard apply(HazardStep step) {
    if (!step.hazardId().equals(id) || step.number() != version + 1 || step.from() != state) {
      throw Require.refusal("step", "must be step " + (version + 1) + " of " + this, step);
    }
    return new Hazard(this, step);
  }

  /**
   * The hazard's id.
   *
   * @return unique for ever
   */
  public String id() {
    return id;
  }

  /**
   * The life cycle that the hazard follows.
   *
   * @return the edition that it began with, until someone migrates it
   */
  public TableVersion table() {
    return table;
  }

  /**
   * Where the hazard stands.
   *
   * @return the state after its latest step
   */
  public HazardState state() {
    return state;
  }

  /**
   * The hazard's grade.
   *
   * @return empty before it is assessed
   */
  public Optional<HazardGrade> grade() {
    return grade;
  }

  /**
   * How many steps were taken; the version by which stores tell a stale record.
   *
   * @return 0 if nothing is recorded yet
   */
  public int version() {
    return version;
  }

  /**
   * Every step, also of earlier rounds.
   *
   * @return the first one first
   */
  public List<HazardStep> steps() {
    Deque<HazardStep> steps = new ArrayDeque<>();
    for (Link link = latest; link != null; link = link.before()) {
      steps.addFirst(link.step());
    }
    return List.copyOf(steps);
  }

  /**
   * The latest step of some kind in this round.
   *
   * @param action the kind
   * @return the step; empty if it was not taken
   */
  public Optional<HazardStep> last(HazardAction action) {
    return Optional.ofNullable(lastOrNull(action));
  }

  /**
   * The last day for the rectification: what the enterprise has set last, by plan, start, rejection
   * or extension, or what a regulator has ordered, whichever is earlier.
   *
   * @return empty if none is set in this round
   */
  public Optional<LocalDate> deadline() {
    Optional<LocalDate> ordered =
        counts(HazardAction.RECEIVE_ORDER)
            ? latest(HazardFact.ORDERED_DEADLINE).map(LocalDate::parse)
            : Optional.empty();
    return ownDeadline().filter(own -> ordered.filter(own::isAfter).isEmpty()).or(() -> ordered);
  }

  /** What the enterprise has set last. */
  Optional<LocalDate> ownDeadline() {
    return Optional.ofNullable(ownDeadline).map(HazardFact::day);
  }

  /**
   * Whether the deadline has passed without acceptance; computed, never stored.
   *
   * @param today the present day where the hazard is
   * @return whether it is overdue
   */
  public boolean isOverdue(LocalDate today) {
    boolean open = state.isOpen() && state != HazardState.ACCEPTED;
    return open && deadline().filter(today::isAfter).isPresent();
  }

  /**
   * Whether the law's rules for major hazards hold.
   *
   * @return false for a hazard without grade
   */
  public boolean isMajor() {
    return grade.isPresent() && grade.get().major();
  }

  /**
   * Since when production, construction or use stands still because of the hazard, if nobody has
   * decided on its resumption.
   *
   * @return the first suspension after the latest decision; empty if nothing is suspended
   */
  public Optional<Instant> suspendedSince() {
    return Optional.ofNullable(suspendedSince);
  }

  /**
   * Whether the hazard was closed in another ledger, and nothing here shows its acceptance.
   *
   * @return whether its close-out is unverified
   */
  public boolean isUnverified() {
    return state == HazardState.CLOSED && !counts(HazardAction.ACCEPT);
  }

  /**
   * Whether an action was taken in this round and nothing that came later has made it void, as a
   * new submission does with an earlier acceptance.
   *
   * @param action the action
   * @return whether it still counts
   */
  public boolean counts(HazardAction action) {
    return (done() & action.mark()) != 0;
  }

  /** The marks of everything that still counts. */
  long done() {
    return latest == null ? 0 : latest.done();
  }

  private long ever() {
    return latest == null ? 0 : latest.ever();
  }

  /**
   * What was told last about something, in this round; corrections count.
   *
   * @param fact what it is about
   * @return the text of the latest step that has it; empty if none has
   */
  public Optional<String> latest(HazardFact fact) {
    for (Link link = latest; link != null; link = link.beforeInRound()) {
      String text = link.step().facts().get(fact);
      if (text != null) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  /**
   * What was told last about something, in whatever round; corrections count.
   *
   * @param fact what it is about
   * @return the text of the latest step that has it; empty if none has
   */
  public Optional<String> told(HazardFact fact) {
    for (Link link = latest; link != null; link = link.before()) {
      String text = link.step().facts().get(fact);
      if (text != null) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  /**
   * The supervised listing of this round.
   *
   * @return the latest one, also after its delisting; empty if the hazard was not listed
   */
  public Optional<SupervisedListing> listing() {
    return SupervisedListing.of(stepsOfRound());
  }

  private List<HazardStep> stepsOfRound() {
    Deque<HazardStep> steps = new ArrayDeque<>();
    for (Link link = latest; link != null; link = link.beforeInRound()) {
      steps.addFirst(link.step());
    }
    return List.copyOf(steps);
  }

  /** Whether the person has signed what was submitted last. */
  boolean hasSigned(Commitment person) {
    return signatures().anyMatch(step -> step.person().equals(person));
  }

  /** The posts that have signed what was submitted last. */
  Set<String> signatories() {
    return signatures().map(HazardStep::postId).collect(Collectors.toSet());
  }

  private Stream<HazardStep> signatures() {
    Stream.Builder<HazardStep> signatures = Stream.builder();
    Link link = counts(HazardAction.SIGN) ? latest : null;
    while (link != null
        && link.step().action() != HazardAction.SUBMIT
        && link.step().action() != HazardAction.FIX_ON_SPOT) {
      if (link.step().action() == HazardAction.SIGN) {
        signatures.add(link.step());
      }
      link = link.beforeInRound();
    }
    return signatures.build();
  }

  /** The earliest step of some kind that still counts. */
  @Nullable HazardStep firstCountingOrNull(HazardAction action) {
    HazardStep first = null;
    for (Link link = latest;
        link != null && (link.done() & action.mark()) != 0;
        link = link.before()) {
      if (link.step().action() == action) {
        first = link.step();
      }
    }
    return first;
  }

  /** The latest step of some kind in this round. */
  @Nullable HazardStep lastOrNull(HazardAction action) {
    for (Link link = latest; link != null; link = link.beforeInRound()) {
      if (link.step().action() == action) {
        return link.step();
      }
    }
    return null;
  }

  /** Which of these actions the person has taken in this round, whether they still count or not. */
  long takenBy(Commitment person, long actions) {
    return (ever() & actions) == 0 ? 0 : takenInRound(person, actions);
  }

  private long takenInRound(Commitment person, long actions) {
    long taken = 0;
    for (Link link = latest; link != null; link = link.beforeInRound()) {
      if ((link.mark() & actions) != 0 && link.step().person().equals(person)) {
        taken |= link.mark();
      }
    }
    return taken;
  }

  /** Whether nothing is said to have happened later. */
  boolean isOver(Instant moment) {
    return newest == null || !moment.isBefore(newest);
  }

  /**
   * The moment before which a step under the line cannot have happened: the latest change of state
   * for a line that changes it; the latest grading for one that holds for some grades only; else
   * the first step of this round. Interim measures may come before anything.
   */
  @Nullable Instant notBefore(Transition line) {
    if (line.moves()) {
      return moved;
    }
    if (line.action() == HazardAction.TAKE_INTERIM_MEASURES) {
      return null;
    }
    HazardStep grading = line.scope() == GradeScope.ANY ? null : lastOrNull(HazardAction.ASSESS);
    return grading == null ? begun : grading.occurred();
  }

  /** Equal if id, life cycle and all steps are. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Hazard hazard
        && hazard.id.equals(id)
        && hazard.table.equals(table)
        && hazard.version == version
        && hazard.steps().equals(steps());
  }

  @Override
  public int hashCode() {
    return 31 * id.hashCode() + version;
  }

  @Override
  public String toString() {
    return id + " " + state + grade.map(found -> " " + found.code()).orElse("") + " v" + version;
  }
}
