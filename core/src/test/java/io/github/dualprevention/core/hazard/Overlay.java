package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.TableFiles;
import io.github.dualprevention.core.table.TableVersion;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lines of a sample enterprise, to be laid over a life cycle; their clause is {@code OWN}. */
final class Overlay {

  private static final String CLAUSES =
      "key,document,clause,evidence\nOWN,示例企业制度,sample of an enterprise's own rule,ENTERPRISE\n";

  private final String edition;
  private final List<String> lines = new ArrayList<>();
  private final List<String> grades = new ArrayList<>();

  private Overlay(TableVersion edition) {
    this.edition = edition.id() + "," + edition.version() + ",";
  }

  /** Lines of the edition {@code SAMPLE:OWN@1}, as a file has them after id and version. */
  static Overlay of(String... lines) {
    return new Overlay(new TableVersion("SAMPLE:OWN", "1")).with(lines);
  }

  static Overlay of(TableLine line) {
    return of(line.toString());
  }

  static Overlay under(TableVersion edition) {
    return new Overlay(edition);
  }

  Overlay with(String... more) {
    lines.addAll(List.of(more));
    return this;
  }

  Overlay withGrade(String grade) {
    grades.add(grade);
    return this;
  }

  HazardLifeCycle over(HazardLifeCycle below) {
    Map<String, String> files =
        Map.of(
            "transitions.csv",
            file(TableLine.HEADER, lines),
            "grades.csv",
            file("grade,major,zh,en,clause", grades),
            "clauses.csv",
            CLAUSES);
    return LifeCycleTables.overlay(
        below,
        TableFiles.of(
            name ->
                new ByteArrayInputStream(
                    files.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8))));
  }

  private String file(String header, List<String> rows) {
    StringBuilder file = new StringBuilder("id,version," + header + "\n");
    rows.forEach(row -> file.append(edition).append(row).append('\n'));
    return file.toString();
  }

  /** What is wrong with the table that the lines make over the published one. */
  List<Fault> faults() {
    return faults(HazardLifeCycle.published());
  }

  List<Fault> faults(HazardLifeCycle below) {
    try {
      over(below);
      return List.of();
    } catch (InvalidTableException refused) {
      refused.faults().forEach(HazardTableTest::assertFilledIn);
      return refused.faults();
    }
  }

  /** The faults as {@code file:line column code}, each once. */
  List<String> places() {
    return faults().stream()
        .map(
            fault ->
                fault.file()
                    + ":"
                    + fault.line()
                    + " "
                    + fault.column()
                    + " "
                    + fault.reason().code())
        .distinct()
        .toList();
  }

  /** The codes of the faults, each once. */
  List<String> codes() {
    return faults().stream().map(fault -> fault.reason().code()).distinct().toList();
  }
}
