package io.github.dualprevention.grading.review;

import io.github.dualprevention.core.Require;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Something that happened and makes assessments out of date.
 *
 * @param trigger the trigger's id, one that is not periodic
 * @param day the day on which it happened or will happen
 * @param subjects the ids of the subjects that it concerns, at least one; empty if it concerns all
 */
public record Occurrence(String trigger, LocalDate day, Optional<Set<String>> subjects) {

  /** Throws {@code IllegalArgumentException} if it concerns a set of subjects without any. */
  public Occurrence {
    trigger = Require.id(trigger, "trigger");
    Require.notNull(day, "day");
    subjects = Require.notNull(subjects, "subjects").map(Set::copyOf);
    Require.require(
        subjects.filter(Set::isEmpty).isEmpty(), "subjects", "must not be an empty set", subjects);
  }

  /**
   * An occurrence that concerns some subjects.
   *
   * @param trigger the trigger's id
   * @param day the day on which it happened or will happen
   * @param subjects the ids of the subjects, at least one
   * @return the occurrence
   */
  public static Occurrence concerning(String trigger, LocalDate day, Set<String> subjects) {
    return new Occurrence(trigger, day, Optional.of(subjects));
  }

  /**
   * An occurrence that concerns every subject.
   *
   * @param trigger the trigger's id
   * @param day the day on which it happened or will happen
   * @return the occurrence
   */
  public static Occurrence concerningAll(String trigger, LocalDate day) {
    return new Occurrence(trigger, day, Optional.empty());
  }

  /** Whether a subject is concerned. */
  boolean concerns(String subject) {
    return subjects.map(ids -> ids.contains(subject)).orElse(true);
  }
}
