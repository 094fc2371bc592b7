package io.github.dualprevention.benchmarks;

import io.github.dualprevention.core.hazard.HazardState;

/** A contender that leads a hazard through its life. */
interface HazardWalk {

  /**
   * Begins with a hazard that was discovered.
   *
   * @return where the hazard stands after the last step
   * @throws IllegalStateException if a step is refused
   */
  HazardState walk(WalkCase[] cases);

  /** What a contender throws that refuses a step. */
  static IllegalStateException refusal(WalkCase step) {
    return new IllegalStateException("not allowed: " + step.command());
  }
}
