package io.github.dualprevention.core.store;

import io.github.dualprevention.core.Require;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows in memory, each with a version of its own; what in-memory stores are made of.
 *
 * @param <V> a row, immutable
 */
public final class InMemoryTable<V> {

  private final InMemoryUnitOfWork unit;
  private final ToLongFunction<V> version;
  private final Map<String, V> rows = new TreeMap<>();

  /**
   * Creates an empty table.
   *
   * @param unit the unit of work that its changes belong to
   * @param version tells a row's version, at least 1
   */
  public InMemoryTable(InMemoryUnitOfWork unit, ToLongFunction<V> version) {
    this.unit = Require.notNull(unit, "unit");
    this.version = Require.notNull(version, "version");
  }

  /**
   * Finds a row.
   *
   * @param id the row's id
   * @return the row; empty if there is none
   */
  public Optional<V> find(String id) {
    return unit.call(() -> Optional.ofNullable(rows.get(id)));
  }

  /**
   * Puts a row into the place of the version that it was made from.
   *
   * @param id the row's id
   * @param row the new row
   * @param expected the version that was read; 0 if the row shall be new
   * @return false if the table holds another version; nothing has changed then
   */
  public boolean save(String id, V row, long expected) {
    return unit.call(
        () -> {
          V before = rows.get(id);
          if ((before == null ? 0 : version.applyAsLong(before)) != expected) {
            return false;
          }
          put(id, row, before);
          return true;
        });
  }

  /**
   * Puts a row into the place of whatever was there.
   *
   * @param id the row's id
   * @param row the new row
   */
  public void put(String id, V row) {
    unit.run(() -> put(id, row, rows.get(id)));
  }

  private void put(String id, V row, @Nullable V before) {
    unit.change(
        () -> rows.put(id, row),
        () -> {
          if (before == null) {
            rows.remove(id);
          } else {
            rows.put(id, before);
          }
        });
  }

  /**
   * Removes a row for good; for what must be erased.
   *
   * @param id the row's id
   */
  public void erase(String id) {
    unit.run(
        () -> {
          V before = rows.get(id);
          if (before != null) {
            unit.change(() -> rows.remove(id), () -> rows.put(id, before));
          }
        });
  }

  /**
   * Every row.
   *
   * @return in the order of their ids
   */
  public List<V> all() {
    return unit.call(() -> List.copyOf(rows.values()));
  }
}
