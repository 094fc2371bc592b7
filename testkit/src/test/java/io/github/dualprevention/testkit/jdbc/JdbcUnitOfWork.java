package io.github.dualprevention.testkit.jdbc;

import io.github.dualprevention.core.store.StaleRecordException;
import io.github.dualprevention.core.store.UnitFailedException;
import io.github.dualprevention.core.store.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work that is a transaction of a database, bound to the calling thread. It runs the
 * statements of all stores that belong to it.
 *
 * <p>Connections come with the isolation that the host has chosen; READ COMMITTED is enough.
 */
final class JdbcUnitOfWork implements UnitOfWork {

  /** How many rows a stream fetches at once. */
  private static final int FETCHED = 500;

  private final DataSource database;
  private final ThreadLocal<@Nullable Transaction> current = new ThreadLocal<>();

  JdbcUnitOfWork(DataSource database) {
    this.database = database;
  }

  @Override
  public <T> T call(Supplier<T> work) {
    Transaction outer = current.get();
    return outer == null ? alone(work) : inside(outer, work);
  }

  private <T> T alone(Supplier<T> work) {
    try (Transaction transaction = begin()) {
      current.set(transaction);
      T result = inside(transaction, work);
      transaction.commit();
      return result;
    } catch (SQLException failure) {
      throw new JdbcException("the transaction could not be ended", failure);
    } finally {
      current.remove();
    }
  }

  private Transaction begin() {
    try {
      Connection connection = database.getConnection();
      try {
        connection.setAutoCommit(false);
      } catch (SQLException failure) {
        connection.close();
        throw failure;
      }
      return new Transaction(connection);
    } catch (SQLException failure) {
      throw new JdbcException("no transaction could be begun", failure);
    }
  }

  private static <T> T inside(Transaction transaction, Supplier<T> work) {
    boolean done = false;
    try {
      T result = work.get();
      done = true;
      return result;
    } finally {
      transaction.failed |= !done;
    }
  }

  /**
   * The connection of this thread's unit, for the host's own statements; they are part of the unit.
   */
  Connection connection() {
    Transaction transaction = current.get();
    if (transaction == null) {
      throw new IllegalStateException("no unit of work runs on this thread");
    }
    return transaction.connection;
  }

  /** Runs a statement that changes rows, and tells how many. */
  int update(Sql sql) {
    return run(sql, PreparedStatement::executeUpdate);
  }

  /**
   * Inserts a row that was not there a moment ago.
   *
   * @throws StaleRecordException if another transaction has inserted it meanwhile; the unit fails
   */
  void insert(Sql sql, String id, long expected) {
    try {
      update(sql);
    } catch (JdbcException failure) {
      throw failure.isConflict() ? stale(failure, id, expected) : failure;
    }
  }

  private static StaleRecordException stale(JdbcException failure, String id, long expected) {
    StaleRecordException stale = StaleRecordException.of(id, expected, expected + 1);
    stale.initCause(failure);
    return stale;
  }

  /** Runs a query and reads all its rows at once. */
  <T> T query(Sql sql, Sql.Reader<T> reader) {
    return run(
        sql,
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            return reader.read(rows);
          }
        });
  }

  /** Runs a query and reads it row by row. */
  <T> List<T> list(Sql sql, Sql.Reader<T> row) {
    return query(
        sql,
        rows -> {
          List<T> found = new ArrayList<>();
          while (rows.next()) {
            found.add(row.read(rows));
          }
          return List.copyOf(found);
        });
  }

  private <T> T run(Sql sql, Work<T> work) {
    return call(
        () -> {
          try (PreparedStatement statement = sql.prepare(connection())) {
            return work.on(statement);
          } catch (SQLException failure) {
            throw new JdbcException(sql.toString(), failure);
          }
        });
  }

  /**
   * Runs a query whose rows are read as they are taken. Outside of any unit the stream is a
   * transaction of its own until it is closed.
   */
  <T> Stream<T> stream(Sql sql, Sql.Reader<T> row) {
    Transaction outer = current.get();
    if (outer != null) {
      return rows(outer, sql, row);
    }
    Transaction own = begin();
    try {
      return rows(own, sql, row).onClose(own::end);
    } catch (JdbcException failure) {
      own.end();
      throw failure;
    }
  }

  private static <T> Stream<T> rows(Transaction transaction, Sql sql, Sql.Reader<T> row) {
    try {
      PreparedStatement statement = sql.prepare(transaction.connection);
      statement.setFetchSize(FETCHED);
      Cursor<T> cursor = new Cursor<>(transaction, statement.executeQuery(), row);
      return StreamSupport.stream(cursor, false).onClose(() -> close(statement));
    } catch (SQLException failure) {
      throw transaction.failure(sql.toString(), failure);
    }
  }

  private static void close(PreparedStatement statement) {
    try {
      statement.close();
    } catch (SQLException failure) {
      throw new JdbcException("the statement could not be closed", failure);
    }
  }

  /** Something that is done with a statement. */
  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  /** A connection in use; takes back at its end whatever was not committed. */
  private static final class Transaction implements AutoCloseable {

    private final Connection connection;
    private boolean failed;

    Transaction(Connection connection) {
      this.connection = connection;
    }

    JdbcException failure(String doing, SQLException cause) {
      failed = true;
      return new JdbcException(doing, cause);
    }

    void commit() throws SQLException {
      if (failed) {
        throw UnitFailedException.create();
      }
      connection.commit();
    }

    @Override
    public void close() throws SQLException {
      try (connection) {
        connection.rollback();
      }
    }

    void end() {
      try {
        close();
      } catch (SQLException failure) {
        throw new JdbcException("the transaction could not be ended", failure);
      }
    }
  }

  /** The rows of a query, read one by one. */
  private static final class Cursor<T> extends AbstractSpliterator<T> {

    private final Transaction transaction;
    private final ResultSet rows;
    private final Sql.Reader<T> row;

    Cursor(Transaction transaction, ResultSet rows, Sql.Reader<T> row) {
      super(Long.MAX_VALUE, ORDERED | NONNULL);
      this.transaction = transaction;
      this.rows = rows;
      this.row = row;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
      T next;
      try {
        if (!rows.next()) {
          return false;
        }
        next = row.read(rows);
      } catch (SQLException failure) {
        throw transaction.failure("the rows could not be read", failure);
      }
      action.accept(next);
      return true;
    }
  }
}
