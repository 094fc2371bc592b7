package io.github.dualprevention.core.risk;

import io.github.dualprevention.core.Require;

/**
 * A part of a risk point that is analysed on its own (风险分析单元): a device, process section or tank
 * group.
 *
 * @param id unique among the units of a tree
 * @param name as people call it, at most 500 characters
 * @param pointId the risk point that it belongs to
 */
public record RiskUnit(String id, String name, String pointId) {

  /** Throws {@code IllegalArgumentException} if a part is blank or too long. */
  public RiskUnit {
    id = Require.id(id, "id");
    name = Require.shortText(name, "name");
    pointId = Require.id(pointId, "pointId");
  }
}
