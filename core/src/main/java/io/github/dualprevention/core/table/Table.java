package io.github.dualprevention.core.table;

import java.util.List;

/**
 * A file that was read to its end.
 *
 * @param rows the sound rows in the order of the file
 * @param faults everything else, in the order of the file
 */
public record Table(List<Row> rows, List<Fault> faults) {

  /** Copies both lists. */
  public Table {
    rows = List.copyOf(rows);
    faults = List.copyOf(faults);
  }

  /**
   * The rows, if nothing at all is wrong with the file.
   *
   * @return all rows in the order of the file
   * @throws InvalidTableException with all faults if there is one
   */
  public List<Row> rowsOrThrow() {
    if (!faults.isEmpty()) {
      throw new InvalidTableException(faults);
    }
    return rows;
  }
}
