package io.github.dualprevention.core.store;

import java.util.function.Supplier;

/**
 * Changes to any number of stores that happen as a whole or not at all.
 *
 * <p>A unit inside another one is part of it. If the inner unit fails, the outer one fails too,
 * even if it catches the exception: a database cannot be trusted to take back one half. Each call
 * to a store outside of any unit is a unit of its own.
 */
public interface UnitOfWork {

  /**
   * Does the work and keeps its changes, or keeps none of them if it throws.
   *
   * @param <T> the result's type
   * @param work calls stores that belong to this unit of work, on the calling thread
   * @return what the work returns
   * @throws UnitFailedException if an inner unit has failed and the work went on nevertheless;
   *     nothing is kept
   */
  <T> T call(Supplier<T> work);

  /**
   * Does work without a result; see {@link #call}.
   *
   * @param work calls stores that belong to this unit of work, on the calling thread
   * @throws UnitFailedException if an inner unit has failed and the work went on nevertheless;
   *     nothing is kept
   */
  default void run(Runnable work) {
    call(
        () -> {
          work.run();
          return true;
        });
  }
}
