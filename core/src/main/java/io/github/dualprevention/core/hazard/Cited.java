package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;

/**
 * A condition of a transition and the clause that it comes from.
 *
 * @param <T> what the condition is about
 * @param value what it is about
 * @param source where it stands written
 */
public record Cited<T>(T value, SourceClause source) {

  /** Refuses missing parts. */
  public Cited {
    Require.notNull(value, "value");
    Require.notNull(source, "source");
  }
}
