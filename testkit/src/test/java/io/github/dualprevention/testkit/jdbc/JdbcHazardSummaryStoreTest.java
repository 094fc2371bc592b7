package io.github.dualprevention.testkit.jdbc;

import io.github.dualprevention.core.hazard.HazardSummaryStore;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.store.UnitOfWork;
import io.github.dualprevention.testkit.HazardSummaryStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcHazardSummaryStoreTest extends HazardSummaryStoreContract {

  @RegisterExtension final Database database = new Database();

  @Override
  protected UnitOfWork unit() {
    return database.unit();
  }

  @Override
  protected HazardSummaryStore summariesOf(CreditCode enterprise) {
    return new JdbcHazardSummaryStore(database.unit(), enterprise);
  }
}
