package io.github.dualprevention.grading.level;

import io.github.dualprevention.core.Require;

/**
 * A hazard of a risk that is not closed out.
 *
 * @param id the hazard's id
 * @param major whether its grade is a major one (重大隐患); false while it has no grade
 */
public record OpenHazard(String id, boolean major) {

  /** Throws {@code IllegalArgumentException} if the id is blank or too long. */
  public OpenHazard {
    id = Require.id(id, "id");
  }
}
