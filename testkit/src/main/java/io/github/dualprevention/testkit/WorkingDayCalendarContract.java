package io.github.dualprevention.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.calendar.WorkingDayCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link WorkingDayCalendar} keeps to. */
public abstract class WorkingDayCalendarContract {

  private static final String NOT_COVERED = "calendar.day.not-covered";

  /** Each contract is extended where it is tested. */
  protected WorkingDayCalendarContract() {}

  /**
   * The calendar under test.
   *
   * @return the calendar
   */
  protected abstract WorkingDayCalendar calendar();

  /**
   * A day on which nobody works although it is not of a weekend.
   *
   * @return a day from Monday to Friday
   */
  protected abstract LocalDate weekdayOff();

  /**
   * A day of a weekend that is worked instead of another one.
   *
   * @return a Saturday or Sunday
   */
  protected abstract LocalDate weekendDayWorked();

  /**
   * A day for which the calendar cannot answer, as that of a year whose holidays nobody has
   * announced yet.
   *
   * @return such a day
   */
  protected abstract LocalDate dayNotCovered();

  /** A holiday is what a calendar is there for. */
  @Test
  public void aWeekdayCanBeOff() {
    assertThat(weekdayOff().getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    assertThat(calendar().isWorkingDay(weekdayOff())).isFalse();
  }

  /** So is the weekend day that is worked for it. */
  @Test
  public void aDayOfAWeekendCanBeWorked() {
    assertThat(weekendDayWorked().getDayOfWeek()).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    assertThat(calendar().isWorkingDay(weekendDayWorked())).isTrue();
  }

  /** A day that nobody knows about is not taken for an ordinary one. */
  @Test
  public void refusesADayThatItDoesNotCover() {
    String day = dayNotCovered().toString();

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> calendar().isWorkingDay(dayNotCovered()))
        .satisfies(
            refused -> {
              assertThat(refused.code()).isEqualTo(NOT_COVERED);
              assertThat(refused.reasons().get(0).value("day")).isEqualTo(day);
              assertThat(refused.reasons().get(0).value("covered")).isNotBlank();
              assertThat(refused.reasons().get(0).message().zh()).contains(day);
              assertThat(refused.reasons().get(0).message().en()).contains(day);
            });
  }

  /** Each day is worked, is not, or is refused; nothing else happens. */
  @Test
  public void answersOrRefusesEveryDay() {
    assertThat(answers(weekdayOff())).contains("true", "false");
    assertThat(answers(dayNotCovered())).contains(NOT_COVERED);
    assertThat(answers(LocalDate.of(1, 1, 1))).isNotEmpty();
    assertThat(answers(LocalDate.of(9999, 12, 31))).isNotEmpty();
  }

  /** A due day that was told is the same when it is told again. */
  @Test
  public void answersAlwaysTheSame() {
    for (LocalDate day : List.of(weekdayOff(), weekendDayWorked(), dayNotCovered())) {
      assertThat(answers(day)).isEqualTo(answers(day));
    }
  }

  /**
   * What the calendar says of a year's days before a day, the day itself, and a year's after it.
   */
  private List<String> answers(LocalDate around) {
    List<String> answers = new ArrayList<>();
    for (int i = -366; i <= 366; i++) {
      answers.add(answer(around.plusDays(i)));
    }
    return answers;
  }

  private String answer(LocalDate day) {
    try {
      return Boolean.toString(calendar().isWorkingDay(day));
    } catch (RefusedException refused) {
      assertThat(refused.code()).isEqualTo(NOT_COVERED);
      assertThat(refused.reasons().get(0).value("day")).isEqualTo(day.toString());
      return refused.code();
    }
  }
}
