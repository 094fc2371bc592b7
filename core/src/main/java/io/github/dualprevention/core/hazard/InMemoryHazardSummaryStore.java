package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.store.InMemoryStores;
import io.github.dualprevention.core.store.InMemoryTable;
import io.github.dualprevention.core.store.InMemoryUnitOfWork;
import java.util.List;
import java.util.Optional;

/** Keeps rows in memory. */
public final class InMemoryHazardSummaryStore implements HazardSummaryStore {

  private final InMemoryTable<HazardSummary> rows;

  /**
   * Creates an empty store.
   *
   * @param unit the unit of work that its changes belong to
   */
  public InMemoryHazardSummaryStore(InMemoryUnitOfWork unit) {
    rows = new InMemoryTable<>(unit, HazardSummary::version);
  }

  /**
   * The one among stores in memory.
   *
   * @param stores the stores of an enterprise
   * @return always the same one
   */
  public static InMemoryHazardSummaryStore in(InMemoryStores stores) {
    return stores.store(
        InMemoryHazardSummaryStore.class, memory -> new InMemoryHazardSummaryStore(memory.unit()));
  }

  @Override
  public void put(HazardSummary summary) {
    rows.put(summary.id(), summary);
  }

  @Override
  public Optional<HazardSummary> find(String id) {
    return rows.find(id);
  }

  /**
   * Every row.
   *
   * @return in the order of the hazards' ids, as {@link String#compareTo} has it
   */
  public List<HazardSummary> all() {
    return rows.all();
  }
}
