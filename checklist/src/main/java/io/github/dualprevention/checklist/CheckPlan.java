package io.github.dualprevention.checklist;

import io.github.dualprevention.core.Require;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * When a checklist is due.
 *
 * @param list the checklist
 * @param cycle how often
 * @param firstDay the day of the first check
 */
public record CheckPlan(Checklist list, CheckCycle cycle, LocalDate firstDay) {

  /** Refuses missing parts. */
  public CheckPlan {
    Require.notNull(list, "list");
    Require.notNull(cycle, "cycle");
    Require.notNull(firstDay, "firstDay");
  }

  /**
   * The tasks of a month; the same ones however often it is asked.
   *
   * @param month the month
   * @return in the order of their days
   */
  public List<CheckTask> tasks(YearMonth month) {
    return tasks(month.atDay(1), month.plusMonths(1).atDay(1));
  }

  /**
   * The tasks of some days; the same ones however often it is asked.
   *
   * @param from the first day
   * @param until the first day no longer meant
   * @return in the order of their days
   */
  public List<CheckTask> tasks(LocalDate from, LocalDate until) {
    List<CheckTask> tasks = new ArrayList<>();
    long number = cycle.firstNumberFrom(firstDay, from);
    for (LocalDate day = cycle.day(firstDay, number);
        day.isBefore(until);
        day = cycle.day(firstDay, ++number)) {
      tasks.add(new CheckTask(list.id(), list.version(), list.postId(), day));
    }
    return List.copyOf(tasks);
  }
}
