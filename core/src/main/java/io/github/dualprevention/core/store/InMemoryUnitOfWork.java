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
  private boolean failed;

  /** A unit of work for any number of stores. */
  public InMemoryUnitOfWork() {}

  @Override
  public <T> T call(Supplier<T> work) {
    oneAtATime.lock();
    try {
      boolean done = false;
      try {
        T result = work.get();
        done = true;
        return result;
      } finally {
        failed |= !done;
        if (oneAtATime.getHoldCount() == 1) {
          end(done);
        }
      }
    } finally {
      oneAtATime.unlock();
    }
  }

  /** Ends the outermost unit; whether it is itself done or throws. */
  private void end(boolean done) {
    boolean undone = failed;
    failed = false;
    while (undone && !undo.isEmpty()) {
      undo.pop().run();
    }
    undo.clear();
    if (undone && done) {
      throw UnitFailedException.create();
    }
  }

  /** Changes something now and knows how to take it back; called inside {@link #call}. */
  void change(Runnable change, Runnable back) {
    change.run();
    undo.push(back);
  }
}
