package io.github.dualprevention.core.table;

import io.github.dualprevention.core.Require;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a file has its columns. */
final class Header {

  private final String file;
  private final List<Column<?>> columns;
  private final List<String> names;

  /** For each column of the format its place in the file. */
  private final int[] places;

  /**
   * For each column that was left out as it may be, what an empty cell of it means; none if some
   * name is unknown, for it may be such a column misspelt.
   */
  private final @Nullable Object[] meanings;

  Header(String file, TableFormat format, List<String> names) {
    this.file = file;
    this.columns = format.columns();
    this.names = names;
    this.places = columns.stream().mapToInt(column -> placeOf(column.name(), names)).toArray();
    this.meanings = new Object[places.length];
    Set<String> known = columns.stream().map(Column::name).collect(Collectors.toSet());
    for (Column<?> column : format.dispensable()) {
      if (known.containsAll(names) && !names.contains(column.name())) {
        meanings[columns.indexOf(column)] = column.read("").orThrow();
      }
    }
  }

  private static int placeOf(String name, List<String> names) {
    int place = names.indexOf(name);
    return place == names.lastIndexOf(name) ? place : -1;
  }

  String file() {
    return file;
  }

  /** The names as they stand in the file. */
  List<String> names() {
    return names;
  }

  /**
   * Where a column of the format stands in the file; -1 if it is missing, or stands twice and
   * nobody can say which one is meant.
   */
  int place(int column) {
    return places[column];
  }

  /** What a cell of a column without place means; null if nothing. */
  @Nullable Object meaning(int column) {
    return meanings[column];
  }

  /** Which column of the format it is. */
  int indexOf(Column<?> column) {
    int index = columns.indexOf(column);
    if (index < 0) {
      throw Require.refusal("column", "must be one of " + columns, column);
    }
    return index;
  }
}
