package io.github.dualprevention.examples.junit6;

import io.github.dualprevention.core.store.InMemoryUnitOfWork;
import io.github.dualprevention.core.store.UnitOfWork;
import io.github.dualprevention.reporting.InMemoryOutboxStore;
import io.github.dualprevention.reporting.OutboxStore;
import io.github.dualprevention.testkit.OutboxStoreContract;

class InMemoryOutboxStoreTest extends OutboxStoreContract {

  private final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
  private final OutboxStore outbox = new InMemoryOutboxStore(unit);

  @Override
  protected UnitOfWork unit() {
    return unit;
  }

  @Override
  protected OutboxStore outbox() {
    return outbox;
  }
}
