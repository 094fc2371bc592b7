package io.github.dualprevention.examples.quickstart;

import io.github.dualprevention.core.risk.RiskEvent;
import io.github.dualprevention.core.risk.RiskPoint;
import io.github.dualprevention.core.risk.RiskTree;
import io.github.dualprevention.core.risk.RiskUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Grows the tree of risks from rows that know points and units by name only; each name gets an id
 * at its first row.
 */
final class RiskTreeBuilder {

  private final Map<String, RiskPoint> points = new LinkedHashMap<>();
  private final Map<List<String>, RiskUnit> units = new LinkedHashMap<>();
  private final List<RiskEvent> events = new ArrayList<>();

  RiskEvent add(String pointName, String unitName, String eventId, String eventName) {
    RiskPoint point =
        points.computeIfAbsent(pointName, name -> new RiskPoint("P" + (points.size() + 1), name));
    RiskUnit unit =
        units.computeIfAbsent(
            List.of(pointName, unitName),
            names -> new RiskUnit("U" + (units.size() + 1), unitName, point.id()));
    RiskEvent event = new RiskEvent(eventId, eventName, unit.id(), Set.of());
    events.add(event);
    return event;
  }

  RiskTree build() {
    return new RiskTree(List.copyOf(points.values()), List.copyOf(units.values()), events);
  }
}
