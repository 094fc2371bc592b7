package io.github.dualprevention.grading.register;

import com.google.common.collect.ImmutableMap;
import io.github.dualprevention.core.Require;
import java.util.Map;

/**
 * How the risks of a register move from one catalogue to another.
 *
 * @param rows the lines with as many cells as the header, readable or not
 * @param events how many readable lines have which two levels, those that keep theirs included
 * @param faults how many faults make lines unreadable; one line may have several
 */
public record ComparisonSummary(long rows, Map<Shift, Long> events, long faults) {

  /** Throws {@code IllegalArgumentException} if a number is negative. */
  public ComparisonSummary {
    Require.require(rows >= 0, "rows", "must not be negative", rows);
    events = ImmutableMap.copyOf(events);
    Require.require(faults >= 0, "faults", "must not be negative", faults);
  }

  /**
   * How many risks do not keep their level.
   *
   * @return as many as there are moves
   */
  public long moves() {
    return events.entrySet().stream()
        .filter(event -> event.getKey().isMove())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
