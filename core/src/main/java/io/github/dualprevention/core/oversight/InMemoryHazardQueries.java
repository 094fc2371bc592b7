package io.github.dualprevention.core.oversight;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.InMemoryHazardStore;
import java.util.List;

/** Finds hazards in memory by looking at each of them. */
public final class InMemoryHazardQueries implements HazardQueries {

  private final InMemoryHazardStore store;

  /**
   * Takes the store.
   *
   * @param store keeps the hazards
   */
  public InMemoryHazardQueries(InMemoryHazardStore store) {
    this.store = Require.notNull(store, "store");
  }

  @Override
  public HazardPage find(HazardFilter filter, PageRequest page) {
    List<Hazard> found =
        store.all().stream()
            .filter(hazard -> page.afterId().filter(id -> hazard.id().compareTo(id) <= 0).isEmpty())
            .filter(filter::matches)
            .limit(page.size() + 1L)
            .toList();
    return HazardPage.of(page, found);
  }

  @Override
  public long count(HazardFilter filter) {
    return store.all().stream().filter(filter::matches).count();
  }
}
