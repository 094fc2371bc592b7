package io.github.dualprevention.examples.junit6;

import io.github.dualprevention.core.journal.InMemoryJournalStore;
import io.github.dualprevention.core.journal.JournalStore;
import io.github.dualprevention.core.store.InMemoryUnitOfWork;
import io.github.dualprevention.core.store.UnitOfWork;
import io.github.dualprevention.testkit.JournalStoreContract;

class InMemoryJournalStoreTest extends JournalStoreContract {

  private final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
  private final JournalStore journal = new InMemoryJournalStore(unit);

  @Override
  protected UnitOfWork unit() {
    return unit;
  }

  @Override
  protected JournalStore journal() {
    return journal;
  }
}
