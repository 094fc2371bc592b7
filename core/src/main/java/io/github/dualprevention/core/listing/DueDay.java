package io.github.dualprevention.core.listing;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import java.time.LocalDate;

/**
 * The last day on which a limit is kept, and what says so.
 *
 * @param day the last day in time
 * @param source where the limit stands written
 */
public record DueDay(LocalDate day, SourceClause source) {

  /** Refuses missing parts. */
  public DueDay {
    Require.notNull(day, "day");
    Require.notNull(source, "source");
  }
}
