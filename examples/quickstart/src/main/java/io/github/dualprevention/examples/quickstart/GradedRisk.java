package io.github.dualprevention.examples.quickstart;

import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.RiskEvent;
import java.util.List;

/**
 * A row of the register with its grade.
 *
 * @param event what can go wrong
 * @param cells the row as it stands in the file, in the order of the register's columns
 * @param grade how bad it is, and why
 */
record GradedRisk(RiskEvent event, List<String> cells, Grade grade) {}
