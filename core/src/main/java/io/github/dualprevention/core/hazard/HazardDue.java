package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that must be done about a hazard.
 *
 * @param action what
 * @param promptly whether the clause says "promptly" (及时) and names no day
 * @param day the last day in time; for what is due promptly, the day on which it fell due; empty if
 *     the limit is counted in working days of a year that the calendar does not know
 * @param postId the post that answers for it; empty if no step names one
 * @param source the clause that asks for it
 */
public record HazardDue(
    HazardAction action,
    boolean promptly,
    Optional<LocalDate> day,
    Optional<String> postId,
    SourceClause source) {

  /** Refuses missing parts. */
  public HazardDue {
    Require.notNull(action, "action");
    Require.notNull(day, "day");
    Require.notNull(postId, "postId");
    Require.notNull(source, "source");
  }
}
