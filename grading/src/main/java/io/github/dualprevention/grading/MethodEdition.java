package io.github.dualprevention.grading;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.table.EffectivePeriod;
import io.github.dualprevention.core.table.TableVersion;

/**
 * Which edition of which method a table is, and where it comes from.
 *
 * @param version the method's id and version
 * @param name the method's name
 * @param period the days on which the edition is in force
 * @param source where the method stands written
 */
public record MethodEdition(
    TableVersion version, Wording name, EffectivePeriod period, SourceClause source) {

  /** Refuses a missing part. */
  public MethodEdition {
    Require.notNull(version, "version");
    Require.notNull(name, "name");
    Require.notNull(period, "period");
    Require.notNull(source, "source");
  }
}
