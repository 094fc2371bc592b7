package io.github.dualprevention.core;

import java.util.List;
import java.util.function.Function;

/**
 * The answer to a request that rules may refuse: the result, or every reason against it at once.
 *
 * @param <T> the result's type
 */
public sealed interface Outcome<T> {

  /**
   * The rules allow it.
   *
   * @param <T> the result's type
   * @param value the result
   */
  record Accepted<T>(T value) implements Outcome<T> {
    /** Refuses a missing result. */
    public Accepted {
      Require.notNull(value, "value");
    }

    @Override
    public T orThrow() {
      return value;
    }

    @Override
    public <U> Outcome<U> map(Function<? super T, ? extends U> further) {
      return new Accepted<>(further.apply(value));
    }

    @Override
    public List<Reason> reasons() {
      return List.of();
    }
  }

  /**
   * The rules refuse it.
   *
   * @param <T> the result's type
   * @param reasons all reasons, at least one
   */
  record Refused<T>(List<Reason> reasons) implements Outcome<T> {
    /** Copies the reasons. */
    public Refused {
      reasons = Require.notEmpty(reasons, "reasons");
    }

    @Override
    public T orThrow() {
      throw new RefusedException(reasons);
    }

    @Override
    @SuppressWarnings("unchecked") // a refusal holds no result of whatever type
    public <U> Outcome<U> map(Function<? super T, ? extends U> further) {
      return (Outcome<U>) this;
    }
  }

  /**
   * An outcome with a result.
   *
   * @param <T> the result's type
   * @param value the result
   * @return the outcome
   */
  static <T> Outcome<T> accepted(T value) {
    return new Accepted<>(value);
  }

  /**
   * An outcome with reasons.
   *
   * @param <T> the result's type
   * @param reasons all reasons, at least one
   * @return the outcome
   */
  static <T> Outcome<T> refused(Reason... reasons) {
    return new Refused<>(List.of(reasons));
  }

  /**
   * The result, for callers to whom a refusal is an exception.
   *
   * @return the result
   * @throws RefusedException with all reasons if refused
   */
  T orThrow();

  /**
   * The outcome with something made of its result.
   *
   * @param <U> the type of what is made
   * @param further makes it; not asked if refused
   * @return what was made, or the same refusal
   */
  <U> Outcome<U> map(Function<? super T, ? extends U> further);

  /**
   * Why it was refused.
   *
   * @return all reasons; empty if accepted
   */
  List<Reason> reasons();
}
