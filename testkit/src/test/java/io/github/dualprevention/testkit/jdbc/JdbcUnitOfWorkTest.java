package io.github.dualprevention.testkit.jdbc;

import io.github.dualprevention.core.journal.JournalStore;
import io.github.dualprevention.core.journal.PersonalDataStore;
import io.github.dualprevention.core.store.UnitOfWork;
import io.github.dualprevention.testkit.Samples;
import io.github.dualprevention.testkit.UnitOfWorkContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcUnitOfWorkTest extends UnitOfWorkContract {

  @RegisterExtension final Database database = new Database();

  @Override
  protected UnitOfWork unit() {
    return database.unit();
  }

  @Override
  protected JournalStore journal() {
    return new JdbcJournalStore(database.unit(), Samples.enterprise());
  }

  @Override
  protected PersonalDataStore personalData() {
    return new JdbcPersonalDataStore(database.unit(), Samples.enterprise());
  }
}
