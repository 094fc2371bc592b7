package io.github.dualprevention.testkit;

import io.github.dualprevention.core.hazard.InMemoryHazardSummaryStore;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.oversight.HazardQueries;
import io.github.dualprevention.core.oversight.InMemoryHazardQueries;
import io.github.dualprevention.core.store.InMemoryUnitOfWork;
import io.github.dualprevention.core.store.UnitOfWork;
import java.util.HashMap;
import java.util.Map;

class InMemoryHazardQueriesTest extends HazardQueriesContract {

  private final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
  private final Map<CreditCode, InMemoryHazardSummaryStore> summaries = new HashMap<>();

  @Override
  protected UnitOfWork unit() {
    return unit;
  }

  @Override
  protected InMemoryHazardSummaryStore summariesOf(CreditCode enterprise) {
    return summaries.computeIfAbsent(enterprise, whose -> new InMemoryHazardSummaryStore(unit));
  }

  @Override
  protected HazardQueries queriesOf(CreditCode enterprise) {
    return new InMemoryHazardQueries(summariesOf(enterprise));
  }
}
