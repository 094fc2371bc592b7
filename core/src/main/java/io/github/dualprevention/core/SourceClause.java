package io.github.dualprevention.core;

import java.io.Serializable;

/**
 * Where a rule stands written, and how far that source carries it.
 *
 * @param document the document's title or number, not blank
 * @param clause the place inside it, such as an article, table or section; not blank
 * @param evidence how far the source carries the rule
 */
public record SourceClause(String document, String clause, Evidence evidence)
    implements Serializable {

  /** Normalises the texts; throws {@code IllegalArgumentException} if one is blank. */
  public SourceClause {
    document = Require.text(document, "document");
    clause = Require.text(clause, "clause");
    Require.notNull(evidence, "evidence");
  }

  @Override
  public String toString() {
    return document + ", " + clause + " (" + evidence + ")";
  }
}
