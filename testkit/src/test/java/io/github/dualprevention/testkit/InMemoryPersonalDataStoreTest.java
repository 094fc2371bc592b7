package io.github.dualprevention.testkit;

import io.github.dualprevention.core.journal.InMemoryPersonalDataStore;
import io.github.dualprevention.core.journal.PersonalDataStore;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.store.InMemoryUnitOfWork;
import io.github.dualprevention.core.store.UnitOfWork;
import java.util.HashMap;
import java.util.Map;

class InMemoryPersonalDataStoreTest extends PersonalDataStoreContract {

  private final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
  private final Map<CreditCode, PersonalDataStore> personalData = new HashMap<>();

  @Override
  protected UnitOfWork unit() {
    return unit;
  }

  @Override
  protected PersonalDataStore personalDataOf(CreditCode enterprise) {
    return personalData.computeIfAbsent(enterprise, whose -> new InMemoryPersonalDataStore(unit));
  }
}
