package io.github.dualprevention.testkit.jdbc;

import io.github.dualprevention.core.journal.JournalStore;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.store.UnitOfWork;
import io.github.dualprevention.testkit.JournalStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcJournalStoreTest extends JournalStoreContract {

  @RegisterExtension final Database database = new Database();

  @Override
  protected UnitOfWork unit() {
    return database.unit();
  }

  @Override
  protected JournalStore journalOf(CreditCode enterprise) {
    return new JdbcJournalStore(database.unit(), enterprise);
  }
}
