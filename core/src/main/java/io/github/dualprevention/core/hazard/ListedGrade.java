package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;

/**
 * A grade as a life cycle lists it.
 *
 * @param grade code and whether it is major
 * @param wording its name
 * @param source where the grade stands written
 */
public record ListedGrade(HazardGrade grade, Wording wording, SourceClause source) {

  /** Refuses missing parts. */
  public ListedGrade {
    Require.notNull(grade, "grade");
    Require.notNull(wording, "wording");
    Require.notNull(source, "source");
  }
}
