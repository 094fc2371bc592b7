package io.github.dualprevention.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatutoryCalendarTest {

  private static final String HEADER =
      "id,version,from,until,kind,zh,en,document,clause,evidence\n";
  private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

  @Test
  void theSampleIsAsWritten() {
    StatutoryCalendar calendar = sample();

    assertThat(calendar.version()).hasToString("HOLIDAYS:SAMPLE@1");
    assertThat(calendar.years()).containsExactly(Year.of(2025), Year.of(2026));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-01-01,true", // the first day covered: a Wednesday of which nothing is said
    "2025-01-04,false",
    "2025-12-26,true",
    "2025-12-28,false",
    "2025-12-29,false",
    "2025-12-31,false",
    "2026-01-01,false",
    "2026-01-02,false",
    "2026-01-03,false",
    "2026-01-04,true", // a Sunday
    "2026-01-05,true",
    "2026-01-09,true",
    "2026-01-10,false",
    "2026-01-11,false",
    "2026-09-30,true",
    "2026-10-01,false",
    "2026-10-07,false",
    "2026-10-08,true",
    "2026-10-10,true",
    "2026-10-11,true",
    "2026-10-17,false",
    "2026-12-31,true"
  })
  void mondayToFridayAreWorkedExceptAsTheTableSays(LocalDate day, boolean worked) {
    assertThat(sample().isWorkingDay(day)).isEqualTo(worked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-12-31", "2027-01-01", "1999-06-01", "-0001-06-01"})
  void refusesADayOfAYearThatTheTableDoesNotName(LocalDate day) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> sample().isWorkingDay(day))
        .satisfies(
            refused -> {
              assertThat(refused.code()).isEqualTo("calendar.day.not-covered");
              assertThat(refused.reasons()).hasSize(1);
              assertThat(refused.reasons().get(0).values())
                  .containsExactly(
                      Map.entry("day", day.toString()), Map.entry("covered", "2025, 2026"));
              assertThat(refused.reasons().get(0).message().zh())
                  .contains(day.toString(), "2025, 2026");
              assertThat(refused.reasons().get(0).message().en())
                  .contains(day.toString(), "2025, 2026");
            });
  }

  @Test
  void aYearBetweenTwoThatTheTableNamesIsNotCovered() {
    StatutoryCalendar calendar =
        read(line("2026-01-01", "2026-01-01", "HOLIDAY", "2028-01-01", "2028-01-01", "HOLIDAY"));

    assertThat(calendar.years()).containsExactly(Year.of(2026), Year.of(2028));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> calendar.isWorkingDay(LocalDate.of(2027, 6, 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-02,2026-05-01,HOLIDAY,until,calendar.table.until-before-from",
    "2026-12-31,2027-01-01,HOLIDAY,until,calendar.table.two-years",
    "2026-05-09,2026-05-11,WORKDAY,kind,calendar.table.weekday",
    "2026-05-08,2026-05-09,WORKDAY,kind,calendar.table.weekday",
    "2026-05-31,2026-06-31,HOLIDAY,until,table.cell.date",
    "2026-05-31,2026-06-01,FESTIVAL,kind,table.cell.code"
  })
  void refusesALineThatIsWrongByItself(
      String from, String until, String kind, String column, String code) {
    assertThat(faultsOf(line("2026-03-02", "2026-03-02", "HOLIDAY", from, until, kind)))
        .extracting(
            Fault::file, Fault::line, Fault::column, Fault::value, fault -> fault.reason().code())
        .containsExactly(
            tuple("holidays.csv", 3L, column, column.equals("kind") ? kind : until, code));
  }

  @ParameterizedTest
  @CsvSource({"2026-05-09,2026-05-10", "2026-05-09,2026-05-09", "2026-05-10,2026-05-10"})
  void onlyDaysOfAWeekendAreWorkedInstead(LocalDate from, LocalDate until) {
    StatutoryCalendar calendar = read(line(from.toString(), until.toString(), "WORKDAY"));

    assertThat(from.datesUntil(until.plusDays(1))).allMatch(calendar::isWorkingDay);
  }

  @Test
  void everyReasonTellsTheDaysThatItIsAbout() {
    List<Fault> faults =
        faultsOf(
            line(
                "2026-05-02",
                "2026-05-01",
                "HOLIDAY", //
                "2026-12-31",
                "2027-01-01",
                "HOLIDAY", //
                "2026-05-09",
                "2026-05-13",
                "WORKDAY", //
                "2026-05-13",
                "2026-05-14",
                "HOLIDAY"));

    assertThat(faults)
        .extracting(
            Fault::line, Fault::column, Fault::value, fault -> fault.reason().values().toString())
        .containsExactly(
            tuple(2L, "until", "2026-05-01", "{from=2026-05-02}"),
            tuple(3L, "until", "2027-01-01", "{from=2026-12-31}"),
            tuple(4L, "kind", "WORKDAY", "{day=2026-05-11}"),
            tuple(5L, "from", "2026-05-13", "{line=4, from=2026-05-09, until=2026-05-13}"));
    assertThat(faults.get(3).reason().code()).isEqualTo("calendar.table.overlap");
    assertThat(faults.get(3).reason().message().zh()).isEqualTo("在第4行的2026-05-09至2026-05-13之内");
  }

  @Test
  void refusesEveryLineOfAnotherEdition() {
    String other = HEADER + "A,1,2026-05-01,2026-05-01,HOLIDAY,示例,sample,示例,1,ENTERPRISE\n";
    String second = other + "A,2,2026-05-01,2026-05-01,HOLIDAY,示例,sample,示例,1,ENTERPRISE\n";
    String third = second + "B,1,2026-05-01,2026-05-01,HOLIDAY,示例,sample,示例,1,ENTERPRISE\n";

    assertThat(faultsOf(third))
        .extracting(Fault::line, fault -> fault.reason().code())
        .containsExactly(tuple(3L, "table.edition.other"), tuple(4L, "table.edition.other"));
  }

  @Test
  void aTableWithoutLinesIsNoCalendar() {
    assertThat(faultsOf(HEADER))
        .extracting(fault -> fault.reason().code())
        .containsExactly("table.edition.empty");
  }

  @Property
  @Label("of all tables the sound ones answer as written, the others are refused with every fault")
  void ofAllTablesTheSoundOnesAnswerAsWritten(@ForAll Random random) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(5); i++) {
      LocalDate from = NEW_YEAR.plusDays(random.nextInt(40) - 20);
      String kind = random.nextInt(3) == 0 ? "WORKDAY" : "HOLIDAY";
      lines.add(new Line(i + 2, from, from.plusDays(random.nextInt(6) - 1), kind));
    }
    StringBuilder csv = new StringBuilder(HEADER);
    lines.forEach(line -> csv.append(csv(line.from + "", line.until + "", line.kind)));
    List<Tuple> expected = lines.stream().flatMap(line -> line.faults(lines).stream()).toList();

    if (expected.isEmpty()) {
      assertAnswersAsWritten(read(csv.toString()), lines);
    } else {
      List<Fault> faults = faultsOf(csv.toString());
      assertThat(faults)
          .extracting(Fault::line, fault -> fault.reason().code())
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(faults).extracting(Fault::line).isSorted();
    }
  }

  private static void assertAnswersAsWritten(StatutoryCalendar calendar, List<Line> lines) {
    Map<LocalDate, Boolean> listed = new HashMap<>();
    for (Line line : lines) {
      line.from
          .datesUntil(line.until.plusDays(1))
          .forEach(day -> listed.put(day, line.kind.equals("WORKDAY")));
    }
    for (Year year : calendar.years()) {
      assertThat(lines).anyMatch(line -> line.from.getYear() == year.getValue());
      year.atDay(1)
          .datesUntil(year.plusYears(1).atDay(1))
          .forEach(
              day ->
                  assertThat(calendar.isWorkingDay(day))
                      .as(day.toString())
                      .isEqualTo(listed.getOrDefault(day, !isWeekend(day))));
    }
    assertThat(calendar.years())
        .hasSize((int) lines.stream().map(line -> line.from.getYear()).distinct().count());
  }

  /** A line as it is written, and what a reader would object to. */
  private record Line(long number, LocalDate from, LocalDate until, String kind) {

    List<Tuple> faults(List<Line> all) {
      List<Tuple> faults = new ArrayList<>();
      boolean backwards = until.isBefore(from);
      if (backwards) {
        faults.add(tuple(number, "calendar.table.until-before-from"));
      } else if (until.getYear() > from.getYear()) {
        faults.add(tuple(number, "calendar.table.two-years"));
      }
      if (!backwards && all.stream().anyMatch(this::startsWithin)) {
        faults.add(tuple(number, "calendar.table.overlap"));
      }
      if (!backwards
          && kind.equals("WORKDAY")
          && !from.datesUntil(until.plusDays(1)).allMatch(StatutoryCalendarTest::isWeekend)) {
        faults.add(tuple(number, "calendar.table.weekday"));
      }
      return faults;
    }

    private boolean startsWithin(Line other) {
      boolean first =
          other.from.isBefore(from) || (other.from.equals(from) && other.number < number);
      return first && !other.until.isBefore(from);
    }
  }

  private static boolean isWeekend(LocalDate day) {
    return List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());
  }

  /** A file with a line for each three texts: first day, last day, kind. */
  private static String line(String... cells) {
    StringBuilder csv = new StringBuilder(HEADER);
    for (int i = 0; i < cells.length; i += 3) {
      csv.append(csv(cells[i], cells[i + 1], cells[i + 2]));
    }
    return csv.toString();
  }

  private static String csv(String from, String until, String kind) {
    return "T,1,%s,%s,%s,示例,sample,示例,1,ENTERPRISE\n".formatted(from, until, kind);
  }

  private static List<Fault> faultsOf(String csv) {
    List<Fault> faults = new ArrayList<>();
    assertThatExceptionOfType(InvalidTableException.class)
        .isThrownBy(() -> read(csv))
        .satisfies(refused -> faults.addAll(refused.faults()));
    return faults;
  }

  private static StatutoryCalendar read(String csv) {
    return StatutoryCalendar.read(
        "holidays.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
  }

  static StatutoryCalendar sample() {
    try (InputStream in =
        Objects.requireNonNull(
            StatutoryCalendarTest.class.getResourceAsStream("sample-holidays.csv"))) {
      return StatutoryCalendar.read("sample-holidays.csv", in);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
