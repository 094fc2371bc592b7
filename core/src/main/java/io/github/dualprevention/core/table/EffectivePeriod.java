package io.github.dualprevention.core.table;

import io.github.dualprevention.core.Require;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The days on which an edition of a rule table is in force.
 *
 * @param from the first day in force; empty if the source states none
 * @param until the first day no longer in force, after {@code from}; empty if it has not been
 *     repealed
 */
public record EffectivePeriod(Optional<LocalDate> from, Optional<LocalDate> until) {

  /** Throws {@code IllegalArgumentException} if the period holds no day. */
  public EffectivePeriod {
    Require.notNull(from, "from");
    Require.notNull(until, "until");
    boolean ordered = from.isEmpty() || until.isEmpty() || from.get().isBefore(until.get());
    if (!ordered) {
      throw Require.refusal("until", "must be after from " + from, until);
    }
  }

  /**
   * Whether the edition is in force.
   *
   * @param day the day in question
   * @return whether the day lies in the period
   */
  public boolean contains(LocalDate day) {
    return from.filter(day::isBefore).isEmpty()
        && until.filter(end -> !day.isBefore(end)).isEmpty();
  }

  /**
   * Whether two editions would be in force at once.
   *
   * @param other the other edition's period
   * @return whether some day lies in both
   */
  public boolean overlaps(EffectivePeriod other) {
    return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
  }

  private boolean startsBeforeEndOf(EffectivePeriod other) {
    return from.isEmpty() || other.until.isEmpty() || from.get().isBefore(other.until.get());
  }

  /** The period as {@code [from, until)}, {@code ..} where it is open. */
  @Override
  public String toString() {
    return "["
        + from.map(LocalDate::toString).orElse("..")
        + ", "
        + until.map(LocalDate::toString).orElse("..")
        + ")";
  }
}
