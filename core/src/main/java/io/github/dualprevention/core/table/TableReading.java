package io.github.dualprevention.core.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.FieldModifier;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One pass over one file. */
final class TableReading {

  /** What is read ahead in search of a closing quote; about this long a cell may be. */
  private static final int LONGEST_CELL = 64 * 1024;

  /** More than any table needs, and little enough for any heap. */
  private static final int LONGEST_LINE = 1024 * 1024;

  private final TableFormat format;
  private final List<Column<?>> columns;
  private final List<String> names;

  /** Where the key stands among the columns. */
  private final int[] key;

  private final String file;
  private final Consumer<Row> rows;
  private final Consumer<Fault> faults;
  private final Map<List<Object>, Long> firstLines = new HashMap<>();

  /** The line in which the current record starts, and the one after it. */
  private long line = 1;

  private long nextLine = 1;

  /**
   * Whether the last cell stood in quotes: a line with nothing but {@code ""} is not an empty line.
   */
  private boolean lastQuoted;

  /** Line breaks inside the cells of the current record. */
  private long lineBreaks;

  TableReading(TableFormat format, String file, Consumer<Row> rows, Consumer<Fault> faults) {
    this.format = format;
    this.columns = format.columns();
    this.names = columns.stream().map(Column::name).toList();
    this.key = format.key().stream().mapToInt(columns::indexOf).toArray();
    this.file = Require.text(file, "file");
    this.rows = rows;
    this.faults = faults;
  }

  void run(InputStream in) {
    CsvReader<String[]> csv =
        CsvReader.builder()
            .detectBomHeader(true)
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(LONGEST_CELL)
            .build(
                StringArrayHandler.builder()
                    .maxFieldSize(LONGEST_CELL)
                    .maxRecordSize(LONGEST_LINE)
                    .fieldModifier(new QuoteNote())
                    .build(),
                in,
                StandardCharsets.UTF_8);
    try {
      Iterator<String[]> records = csv.iterator();
      String[] first = next(records);
      if (first.length == 0) {
        lineFault(TableRules.HEADER_MISSING.broken());
        return;
      }
      readHeader(List.of(first));
      Header header = new Header(file, format, List.of(first));
      for (String[] cells = next(records); cells.length > 0; cells = next(records)) {
        readRow(header, cells);
      }
    } catch (CsvParseException broken) {
      line = nextLine;
      lineFault(TableRules.SYNTAX.broken());
    }
  }

  /** Sees each cell as it is read, and changes none. */
  private final class QuoteNote implements FieldModifier {
    @Override
    public String modify(long startingLine, int place, boolean quoted, String cell) {
      lastQuoted = quoted;
      if (quoted) { // no other cell can hold any
        lineBreaks += lineBreaks(cell);
      }
      return cell;
    }
  }

  /** The cells of the next line that is not empty; none at the end of the file. */
  private String[] next(Iterator<String[]> records) {
    lastQuoted = false;
    lineBreaks = 0;
    while (records.hasNext()) {
      String[] cells = records.next();
      line = nextLine;
      nextLine = line + 1 + lineBreaks;
      if (cells.length > 1 || lastQuoted || !cells[0].isEmpty()) {
        return cells;
      }
      lastQuoted = false;
      lineBreaks = 0;
    }
    return new String[0];
  }

  private static long lineBreaks(String cell) {
    long breaks = 0;
    for (int i = 0; i < cell.length(); i++) {
      boolean pair = cell.charAt(i) == '\r' && i + 1 < cell.length() && cell.charAt(i + 1) == '\n';
      breaks += (cell.charAt(i) == '\n' || cell.charAt(i) == '\r') && !pair ? 1 : 0;
    }
    return breaks;
  }

  private void readHeader(List<String> header) {
    Set<String> met = new HashSet<>();
    for (String name : header) {
      if (!names.contains(name)) {
        String known = String.join(", ", names);
        headerFault(name, name, TableRules.COLUMN_UNKNOWN.broken("column", name, "known", known));
      } else if (!met.add(name)) {
        headerFault(name, name, TableRules.COLUMN_DUPLICATE.broken("column", name));
      }
    }
    for (Column<?> column : columns) {
      String name = column.name();
      if (!met.contains(name) && !format.dispensable().contains(column)) {
        headerFault(name, "", TableRules.COLUMN_MISSING.broken("column", name));
      }
    }
  }

  private void headerFault(String column, String value, Reason reason) {
    faults.accept(new Fault(file, line, column, value, reason));
  }

  private void readRow(Header header, String[] cells) {
    int width = header.names().size();
    if (cells.length != width) {
      lineFault(TableRules.ROW_WIDTH.broken("actual", cells.length, "expected", width));
      return;
    }
    @Nullable Object[] values = new Object[columns.size()];
    boolean sound = true;
    for (int i = 0; i < values.length; i++) {
      int place = header.place(i);
      values[i] = place < 0 ? header.meaning(i) : readCell(columns.get(i), cells[place]);
      sound &= values[i] != null;
    }
    boolean first = isFirst(header, cells, values);
    rows.accept(new Row(header, line, cells, values, sound && first));
  }

  private @Nullable Object readCell(Column<?> column, String cell) {
    Outcome<?> outcome = column.read(cell);
    if (outcome instanceof Outcome.Accepted<?> accepted) {
      return accepted.value();
    }
    for (Reason reason : outcome.reasons()) {
      faults.accept(new Fault(file, line, column.name(), cell, reason));
    }
    return null;
  }

  /** Whether no earlier line has the same key; a key with an unsound cell is like no other. */
  private boolean isFirst(Header header, String[] cells, @Nullable Object[] values) {
    List<Object> meaning = new ArrayList<>(key.length);
    for (int column : key) {
      Object value = values[column];
      if (value != null) {
        meaning.add(value);
      }
    }
    if (meaning.isEmpty() || meaning.size() < key.length) {
      return true;
    }
    Long before = firstLines.putIfAbsent(meaning, line);
    if (before != null) {
      List<String> raw =
          Arrays.stream(key)
              .mapToObj(i -> header.place(i) < 0 ? "" : cells[header.place(i)])
              .toList();
      Reason reason =
          TableRules.ROW_DUPLICATE.broken("key", String.join(", ", raw), "first", before);
      faults.accept(new Fault(file, line, names.get(key[0]), raw.get(0), reason));
    }
    return before == null;
  }

  private void lineFault(Reason reason) {
    faults.accept(new Fault(file, line, "", "", reason));
  }
}
