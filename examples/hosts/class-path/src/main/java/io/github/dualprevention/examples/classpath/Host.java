package io.github.dualprevention.examples.classpath;

import io.github.dualprevention.core.risk.Factors;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.grading.GradingMethods;
import java.time.LocalDate;

/** Grades one risk and prints its level. */
public final class Host {

  private Host() {}

  /**
   * Prints one line.
   *
   * @param args none
   */
  public static void main(String[] args) {
    LocalDate day = LocalDate.of(2026, 7, 1);
    Grade grade =
        GradingMethods.published().inForce("LEC", day).grade(Factors.lec("3", "10", "15"));
    System.out.println(grade.level() + " " + grade.colour());
  }
}
