package io.github.dualprevention.examples.quickstart;

import com.google.common.io.ByteSource;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.risk.RiskTree;
import io.github.dualprevention.core.table.Fault;
import java.util.List;

/**
 * What became of a register.
 *
 * @param file the file's name
 * @param csv what the file holds
 * @param columns the register's own columns
 * @param tree the risk points, units and events of the rows that could be graded
 * @param risks the rows that could be graded, in the order of the file
 * @param faults everything that is wrong with the file, in the order of the file
 */
record GradedRegister(
    String file,
    ByteSource csv,
    List<String> columns,
    RiskTree tree,
    List<GradedRisk> risks,
    List<Fault> faults) {

  /** How many risks have the level. */
  long count(RiskLevel level) {
    return risks.stream().filter(risk -> risk.grade().level() == level).count();
  }
}
