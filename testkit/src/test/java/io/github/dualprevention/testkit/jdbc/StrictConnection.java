package io.github.dualprevention.testkit.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a connection as strict as the strictest database: it has no savepoints, and after an error
 * it refuses every statement and the commit until the transaction is rolled back, as PostgreSQL
 * does.
 */
final class StrictConnection {

  /** The SQL state of a statement in a failed transaction. */
  static final String IN_FAILED_TRANSACTION = "25P02";

  private static final Set<String> SAVEPOINTS = Set.of("setSavepoint", "releaseSavepoint");

  /** Prepared statements are statements as well, so that they come first. */
  private static final List<Class<?>> WATCHED =
      List.of(PreparedStatement.class, Statement.class, Connection.class);

  private boolean failed;

  private StrictConnection() {}

  static Connection over(Connection connection) {
    return (Connection) new StrictConnection().proxy(Connection.class, connection);
  }

  /** The same thing, watched if it can reach the database; statements share the failure. */
  private @Nullable Object watched(@Nullable Object thing) {
    for (Class<?> kind : WATCHED) {
      if (thing != null && kind.isInstance(thing)) {
        return proxy(kind, thing);
      }
    }
    return thing;
  }

  private Object proxy(Class<?> kind, Object thing) {
    InvocationHandler handler = (proxy, method, arguments) -> invoke(thing, method, arguments);
    return Proxy.newProxyInstance(kind.getClassLoader(), new Class<?>[] {kind}, handler);
  }

  private @Nullable Object invoke(Object thing, Method method, Object @Nullable [] arguments)
      throws Throwable {
    requireNoSavepoint(method);
    requireNotFailed(method);
    try {
      Object result = method.invoke(thing, arguments);
      failed &= !method.getName().equals("rollback");
      return watched(result);
    } catch (InvocationTargetException thrown) {
      failed |= thrown.getCause() instanceof SQLException;
      throw thrown.getCause();
    }
  }

  private static void requireNoSavepoint(Method method) throws SQLException {
    boolean about =
        SAVEPOINTS.contains(method.getName())
            || Arrays.asList(method.getParameterTypes()).contains(Savepoint.class);
    if (about) {
      throw new SQLFeatureNotSupportedException("no savepoints here");
    }
  }

  private void requireNotFailed(Method method) throws SQLException {
    String name = method.getName();
    if (failed && (name.startsWith("execute") || name.equals("commit"))) {
      throw new SQLException("the transaction has failed; roll it back", IN_FAILED_TRANSACTION);
    }
  }
}
