package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableList;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.table.TableVersion;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** The mark, beside those of actions, of a suspension on which nobody has decided. */
  static final long SUSPENDED = 1L << Marks.MOST;

  /** The mark of a hazard whose latest grade, in whatever round, was major. */
  static final long MAJOR_LAST = SUSPENDED << 1;

  /** The mark of a hazard that was ever graded as major, in whatever round. */
  static final long EVER_MAJOR = MAJOR_LAST << 1;

  /** The mark of a hazard about which a step, in whatever round, names a check. */
  static final long CHECKED = EVER_MAJOR << 1;

  private static final long LASTING = EVER_MAJOR | CHECKED;

  /**
   * A chain from the latest step backwards, so that a further step copies nothing.
   *
   * @param step the step
   * @param before the step before; null for the first one
   * @param mark the mark of its action
   * @param done the marks of what counts after it, and of what else holds
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

  private final @Nullable LocalDate ownDeadline;
  private final @Nullable Instant suspendedSince;
  private final boolean major;

  /** The marks of everything that still counts, and of what else holds. */
  private final long done;

  /** The marks of everything that was done in this round. */
  private final long ever;

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
    major = false;
    done = 0;
    ever = 0;
  }

  /** What a step makes of the hazard before it. */
  private Hazard(Hazard before, HazardStep step) {
    HazardAction action = step.action();
    boolean begins = before.begun == null || action == HazardAction.REOPEN;
    LocalDate deadline = deadline(step);
    id = before.id;
    table = step.table();
    state = step.to();
    grade = step.grade();
    version = step.number();
    major = grade.isPresent() && grade.get().major();
    begun = begins ? beginning(step) : before.begun;
    moved = step.from() == step.to() ? before.moved : step.occurred();
    newest = before.isOver(step.occurred()) ? step.occurred() : before.newest;
    ownDeadline = deadline == null && !begins ? before.ownDeadline : deadline;
    suspendedSince =
        switch (action) {
          case TAKE_INTERIM_MEASURES -> sinceWhen(before.suspendedSince, step);
          case DECIDE_RESUMPTION -> null;
          default -> before.suspendedSince;
        };
    boolean regraded = before.grade.isPresent() && grade.isPresent() && before.major != major;
    long mark = action.mark();
    ever = begins ? mark : before.ever | mark;
    done = action.after(before.done & (SUSPENDED - 1), regraded) | holding(before, step);
    latest = new Link(step, before.latest, mark, done, ever);
  }

  private static @Nullable LocalDate deadline(HazardStep step) {
    String text = step.facts().get(HazardFact.DEADLINE);
    if (text == null) {
      return null;
    }
    try {
      return HazardFact.day(text);
    } catch (DateTimeException notADay) {
      throw Require.refusal("step", "must have a day as its deadline", text);
    }
  }

  /** The marks of what holds after a step whatever counts. */
  private long holding(Hazard before, HazardStep step) {
    long majorLast = grade.isPresent() ? 0 : before.done & MAJOR_LAST;
    return (before.done & LASTING)
        | majorLast
        | (major ? MAJOR_LAST | EVER_MAJOR : 0)
        | (suspendedSince == null ? 0 : SUSPENDED)
        | (step.facts().containsKey(HazardFact.CHECK) ? CHECKED : 0);
  }

  /** What another ledger has may have happened at any time before it was taken over. */
  private static Instant beginning(HazardStep step) {
    return step.action() == HazardAction.IMPORT ? Instant.MIN : step.occurred();
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
   * @throws IllegalArgumentException if the step is of another hazard, is not the next one, does
   *     not start where this hazard stands or has a deadline that is no day
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
    Optional<LocalDate> ordered = orderedDeadline();
    return Optional.ofNullable(ownDeadline)
        .filter(own -> ordered.filter(own::isAfter).isEmpty())
        .or(() -> ordered);
  }

  /**
   * The earliest day that regulators have ordered; an order that is given again counts as given
   * last.
   */
  Optional<LocalDate> orderedDeadline() {
    if (!counts(HazardAction.RECEIVE_ORDER)) {
      return Optional.empty();
    }
    Map<String, LocalDate> orders = new HashMap<>();
    for (Link link = latest; link != null; link = link.beforeInRound()) {
      String day = link.step().facts().get(HazardFact.ORDERED_DEADLINE);
      if (day != null) {
        orders.putIfAbsent(order(link.step()), LocalDate.parse(day));
      }
    }
    return orders.values().stream().min(LocalDate::compareTo);
  }

  /**
   * The orders of regulators in this round, in the order of their steps; one that is given again
   * counts as given last.
   */
  List<ReceivedOrder> orders() {
    Set<String> passed = new HashSet<>();
    Map<String, ReceivedOrder> orders = new LinkedHashMap<>();
    boolean counts = true;
    for (Link link = latest; link != null; link = link.beforeInRound()) {
      HazardStep step = link.step();
      counts = counts && (link.done() & HazardAction.PASS_RECHECK.mark()) != 0;
      if (counts && step.action() == HazardAction.PASS_RECHECK) {
        passed.add(step.facts().getOrDefault(HazardFact.ORDER, ""));
      } else if (step.action() == HazardAction.RECEIVE_ORDER) {
        orders.putIfAbsent(
            order(step),
            new ReceivedOrder(
                step.number(),
                step.facts().getOrDefault(HazardFact.DOCUMENT, ""),
                step.facts().getOrDefault(HazardFact.BODY, ""),
                step.occurred(),
                passed.contains(Integer.toString(step.number()))));
      }
    }
    return ImmutableList.copyOf(orders.values()).reverse();
  }

  /** What tells one order from another: who gave it, under which number. */
  private static String order(HazardStep step) {
    return step.facts().get(HazardFact.BODY) + "\n" + step.facts().get(HazardFact.DOCUMENT);
  }

  /** Whether a day is the deadline that the enterprise has set or that was ordered. */
  boolean isDeadline(LocalDate day) {
    return day.equals(ownDeadline) || orderedDeadline().filter(day::equals).isPresent();
  }

  /** What the enterprise has set last. */
  @Nullable LocalDate ownDeadline() {
    return ownDeadline;
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
    return major;
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
   * new submission does with an earlier acceptance. A recheck counts for the order that it names.
   *
   * @param action the action
   * @return whether it still counts
   */
  public boolean counts(HazardAction action) {
    return (done & action.mark()) != 0;
  }

  /** The marks of everything that still counts, and of what else holds about the hazard. */
  long done() {
    return done;
  }

  /**
   * What was told last about something, in this round; corrections count.
   *
   * @param fact what it is about
   * @return the text of the latest step that has it; empty if none has
   */
  public Optional<String> latest(HazardFact fact) {
    return latest(fact, false);
  }

  /**
   * What was told last about something, in whatever round; corrections count.
   *
   * @param fact what it is about
   * @return the text of the latest step that has it; empty if none has
   */
  public Optional<String> told(HazardFact fact) {
    return latest(fact, true);
  }

  /** A correction counts in the place of the step that it corrects. */
  private Optional<String> latest(HazardFact fact, boolean ever) {
    Map<String, String> corrections = new HashMap<>();
    Link link = latest;
    while (link != null) {
      Map<HazardFact, String> facts = link.step().facts();
      String text = facts.get(fact);
      if (text != null
          && link.step().action() == HazardAction.CORRECT
          && fact != HazardFact.REASON) {
        corrections.putIfAbsent(String.valueOf(facts.get(HazardFact.CORRECTS)), text);
      } else if (text != null) {
        String number = Integer.toString(link.step().number());
        return Optional.of(corrections.getOrDefault(number, text));
      }
      link = ever ? link.before() : link.beforeInRound();
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

  /**
   * Whether the person has taken one of these actions in this round, and be it that it counts no
   * longer.
   */
  boolean hasTaken(Commitment person, long actions) {
    return (ever & actions) != 0 && hasTakenOne(person, actions);
  }

  private boolean hasTakenOne(Commitment person, long actions) {
    for (Link link = latest;
        link != null && (link.ever() & actions) != 0;
        link = link.beforeInRound()) {
      if ((link.mark() & actions) != 0 && link.step().person().equals(person)) {
        return true;
      }
    }
    return false;
  }

  /** Whether nothing is said to have happened later. */
  boolean isOver(Instant moment) {
    return newest == null || !moment.isBefore(newest);
  }

  /**
   * The moment before which a step under the line cannot have happened: the latest change of state
   * for a line that changes it or is about it; the latest grading for one that holds for some
   * grades only; else the first step of this round; and never before what it answers to. Interim
   * measures may come before anything.
   */
  @Nullable Instant notBefore(Transition line) {
    HazardAction action = line.action();
    if (action == HazardAction.TAKE_INTERIM_MEASURES) {
      return null;
    }
    Instant start = line.moves() || action.isOfTheState() ? moved : graded(line.scope());
    HazardAction answered = action.answered();
    HazardStep step = answered == null ? null : lastOrNull(answered);
    return step == null || (start != null && start.isAfter(step.occurred()))
        ? start
        : step.occurred();
  }

  private @Nullable Instant graded(GradeScope scope) {
    HazardStep grading = scope == GradeScope.ANY ? null : lastOrNull(HazardAction.ASSESS);
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
