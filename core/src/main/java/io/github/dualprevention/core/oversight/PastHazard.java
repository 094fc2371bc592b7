package io.github.dualprevention.core.oversight;

import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardGrade;
import io.github.dualprevention.core.hazard.HazardOrigin;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.HazardStep;
import io.github.dualprevention.core.oversight.StockAndFlow.Flow;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of one hazard say about it in a period and at its end.
 *
 * <p>Steps count by when they occurred, not by when they were recorded. A change of the state or
 * the grade counts no earlier than the change before it, so a hazard is never twice in the stock.
 * The first change after the period ends the reading. Other steps after the period are left out.
 */
final class PastHazard {

  private final Hazard hazard;
  private final CountingPeriod period;
  private final Instant begin;
  private final Instant end;
  private final Map<Optional<String>, StockAndFlow> byGrade = new HashMap<>();
  private final PastDeadline deadline = new PastDeadline();
  private HazardState state = HazardState.DISCOVERED;
  private Optional<String> grade = Optional.empty();
  private Instant changed = Instant.MIN;
  private Flow came = Flow.OPENING;
  private @Nullable Instant recorded;
  private @Nullable Instant accepted;
  private boolean registered;
  private boolean stands;
  private boolean inTime;
  private boolean undone;

  private PastHazard(Hazard hazard, CountingPeriod period) {
    this.hazard = hazard;
    this.period = period;
    begin = period.begin();
    end = period.end();
  }

  /** Reads the steps of a hazard until the end of the period. */
  static PastHazard of(Hazard hazard, CountingPeriod period) {
    PastHazard past = new PastHazard(hazard, period);
    for (HazardStep step : hazard.steps()) {
      if (!past.take(step)) {
        break;
      }
    }
    past.leave(Flow.CLOSING);
    return past;
  }

  /** Whether the reading goes on after the step. */
  private boolean take(HazardStep step) {
    Optional<String> after = step.grade().map(HazardGrade::code);
    boolean changes = step.to() != state || !after.equals(grade);
    Instant when = changes && step.occurred().isBefore(changed) ? changed : step.occurred();
    if (!when.isBefore(end)) {
      return !changes;
    }
    changed = changes ? when : changed;
    if (!when.isBefore(begin)) {
      countFlow(step, after);
      readInPeriod(step, when);
    }
    readAcceptance(step, when);
    deadline.take(step);
    state = step.to();
    grade = after;
    return true;
  }

  private void countFlow(HazardStep step, Optional<String> after) {
    boolean stays = state.isOpen() && step.to().isOpen() && after.equals(grade);
    if (!stays) {
      leave(wayOut(step));
      came = wayIn(step);
    }
  }

  /** Counts the stay of an open hazard in its grade. */
  private void leave(Flow left) {
    if (state.isOpen()) {
      byGrade.merge(grade, StockAndFlow.of(came, left), StockAndFlow::plus);
    }
  }

  private static Flow wayOut(HazardStep step) {
    if (step.to().isOpen()) {
      return Flow.REGRADED_OUT;
    }
    return step.to() == HazardState.CLOSED ? Flow.CLOSED_OUT : Flow.DISMISSED;
  }

  private static Flow wayIn(HazardStep step) {
    if (step.from().isOpen()) {
      return Flow.REGRADED_IN;
    }
    if (step.from() != HazardState.DISCOVERED) {
      return Flow.REOPENED;
    }
    return step.action() == HazardAction.IMPORT ? Flow.TAKEN_OVER : Flow.REGISTERED;
  }

  private void readInPeriod(HazardStep step, Instant when) {
    if (state == HazardState.DISCOVERED) {
      recorded = when;
      registered = step.action() != HazardAction.IMPORT;
    }
    if (accepted == null && step.action() == HazardAction.ACCEPT) {
      accepted = when;
    }
  }

  /** An acceptance stands while the hazard stays accepted or is closed out. */
  private void readAcceptance(HazardStep step, Instant when) {
    boolean accepts = step.action() == HazardAction.ACCEPT;
    boolean keeps = step.to() == HazardState.ACCEPTED || step.to() == HazardState.CLOSED;
    stands = accepts || (stands && keeps);
    if (accepts) {
      inTime = deadline.day().filter(period.dayOf(when)::isAfter).isEmpty();
    }
    undone |= accepted != null && undoes(step);
  }

  private static boolean undoes(HazardStep step) {
    return switch (step.action()) {
      case REJECT -> step.from() == HazardState.ACCEPTED;
      case FAIL_RECHECK, REOPEN -> true;
      default -> false;
    };
  }

  /** The stays of the hazard in the stock, by the code of the grade. */
  Map<Optional<String>, StockAndFlow> byGrade() {
    return byGrade;
  }

  /** Whether the hazard was dismissed by the end of the period; it then counts in no rate. */
  boolean isDismissed() {
    return state == HazardState.DISMISSED;
  }

  /** What the hazard adds to the rates, leaving aside whether it has come back. */
  Map<HazardRate, Rate> rates() {
    Map<HazardRate, Rate> rates = new EnumMap<>(HazardRate.class);
    if (registered) {
      rates.put(HazardRate.DISCOVERY, Rate.of(isOwn()));
      rates.put(HazardRate.RECTIFICATION, Rate.of(stands));
    }
    if (accepted != null || isDue()) {
      rates.put(HazardRate.TIMELINESS, Rate.of(stands && inTime));
    }
    if (accepted != null) {
      rates.put(HazardRate.EFFECT, Rate.of(!undone));
    }
    return rates;
  }

  private boolean isOwn() {
    return hazard
        .told(HazardFact.ORIGIN)
        .map(HazardOrigin.byCode()::get)
        .filter(HazardOrigin::isOwn)
        .isPresent();
  }

  /** A hazard that was closed in another ledger was not due here. */
  private boolean isDue() {
    boolean unverified = state == HazardState.CLOSED && !stands;
    return !unverified && deadline.day().filter(period::contains).isPresent();
  }

  /** When it was first accepted in the period; empty if the acceptance was undone. */
  Optional<Instant> effectiveSince() {
    return undone ? Optional.empty() : Optional.ofNullable(accepted);
  }

  /** When it was registered or taken over; empty if that was not in the period. */
  Optional<Instant> recordedInPeriod() {
    return Optional.ofNullable(recorded);
  }
}
