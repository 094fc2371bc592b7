package io.github.dualprevention.grading.level;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Wording;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of an enterprise that has a level or lacks one.
 *
 * @param kind what it is
 * @param id unique among the parts of its kind
 * @param name as people call it, at most 500 characters
 */
public record RiskPart(PartKind kind, String id, String name) {

  /** Throws {@code IllegalArgumentException} if a part is blank or too long. */
  public RiskPart {
    Require.notNull(kind, "kind");
    id = Require.id(id, "id");
    name = Require.shortText(name, "name");
  }

  /**
   * Kind, name and id.
   *
   * @return for sentences that speak about it
   */
  public Wording wording() {
    boolean sameName = id.equals(name);
    return new Wording(
        kind.wording().zh() + "“" + name + "”" + (sameName ? "" : "（" + id + "）"),
        kind.wording().en() + " " + name + (sameName ? "" : " (" + id + ")"));
  }

  /** Several parts in one sentence. */
  static Wording list(List<RiskPart> parts) {
    return new Wording(
        parts.stream().map(part -> part.wording().zh()).collect(Collectors.joining("、")),
        parts.stream().map(part -> part.wording().en()).collect(Collectors.joining(", ")));
  }
}
