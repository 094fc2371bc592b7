package io.github.dualprevention.core.oversight;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.hazard.HazardSummary;
import java.util.List;
import java.util.Optional;

/**
 * Some of the hazards that were asked for.
 *
 * @param hazards their rows, in the order of the store
 * @param next the id of the last one, after which the next page begins; empty if there is no more
 */
public record HazardPage(List<HazardSummary> hazards, Optional<String> next) {

  /**
   * Copies the list; throws {@code IllegalArgumentException} if the next page does not begin after
   * the last hazard.
   */
  public HazardPage {
    hazards = List.copyOf(hazards);
    boolean fits =
        next.isEmpty()
            || (!hazards.isEmpty() && hazards.get(hazards.size() - 1).id().equals(next.get()));
    Require.require(fits, "next", "must be the id of the last hazard", next);
  }

  /**
   * The page that a store answers with when it has looked for one hazard more than was asked for.
   *
   * @param request what was asked for
   * @param found the first matching rows after {@link PageRequest#afterId} in the order of the
   *     store, one more than the size if there are so many
   * @return the page
   */
  public static HazardPage of(PageRequest request, List<HazardSummary> found) {
    if (found.size() <= request.size()) {
      return new HazardPage(found, Optional.empty());
    }
    List<HazardSummary> page = found.subList(0, request.size());
    return new HazardPage(page, Optional.of(page.get(page.size() - 1).id()));
  }
}
