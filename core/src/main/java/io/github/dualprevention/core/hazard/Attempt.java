package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.responsibility.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to do about a hazard, as conditions look at it.
 *
 * @param lifeCycle the life cycle that decides
 * @param hazard the hazard as it is now
 * @param wanted what is wanted
 * @param actor who wants it
 * @param now when it is said
 * @param command what is said, with evidence that is sound in its forms; null where only standing
 *     conditions are asked
 */
record Attempt(
    HazardLifeCycle lifeCycle,
    Hazard hazard,
    HazardAction wanted,
    Actor actor,
    Instant now,
    @Nullable HazardCommand command) {

  private static final long DAY = Duration.ofDays(1).toSeconds();

  Term action() {
    return wanted.term();
  }

  HazardProfile profile() {
    return lifeCycle.profile();
  }

  /** The evidence. */
  Map<HazardFact, String> facts() {
    return command == null ? Map.of() : command.facts();
  }

  /** Whether a condition is in question. */
  boolean raises(Condition condition) {
    long present = command == null ? 0 : command.present();
    return condition.occasion().arises(hazard.done(), present);
  }

  /** The day that a piece of evidence names; null where it is missing. */
  @Nullable LocalDate dayOf(HazardFact fact) {
    return command == null ? null : command.day(fact);
  }

  /** The day on which it is said; what must be in time is recorded in time. */
  LocalDate today() {
    return LocalDate.ofInstant(now, profile().zone());
  }

  /** The day on which it is said to have happened. */
  LocalDate day() {
    return LocalDate.ofInstant(occurred(), profile().zone());
  }

  /** When it is said to have happened. */
  Instant occurred() {
    return command == null ? now : command.occurred();
  }

  /** Whether a day is over when it is said. */
  boolean isOver(LocalDate day) {
    return isOver(day, now);
  }

  /** Whether a day was over when it is said to have happened. */
  boolean wasOver(LocalDate day) {
    return isOver(day, occurred());
  }

  /** No zone is a whole day ahead of UTC; a day later than there need not be looked at. */
  private boolean isOver(LocalDate day, Instant moment) {
    long ahead = day.toEpochDay() - Math.floorDiv(moment.getEpochSecond(), DAY);
    return ahead <= 0 && day.isBefore(LocalDate.ofInstant(moment, profile().zone()));
  }

  /** Whether the evidence gives a grade that is not major; one that is not listed is none. */
  boolean lowers() {
    String code = facts().get(HazardFact.GRADE);
    return code != null && lifeCycle.grade(code).filter(grade -> !grade.major()).isPresent();
  }
}
