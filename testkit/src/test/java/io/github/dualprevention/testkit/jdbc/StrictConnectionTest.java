package io.github.dualprevention.testkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StrictConnectionTest {

  private static final String COUNT = "SELECT COUNT(*) FROM sample";
  private static final String INSERT = "INSERT INTO sample VALUES (1)";

  @RegisterExtension final Database database = new Database();

  private final Connection connection;

  StrictConnectionTest() throws SQLException {
    connection = database.connect();
  }

  @BeforeEach
  void begin() throws SQLException {
    database.execute("CREATE TABLE sample (id INTEGER PRIMARY KEY)");
    connection.setAutoCommit(false);
  }

  @AfterEach
  void end() throws SQLException {
    connection.close();
  }

  @Test
  void hasNoSavepoints() {
    Savepoint none = new NoSavepoint();

    for (ThrowingCallable call :
        new ThrowingCallable[] {
          () -> connection.setSavepoint(),
          () -> connection.setSavepoint("a"),
          () -> connection.releaseSavepoint(none),
          () -> connection.rollback(none)
        }) {
      assertThatExceptionOfType(SQLFeatureNotSupportedException.class).isThrownBy(call);
    }
  }

  @Test
  void refusesEveryStatementAfterAnErrorUntilTheRollback() throws SQLException {
    try (Statement statement = connection.createStatement();
        PreparedStatement prepared = connection.prepareStatement(COUNT)) {
      statement.executeUpdate(INSERT);
      assertError("23505", () -> statement.executeUpdate(INSERT));

      assertFailed(() -> statement.executeQuery(COUNT));
      assertFailed(() -> statement.execute(INSERT));
      assertFailed(prepared::executeQuery);
      assertFailed(() -> connection.prepareStatement(COUNT).executeQuery());
      assertFailed(() -> connection.createStatement().executeBatch());
      assertFailed(connection::commit);

      connection.rollback();
      assertThat(count(prepared)).isZero();
      statement.executeUpdate(INSERT);
      connection.commit();
      assertThat(count(prepared)).isEqualTo(1);
    }
  }

  @Test
  void anErrorOfAPreparedStatementCountsAsWell() throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.executeUpdate();
      assertError("23505", insert::executeUpdate);

      assertFailed(insert::executeUpdate);
    }
  }

  @Test
  void soDoesAStatementThatCannotBePrepared() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertError("42S02", () -> connection.prepareStatement("SELECT * FROM nowhere"));

      assertFailed(() -> statement.executeQuery(COUNT));
    }
  }

  @Test
  void aStatementGivesTheStrictConnection() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      Connection same = statement.getConnection();

      assertThatExceptionOfType(SQLFeatureNotSupportedException.class)
          .isThrownBy(same::setSavepoint);
      assertError("42S02", () -> same.prepareStatement("SELECT * FROM nowhere"));
      assertFailed(() -> statement.executeQuery(COUNT));
    }
  }

  @Test
  void connectionsFailEachForItself() throws SQLException {
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      assertError("42S02", () -> connection.prepareStatement("SELECT * FROM nowhere"));

      assertThat(statement.executeUpdate(INSERT)).isEqualTo(1);
    }
  }

  @Test
  void theDatabaseShowsOnlyWhatWasCommitted() throws SQLException {
    try (Connection other = database.connect();
        PreparedStatement count = other.prepareStatement(COUNT);
        Statement insert = connection.createStatement()) {
      insert.executeUpdate(INSERT);
      assertThat(count(count)).isZero();

      connection.commit();

      assertThat(other.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
      assertThat(count(count)).isEqualTo(1);
    }
  }

  private static int count(PreparedStatement count) throws SQLException {
    try (ResultSet rows = count.executeQuery()) {
      assertThat(rows.next()).isTrue();
      return rows.getInt(1);
    }
  }

  private static void assertFailed(ThrowingCallable call) {
    assertError(StrictConnection.IN_FAILED_TRANSACTION, call);
  }

  private static void assertError(String state, ThrowingCallable call) {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(call)
        .satisfies(failure -> assertThat(failure.getSQLState()).isEqualTo(state));
  }

  private static final class NoSavepoint implements Savepoint {

    @Override
    public int getSavepointId() {
      return 1;
    }

    @Override
    public String getSavepointName() {
      return "none";
    }
  }
}
