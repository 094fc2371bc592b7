package io.github.dualprevention.testkit;

import io.github.dualprevention.core.journal.InMemoryPersonalDataStore;
import io.github.dualprevention.core.journal.PersonalDataStore;
import io.github.dualprevention.core.store.InMemoryUnitOfWork;
import io.github.dualprevention.core.store.UnitOfWork;

class InMemoryPersonalDataStoreTest extends PersonalDataStoreContract {

  private final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
  private final PersonalDataStore personalData = new InMemoryPersonalDataStore(unit);

  @Override
  protected UnitOfWork unit() {
    return unit;
  }

  @Override
  protected PersonalDataStore personalData() {
    return personalData;
  }
}
