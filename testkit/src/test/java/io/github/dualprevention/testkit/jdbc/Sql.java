package io.github.dualprevention.testkit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A statement that is put together piece by piece, each with the values of its question marks. */
final class Sql {

  /**
   * Reads something from the rows of a query.
   *
   * @param <T> what is read
   */
  interface Reader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  private final StringBuilder text = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  private Sql() {}

  /** Begins a statement; an empty value stands for NULL. */
  static Sql of(String text, Object... values) {
    return new Sql().add(text, values);
  }

  /** Adds a piece. */
  Sql add(String piece, Object... more) {
    text.append(piece);
    Collections.addAll(values, more);
    return this;
  }

  /** Adds another statement as a part of this one. */
  Sql add(Sql part) {
    return add(part.text.toString(), part.values.toArray());
  }

  /** Adds a list such as {@code (?, ?, ?)}. */
  Sql list(List<?> elements) {
    text.append('(')
        .append(String.join(", ", Collections.nCopies(elements.size(), "?")))
        .append(')');
    values.addAll(elements);
    return this;
  }

  PreparedStatement prepare(Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text.toString());
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, stored(values.get(i)));
    }
    return statement;
  }

  private static @Nullable Object stored(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(Sql::stored).orElse(null);
    }
    return value instanceof Instant moment
        ? LocalDateTime.ofInstant(moment, ZoneOffset.UTC)
        : value;
  }

  /** The moment in a column; empty if the column is. */
  static Optional<Instant> instant(ResultSet rows, String column) throws SQLException {
    return Optional.ofNullable(rows.getObject(column, LocalDateTime.class))
        .map(moment -> moment.toInstant(ZoneOffset.UTC));
  }

  /** The statement without its values, since they may be about persons. */
  @Override
  public String toString() {
    return text.toString();
  }
}
