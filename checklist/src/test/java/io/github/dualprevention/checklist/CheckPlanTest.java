package io.github.dualprevention.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CheckPlanTest {

  private static final Checklist LIST =
      new Checklist("CL-1", 1, "OPERATOR", List.of(new CheckItem("M-1", "look at it")));

  /** C1: deterministic and idempotent; windows side by side give each task exactly once. */
  @Property
  void c1_tasksOfAdjacentWindowsAreThoseOfTheWholeOneEachOnce(
      @ForAll @IntRange(min = 1, max = 45) int every,
      @ForAll CycleUnit unit,
      @ForAll @IntRange(min = 0, max = 1_500) int first,
      @ForAll @IntRange(min = 0, max = 800) int from,
      @ForAll @IntRange(min = 0, max = 400) int cut,
      @ForAll @IntRange(min = 0, max = 400) int rest) {
    LocalDate start = LocalDate.of(2023, 12, 1);
    CheckPlan plan = new CheckPlan(LIST, new CheckCycle(every, unit), start.plusDays(first));
    LocalDate begin = start.plusDays(from);
    LocalDate middle = begin.plusDays(cut);
    LocalDate end = middle.plusDays(rest);

    List<CheckTask> whole = plan.tasks(begin, end);
    List<CheckTask> parts = new ArrayList<>(plan.tasks(begin, middle));
    parts.addAll(plan.tasks(middle, end));

    assertThat(parts).isEqualTo(whole).isEqualTo(dayByDay(plan, begin, end));
    assertThat(plan.tasks(begin, end)).isEqualTo(whole);
    assertThat(whole).extracting(CheckTask::id).doesNotHaveDuplicates();
  }

  /** The same by brute force: every check from the first one on. */
  private static List<CheckTask> dayByDay(CheckPlan plan, LocalDate begin, LocalDate end) {
    List<CheckTask> tasks = new ArrayList<>();
    for (int number = 0; plan.cycle().day(plan.firstDay(), number).isBefore(end); number++) {
      LocalDate day = plan.cycle().day(plan.firstDay(), number);
      if (!day.isBefore(begin)) {
        tasks.add(new CheckTask("CL-1", 1, "OPERATOR", day));
      }
    }
    return tasks;
  }

  @Test
  void aMonthEndDoesNotShiftTheMonthsAfterIt() {
    CheckPlan plan =
        new CheckPlan(LIST, new CheckCycle(1, CycleUnit.MONTH), LocalDate.of(2026, 1, 31));

    assertThat(plan.tasks(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 1)))
        .extracting(task -> task.day().toString())
        .containsExactly("2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31");
  }

  @Test
  void aWeekIsSevenDaysAndAMonthHoldsItsTasks() {
    CheckPlan plan =
        new CheckPlan(LIST, new CheckCycle(7, CycleUnit.DAY), LocalDate.of(2026, 6, 29));

    assertThat(plan.tasks(YearMonth.of(2026, 7)))
        .extracting(CheckTask::id)
        .containsExactly(
            "CL-1/2026-07-06", "CL-1/2026-07-13", "CL-1/2026-07-20", "CL-1/2026-07-27");
  }

  @Test
  void refusesACycleThatIsNotPositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CheckCycle(0, CycleUnit.DAY))
        .withMessageContaining("every must be 1 to 1000");
  }
}
