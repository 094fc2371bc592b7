package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.store.StaleRecordException;
import java.util.Optional;

/** Keeps hazards as they are now; what they were is in the journal. */
public interface HazardStore {

  /**
   * Finds a hazard.
   *
   * @param id the hazard's id
   * @return the hazard with all its steps; empty if nothing is recorded about it
   */
  Optional<Hazard> find(String id);

  /**
   * Puts a hazard into the place of the version that it was made from.
   *
   * @param hazard the hazard
   * @param expected the version that was read; 0 if nothing was recorded yet
   * @throws StaleRecordException if the store holds another version
   */
  void save(Hazard hazard, int expected);
}
