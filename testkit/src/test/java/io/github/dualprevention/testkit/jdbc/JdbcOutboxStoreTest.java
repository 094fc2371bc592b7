package io.github.dualprevention.testkit.jdbc;

import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.store.UnitOfWork;
import io.github.dualprevention.reporting.OutboxStore;
import io.github.dualprevention.testkit.OutboxStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcOutboxStoreTest extends OutboxStoreContract {

  @RegisterExtension final Database database = new Database();

  @Override
  protected UnitOfWork unit() {
    return database.unit();
  }

  @Override
  protected OutboxStore outboxOf(CreditCode enterprise) {
    return new JdbcOutboxStore(database.unit(), enterprise);
  }
}
