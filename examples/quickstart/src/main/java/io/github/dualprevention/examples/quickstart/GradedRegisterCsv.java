package io.github.dualprevention.examples.quickstart;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.grading.register.GradeCells;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A graded register and its faults as CSV, in the columns of {@code RegisterGrading.grade}. */
final class GradedRegisterCsv {

  private GradedRegisterCsv() {}

  /** The register's own cells as they stood in the file, then the grade's. */
  static String risks(GradedRegister register) {
    List<String> header = new ArrayList<>(register.columns());
    header.addAll(GradeCells.columns());
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
    List<String> row = new ArrayList<>(risk.cells());
    row.addAll(GradeCells.of(risk.grade()));
    return row;
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
