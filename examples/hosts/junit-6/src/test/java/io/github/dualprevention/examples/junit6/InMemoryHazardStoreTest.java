package io.github.dualprevention.examples.junit6;

import io.github.dualprevention.core.hazard.HazardStore;
import io.github.dualprevention.core.hazard.InMemoryHazardStore;
import io.github.dualprevention.core.store.InMemoryUnitOfWork;
import io.github.dualprevention.core.store.UnitOfWork;
import io.github.dualprevention.testkit.HazardStoreContract;

class InMemoryHazardStoreTest extends HazardStoreContract {

  private final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
  private final HazardStore hazards = new InMemoryHazardStore(unit);

  @Override
  protected UnitOfWork unit() {
    return unit;
  }

  @Override
  protected HazardStore hazards() {
    return hazards;
  }
}
