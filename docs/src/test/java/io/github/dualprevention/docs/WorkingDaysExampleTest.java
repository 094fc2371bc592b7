package io.github.dualprevention.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.calendar.StatutoryCalendar;
import io.github.dualprevention.core.calendar.WorkingDays;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import org.junit.jupiter.api.Test;

/** The example of a table of holidays. */
class WorkingDaysExampleTest {

  private static final Path HOLIDAYS = Path.of("examples/working-days/holidays.csv");

  @Test
  void theExampleIsACalendarOfOneYear() throws IOException {
    try (InputStream in = Files.newInputStream(HOLIDAYS)) {
      StatutoryCalendar calendar = StatutoryCalendar.read("holidays.csv", in);

      assertThat(calendar.years()).containsExactly(Year.of(2026));
      assertThat(new WorkingDays(calendar).after(LocalDate.of(2026, 9, 30), 3))
          .isEqualTo(LocalDate.of(2026, 10, 10));
    }
  }

  @Test
  void everyLineOfTheExampleSaysThatItIsOne() throws IOException {
    assertThat(Files.readAllLines(HOLIDAYS).stream().skip(1))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains("example to be replaced by the State Council's notice of the year")
                    .endsWith(",RECALLED"));
  }
}
