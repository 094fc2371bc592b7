package io.github.dualprevention.grading.review;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A subject that has to be assessed anew, and why.
 *
 * @param subject the subject's id
 * @param since the first day on which it was due; for a subject that has never been assessed the
 *     day that was asked about
 * @param trigger what made it due; empty if it has never been assessed
 */
public record DueReview(String subject, LocalDate since, Optional<ReviewTrigger> trigger) {

  private static final Wording NEVER = new Wording("从未评估", "it has never been assessed");

  /** Throws {@code IllegalArgumentException} if the id is blank. */
  public DueReview {
    subject = Require.id(subject, "subject");
    Require.notNull(since, "since");
    Require.notNull(trigger, "trigger");
  }

  /**
   * The clause of the trigger.
   *
   * @return empty if the subject has never been assessed
   */
  public Optional<SourceClause> source() {
    return trigger.map(ReviewTrigger::source);
  }

  /**
   * The reason in one sentence.
   *
   * @return subject, day, trigger and clause in both languages
   */
  public Wording explanation() {
    Wording why = trigger.map(ReviewTrigger::when).orElse(NEVER);
    String zhClause =
        source().map(clause -> "（" + clause.document() + "，" + clause.clause() + "）").orElse("");
    String enClause =
        source().map(clause -> " (" + clause.document() + ", " + clause.clause() + ")").orElse("");
    return new Wording(
        "“%s”自%s起应当评估：%s%s".formatted(subject, since, why.zh(), zhClause),
        "%s has been due for assessment since %s: %s%s"
            .formatted(subject, since, why.en(), enClause));
  }
}
