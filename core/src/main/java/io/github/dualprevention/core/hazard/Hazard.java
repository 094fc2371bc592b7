package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.table.TableVersion;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A hazard (隐患): its steps, and what they say about it; immutable.
 *
 * <p>A round begins when the hazard is registered and again each time it is reopened. What was done
 * in an earlier round stays on record and does not count in the new one.
 */
public final class Hazard {

  private final String id;
  private final TableVersion table;
  private final ImmutableList<HazardStep> steps;
  private final HazardState state;
  private final Optional<HazardGrade> grade;

  /** The place of this round's first step in the list of all steps. */
  private final int roundStart;

  /** The actions that still count, each with the earliest step that still counts. */
  private final ImmutableMap<HazardAction, HazardStep> counting;

  /** When the state changed last. */
  private final @Nullable Instant moved;

  private final @Nullable LocalDate ownDeadline;
  private final @Nullable Instant suspendedSince;

  /** What the steps say, while they are read one by one. */
  private static final class Reading {

    private final String id;
    private TableVersion table;
    private int version;
    private HazardState state = HazardState.DISCOVERED;
    private Optional<HazardGrade> grade = Optional.empty();
    private int roundStart;
    private final Map<HazardAction, HazardStep> counting = new EnumMap<>(HazardAction.class);
    private @Nullable Instant moved;
    private @Nullable LocalDate ownDeadline;
    private @Nullable Instant suspendedSince;

    Reading(String id, TableVersion table) {
      this.id = id;
      this.table = table;
    }

    /** Goes on where a hazard stands. */
    Reading(Hazard before) {
      this(before.id, before.table);
      version = before.version();
      state = before.state;
      grade = before.grade;
      roundStart = before.roundStart;
      counting.putAll(before.counting);
      moved = before.moved;
      ownDeadline = before.ownDeadline;
      suspendedSince = before.suspendedSince;
    }

    void take(HazardStep step) {
      int next = version + 1;
      if (!step.hazardId().equals(id) || step.number() != next || step.from() != state) {
        String here = told(id, state, grade, version);
        throw Require.refusal("step", "must be step " + next + " of " + here, step);
      }
      if (step.action() == HazardAction.REOPEN) {
        roundStart = version;
        ownDeadline = null;
      }
      count(step);
      version = step.number();
      table = step.table();
      moved = step.from() == step.to() ? moved : step.occurred();
      state = step.to();
      grade = step.grade();
      LocalDate deadline = deadline(step);
      ownDeadline = deadline == null ? ownDeadline : deadline;
      suspendedSince = suspendedSince(suspendedSince, step);
    }

    private void count(HazardStep step) {
      boolean regraded =
          grade.isPresent() && step.grade().isPresent() && isMajor(grade) != isMajor(step.grade());
      counting.keySet().removeAll(step.action().voids(regraded));
      counting.putIfAbsent(step.action(), step);
    }
  }

  private Hazard(Reading read, ImmutableList<HazardStep> steps) {
    id = read.id;
    this.steps = steps;
    table = read.table;
    state = read.state;
    grade = read.grade;
    roundStart = read.roundStart;
    counting = Maps.immutableEnumMap(read.counting);
    moved = read.moved;
    ownDeadline = read.ownDeadline;
    suspendedSince = read.suspendedSince;
  }

  private static boolean isMajor(Optional<HazardGrade> grade) {
    return grade.isPresent() && grade.get().major();
  }

  private static @Nullable LocalDate deadline(HazardStep step) {
    String text = step.facts().get(HazardFact.DEADLINE);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException notADay) {
      throw Require.refusal("step", "must have a day as its deadline", text);
    }
  }

  private static @Nullable Instant suspendedSince(@Nullable Instant before, HazardStep step) {
    if (step.action() == HazardAction.DECIDE_RESUMPTION) {
      return null;
    }
    String kind = step.facts().get(HazardFact.INTERIM_KIND);
    boolean suspends =
        step.action() == HazardAction.TAKE_INTERIM_MEASURES
            && kind != null
            && InterimMeasureKind.suspends(kind);
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
    return new Hazard(
        new Reading(Require.id(id, "id"), Require.notNull(table, "table")), ImmutableList.of());
  }

  /**
   * Reads a hazard from its whole chain; takes every step as a fact and decides nothing.
   *
   * @param steps all steps of one hazard, the first one first; at least one
   * @return the hazard after the last step
   * @throws IllegalArgumentException if a step does not follow from the ones before, or has a
   *     deadline that is no day
   */
  public static Hazard of(List<HazardStep> steps) {
    ImmutableList<HazardStep> all = ImmutableList.copyOf(Require.notEmpty(steps, "steps"));
    Reading read = new Reading(discovered(all.get(0).hazardId(), all.get(0).table()));
    all.forEach(read::take);
    return new Hazard(read, all);
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
    Reading read = new Reading(this);
    read.take(step);
    return new Hazard(
        read,
        ImmutableList.<HazardStep>builderWithExpectedSize(steps.size() + 1)
            .addAll(steps)
            .add(step)
            .build());
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
    return steps.size();
  }

  /**
   * Every step, also of earlier rounds.
   *
   * @return the first one first
   */
  public List<HazardStep> steps() {
    return steps;
  }

  private ImmutableList<HazardStep> round() {
    return steps.subList(roundStart, steps.size());
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
    return Stream.concat(Optional.ofNullable(ownDeadline).stream(), orderedDeadline().stream())
        .min(LocalDate::compareTo);
  }

  /**
   * The earliest day that regulators have ordered; an order that is given again counts as given
   * last.
   */
  Optional<LocalDate> orderedDeadline() {
    if (!counts(HazardAction.RECEIVE_ORDER)) {
      return Optional.empty();
    }
    Map<String, LocalDate> days = new HashMap<>();
    for (HazardStep step : round()) {
      String day = step.facts().get(HazardFact.ORDERED_DEADLINE);
      if (day != null) {
        days.put(orderOf(step), LocalDate.parse(day));
      }
    }
    return days.values().stream().min(LocalDate::compareTo);
  }

  /**
   * The orders of regulators in this round, in the order of their steps; one that is given again
   * counts as given last.
   */
  List<ReceivedOrder> orders() {
    if (!counts(HazardAction.RECEIVE_ORDER)) {
      return List.of();
    }
    Map<String, HazardStep> received = new LinkedHashMap<>();
    for (HazardStep step : round()) {
      if (step.action() == HazardAction.RECEIVE_ORDER) {
        received.remove(orderOf(step));
        received.put(orderOf(step), step);
      }
    }
    return received.values().stream()
        .map(order -> ReceivedOrder.of(order, isRechecked(order)))
        .toList();
  }

  /** What tells one order from another: the body that gave it and its number. */
  private static String orderOf(HazardStep step) {
    return step.facts().get(HazardFact.BODY) + "\n" + step.facts().get(HazardFact.DOCUMENT);
  }

  /** Whether a later recheck that still counts has passed the order. */
  private boolean isRechecked(HazardStep order) {
    HazardStep first = counting.get(HazardAction.PASS_RECHECK);
    int from = first == null ? steps.size() : Math.max(first.number() - 1, order.number());
    String number = Integer.toString(order.number());
    return steps.subList(from, steps.size()).stream()
        .filter(step -> step.action() == HazardAction.PASS_RECHECK)
        .anyMatch(step -> number.equals(step.facts().get(HazardFact.ORDER)));
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
    return grade.isPresent() && grade.get().major();
  }

  /** Whether the grade that it had last, in this round or an earlier one, is major. */
  boolean wasMajorLast() {
    return steps.reverse().stream()
        .flatMap(step -> step.grade().stream())
        .findFirst()
        .filter(HazardGrade::major)
        .isPresent();
  }

  /** Whether it had a major grade at any time. */
  boolean wasEverMajor() {
    return steps.stream().anyMatch(step -> step.grade().filter(HazardGrade::major).isPresent());
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
    return counting.containsKey(action);
  }

  /** The earliest step of some kind that still counts; null if none does. */
  @Nullable HazardStep firstCounting(HazardAction action) {
    return counting.get(action);
  }

  /**
   * What was told last about something, in this round; corrections count.
   *
   * @param fact what it is about
   * @return the text of the latest step that has it; empty if none has
   */
  public Optional<String> latest(HazardFact fact) {
    return latest(fact, round());
  }

  /**
   * What was told last about something, in this round or an earlier one; corrections count.
   *
   * @param fact what it is about
   * @return the text of the latest step that has it; empty if none has
   */
  public Optional<String> told(HazardFact fact) {
    return latest(fact, steps);
  }

  /** A correction counts in the place of the step that it corrects. */
  private static Optional<String> latest(HazardFact fact, ImmutableList<HazardStep> steps) {
    Map<String, String> corrections = new HashMap<>();
    for (HazardStep step : steps.reverse()) {
      String text = step.facts().get(fact);
      if (text == null) {
        continue;
      }
      if (step.action() != HazardAction.CORRECT || fact == HazardFact.REASON) {
        return Optional.of(corrections.getOrDefault(Integer.toString(step.number()), text));
      }
      corrections.putIfAbsent(String.valueOf(step.facts().get(HazardFact.CORRECTS)), text);
    }
    return Optional.empty();
  }

  /**
   * The supervised listing of this round.
   *
   * @return the latest one, also after its delisting; empty if the hazard was not listed
   */
  public Optional<SupervisedListing> listing() {
    return SupervisedListing.of(round());
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
    HazardStep first = counting.get(HazardAction.SIGN);
    return first == null
        ? Stream.empty()
        : steps.subList(first.number() - 1, steps.size()).stream()
            .filter(step -> step.action() == HazardAction.SIGN);
  }

  /** The latest step of some kind in this round; null if it was not taken. */
  private @Nullable HazardStep lastOrNull(HazardAction action) {
    for (int i = steps.size() - 1; i >= roundStart; i--) {
      if (steps.get(i).action() == action) {
        return steps.get(i);
      }
    }
    return null;
  }

  /** Whether the person has taken the action in this round, even if it does not count any more. */
  boolean hasTaken(Commitment person, HazardAction action) {
    for (int i = roundStart; i < steps.size(); i++) {
      if (steps.get(i).action() == action && steps.get(i).person().equals(person)) {
        return true;
      }
    }
    return false;
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
    return grading == null ? begun() : grading.occurred();
  }

  /**
   * When this round began; null before the first step. What was taken over from another ledger may
   * have begun at any time.
   */
  private @Nullable Instant begun() {
    if (steps.isEmpty()) {
      return null;
    }
    HazardStep first = steps.get(roundStart);
    return first.action() == HazardAction.IMPORT ? Instant.MIN : first.occurred();
  }

  /** Equal if id, life cycle and all steps are. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Hazard hazard
        && hazard.id.equals(id)
        && hazard.table.equals(table)
        && hazard.steps.equals(steps);
  }

  @Override
  public int hashCode() {
    return 31 * id.hashCode() + version();
  }

  @Override
  public String toString() {
    return told(id, state, grade, steps.size());
  }

  private static String told(
      String id, HazardState state, Optional<HazardGrade> grade, int version) {
    return id + " " + state + grade.map(found -> " " + found.code()).orElse("") + " v" + version;
  }
}
