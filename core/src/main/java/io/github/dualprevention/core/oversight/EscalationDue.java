package io.github.dualprevention.core.oversight;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.hazard.EscalationLevel;
import io.github.dualprevention.core.table.TableVersion;
import java.time.LocalDate;

/**
 * A hazard that has to be escalated, to whom, and what says so.
 *
 * @param hazardId the hazard
 * @param level the highest level that has to hear of it
 * @param basis because of what
 * @param since the first day on which that was due
 * @param source where it stands written
 * @param table the edition of the ladder
 */
public record EscalationDue(
    String hazardId,
    EscalationLevel level,
    EscalationBasis basis,
    LocalDate since,
    SourceClause source,
    TableVersion table) {

  /** Refuses missing parts. */
  public EscalationDue {
    Require.notNull(hazardId, "hazardId");
    Require.notNull(level, "level");
    Require.notNull(basis, "basis");
    Require.notNull(since, "since");
    Require.notNull(source, "source");
    Require.notNull(table, "table");
  }
}
