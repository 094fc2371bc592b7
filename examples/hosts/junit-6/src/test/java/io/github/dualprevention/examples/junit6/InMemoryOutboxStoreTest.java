package io.github.dualprevention.examples.junit6;

import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.store.InMemoryUnitOfWork;
import io.github.dualprevention.core.store.UnitOfWork;
import io.github.dualprevention.reporting.InMemoryOutboxStore;
import io.github.dualprevention.reporting.OutboxStore;
import io.github.dualprevention.testkit.OutboxStoreContract;
import java.util.HashMap;
import java.util.Map;

class InMemoryOutboxStoreTest extends OutboxStoreContract {

  private final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
  private final Map<CreditCode, OutboxStore> outboxes = new HashMap<>();

  @Override
  protected UnitOfWork unit() {
    return unit;
  }

  @Override
  protected OutboxStore outboxOf(CreditCode enterprise) {
    return outboxes.computeIfAbsent(enterprise, whose -> new InMemoryOutboxStore(unit));
  }
}
