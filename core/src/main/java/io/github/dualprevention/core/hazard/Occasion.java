package io.github.dualprevention.core.hazard;

/**
 * When a condition is in question at all; where it is not, it holds and need not be asked.
 *
 * @param always whether it is in question whatever was done
 * @param missing the marks, of steps and of what else holds, without which it is
 * @param done the marks of the same kinds with which it is, as long as they count
 * @param given the marks of evidence with which it is
 */
record Occasion(boolean always, long missing, long done, long given) {

  static final Occasion ALWAYS = new Occasion(true, 0, 0, 0);
  static final Occasion NEVER = new Occasion(false, 0, 0, 0);

  static Occasion without(HazardAction step) {
    return withoutAny(step.mark());
  }

  /** Where one of several marks is missing. */
  static Occasion withoutAny(long marks) {
    return new Occasion(false, marks, 0, 0);
  }

  static Occasion after(HazardAction step) {
    return afterAny(step.mark());
  }

  /** Where one of several marks is there. */
  static Occasion afterAny(long marks) {
    return new Occasion(false, 0, marks, 0);
  }

  static Occasion with(HazardFact fact) {
    return new Occasion(false, 0, 0, fact.mark());
  }

  /** When the one or the other is. */
  Occasion or(Occasion other) {
    return new Occasion(
        always || other.always, missing | other.missing, done | other.done, given | other.given);
  }

  /** Whether it is there, after the steps that count and with the evidence that has come. */
  boolean arises(long counting, long present) {
    return always || ((missing & ~counting) | (done & counting) | (given & present)) != 0;
  }
}
