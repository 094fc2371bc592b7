package io.github.dualprevention.core.risk;

import io.github.dualprevention.core.Rule;

/** What a risk tree and the grades of a risk must keep to. */
final class RiskRules {

  static final Rule ID_TWICE = Rule.of("risk.id.twice", "编号“{id}”重复", "the id {id} is used twice");
  static final Rule PARENT_MISSING =
      Rule.of(
          "risk.parent.missing",
          "“{id}”所属的“{parent}”不存在",
          "{id} belongs to {parent}, which does not exist");
  static final Rule RESIDUAL_ABOVE_INHERENT =
      Rule.of(
          "risk.residual.above-inherent",
          "剩余风险为{residual}，高于固有风险{inherent}",
          "the residual risk is a {residual}, above the inherent {inherent}");

  private RiskRules() {}
}
