package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.responsibility.Actor;
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
 * @param occurred when it is said to have happened
 * @param now when it is said
 * @param facts the evidence, sound in its forms; none where only standing conditions are asked
 */
record Attempt(
    HazardLifeCycle lifeCycle,
    Hazard hazard,
    HazardAction wanted,
    Actor actor,
    Instant occurred,
    Instant now,
    Map<HazardFact, String> facts) {

  Term action() {
    return wanted.term();
  }

  HazardProfile profile() {
    return lifeCycle.profile();
  }

  /** The day on which it is said; what must be in time is recorded in time. */
  LocalDate today() {
    return LocalDate.ofInstant(now, profile().zone());
  }

  /** The day on which it is said to have happened. */
  LocalDate day() {
    return LocalDate.ofInstant(occurred, profile().zone());
  }

  /** The day that a piece of evidence names; null where it is missing. */
  @Nullable LocalDate dayOf(HazardFact fact) {
    String text = facts.get(fact);
    return text == null ? null : HazardFact.day(text);
  }

  /** Whether the evidence gives a grade that is not major; one that is not listed is none. */
  boolean lowers() {
    String code = facts.get(HazardFact.GRADE);
    return code != null && lifeCycle.grade(code).filter(grade -> !grade.major()).isPresent();
  }
}
