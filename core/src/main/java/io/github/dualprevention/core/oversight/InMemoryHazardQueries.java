package io.github.dualprevention.core.oversight;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.hazard.HazardSummary;
import io.github.dualprevention.core.hazard.InMemoryHazardSummaryStore;
import java.util.List;

/** Finds hazards in memory by looking at each row. */
public final class InMemoryHazardQueries implements HazardQueries {

  private final InMemoryHazardSummaryStore store;

  /**
   * Takes the store.
   *
   * @param store keeps the rows
   */
  public InMemoryHazardQueries(InMemoryHazardSummaryStore store) {
    this.store = Require.notNull(store, "store");
  }

  @Override
  public HazardPage find(HazardFilter filter, PageRequest page) {
    List<HazardSummary> found =
        store.all().stream()
            .filter(row -> page.afterId().filter(id -> row.id().compareTo(id) <= 0).isEmpty())
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
