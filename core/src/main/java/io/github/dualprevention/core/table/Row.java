package io.github.dualprevention.core.table;

import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import java.util.List;
import java.util.Optional;

/**
 * A row whose cells are all sound; it knows where it stands, so that later rules can point at it.
 */
public final class Row {

  private final String file;
  private final long line;
  private final List<Column<?>> columns;
  private final List<String> raw;
  private final List<Optional<Object>> values;
  private final boolean sound;

  /**
   * Takes raw cells and their meanings in the order of the columns; a cell without meaning is
   * empty.
   */
  Row(
      String file,
      long line,
      List<Column<?>> columns,
      List<String> raw,
      List<Optional<Object>> values,
      boolean unique) {
    this.file = file;
    this.line = line;
    this.columns = columns;
    this.raw = raw;
    this.values = values;
    this.sound = unique && values.stream().allMatch(Optional::isPresent);
  }

  /**
   * Whether nothing is wrong with the row.
   *
   * @return whether every cell could be read and no earlier row has the same key
   */
  public boolean isSound() {
    return sound;
  }

  /**
   * Whether a cell could be read.
   *
   * @param column a column of the format that was read
   * @return whether {@link #get} answers
   * @throws IllegalArgumentException if the format has no such column
   */
  public boolean isSound(Column<?> column) {
    return values.get(index(column)).isPresent();
  }

  /**
   * What a cell means.
   *
   * @param <T> the column's type
   * @param column a column of the format that was read
   * @return the meaning of this row's cell
   * @throws IllegalArgumentException if the format has no such column, or the cell could not be
   *     read
   */
  @SuppressWarnings("unchecked") // the value was made by this very column
  public <T> T get(Column<T> column) {
    return (T)
        values
            .get(index(column))
            .orElseThrow(() -> Require.refusal(column.name(), "must be a sound cell", raw(column)));
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
    if (index < 0) {
      throw Require.refusal("column", "must be one of " + columns, column);
    }
    return index;
  }
}
