package io.github.dualprevention.examples.quickstart;

import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.grading.register.ComparisonSummary;
import io.github.dualprevention.grading.register.Move;
import io.github.dualprevention.grading.register.RegisterComparison;
import io.github.dualprevention.grading.register.Shift;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a changed standard would do to a register.
 *
 * @param register the register; graded without a fault
 * @param moves every risk that would not keep its level, in the order of the file
 * @param summary how many risks would go from which level to which
 */
record WhatIf(GradedRegister register, List<Move> moves, ComparisonSummary summary) {

  static WhatIf of(GradedRegister register, RegisterComparison comparison) throws IOException {
    List<Move> moves = new ArrayList<>();
    try (InputStream in = register.csv().openStream()) {
      ComparisonSummary summary =
          comparison.forEach(register.file(), in, moves::add, WhatIf::unexpected);
      return new WhatIf(register, moves, summary);
    }
  }

  private static void unexpected(Fault fault) {
    throw new IllegalStateException("a register without a fault has one: " + fault);
  }

  /** How many risks would go from one level to another; to none if they could not be graded. */
  long count(RiskLevel from, Optional<RiskLevel> to) {
    return summary.events().getOrDefault(new Shift(Optional.of(from), to), 0L);
  }

  /** What would become of all registers, in one line. */
  static String told(List<WhatIf> registers) {
    long up = count(registers, shift -> isHigher(shift.to(), shift.from()));
    long down = count(registers, shift -> isHigher(shift.from(), shift.to()));
    long lost = count(registers, shift -> shift.to().isEmpty());
    long kept = count(registers, shift -> !shift.isMove());
    return "若采用变更后的标准：升级%d，降级%d，无法评价%d，不变%d / what if: %d up, %d down, %d cannot be graded, %d unchanged"
        .formatted(up, down, lost, kept, up, down, lost, kept);
  }

  private static boolean isHigher(Optional<RiskLevel> first, Optional<RiskLevel> second) {
    return first.isPresent()
        && second.isPresent()
        && first.get() != second.get()
        && first.get().isAtLeast(second.get());
  }

  private static long count(List<WhatIf> registers, Predicate<Shift> which) {
    return registers.stream()
        .flatMap(whatIf -> whatIf.summary().events().entrySet().stream())
        .filter(event -> which.test(event.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
