package io.github.dualprevention.core.draft;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.risk.RiskArea;
import io.github.dualprevention.core.risk.RiskEvent;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A risk event as a form holds it.
 *
 * @param id at most 100 characters
 * @param name at most 500 characters
 * @param unitId the risk unit in which it can happen
 * @param areas the areas that it belongs to; may be empty
 */
public record RiskEventDraft(
    @NotNull @ValidId @Nullable String id,
    @NotNull @ValidText @Nullable String name,
    @NotNull @ValidId @Nullable String unitId,
    @NotNull @Nullable Set<@NotNull RiskArea> areas) {

  /**
   * The event that a sound draft describes.
   *
   * @return the event
   * @throws IllegalArgumentException if the draft was not validated and is wrong
   * @throws NullPointerException if the draft was not validated and lacks a part
   */
  public RiskEvent toRiskEvent() {
    return new RiskEvent(
        Require.notNull(id, "id"),
        Require.notNull(name, "name"),
        Require.notNull(unitId, "unitId"),
        Require.notNull(areas, "areas"));
  }
}
