package io.github.dualprevention.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dualprevention.core.RefusedException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
  private static final WorkingDays SAMPLE = new WorkingDays(StatutoryCalendarTest.sample());
  private static final WorkingDays EVERY_DAY = new WorkingDays(day -> true);
  private static final WorkingDays NEVER = new WorkingDays(day -> false);

  @ParameterizedTest
  @CsvSource({
    "2026-11-25,0,2026-11-25",
    "2026-11-28,0,2026-11-28", // a Saturday stays one
    "2026-11-25,1,2026-11-26",
    "2026-11-25,3,2026-11-30", // over a weekend
    "2026-09-30,1,2026-10-08", // over the holiday
    "2026-09-30,5,2026-10-12", // with the weekend that is worked
    "2026-10-03,1,2026-10-08", // from within the holiday
    "2025-12-26,1,2026-01-04" // over the year's end to a Sunday
  })
  void countsForwardWithoutTheDayItself(LocalDate day, int count, LocalDate last) {
    assertThat(SAMPLE.after(day, count)).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-25,0,2026-11-25",
    "2026-10-03,0,2026-10-03",
    "2026-11-25,1,2026-11-24",
    "2026-11-25,3,2026-11-20",
    "2026-10-08,1,2026-09-30",
    "2026-10-12,5,2026-09-30",
    "2026-10-03,1,2026-09-30",
    "2026-01-04,1,2025-12-26"
  })
  void countsBackWithoutTheDayItself(LocalDate day, int count, LocalDate first) {
    assertThat(SAMPLE.before(day, count)).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-25,2026-11-25,0",
    "2026-11-25,2026-11-24,0",
    "2026-11-25,2020-01-01,0",
    "2026-11-25,2026-11-26,1",
    "2026-11-27,2026-11-29,0",
    "2026-11-27,2026-11-30,1",
    "2026-09-30,2026-10-07,0",
    "2026-09-30,2026-10-12,5",
    "2025-12-26,2026-01-05,2"
  })
  void countsWhatLiesAfterOneDayUpToAnother(LocalDate from, LocalDate until, int count) {
    assertThat(SAMPLE.between(from, until)).isEqualTo(count);
  }

  @Test
  void refusesToCountAcrossADayThatIsNotCovered() {
    LocalDate lastCovered = LocalDate.of(2026, 12, 31);
    LocalDate firstCovered = LocalDate.of(2025, 1, 1);

    assertThat(SAMPLE.after(lastCovered.minusDays(1), 1)).isEqualTo(lastCovered);
    assertNotCovered(() -> SAMPLE.after(lastCovered.minusDays(1), 2), "2027-01-01");
    assertNotCovered(() -> SAMPLE.before(firstCovered, 1), "2024-12-31");
    assertNotCovered(() -> SAMPLE.between(lastCovered, lastCovered.plusDays(2)), "2027-01-01");
    assertNotCovered(() -> SAMPLE.after(DAY, 10_000), "2027-01-01");
  }

  private static void assertNotCovered(Runnable count, String day) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(count::run)
        .satisfies(
            refused -> {
              assertThat(refused.code()).isEqualTo("calendar.day.not-covered");
              assertThat(refused.reasons().get(0).value("day")).isEqualTo(day);
            });
  }

  @Test
  void countsToTenThousandAndNoFurther() {
    assertThat(EVERY_DAY.after(DAY, 10_000)).isEqualTo(DAY.plusDays(10_000));
    assertThat(EVERY_DAY.before(DAY, 10_000)).isEqualTo(DAY.minusDays(10_000));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 10_001, Integer.MAX_VALUE})
  void refusesACountThatIsOutOfRange(int count) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EVERY_DAY.after(DAY, count))
        .withMessage("count must be 0 to 10000, but was: " + count);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EVERY_DAY.before(DAY, count))
        .withMessage("count must be 0 to 10000, but was: " + count);
  }

  @Test
  void givesUpAfterAHundredYearsWithoutEnoughWorkingDays() {
    LocalDate far = DAY.plusDays(36_525);
    WorkingDays once = new WorkingDays(day -> day.equals(far));

    assertThat(once.after(DAY, 1)).isEqualTo(far);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> once.after(DAY.minusDays(1), 1))
        .withMessage("count must be reached within 36525 days, but was: 1");
    assertThatIllegalArgumentException().isThrownBy(() -> NEVER.before(DAY, 1));
    assertThat(NEVER.after(DAY, 0)).isEqualTo(DAY);
  }

  @Test
  void refusesToCountBetweenDaysMoreThanAHundredYearsApart() {
    assertThat(EVERY_DAY.between(DAY, DAY.plusDays(36_525))).isEqualTo(36_525);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EVERY_DAY.between(DAY, DAY.plusDays(36_526)))
        .withMessage(
            "until must be at most 36525 days after from, but was: " + DAY.plusDays(36_526));
    assertThat(EVERY_DAY.between(LocalDate.MAX, LocalDate.MIN)).isZero();
  }

  @Property
  @Label("the n-th working day is found as one would with a finger on the calendar")
  void agreesWithAFingerOnTheCalendar(
      @ForAll("patterns") List<Boolean> pattern,
      @ForAll @IntRange(min = -400, max = 400) int offset,
      @ForAll @IntRange(min = 1, max = 60) int count) {
    WorkingDayCalendar calendar = repeating(pattern);
    WorkingDays days = new WorkingDays(calendar);
    LocalDate day = DAY.plusDays(offset);

    LocalDate after =
        Stream.iterate(day.plusDays(1), next -> next.plusDays(1))
            .filter(calendar::isWorkingDay)
            .skip(count - 1L)
            .findFirst()
            .orElseThrow();
    LocalDate before =
        Stream.iterate(day.minusDays(1), next -> next.minusDays(1))
            .filter(calendar::isWorkingDay)
            .skip(count - 1L)
            .findFirst()
            .orElseThrow();

    assertThat(days.after(day, count)).isEqualTo(after);
    assertThat(days.before(day, count)).isEqualTo(before);
    assertThat(days.between(before, day))
        .isEqualTo(
            before.datesUntil(day).skip(1).filter(calendar::isWorkingDay).count()
                + (calendar.isWorkingDay(day) ? 1 : 0));
  }

  @Property
  @Label("counting there, back and between agree")
  void countingThereBackAndBetweenAgree(
      @ForAll("patterns") List<Boolean> pattern,
      @ForAll @IntRange(min = -400, max = 400) int offset,
      @ForAll @IntRange(min = 0, max = 60) int count) {
    WorkingDayCalendar calendar = repeating(pattern);
    WorkingDays days = new WorkingDays(calendar);
    LocalDate day = DAY.plusDays(offset);
    LocalDate after = days.after(day, count);
    LocalDate before = days.before(day, count);
    boolean worked = calendar.isWorkingDay(day);

    assertThat(days.between(day, after)).isEqualTo(count);
    assertThat(days.between(before, day)).isEqualTo(worked || count == 0 ? count : count - 1);
    if (worked) {
      assertThat(days.before(after, count)).isEqualTo(day);
      assertThat(days.after(before, count)).isEqualTo(day);
    }
    if (count > 0) {
      assertThat(after).isAfter(day).matches(calendar::isWorkingDay);
      assertThat(before).isBefore(day).matches(calendar::isWorkingDay);
    }
  }

  @Property
  @Label("a later day or a greater count never leads to an earlier day")
  void aLaterDayOrAGreaterCountNeverLeadsToAnEarlierDay(
      @ForAll("patterns") List<Boolean> pattern,
      @ForAll @IntRange(min = 0, max = 400) int offset,
      @ForAll @IntRange(min = 0, max = 30) int later,
      @ForAll @IntRange(min = 0, max = 60) int count) {
    WorkingDays days = new WorkingDays(repeating(pattern));
    LocalDate day = DAY.plusDays(offset);

    assertThat(days.after(day.plusDays(later), count)).isAfterOrEqualTo(days.after(day, count));
    assertThat(days.before(day.plusDays(later), count)).isAfterOrEqualTo(days.before(day, count));
    assertThat(days.after(day, count + 1)).isAfter(days.after(day, count));
    assertThat(days.before(day, count + 1)).isBefore(days.before(day, count));
    assertThat(days.between(day, day.plusDays(later))).isBetween(0, later);
    assertThat(days.between(day.plusDays(later), day)).isZero();
  }

  @Property
  @Label("what lies between two days is what lies before and after a third one between them")
  void partsAddUp(
      @ForAll("patterns") List<Boolean> pattern,
      @ForAll @IntRange(min = 0, max = 100) int first,
      @ForAll @IntRange(min = 0, max = 100) int second) {
    WorkingDays days = new WorkingDays(repeating(pattern));
    LocalDate middle = DAY.plusDays(first);
    LocalDate end = middle.plusDays(second);

    assertThat(days.between(DAY, end))
        .isEqualTo(days.between(DAY, middle) + days.between(middle, end));
  }

  /** Which days are worked, over and over; one of them always is. */
  @Provide
  Arbitrary<List<Boolean>> patterns() {
    return Arbitraries.of(true, false)
        .list()
        .ofMinSize(1)
        .ofMaxSize(20)
        .filter(pattern -> pattern.contains(true));
  }

  private static WorkingDayCalendar repeating(List<Boolean> pattern) {
    return day -> pattern.get((int) Math.floorMod(day.toEpochDay(), (long) pattern.size()));
  }
}
