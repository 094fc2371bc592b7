package io.github.dualprevention.core.oversight;

import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardGrade;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.HazardStep;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hazard as it was when a period ended, and what has happened to it in the period.
 *
 * <p>Steps count by when they occurred, not by when they were recorded. A step that changes the
 * state or the grade counts no earlier than the one before it that does, so that a hazard is never
 * twice in the stock; the life cycle allows nothing else anyway. With the first such step after the
 * period the past ends, and any other one after the period is passed over.
 */
final class PastHazard {

  /** Told of whatever comes into the stock, goes out of it or is in it at either end. */
  interface Counter {
    void count(Optional<String> grade, Flow flow);
  }

  private final CountingPeriod period;
  private final Counter counter;
  private final Instant begin;
  private final Instant end;
  private Hazard hazard;
  private @Nullable Instant recorded;
  private @Nullable Instant accepted;
  private Instant changed = Instant.MIN;
  private boolean begun;
  private boolean registered;
  private boolean inTime;
  private boolean undone;

  private PastHazard(Hazard now, CountingPeriod period, Counter counter) {
    this.period = period;
    this.counter = counter;
    begin = period.begin();
    end = period.end();
    hazard = Hazard.discovered(now.id(), now.table());
  }

  /** Goes through the steps of a hazard until the end of the period. */
  static PastHazard of(Hazard now, CountingPeriod period, Counter counter) {
    PastHazard past = new PastHazard(now, period, counter);
    for (HazardStep step : now.steps()) {
      if (!past.take(step)) {
        break;
      }
    }
    past.begin();
    past.countIfOpen(Flow.CLOSING);
    return past;
  }

  /** Whether the past goes on after the step. */
  private boolean take(HazardStep step) {
    boolean changes = step.from() != step.to() || !step.grade().equals(hazard.grade());
    Instant when = step.occurred();
    if (changes && when.isBefore(changed)) {
      when = changed;
    }
    if (!when.isBefore(end)) {
      return !changes;
    }
    boolean inPeriod = !when.isBefore(begin);
    if (changes) {
      changed = when;
    }
    if (changes && inPeriod) {
      begin();
      countFlows(step);
    }
    notice(step, when, inPeriod);
    hazard = hazard.apply(numbered(step));
    return true;
  }

  /** The stock is counted once, before the first change in the period. */
  private void begin() {
    if (!begun) {
      countIfOpen(Flow.OPENING);
      begun = true;
    }
  }

  private void countIfOpen(Flow stock) {
    if (hazard.state().isOpen()) {
      counter.count(code(hazard.grade()), stock);
    }
  }

  private void countFlows(HazardStep step) {
    Optional<String> before = code(hazard.grade());
    Optional<String> after = code(step.grade());
    boolean wasOpen = step.from().isOpen();
    boolean isOpen = step.to().isOpen();
    if (wasOpen && isOpen && !before.equals(after)) {
      counter.count(before, Flow.REGRADED_OUT);
      counter.count(after, Flow.REGRADED_IN);
    } else if (wasOpen && !isOpen) {
      counter.count(before, Flow.out(step));
    } else if (!wasOpen && isOpen) {
      counter.count(after, Flow.in(step));
    }
  }

  private static Optional<String> code(Optional<HazardGrade> grade) {
    return grade.map(HazardGrade::code);
  }

  /** What the rates ask for. */
  private void notice(HazardStep step, Instant when, boolean inPeriod) {
    if (hazard.version() == 0) {
      recorded = when;
      registered = inPeriod && step.action() != HazardAction.IMPORT;
    }
    if (step.action() == HazardAction.ACCEPT) {
      inTime = hazard.deadline().filter(period.dayOf(when)::isAfter).isEmpty();
      if (inPeriod && accepted == null) {
        accepted = when;
      }
    }
    if (accepted != null) {
      undone |=
          switch (step.action()) {
            case REJECT -> step.from() == HazardState.ACCEPTED;
            case FAIL_RECHECK, REOPEN -> true;
            default -> false;
          };
    }
  }

  /** The step in the place that it has when those after the period are left out. */
  private HazardStep numbered(HazardStep step) {
    int number = hazard.version() + 1;
    return step.number() == number
        ? step
        : new HazardStep(
            step.hazardId(),
            number,
            step.action(),
            step.from(),
            step.to(),
            step.grade(),
            step.person(),
            step.postId(),
            step.occurred(),
            step.facts(),
            step.table(),
            step.weakened());
  }

  /** The hazard as it was when the period ended. */
  Hazard hazard() {
    return hazard;
  }

  /** When it was registered or taken over; empty if that was after the period. */
  Optional<Instant> recorded() {
    return Optional.ofNullable(recorded);
  }

  boolean isRegisteredInPeriod() {
    return registered;
  }

  /** When it was first accepted in the period. */
  Optional<Instant> acceptedInPeriod() {
    return Optional.ofNullable(accepted);
  }

  /** Whether its latest acceptance was no later than the deadline of that moment. */
  boolean isAcceptedInTime() {
    return inTime;
  }

  /**
   * Whether it was accepted in the period and then rejected, not passed in a recheck or reopened.
   */
  boolean isUndone() {
    return undone;
  }
}
