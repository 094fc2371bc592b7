package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableSet;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import java.util.List;
import java.util.Set;

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

  /** What the items are about, in their order. */
  static <T> Set<T> values(List<Cited<T>> items) {
    return items.stream().map(Cited::value).collect(ImmutableSet.toImmutableSet());
  }
}
