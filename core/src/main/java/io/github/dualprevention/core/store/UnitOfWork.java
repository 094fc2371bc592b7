package io.github.dualprevention.core.store;

import java.util.function.Supplier;

/**
 * Changes to any number of stores that happen as a whole or not at all.
 *
 * <p>A unit that is run inside another one becomes part of it: its changes are kept only if the
 * outer one ends well too. What a failed inner unit did is never kept. Each call to a store outside
 * of any unit is a unit of its own.
 */
public interface UnitOfWork {

  /**
   * Does the work and keeps its changes, or keeps none of them if it throws.
   *
   * @param <T> the result's type
   * @param work calls stores that belong to this unit of work, on the calling thread
   * @return what the work returns
   */
  <T> T run(Supplier<T> work);
}
