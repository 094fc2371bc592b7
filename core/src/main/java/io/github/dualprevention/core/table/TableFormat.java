package io.github.dualprevention.core.table;

import io.github.dualprevention.core.Require;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The columns that a CSV file must have, and the reader that holds it to them.
 *
 * <p>Files are UTF-8, with or without byte order mark, with one header line that names exactly the
 * format's columns in any order; only those that the format {@linkplain #mayLack may lack} can be
 * left out. Empty lines are passed over; any other line is a sound row or has a fault, its own or
 * the header's.
 */
public final class TableFormat {

  private static final Logger LOG = LoggerFactory.getLogger(TableFormat.class);

  private final List<Column<?>> columns;
  private final List<Column<?>> key;
  private final Set<Column<?>> dispensable;

  private TableFormat(List<Column<?>> columns, List<Column<?>> key, Set<Column<?>> dispensable) {
    this.columns = columns;
    this.key = key;
    this.dispensable = dispensable;
  }

  /**
   * Obtains a format from its columns.
   *
   * @param columns all columns, each name once
   * @return the format
   */
  public static TableFormat of(Column<?>... columns) {
    List<Column<?>> all = Require.notEmpty(List.of(columns), "columns");
    Set<String> names = all.stream().map(Column::name).collect(Collectors.toSet());
    Require.require(names.size() == all.size(), "columns", "must have different names", all);
    return new TableFormat(all, List.of(), Set.of());
  }

  /**
   * The same format where a row is a fault if an earlier one has the same key; the earlier row
   * stands.
   *
   * @param key columns that together identify a row
   * @return the format
   */
  public TableFormat uniqueBy(Column<?>... key) {
    List<Column<?>> keyColumns = List.of(key);
    Require.require(
        columns.containsAll(keyColumns), "key", "must be columns of the format", keyColumns);
    return new TableFormat(columns, keyColumns, dispensable);
  }

  /**
   * The same format where a file may leave columns out as a whole; their cells are then empty.
   *
   * @param dispensable columns of the format in which a cell may be empty
   * @return the format
   */
  public TableFormat mayLack(Column<?>... dispensable) {
    Set<Column<?>> lacking = Set.of(dispensable);
    Require.require(
        columns.containsAll(lacking), "dispensable", "must be columns of the format", lacking);
    for (Column<?> column : dispensable) {
      boolean mayBeEmpty = column.read("").reasons().isEmpty();
      Require.require(mayBeEmpty, "dispensable", "must be columns that may be empty", column);
    }
    return new TableFormat(columns, key, lacking);
  }

  /**
   * The columns in the order in which they were declared.
   *
   * @return all columns
   */
  public List<Column<?>> columns() {
    return columns;
  }

  /** The columns that identify a row; none if any row may stand twice. */
  List<Column<?>> key() {
    return key;
  }

  /** The columns that a file may leave out. */
  Set<Column<?>> dispensable() {
    return dispensable;
  }

  /**
   * Reads a whole file into memory.
   *
   * @param file the name that faults shall carry
   * @param in the bytes; not closed
   * @return sound rows and faults
   * @throws UncheckedIOException if the bytes cannot be read
   */
  public Table read(String file, InputStream in) {
    List<Row> rows = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    forEach(
        file,
        in,
        row -> {
          if (row.isSound()) {
            rows.add(row);
          }
        },
        faults::add);
    LOG.debug("{}: {} rows, {} faults", file, rows.size(), faults.size());
    return new Table(rows, faults);
  }

  /**
   * Reads a file row by row, so that it never stands whole in memory; for rules that need more than
   * one cell, and for files that are large.
   *
   * @param file the name that faults shall carry
   * @param in the bytes; not closed
   * @param rows takes each row that has as many cells as the header, sound or not, in order
   * @param faults takes each fault, in order; a row's faults come before the row
   * @throws UncheckedIOException if the bytes cannot be read
   */
  public void forEach(String file, InputStream in, Consumer<Row> rows, Consumer<Fault> faults) {
    new TableReading(this, file, rows, faults).run(in);
  }
}
