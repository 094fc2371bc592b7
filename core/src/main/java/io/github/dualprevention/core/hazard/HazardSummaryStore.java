package io.github.dualprevention.core.hazard;

import java.util.Optional;

/**
 * Keeps one row for each hazard of one enterprise. The chain in the journal is the record; a row
 * can be written anew from it at any time.
 */
public interface HazardSummaryStore {

  /**
   * Puts a row into the place of the hazard's earlier one. The unit of work has appended the
   * hazard's step to its chain before, so that nobody else writes the same row meanwhile.
   *
   * @param summary the row; its enterprise is the store's
   */
  void put(HazardSummary summary);

  /**
   * Finds a row.
   *
   * @param id the hazard's id
   * @return the row; empty if nothing is recorded about the hazard
   */
  Optional<HazardSummary> find(String id);
}
