package io.github.dualprevention.testkit;

import io.github.dualprevention.core.journal.InMemoryJournalStore;
import io.github.dualprevention.core.journal.InMemoryPersonalDataStore;
import io.github.dualprevention.core.journal.JournalStore;
import io.github.dualprevention.core.journal.PersonalDataStore;
import io.github.dualprevention.core.store.InMemoryUnitOfWork;
import io.github.dualprevention.core.store.UnitOfWork;

class InMemoryUnitOfWorkTest extends UnitOfWorkContract {

  private final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
  private final JournalStore journal = new InMemoryJournalStore(unit);
  private final PersonalDataStore personalData = new InMemoryPersonalDataStore(unit);

  @Override
  protected UnitOfWork unit() {
    return unit;
  }

  @Override
  protected JournalStore journal() {
    return journal;
  }

  @Override
  protected PersonalDataStore personalData() {
    return personalData;
  }
}
