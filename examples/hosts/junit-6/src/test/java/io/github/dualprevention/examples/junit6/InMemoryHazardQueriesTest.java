package io.github.dualprevention.examples.junit6;

import io.github.dualprevention.core.hazard.HazardStore;
import io.github.dualprevention.core.hazard.InMemoryHazardStore;
import io.github.dualprevention.core.oversight.HazardQueries;
import io.github.dualprevention.core.oversight.InMemoryHazardQueries;
import io.github.dualprevention.core.store.InMemoryUnitOfWork;
import io.github.dualprevention.core.store.UnitOfWork;
import io.github.dualprevention.testkit.HazardQueriesContract;

class InMemoryHazardQueriesTest extends HazardQueriesContract {

  private final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
  private final InMemoryHazardStore hazards = new InMemoryHazardStore(unit);
  private final HazardQueries queries = new InMemoryHazardQueries(hazards);

  @Override
  protected UnitOfWork unit() {
    return unit;
  }

  @Override
  protected HazardStore hazards() {
    return hazards;
  }

  @Override
  protected HazardQueries queries() {
    return queries;
  }
}
