package io.github.dualprevention.testkit.jdbc;

import io.github.dualprevention.core.hazard.HazardSummaryStore;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.oversight.HazardQueries;
import io.github.dualprevention.core.store.UnitOfWork;
import io.github.dualprevention.testkit.HazardQueriesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcHazardQueriesTest extends HazardQueriesContract {

  @RegisterExtension final Database database = new Database();

  @Override
  protected UnitOfWork unit() {
    return database.unit();
  }

  @Override
  protected HazardSummaryStore summariesOf(CreditCode enterprise) {
    return new JdbcHazardSummaryStore(database.unit(), enterprise);
  }

  @Override
  protected HazardQueries queriesOf(CreditCode enterprise) {
    return new JdbcHazardQueries(database.unit(), enterprise);
  }
}
