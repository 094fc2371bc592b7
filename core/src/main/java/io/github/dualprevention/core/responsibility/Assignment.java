package io.github.dualprevention.core.responsibility;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.control.ControlTier;
import java.util.Optional;

/**
 * A cell of the responsibility matrix.
 *
 * @param duty what is to be answered for
 * @param tier at which tier
 * @param unitId for which risk unit; empty for every unit that has no cell of its own
 * @param postId the post that answers
 */
public record Assignment(Duty duty, ControlTier tier, Optional<String> unitId, String postId) {

  /** Throws {@code IllegalArgumentException} if an id is blank or too long. */
  public Assignment {
    Require.notNull(duty, "duty");
    Require.notNull(tier, "tier");
    unitId = unitId.map(unit -> Require.id(unit, "unitId"));
    postId = Require.id(postId, "postId");
  }
}
