package io.github.dualprevention.testkit;

import io.github.dualprevention.core.journal.InMemoryJournalStore;
import io.github.dualprevention.core.journal.JournalStore;
import io.github.dualprevention.core.store.InMemoryUnitOfWork;
import io.github.dualprevention.core.store.UnitOfWork;

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
