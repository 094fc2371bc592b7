package io.github.dualprevention.testkit.jdbc;

import java.sql.SQLException;

/** The database could not do what it was asked for; the unit of work fails. */
final class JdbcException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String UNIQUE_VIOLATION = "23505";
  private static final String ROLLED_BACK = "40";

  private final String state;

  JdbcException(String doing, SQLException cause) {
    super(doing, cause);
    state = String.valueOf(cause.getSQLState());
  }

  /** Whether another transaction has got in the way, by the same key or by a lock. */
  boolean isConflict() {
    return state.equals(UNIQUE_VIOLATION) || state.startsWith(ROLLED_BACK);
  }
}
