package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.table.Column;
import java.util.Optional;

/**
 * Something that is wrong with a life cycle.
 *
 * @param line the line that is wrong; empty if it is the table as a whole
 * @param column the column that shows it
 * @param reason what is wrong
 */
record TableFlaw(Optional<Transition> line, Column<?> column, Reason reason) {

  static TableFlaw of(Transition line, Column<?> column, Reason reason) {
    return new TableFlaw(Optional.of(line), column, reason);
  }

  static TableFlaw ofTable(Reason reason) {
    return new TableFlaw(Optional.empty(), LifeCycleTables.ACTION, reason);
  }
}
