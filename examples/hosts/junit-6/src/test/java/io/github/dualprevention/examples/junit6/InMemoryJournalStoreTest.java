package io.github.dualprevention.examples.junit6;

import io.github.dualprevention.core.journal.InMemoryJournalStore;
import io.github.dualprevention.core.journal.JournalStore;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.store.InMemoryUnitOfWork;
import io.github.dualprevention.core.store.UnitOfWork;
import io.github.dualprevention.testkit.JournalStoreContract;
import java.util.HashMap;
import java.util.Map;

class InMemoryJournalStoreTest extends JournalStoreContract {

  private final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
  private final Map<CreditCode, JournalStore> journals = new HashMap<>();

  @Override
  protected UnitOfWork unit() {
    return unit;
  }

  @Override
  protected JournalStore journalOf(CreditCode enterprise) {
    return journals.computeIfAbsent(enterprise, whose -> new InMemoryJournalStore(unit));
  }
}
