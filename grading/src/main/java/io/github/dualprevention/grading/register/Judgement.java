package io.github.dualprevention.grading.register;

import com.google.common.collect.ImmutableList;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.risk.Assessment;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.Score;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A grade and, once someone wants to write it down, its cells as CSV. */
final class Judgement {

  static final ImmutableList<String> COLUMNS =
      ImmutableList.of(
          "score",
          "class_zh",
          "class_en",
          "level",
          "colour",
          "method_version",
          "explanation_zh",
          "explanation_en");

  private final Grade grade;
  private byte @Nullable [] csv;

  Judgement(Grade grade) {
    this.grade = grade;
  }

  Grade grade() {
    return grade;
  }

  /** One for each of {@link #COLUMNS}; those of the assessment are empty if there is none. */
  byte[] csv() {
    if (csv == null) {
      csv = CsvLine.of(cells());
    }
    return csv;
  }

  private List<String> cells() {
    Wording explanation = grade.explanation();
    return List.of(
        found(Judgement::score),
        found(assessment -> name(assessment).zh()),
        found(assessment -> name(assessment).en()),
        grade.level().code(),
        grade.colour().code(),
        found(assessment -> assessment.method().toString()),
        explanation.zh(),
        explanation.en());
  }

  private String found(Function<Assessment, String> part) {
    return grade.assessment().map(part).orElse("");
  }

  private static String score(Assessment assessment) {
    return assessment.score().map(Score::toString).orElse("");
  }

  private static Wording name(Assessment assessment) {
    return assessment.band().assessmentClass();
  }
}
