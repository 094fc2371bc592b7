package io.github.dualprevention.core.oversight;

import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.HazardStep;

/** What is counted of a hazard. */
enum Flow {
  OPENING,
  REGISTERED,
  TAKEN_OVER,
  REOPENED,
  REGRADED_IN,
  CLOSED_OUT,
  DISMISSED,
  REGRADED_OUT,
  CLOSING;

  /** How a hazard that was not open before a step has come to be so. */
  static Flow in(HazardStep step) {
    if (step.from() != HazardState.DISCOVERED) {
      return REOPENED;
    }
    return step.action() == HazardAction.IMPORT ? TAKEN_OVER : REGISTERED;
  }

  /** How a hazard that was open before a step is so no longer. */
  static Flow out(HazardStep step) {
    return step.to() == HazardState.CLOSED ? CLOSED_OUT : DISMISSED;
  }
}
