package io.github.dualprevention.core.risk;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;

/**
 * One line of a grading method's table: these inputs are this class, which is this level.
 *
 * @param extent the inputs: a range of scores, or cells
 * @param assessmentClass the method's own name for them (评价级别), as in 极其危险
 * @param level the risk level that the class maps to
 * @param source where the line stands written
 */
public record Band(Extent extent, Wording assessmentClass, RiskLevel level, SourceClause source) {

  /** Refuses a missing part. */
  public Band {
    Require.notNull(extent, "extent");
    Require.notNull(assessmentClass, "assessmentClass");
    Require.notNull(level, "level");
    Require.notNull(source, "source");
  }
}
