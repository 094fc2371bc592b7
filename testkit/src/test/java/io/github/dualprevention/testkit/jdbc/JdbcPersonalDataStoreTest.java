package io.github.dualprevention.testkit.jdbc;

import io.github.dualprevention.core.journal.PersonalDataStore;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.store.UnitOfWork;
import io.github.dualprevention.testkit.PersonalDataStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcPersonalDataStoreTest extends PersonalDataStoreContract {

  @RegisterExtension final Database database = new Database();

  @Override
  protected UnitOfWork unit() {
    return database.unit();
  }

  @Override
  protected PersonalDataStore personalDataOf(CreditCode enterprise) {
    return new JdbcPersonalDataStore(database.unit(), enterprise);
  }
}
