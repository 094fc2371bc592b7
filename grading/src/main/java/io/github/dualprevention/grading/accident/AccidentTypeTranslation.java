package io.github.dualprevention.grading.accident;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.table.TableVersion;
import java.util.Optional;

/**
 * A type of one edition and what it is in another.
 *
 * @param mapping the edition of the mapping that says so
 * @param from the type that was recorded
 * @param to the type that stands for it
 * @param loss what the new code does not tell any more, or what had to be chosen; empty if the type
 *     goes on, under the same or a new name
 * @param source where the line of the mapping stands written
 */
public record AccidentTypeTranslation(
    TableVersion mapping,
    AccidentType from,
    AccidentType to,
    Optional<Wording> loss,
    SourceClause source) {

  /** Refuses missing parts. */
  public AccidentTypeTranslation {
    Require.notNull(mapping, "mapping");
    Require.notNull(from, "from");
    Require.notNull(to, "to");
    Require.notNull(loss, "loss");
    Require.notNull(source, "source");
  }
}
