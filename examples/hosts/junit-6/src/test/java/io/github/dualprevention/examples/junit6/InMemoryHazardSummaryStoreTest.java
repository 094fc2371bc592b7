package io.github.dualprevention.examples.junit6;

import io.github.dualprevention.core.hazard.HazardSummaryStore;
import io.github.dualprevention.core.hazard.InMemoryHazardSummaryStore;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.store.InMemoryUnitOfWork;
import io.github.dualprevention.core.store.UnitOfWork;
import io.github.dualprevention.testkit.HazardSummaryStoreContract;
import java.util.HashMap;
import java.util.Map;

class InMemoryHazardSummaryStoreTest extends HazardSummaryStoreContract {

  private final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
  private final Map<CreditCode, HazardSummaryStore> summaries = new HashMap<>();

  @Override
  protected UnitOfWork unit() {
    return unit;
  }

  @Override
  protected HazardSummaryStore summariesOf(CreditCode enterprise) {
    return summaries.computeIfAbsent(enterprise, whose -> new InMemoryHazardSummaryStore(unit));
  }
}
