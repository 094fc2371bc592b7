package io.github.dualprevention.core.hazard;

import java.time.Instant;

/**
 * An order of a regulator that a hazard is under.
 *
 * @param step the number of the step that has received it last, by which a recheck names it
 * @param document the number of its document
 * @param body the body that gave it
 * @param received when it was received last
 * @param rechecked whether it has passed the regulator's recheck since then, and since something
 *     was rectified again
 */
record ReceivedOrder(int step, String document, String body, Instant received, boolean rechecked) {

  /** The order that a step has received. */
  static ReceivedOrder of(HazardStep step, boolean rechecked) {
    return new ReceivedOrder(
        step.number(),
        step.facts().getOrDefault(HazardFact.DOCUMENT, ""),
        step.facts().getOrDefault(HazardFact.BODY, ""),
        step.occurred(),
        rechecked);
  }

  /** The body that gave it, and its number. */
  String name() {
    return body + ", " + document;
  }

  /** Whether a recheck names it. */
  boolean isNamedBy(String recheck) {
    return Integer.toString(step).equals(recheck);
  }

  /** The step and the name, as in {@code 4 (emergency bureau, 2026-12)}. */
  @Override
  public String toString() {
    return step + " (" + name() + ")";
  }
}
