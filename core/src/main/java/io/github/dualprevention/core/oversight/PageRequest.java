package io.github.dualprevention.core.oversight;

import io.github.dualprevention.core.Require;
import java.util.Optional;

/**
 * Asks for the next hazards in the order of the store.
 *
 * @param afterId the id after which the page begins, whether or not there is such a hazard; empty
 *     for the first page
 * @param size the most hazards that the page may have, 1 to 1,000
 */
public record PageRequest(Optional<String> afterId, int size) {

  /** The most hazards that a page may have. */
  public static final int LARGEST = 1_000;

  /** Throws {@code IllegalArgumentException} if id or size are out of bounds. */
  public PageRequest {
    afterId = afterId.map(id -> Require.id(id, "afterId"));
    Require.require(size >= 1 && size <= LARGEST, "size", "must be 1 to 1000", size);
  }

  /**
   * The first page.
   *
   * @param size the most hazards that it may have, 1 to 1,000
   * @return the request
   */
  public static PageRequest first(int size) {
    return new PageRequest(Optional.empty(), size);
  }

  /**
   * The page of the same size that begins elsewhere.
   *
   * @param id the id after which it begins, as in {@link HazardPage#next}
   * @return the request
   */
  public PageRequest after(String id) {
    return new PageRequest(Optional.of(id), size);
  }
}
