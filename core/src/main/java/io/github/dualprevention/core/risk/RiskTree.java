package io.github.dualprevention.core.risk;

import com.google.common.collect.Multimaps;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.RefusedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The identified risks of an enterprise, proved to fit together: ids are unique within their kind,
 * every unit has its point and every event its unit.
 *
 * @param points all risk points, in the order in which they are shown
 * @param units all risk units, in the order in which they are shown
 * @param events all risk events, in the order in which they are shown
 */
public record RiskTree(List<RiskPoint> points, List<RiskUnit> units, List<RiskEvent> events) {

  /**
   * Proves that the parts fit together.
   *
   * @throws RefusedException with every reason if they do not
   */
  public RiskTree {
    points = List.copyOf(points);
    units = List.copyOf(units);
    events = List.copyOf(events);
    List<Reason> reasons = new ArrayList<>();
    Set<String> pointIds = ids(points, RiskPoint::id, reasons);
    Set<String> unitIds = ids(units, RiskUnit::id, reasons);
    ids(events, RiskEvent::id, reasons);
    for (RiskUnit unit : units) {
      requireParent(unit.id(), unit.pointId(), pointIds, reasons);
    }
    for (RiskEvent event : events) {
      requireParent(event.id(), event.unitId(), unitIds, reasons);
    }
    if (!reasons.isEmpty()) {
      throw new RefusedException(reasons);
    }
  }

  /**
   * The units of each point.
   *
   * @return point id to units in order; a point without units does not appear
   */
  public Map<String, List<RiskUnit>> unitsByPoint() {
    return Multimaps.asMap(Multimaps.index(units, RiskUnit::pointId));
  }

  /**
   * The events of each unit.
   *
   * @return unit id to events in order; a unit without events does not appear
   */
  public Map<String, List<RiskEvent>> eventsByUnit() {
    return Multimaps.asMap(Multimaps.index(events, RiskEvent::unitId));
  }

  private static <T> Set<String> ids(List<T> parts, Function<T, String> id, List<Reason> reasons) {
    Set<String> ids = new HashSet<>();
    for (T part : parts) {
      if (!ids.add(id.apply(part))) {
        reasons.add(RiskRules.ID_TWICE.broken("id", id.apply(part)));
      }
    }
    return ids;
  }

  private static void requireParent(
      String id, String parent, Set<String> parents, List<Reason> reasons) {
    if (!parents.contains(parent)) {
      reasons.add(RiskRules.PARENT_MISSING.broken("id", id, "parent", parent));
    }
  }
}
