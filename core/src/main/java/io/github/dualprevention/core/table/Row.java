package io.github.dualprevention.core.table;

import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row whose cells are all sound; it knows where it stands, so that later rules can point at it.
 */
public final class Row {

  private final Header header;
  private final long line;
  private final String[] cells;
  private final @Nullable Object[] values;
  private final boolean sound;

  /**
   * Takes cells in the order of the file and their meanings in the order of the format's columns; a
   * cell without meaning is null.
   */
  Row(Header header, long line, String[] cells, @Nullable Object[] values, boolean sound) {
    this.header = header;
    this.line = line;
    this.cells = cells;
    this.values = values;
    this.sound = sound;
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
    return values[header.indexOf(column)] != null;
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
    Object value = values[header.indexOf(column)];
    if (value == null) {
      throw Require.refusal(column.name(), "must be a sound cell", raw(column));
    }
    return (T) value;
  }

  /**
   * The cell as it stands in the file.
   *
   * @param column a column of the format that was read
   * @return the text, not normalised
   * @throws IllegalArgumentException if the format has no such column
   */
  public String raw(Column<?> column) {
    int place = header.place(header.indexOf(column));
    return place < 0 ? "" : cells[place];
  }

  /**
   * The names of all columns that the file has, known to the format or not.
   *
   * @return in the order of the file
   */
  public List<String> header() {
    return header.names();
  }

  /**
   * All cells as they stand in the file.
   *
   * @return one for each name of {@link #header}
   */
  public List<String> cells() {
    return List.of(cells);
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
    return new Fault(header.file(), line, column.name(), raw(column), reason);
  }
}
