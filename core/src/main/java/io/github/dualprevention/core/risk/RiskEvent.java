package io.github.dualprevention.core.risk;

import io.github.dualprevention.core.Require;
import java.util.Set;

/**
 * What can go wrong in a risk unit (风险事件).
 *
 * @param id unique among the events of a tree
 * @param name as people call it, at most 500 characters
 * @param unitId the risk unit in which it can happen
 * @param areas the areas that it belongs to; empty if none has been assigned yet
 */
public record RiskEvent(String id, String name, String unitId, Set<RiskArea> areas) {

  /** Throws {@code IllegalArgumentException} if a part is blank or too long. */
  public RiskEvent {
    id = Require.id(id, "id");
    name = Require.shortText(name, "name");
    unitId = Require.id(unitId, "unitId");
    areas = Set.copyOf(areas);
  }
}
