package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.Require;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * What was done about a hazard last. A correction of the record and a migration to another edition
 * of the life cycle are nothing done about it.
 *
 * @param number the step
 * @param action what was done
 * @param occurred the latest moment at which something was done, whatever was recorded later
 */
public record LatestStep(int number, HazardAction action, Instant occurred) {

  /** Refuses missing parts. */
  public LatestStep {
    Require.require(number >= 1, "number", "must be at least 1", number);
    Require.notNull(action, "action");
    Require.notNull(occurred, "occurred");
  }

  /**
   * Reads the steps of a hazard.
   *
   * @param hazard the hazard
   * @return its latest step; empty if nothing was done about it
   */
  public static Optional<LatestStep> of(Hazard hazard) {
    return hazard.steps().stream()
        .filter(step -> step.action() != HazardAction.CORRECT)
        .filter(step -> step.action() != HazardAction.MIGRATE)
        .max(Comparator.comparing(HazardStep::occurred).thenComparing(HazardStep::number))
        .map(step -> new LatestStep(step.number(), step.action(), step.occurred()));
  }
}
