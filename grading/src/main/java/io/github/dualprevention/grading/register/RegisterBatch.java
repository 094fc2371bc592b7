package io.github.dualprevention.grading.register;

import com.google.common.collect.ImmutableList;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Grades one register from file to file. */
final class RegisterBatch {

  private static final ImmutableList<String> FAULT_COLUMNS =
      ImmutableList.of("file", "line", "column", "value", "code", "zh", "en");

  private final Draft graded;
  private final Draft faults;
  private boolean headed;

  private RegisterBatch(Draft graded, Draft faults) {
    this.graded = graded;
    this.faults = faults;
  }

  static RegisterSummary run(
      RegisterGrading grading, Path register, Path graded, Path faults, BatchMode mode)
      throws IOException {
    Require.notNull(mode, "mode");
    Set<Path> places =
        Stream.of(register, graded, faults)
            .map(path -> path.toAbsolutePath().normalize())
            .collect(Collectors.toSet());
    Require.require(places.size() == 3, "register, graded, faults", "must differ", places);
    try (Draft gradedDraft = new Draft(graded);
        Draft faultsDraft = new Draft(faults)) {
      RegisterSummary summary = new RegisterBatch(gradedDraft, faultsDraft).fill(grading, register);
      faultsDraft.moveIntoPlace();
      if (summary.isSound() || mode == BatchMode.KEEP_GOING) {
        gradedDraft.moveIntoPlace();
      }
      return summary;
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private RegisterSummary fill(RegisterGrading grading, Path register) throws IOException {
    String file = String.valueOf(register.getFileName());
    faults.write(CsvLine.of(FAULT_COLUMNS));
    try (InputStream in = Files.newInputStream(register)) {
      RegisterSummary summary = new GradingPass(grading, file, this::write).run(in, this::write);
      head(RegisterForm.REQUIRED);
      return summary;
    }
  }

  private void write(Row row, Judgement judgement) {
    head(row.header());
    graded.write(CsvLine.of(row.cells()), judgement.csv());
  }

  /** Writes the header before anything else. */
  private void head(List<String> columns) {
    if (!headed) {
      graded.write(CsvLine.of(columns), CsvLine.of(GradeCells.columns()));
      headed = true;
    }
  }

  private void write(Fault fault) {
    List<String> cells =
        List.of(
            fault.file(),
            String.valueOf(fault.line()),
            fault.column(),
            fault.value(),
            fault.reason().code(),
            fault.reason().message().zh(),
            fault.reason().message().en());
    faults.write(CsvLine.of(cells));
  }
}
