package io.github.dualprevention.examples.quickstart;

import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.RiskEvent;
import io.github.dualprevention.core.risk.RiskPoint;
import io.github.dualprevention.core.risk.RiskUnit;
import java.util.List;

/**
 * A row of the register with its grade.
 *
 * @param point where the risk is attached
 * @param unit the part of the point
 * @param event what can go wrong
 * @param cells the row as it stands in the file, in the order of the register's columns
 * @param grade how bad it is, and why
 */
record GradedRisk(
    RiskPoint point, RiskUnit unit, RiskEvent event, List<String> cells, Grade grade) {}
