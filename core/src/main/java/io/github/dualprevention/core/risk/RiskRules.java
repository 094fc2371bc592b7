package io.github.dualprevention.core.risk;

import io.github.dualprevention.core.Rule;

/** What a risk tree must keep to. */
final class RiskRules {

  static final Rule ID_TWICE = Rule.of("risk.id.twice", "编号“{id}”重复", "the id {id} is used twice");
  static final Rule PARENT_MISSING =
      Rule.of(
          "risk.parent.missing",
          "“{id}”所属的“{parent}”不存在",
          "{id} belongs to {parent}, which does not exist");

  private RiskRules() {}
}
