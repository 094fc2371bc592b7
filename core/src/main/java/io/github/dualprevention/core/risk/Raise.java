package io.github.dualprevention.core.risk;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;

/**
 * A rule that lifts a risk to a level whatever its score, such as a direct judgement (直接判定). It
 * never lowers.
 *
 * @param rule the rule's id
 * @param to the lowest level that a risk under this rule has
 * @param because when the rule applies
 * @param source where the rule stands written
 */
public record Raise(String rule, RiskLevel to, Wording because, SourceClause source) {

  /** Throws {@code IllegalArgumentException} if the id is blank. */
  public Raise {
    rule = Require.id(rule, "rule");
    Require.notNull(to, "to");
    Require.notNull(because, "because");
    Require.notNull(source, "source");
  }
}
