package io.github.dualprevention.grading;

import java.time.LocalDate;

/** The built-in methods, for tests. */
final class Published {

  static final LocalDate DAY = LocalDate.of(2026, 7, 1);
  static final GradingMethods METHODS = GradingMethods.published();
  static final GradingMethod LS = METHODS.inForce("LS", DAY);
  static final GradingMethod LEC = METHODS.inForce("LEC", DAY);
  static final GradingMethod LEC_LOWER = METHODS.inForce("LEC:EDGE_TO_LOWER", DAY);

  private Published() {}
}
