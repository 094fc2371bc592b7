package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import java.time.Duration;
import java.time.Instant;

/**
 * Something that must be done about a hazard and has not been done yet.
 *
 * @param action what
 * @param since since when it is due: the grading that made it so; grading it the same again resets
 *     nothing
 * @param source the clause that asks for it
 */
public record OwedStep(HazardAction action, Instant since, SourceClause source) {

  /** Refuses missing parts. */
  public OwedStep {
    Require.notNull(action, "action");
    Require.notNull(since, "since");
    Require.notNull(source, "source");
  }

  /**
   * Whether it has been due for too long. The law says "promptly" (及时) and names no number; the
   * enterprise must.
   *
   * @param now the present moment
   * @param promptly how long the enterprise allows
   * @return whether more time has passed
   */
  public boolean isOverdue(Instant now, Duration promptly) {
    return now.isAfter(since.plus(promptly));
  }
}
