package io.github.dualprevention.core.risk;

import io.github.dualprevention.core.Require;

/**
 * Where risk is attached (风险点, in chemical enterprises 风险分析对象): a facility, place, area or
 * activity.
 *
 * @param id unique among the risk points of a tree
 * @param name as people call it, at most 500 characters
 */
public record RiskPoint(String id, String name) {

  /** Throws {@code IllegalArgumentException} if a part is blank or too long. */
  public RiskPoint {
    id = Require.id(id, "id");
    name = Require.shortText(name, "name");
  }
}
