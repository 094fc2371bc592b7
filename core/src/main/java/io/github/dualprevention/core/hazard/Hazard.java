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
import org.jspecify.annotations.Nullable;

/**
 * A hazard (隐患) as its steps have made it; immutable.
 *
 * <p>A round begins when the hazard is registered and again each time it is reopened; what was done
 * in an earlier round stays on record and counts for nothing in the new one.
 */
public final class Hazard {

  /** A chain from the latest step backwards, so that a further step copies nothing. */
  private record Link(HazardStep step, @Nullable Link before) {

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

  private Hazard(
      String id,
      TableVersion table,
      HazardState state,
      Optional<HazardGrade> grade,
      int version,
      @Nullable Link latest,
      @Nullable Instant begun,
      @Nullable Instant moved) {
    this.id = id;
    this.table = table;
    this.state = state;
    this.grade = grade;
    this.version = version;
    this.latest = latest;
    this.begun = begun;
    this.moved = moved;
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
        Require.id(id, "id"),
        Require.notNull(table, "table"),
        HazardState.DISCOVERED,
        Optional.empty(),
        0,
        null,
        null,
        null);
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
    boolean moves = step.from() != step.to();
    boolean begins = begun == null || step.action() == HazardAction.REOPEN;
    return new Hazard(
        id,
        step.table(),
        step.to(),
        step.grade(),
        version + 1,
        new Link(step, latest),
        begins ? step.occurred() : begun,
        moves ? step.occurred() : moved);
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
   * The last day for the rectification, as the latest plan, start or rejection has set it.
   *
   * @return empty if none is set in this round
   */
  public Optional<LocalDate> deadline() {
    for (Link link = latest; link != null; link = link.beforeInRound()) {
      String day = link.step().facts().get(HazardFact.DEADLINE);
      if (day != null) {
        return Optional.of(LocalDate.parse(day));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the deadline has passed without acceptance; computed, never stored.
   *
   * @param today the present day where the hazard is
   * @return whether it is overdue
   */
  public boolean isOverdue(LocalDate today) {
    boolean open = state != HazardState.ACCEPTED && state != HazardState.CLOSED;
    return open && deadline().filter(today::isAfter).isPresent();
  }

  /** The earliest step of some kind in this round. */
  @Nullable HazardStep firstOrNull(HazardAction action) {
    HazardStep first = null;
    for (Link link = latest; link != null; link = link.beforeInRound()) {
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

  /** Whether the person took the step in this round, ever. */
  boolean hasTaken(HazardAction action, Commitment person) {
    for (Link link = latest; link != null; link = link.beforeInRound()) {
      if (link.step().action() == action && link.step().person().equals(person)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The moment before which a step under the line cannot have happened: the latest change of state
   * for a line that changes it; the latest grading for one that holds for some grades only; else
   * the first step of this round. Interim measures may come before anything.
   */
  @Nullable Instant notBefore(Transition line) {
    if (line.from() != line.to()) {
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
