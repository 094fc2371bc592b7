package io.github.dualprevention.core.oversight;

import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardStep;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** When something was done about a hazard last. */
final class LastStep {

  private LastStep() {}

  /**
   * The latest moment at which a step occurred, whatever the order of recording. To correct the
   * record or to follow another edition of the life cycle is nothing done about the hazard.
   */
  static Optional<Instant> of(Hazard hazard) {
    return hazard.steps().stream()
        .filter(step -> step.action() != HazardAction.CORRECT)
        .filter(step -> step.action() != HazardAction.MIGRATE)
        .map(HazardStep::occurred)
        .max(Comparator.naturalOrder());
  }
}
