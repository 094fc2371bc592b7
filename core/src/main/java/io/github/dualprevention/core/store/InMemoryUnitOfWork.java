package io.github.dualprevention.core.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A unit of work over stores in memory: one at a time, undone in reverse when it fails.
 *
 * <p>Nothing survives the process; for tests, trials and hosts that keep their own tables.
 */
public final class InMemoryUnitOfWork implements UnitOfWork {

  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final Deque<Runnable> undo = new ArrayDeque<>();

  /** A unit of work for any number of stores. */
  public InMemoryUnitOfWork() {}

  @Override
  public <T> T run(Supplier<T> work) {
    oneAtATime.lock();
    try {
      int before = undo.size();
      boolean done = false;
      try {
        T result = work.get();
        done = true;
        return result;
      } finally {
        while (!done && undo.size() > before) {
          undo.pop().run();
        }
        if (oneAtATime.getHoldCount() == 1) {
          undo.clear();
        }
      }
    } finally {
      oneAtATime.unlock();
    }
  }

  /** Changes something now and knows how to take it back; called inside {@link #run}. */
  void change(Runnable change, Runnable back) {
    change.run();
    undo.push(back);
  }
}
