package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.listing.ListingLimit;
import java.time.LocalDate;

/**
 * Something about a supervised listing that must happen and has not happened yet.
 *
 * @param limit what
 * @param day the last day
 * @param source the clause of the profile
 */
public record ListingDue(ListingLimit limit, LocalDate day, SourceClause source) {

  /** Refuses missing parts. */
  public ListingDue {
    Require.notNull(limit, "limit");
    Require.notNull(day, "day");
    Require.notNull(source, "source");
  }

  /**
   * Whether the day has passed; computed, never stored.
   *
   * @param today the present day where the hazard is
   * @return whether it is overdue
   */
  public boolean isOverdue(LocalDate today) {
    return today.isAfter(day);
  }
}
