package io.github.dualprevention.grading.register;

import io.github.dualprevention.core.risk.Grade;
import org.jspecify.annotations.Nullable;

/** A grade and, once someone wants to write it down, its cells as CSV. */
final class Judgement {

  private final Grade grade;
  private byte @Nullable [] csv;

  Judgement(Grade grade) {
    this.grade = grade;
  }

  Grade grade() {
    return grade;
  }

  /**
   * One for each of {@link GradeCells#columns}; those of the assessment are empty if there is none.
   */
  byte[] csv() {
    if (csv == null) {
      csv = CsvLine.of(GradeCells.of(grade));
    }
    return csv;
  }
}
