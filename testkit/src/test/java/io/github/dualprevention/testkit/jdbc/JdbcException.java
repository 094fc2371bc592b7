package io.github.dualprevention.testkit.jdbc;

import java.sql.SQLException;

/** The database could not do what it was asked for; the unit of work fails. */
final class JdbcException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The SQL state of H2 and PostgreSQL. */
  private static final String UNIQUE_VIOLATION = "23505";

  /** The error code of MariaDB, which has one SQL state for all broken constraints. */
  private static final int DUPLICATE_ENTRY = 1062;

  /** The class of the SQL states of transactions that a lock or another transaction has ended. */
  private static final String ROLLED_BACK = "40";

  private final boolean conflict;

  JdbcException(String doing, SQLException cause) {
    super(doing, cause);
    String state = String.valueOf(cause.getSQLState());
    conflict =
        state.equals(UNIQUE_VIOLATION)
            || cause.getErrorCode() == DUPLICATE_ENTRY
            || state.startsWith(ROLLED_BACK);
  }

  /** Whether another transaction has got in the way, by the same key or by a lock. */
  boolean isConflict() {
    return conflict;
  }
}
