package io.github.dualprevention.examples.quickstart;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.risk.Assessment;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.Score;
import io.github.dualprevention.core.table.Fault;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A graded register and its faults as CSV, in the columns of {@code RegisterGrading.grade}. */
final class GradedRegisterCsv {

  private static final List<String> ADDED =
      List.of(
          "score",
          "class_zh",
          "class_en",
          "level",
          "colour",
          "method_version",
          "explanation_zh",
          "explanation_en");

  private GradedRegisterCsv() {}

  /** The register's own cells as they stood in the file, then the grade's. */
  static String risks(GradedRegister register) {
    List<String> header = new ArrayList<>(register.columns());
    header.addAll(ADDED);
    return csv(header, register.risks().stream().map(GradedRegisterCsv::row));
  }

  static String faults(List<Fault> faults) {
    List<String> header = List.of("file", "line", "column", "value", "code", "zh", "en");
    return csv(
        header,
        faults.stream()
            .map(
                fault ->
                    List.of(
                        fault.file(),
                        String.valueOf(fault.line()),
                        fault.column(),
                        fault.value(),
                        fault.reason().code(),
                        fault.reason().message().zh(),
                        fault.reason().message().en())));
  }

  private static List<String> row(GradedRisk risk) {
    Grade grade = risk.grade();
    Wording explanation = grade.explanation();
    List<String> row = new ArrayList<>(risk.cells());
    row.add(found(grade, assessment -> assessment.score().map(Score::toString).orElse("")));
    row.add(found(grade, assessment -> assessment.band().assessmentClass().zh()));
    row.add(found(grade, assessment -> assessment.band().assessmentClass().en()));
    row.add(grade.level().code());
    row.add(grade.colour().code());
    row.add(found(grade, assessment -> assessment.method().toString()));
    row.add(explanation.zh());
    row.add(explanation.en());
    return row;
  }

  /** A part of the assessment; empty where the risk was judged directly. */
  private static String found(Grade grade, Function<Assessment, String> part) {
    return grade.assessment().map(part).orElse("");
  }

  private static String csv(List<String> header, Stream<List<String>> rows) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(header);
      rows.forEach(csv::writeRecord);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }
}
