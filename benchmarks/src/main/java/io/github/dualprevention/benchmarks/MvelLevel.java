package io.github.dualprevention.benchmarks;

import io.github.dualprevention.core.risk.RiskLevel;
import java.io.Serializable;
import java.util.List;
import org.mvel2.MVEL;
import org.mvel2.ParserContext;

/** One compiled expression of MVEL over an object; a map or variables took half as long again. */
final class MvelLevel implements LevelSource {

  private final Serializable expression;
  private final List<RiskFact> facts;

  /** The score is an expression too: the product, or a property that Java multiplies. */
  MvelLevel(PlainTable table, String score) {
    ParserContext context = new ParserContext();
    context.addImport(RiskLevel.class);
    expression =
        MVEL.compileExpression(
            table.conditional(score, level -> "RiskLevel." + level.name()), context);
    facts = RiskFact.of(table);
  }

  @Override
  public RiskLevel level(int input) {
    return (RiskLevel) MVEL.executeExpression(expression, facts.get(input));
  }
}
