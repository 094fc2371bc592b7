package io.github.dualprevention.grading.register;

/** What becomes of the sound lines of a register that has faults. */
public enum BatchMode {
  /** One fault, and no line comes out; the graded register of an earlier run stays as it is. */
  ALL_OR_NOTHING,
  /** The sound lines come out, and every fault is listed beside them. */
  KEEP_GOING
}
