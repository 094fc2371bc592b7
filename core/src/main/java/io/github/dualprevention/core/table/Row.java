package io.github.dualprevention.core.table;

import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import java.util.List;

/**
 * A row whose cells are all sound; it knows where it stands, so that later rules can point at it.
 */
public final class Row {

  private final String file;
  private final long line;
  private final List<Column<?>> columns;
  private final List<String> raw;
  private final List<Object> values;

  /** Takes raw cells and their meanings in the order of the columns. */
  Row(String file, long line, List<Column<?>> columns, List<String> raw, List<Object> values) {
    this.file = file;
    this.line = line;
    this.columns = columns;
    this.raw = raw;
    this.values = values;
  }

  /**
   * What a cell means.
   *
   * @param <T> the column's type
   * @param column a column of the format that was read
   * @return the meaning of this row's cell
   * @throws IllegalArgumentException if the format has no such column
   */
  @SuppressWarnings("unchecked") // the value was made by this very column
  public <T> T get(Column<T> column) {
    return (T) values.get(index(column));
  }

  /**
   * The cell as it stands in the file.
   *
   * @param column a column of the format that was read
   * @return the text, not normalised
   * @throws IllegalArgumentException if the format has no such column
   */
  public String raw(Column<?> column) {
    return raw.get(index(column));
  }

  /**
   * The line in which the row starts.
   *
   * @return counted from 1
   */
  public long line() {
    return line;
  }

  /**
   * A fault of one of this row's cells, for rules that need more than the cell itself.
   *
   * @param column a column of the format that was read
   * @param reason the broken rule and why
   * @return the fault with this row's place and the cell's text
   */
  public Fault fault(Column<?> column, Reason reason) {
    return new Fault(file, line, column.name(), raw(column), reason);
  }

  private int index(Column<?> column) {
    int index = columns.indexOf(column);
    Require.require(index >= 0, "column", "must be one of " + columns, column);
    return index;
  }
}
