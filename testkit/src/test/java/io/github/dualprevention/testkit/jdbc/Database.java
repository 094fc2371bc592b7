package io.github.dualprevention.testkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database in memory with the tables of {@code schema.sql}, for one test. Its connections are
 * strict and READ COMMITTED; all of them must be closed when the test ends.
 */
final class Database implements AfterEachCallback {

  private final JdbcDataSource source = new JdbcDataSource();
  private final Collection<Connection> given = new ConcurrentLinkedQueue<>();
  private final JdbcUnitOfWork unit = anotherUnit();

  /** The database lives as long as this connection. */
  private final Connection keeper;

  Database() {
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID());
    try {
      keeper = source.getConnection();
    } catch (SQLException failure) {
      throw new JdbcException("the database could not be opened", failure);
    }
    execute(resource("schema.sql"));
  }

  JdbcUnitOfWork unit() {
    return unit;
  }

  /** A unit whose transactions are others than those of {@link #unit}, on the same thread too. */
  JdbcUnitOfWork anotherUnit() {
    return new JdbcUnitOfWork(strict());
  }

  /** A strict connection beside the unit of work; the test closes it. */
  Connection connect() throws SQLException {
    Connection connection = source.getConnection();
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    given.add(connection);
    return StrictConnection.over(connection);
  }

  /** Does something for a test, at once and for good. */
  void execute(String statements) {
    try (Statement statement = keeper.createStatement()) {
      statement.execute(statements);
    } catch (SQLException failure) {
      throw new JdbcException(statements, failure);
    }
  }

  private DataSource strict() {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> connect());
  }

  private static String resource(String name) {
    try (InputStream stream = Database.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) throws SQLException {
    keeper.close();
    for (Connection connection : given) {
      assertThat(connection.isClosed()).isTrue();
    }
  }
}
