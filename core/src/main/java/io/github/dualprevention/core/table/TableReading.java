package io.github.dualprevention.core.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.FieldModifier;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One pass over one file. */
final class TableReading {

  /** What is read ahead in search of a closing quote; about this long a cell may be. */
  private static final int LONGEST_CELL = 64 * 1024;

  private final TableFormat format;
  private final List<String> names;
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

  TableReading(TableFormat format, String file, Consumer<Row> rows, Consumer<Fault> faults) {
    this.format = format;
    this.names = format.columns().stream().map(Column::name).toList();
    this.file = Require.text(file, "file");
    this.rows = rows;
    this.faults = faults;
  }

  void run(InputStream in) {
    CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .detectBomHeader(true)
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(LONGEST_CELL)
            .build(
                CsvRecordHandler.builder().fieldModifier(new QuoteNote()).build(),
                in,
                StandardCharsets.UTF_8);
    try {
      Iterator<CsvRecord> records = csv.iterator();
      List<String> header = next(records);
      if (header.isEmpty()) {
        lineFault(TableRules.HEADER_MISSING.broken());
        return;
      }
      readHeader(header);
      int[] places = names.stream().mapToInt(name -> placeOf(name, header)).toArray();
      for (List<String> cells = next(records); !cells.isEmpty(); cells = next(records)) {
        readRow(cells, header.size(), places);
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
      return cell;
    }
  }

  /** The cells of the next line that is not empty; none at the end of the file. */
  private List<String> next(Iterator<CsvRecord> records) {
    lastQuoted = false;
    while (records.hasNext()) {
      CsvRecord record = records.next();
      line = record.getStartingLineNumber();
      List<String> cells = record.getFields();
      nextLine = line + 1 + cells.stream().mapToLong(TableReading::lineBreaks).sum();
      if (cells.size() > 1 || lastQuoted || !cells.get(0).isEmpty()) {
        return cells;
      }
      lastQuoted = false;
    }
    return List.of();
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
    for (String name : names) {
      if (!met.contains(name)) {
        headerFault(name, "", TableRules.COLUMN_MISSING.broken("column", name));
      }
    }
  }

  private void headerFault(String column, String value, Reason reason) {
    faults.accept(new Fault(file, line, column, value, reason));
  }

  /**
   * Where a column stands; -1 if it is missing, or stands twice and nobody can say which one is
   * meant.
   */
  private static int placeOf(String name, List<String> header) {
    int place = header.indexOf(name);
    return place == header.lastIndexOf(name) ? place : -1;
  }

  private void readRow(List<String> cells, int width, int[] places) {
    if (cells.size() != width) {
      lineFault(TableRules.ROW_WIDTH.broken("actual", cells.size(), "expected", width));
      return;
    }
    List<String> raw = new ArrayList<>(places.length);
    List<Optional<Object>> values = new ArrayList<>(places.length);
    for (int i = 0; i < places.length; i++) {
      String cell = places[i] < 0 ? "" : cells.get(places[i]);
      raw.add(cell);
      values.add(places[i] < 0 ? Optional.empty() : readCell(format.columns().get(i), cell));
    }
    rows.accept(new Row(file, line, format.columns(), raw, values, isFirst(raw, values)));
  }

  private Optional<Object> readCell(Column<?> column, String cell) {
    Outcome<?> outcome = column.read(cell);
    outcome
        .reasons()
        .forEach(reason -> faults.accept(new Fault(file, line, column.name(), cell, reason)));
    return outcome instanceof Outcome.Accepted<?> accepted
        ? Optional.of(accepted.value())
        : Optional.empty();
  }

  /** Whether no earlier line has the same key; a key with an unsound cell is like no other. */
  private boolean isFirst(List<String> raw, List<Optional<Object>> values) {
    List<Integer> places = format.key().stream().map(format.columns()::indexOf).toList();
    List<Object> key = places.stream().flatMap(place -> values.get(place).stream()).toList();
    if (key.isEmpty() || key.size() < places.size()) {
      return true;
    }
    Long first = firstLines.putIfAbsent(key, line);
    if (first != null) {
      String text = places.stream().map(raw::get).collect(Collectors.joining(", "));
      Reason reason = TableRules.ROW_DUPLICATE.broken("key", text, "first", first);
      faults.accept(
          new Fault(file, line, names.get(places.get(0)), raw.get(places.get(0)), reason));
    }
    return first == null;
  }

  private void lineFault(Reason reason) {
    faults.accept(new Fault(file, line, "", "", reason));
  }
}
