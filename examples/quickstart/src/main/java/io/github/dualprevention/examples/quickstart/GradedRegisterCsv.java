package io.github.dualprevention.examples.quickstart;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.dualprevention.core.risk.Assessment;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.Score;
import io.github.dualprevention.core.table.Fault;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The graded register and its faults as CSV. */
final class GradedRegisterCsv {

  private static final List<String> ADDED =
      List.of("score", "class", "level", "colour", "method_version", "basis");

  private GradedRegisterCsv() {}

  /** The register's own cells as they stood in the file, then the grade's. */
  static String risks(GradedRegister register) {
    List<String> header = new ArrayList<>(register.columns());
    header.addAll(ADDED);
    return csv(header, register.risks().stream().map(GradedRegisterCsv::row));
  }

  static String faults(List<Fault> faults) {
    List<String> header = List.of("file", "line", "column", "value", "rule", "zh", "en");
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
    List<String> row = new ArrayList<>(risk.cells());
    row.add(found(grade, assessment -> assessment.score().map(Score::toString).orElse("")));
    row.add(found(grade, assessment -> assessment.band().assessmentClass().zh()));
    row.add(grade.level().code());
    row.add(grade.colour().code());
    row.add(found(grade, assessment -> assessment.method().toString()));
    row.add(basis(grade));
    return row;
  }

  /** A part of the assessment; empty where the risk was judged directly. */
  private static String found(Grade grade, Function<Assessment, String> part) {
    return grade.assessment().map(part).orElse("");
  }

  private static String basis(Grade grade) {
    Optional<String> score =
        grade
            .assessment()
            .map(
                found ->
                    found.factors()
                        + found.score().map(score -> ": " + score).orElse("")
                        + " in "
                        + found.band().extent());
    Stream<String> rules =
        grade.raises().stream()
            .map(raise -> "DIRECT(" + raise.rule() + "): at least " + raise.to().code());
    return Stream.concat(score.stream(), rules).collect(Collectors.joining("; "));
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
