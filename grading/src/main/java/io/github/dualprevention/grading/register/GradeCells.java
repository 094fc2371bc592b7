package io.github.dualprevention.grading.register;

import com.google.common.collect.ImmutableList;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.risk.Assessment;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.Score;
import java.util.List;
import java.util.function.Function;

/** A grade as cells of a table, as they are written beside a register's own. */
public final class GradeCells {

  private static final ImmutableList<String> COLUMNS =
      ImmutableList.of(
          "score",
          "class_zh",
          "class_en",
          "level",
          "colour",
          "method_version",
          "explanation_zh",
          "explanation_en");

  private GradeCells() {}

  /**
   * The names of the columns.
   *
   * @return {@code
   *     score,class_zh,class_en,level,colour,method_version,explanation_zh,explanation_en}
   */
  public static List<String> columns() {
    return COLUMNS;
  }

  /**
   * The cells of a grade.
   *
   * @param grade the grade
   * @return one for each column; those of the assessment are empty if there is none, and the score
   *     is also empty if the method makes none
   */
  public static List<String> of(Grade grade) {
    Wording explanation = grade.explanation();
    return List.of(
        found(grade, assessment -> assessment.score().map(Score::toString).orElse("")),
        found(grade, assessment -> assessment.band().assessmentClass().zh()),
        found(grade, assessment -> assessment.band().assessmentClass().en()),
        grade.level().code(),
        grade.colour().code(),
        found(grade, assessment -> assessment.method().toString()),
        explanation.zh(),
        explanation.en());
  }

  private static String found(Grade grade, Function<Assessment, String> part) {
    return grade.assessment().map(part).orElse("");
  }
}
