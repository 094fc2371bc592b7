package io.github.dualprevention.benchmarks;

import io.github.dualprevention.core.risk.RiskLevel;
import java.util.List;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.api.RulesEngineParameters;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** A rule of Easy Rules for each level, from high to low; the first that applies is the last. */
final class EasyRulesLevel implements LevelSource {

  private static final String RISK = "risk";

  private final RulesEngine engine =
      new DefaultRulesEngine(new RulesEngineParameters().skipOnFirstAppliedRule(true));
  private final Rules rules = new Rules();
  private final List<RiskFact> risks;
  private final List<Facts> facts;

  EasyRulesLevel(PlainTable table) {
    for (PlainTable.Line line : table.levels()) {
      rules.register(
          new RuleBuilder()
              .name(line.level().name())
              .priority(rules.size())
              .when(all -> all.<RiskFact>get(RISK).getScore() >= line.floor())
              .then(all -> all.<RiskFact>get(RISK).setLevel(line.level()))
              .build());
    }
    risks = RiskFact.of(table);
    facts = risks.stream().map(EasyRulesLevel::factsOf).toList();
  }

  private static Facts factsOf(RiskFact risk) {
    Facts facts = new Facts();
    facts.put(RISK, risk);
    return facts;
  }

  @Override
  public RiskLevel level(int input) {
    engine.fire(rules, facts.get(input));
    return risks.get(input).takeLevel();
  }
}
