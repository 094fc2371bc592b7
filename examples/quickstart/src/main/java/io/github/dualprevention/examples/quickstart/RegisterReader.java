package io.github.dualprevention.examples.quickstart;

import com.google.common.io.ByteSource;
import io.github.dualprevention.core.risk.RiskEvent;
import io.github.dualprevention.core.table.Column;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.Row;
import io.github.dualprevention.core.table.TableFormat;
import io.github.dualprevention.grading.register.GradedRow;
import io.github.dualprevention.grading.register.RegisterGrading;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a risk register twice: the library grades it line by line and remembers none, so the tree
 * of risks and lines with the same id are found here.
 */
final class RegisterReader {

  private static final Column<String> ID = Column.id("id");
  private static final Column<String> RISK_POINT = Column.text("risk_point");
  private static final Column<String> RISK_UNIT = Column.text("risk_unit");
  private static final Column<String> RISK_EVENT = Column.text("risk_event");
  private static final TableFormat NAMES =
      TableFormat.of(ID, RISK_POINT, RISK_UNIT, RISK_EVENT).uniqueBy(ID);

  /** The columns of a register that are no factors. */
  static final Set<String> COLUMNS =
      Set.of("id", "risk_point", "risk_unit", "risk_event", "method", "direct_rule");

  /** Of what is wrong with the file, the only thing that the grading does not tell. */
  private static final String SAME_ID = "table.row.duplicate";

  private final RegisterGrading grading;

  /** Takes how registers are graded. */
  RegisterReader(RegisterGrading grading) {
    this.grading = grading;
  }

  GradedRegister read(String file, ByteSource csv) throws IOException {
    Map<Long, Row> named = new HashMap<>();
    List<Fault> sameIds = new ArrayList<>();
    try (InputStream in = csv.openStream()) {
      NAMES.forEach(
          file,
          in,
          row -> {
            if (row.isSound()) {
              named.put(row.line(), row);
            }
          },
          fault -> {
            if (fault.reason().code().equals(SAME_ID)) {
              sameIds.add(fault);
            }
          });
    }
    RiskTreeBuilder tree = new RiskTreeBuilder();
    List<String> columns = new ArrayList<>();
    List<GradedRisk> risks = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    try (InputStream in = csv.openStream()) {
      grading.forEach(
          file,
          in,
          graded -> {
            Row names = named.get(graded.line());
            if (names != null) {
              risks.add(risk(names, graded, tree));
            }
            if (columns.isEmpty()) {
              columns.addAll(graded.header());
            }
          },
          faults::add);
    }
    faults.addAll(sameIds);
    faults.sort(Comparator.comparingLong(Fault::line));
    return new GradedRegister(file, csv, columns, tree.build(), risks, faults);
  }

  private static GradedRisk risk(Row names, GradedRow graded, RiskTreeBuilder tree) {
    RiskEvent event =
        tree.add(names.get(RISK_POINT), names.get(RISK_UNIT), names.get(ID), names.get(RISK_EVENT));
    return new GradedRisk(event, graded.cells(), graded.grade());
  }
}
