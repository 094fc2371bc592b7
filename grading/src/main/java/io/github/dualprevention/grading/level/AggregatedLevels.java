package io.github.dualprevention.grading.level;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.table.TableVersion;
import java.util.List;
import java.util.Optional;

/**
 * The levels of an enterprise and of everything in it.
 *
 * @param by the edition of the rules of aggregation
 * @param parts the enterprise, then its areas, points and units; the latter two in the order of the
 *     tree, the areas in that of their first points
 */
public record AggregatedLevels(TableVersion by, List<PartLevel> parts) {

  /** Throws {@code IllegalArgumentException} unless the first part is an enterprise. */
  public AggregatedLevels {
    Require.notNull(by, "by");
    parts = Require.notEmpty(parts, "parts");
    PartKind first = parts.get(0).part().kind();
    Require.require(first == PartKind.ENTERPRISE, "parts", "must begin with the enterprise", first);
  }

  /**
   * The enterprise as a whole.
   *
   * @return its level, if it has one
   */
  public PartLevel enterprise() {
    return parts.get(0);
  }

  /**
   * Finds a part.
   *
   * @param kind what it is
   * @param id its id; of an area its name
   * @return the part; empty if there is none
   */
  public Optional<PartLevel> find(PartKind kind, String id) {
    return parts.stream()
        .filter(level -> level.part().kind() == kind && level.part().id().equals(id))
        .findFirst();
  }
}
