package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.store.InMemoryTable;
import io.github.dualprevention.core.store.InMemoryUnitOfWork;
import java.util.List;
import java.util.Optional;

/** Keeps hazards in memory. */
public final class InMemoryHazardStore implements HazardStore {

  private final InMemoryTable<Hazard> hazards;

  /**
   * Creates an empty store.
   *
   * @param unit the unit of work that its changes belong to
   */
  public InMemoryHazardStore(InMemoryUnitOfWork unit) {
    hazards = new InMemoryTable<>(unit, Hazard::version);
  }

  @Override
  public Optional<Hazard> find(String id) {
    return hazards.find(id);
  }

  @Override
  public void save(Hazard hazard, int expected) {
    hazards.save(hazard.id(), hazard, expected);
  }

  /**
   * Every hazard.
   *
   * @return in the order of their ids, as {@link String#compareTo} has it
   */
  public List<Hazard> all() {
    return hazards.all();
  }
}
