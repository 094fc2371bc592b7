package io.github.dualprevention.core.calendar;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.table.Column;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.Row;
import io.github.dualprevention.core.table.SourceColumns;
import io.github.dualprevention.core.table.TableFormat;
import io.github.dualprevention.core.table.TableVersion;
import io.github.dualprevention.core.table.VersionColumns;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Monday to Friday, except as a table of holidays says otherwise; proved when read.
 *
 * <p>No table comes with the library: the State Council announces the holidays of each year, and
 * the host loads what was announced. The calendar covers every year that the table names a day of,
 * and takes that year's list for complete. So a notice that moves days of the year before, as that
 * of New Year's Day may, adds to the lines of that year and does not stand for them.
 */
public final class StatutoryCalendar implements WorkingDayCalendar {

  private enum Kind {
    HOLIDAY,
    WORKDAY
  }

  private static final VersionColumns VERSION = new VersionColumns();
  private static final Column<LocalDate> FROM = Column.date("from");
  private static final Column<LocalDate> UNTIL = Column.date("until");
  private static final Column<Kind> KIND =
      Column.code("kind", ImmutableMap.of("HOLIDAY", Kind.HOLIDAY, "WORKDAY", Kind.WORKDAY));
  private static final SourceColumns SOURCE = new SourceColumns();
  private static final TableFormat FORMAT =
      TableFormat.of(
          VERSION.id(),
          VERSION.version(),
          FROM,
          UNTIL,
          KIND,
          Column.text("zh"),
          Column.text("en"),
          SOURCE.document(),
          SOURCE.clause(),
          SOURCE.evidence());

  /**
   * Days in a row that are all off, or all worked.
   *
   * @param until the last of them
   * @param worked whether they are worked
   */
  private record Span(LocalDate until, boolean worked) {}

  private final TableVersion version;
  private final ImmutableSortedSet<Year> years;

  /** By their first days; no day lies in two of them. */
  private final ImmutableSortedMap<LocalDate, Span> spans;

  private StatutoryCalendar(TableVersion version, ImmutableSortedMap<LocalDate, Span> spans) {
    this.version = version;
    this.spans = spans;
    this.years =
        spans.keySet().stream()
            .map(Year::from)
            .collect(ImmutableSortedSet.toImmutableSortedSet(Year::compareTo));
  }

  /**
   * Reads a table from CSV with the columns {@code
   * id,version,from,until,kind,zh,en,document,clause,evidence}. A line is of the days {@code from}
   * to {@code until}, both among them, in one year; the kind is {@code HOLIDAY} if they are off
   * (法定节假日及调休放假), {@code WORKDAY} if they are days of a weekend and worked (调休上班).
   *
   * @param file the name that faults shall carry
   * @param in the bytes; not closed
   * @return the calendar
   * @throws InvalidTableException with every faulty cell; where all are sound, with every line of
   *     another edition than the first one; where there is none, with every line that ends before
   *     it starts or in another year, that starts within another line, or that lets a day be worked
   *     which is not of a weekend
   */
  public static StatutoryCalendar read(String file, InputStream in) {
    List<Row> rows = FORMAT.read(file, in).rowsOrThrow();
    TableVersion version = VERSION.ofAll(file, rows);
    List<Fault> faults = new ArrayList<>();
    rows.forEach(row -> addFaultsOf(row, faults));
    addOverlaps(rows, faults);
    if (!faults.isEmpty()) {
      faults.sort(Comparator.comparingLong(Fault::line));
      throw new InvalidTableException(faults);
    }
    return new StatutoryCalendar(
        version,
        rows.stream()
            .collect(
                ImmutableSortedMap.toImmutableSortedMap(
                    LocalDate::compareTo,
                    row -> row.get(FROM),
                    row -> new Span(row.get(UNTIL), row.get(KIND) == Kind.WORKDAY))));
  }

  private static void addFaultsOf(Row row, List<Fault> faults) {
    LocalDate from = row.get(FROM);
    LocalDate until = row.get(UNTIL);
    if (until.isBefore(from)) {
      faults.add(row.fault(UNTIL, CalendarRules.UNTIL_BEFORE_FROM.broken("from", from)));
    } else if (until.getYear() != from.getYear()) {
      faults.add(row.fault(UNTIL, CalendarRules.TWO_YEARS.broken("from", from)));
    }
    LocalDate weekday = from;
    while (isWeekend(weekday)) {
      weekday = weekday.plusDays(1);
    }
    if (row.get(KIND) == Kind.WORKDAY && !weekday.isAfter(until)) {
      faults.add(row.fault(KIND, CalendarRules.WEEKDAY.broken("day", weekday)));
    }
  }

  /** One fault for each line that starts within another one. */
  private static void addOverlaps(List<Row> rows, List<Fault> faults) {
    List<Row> inOrder =
        rows.stream()
            .filter(row -> !row.get(UNTIL).isBefore(row.get(FROM)))
            .sorted(Comparator.comparing(row -> row.get(FROM)))
            .toList();
    Optional<Row> furthest = Optional.empty();
    for (Row row : inOrder) {
      furthest
          .filter(other -> !row.get(FROM).isAfter(other.get(UNTIL)))
          .ifPresent(other -> faults.add(row.fault(FROM, overlap(other))));
      furthest =
          furthest
              .filter(other -> !row.get(UNTIL).isAfter(other.get(UNTIL)))
              .or(() -> Optional.of(row));
    }
  }

  private static Reason overlap(Row other) {
    return CalendarRules.OVERLAP.broken(
        "line", other.line(), "from", other.get(FROM), "until", other.get(UNTIL));
  }

  /**
   * The edition of the table.
   *
   * @return id and version
   */
  public TableVersion version() {
    return version;
  }

  /**
   * The years that the calendar covers, from their first to their last day.
   *
   * @return in order, at least one
   */
  public List<Year> years() {
    return years.asList();
  }

  @Override
  public boolean isWorkingDay(LocalDate day) {
    if (!years.contains(Year.from(day))) {
      throw WorkingDayCalendar.notCovered(
          day, years.stream().map(Year::toString).collect(Collectors.joining(", ")));
    }
    Map.Entry<LocalDate, Span> listed = spans.floorEntry(day);
    if (listed != null && !listed.getValue().until().isBefore(day)) {
      return listed.getValue().worked();
    }
    return !isWeekend(day);
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
