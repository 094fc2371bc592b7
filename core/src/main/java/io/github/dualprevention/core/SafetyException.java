package io.github.dualprevention.core;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;

/** A rule of the domain refuses what was asked; carries every reason at once. */
public abstract class SafetyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** An immutable list of Guava's, which is serialised with the exception. */
  private final ImmutableList<Reason> reasons;

  /**
   * Creates the exception with its reasons as the message.
   *
   * @param reasons all reasons, at least one
   */
  protected SafetyException(List<Reason> reasons) {
    this(reasons.stream().map(Reason::toString).collect(Collectors.joining("; ")), reasons);
  }

  /**
   * Creates the exception with a message of its own.
   *
   * @param message tells every reason
   * @param reasons all reasons, at least one
   */
  protected SafetyException(String message, List<Reason> reasons) {
    super(message);
    this.reasons = ImmutableList.copyOf(Require.notEmpty(reasons, "reasons"));
  }

  /**
   * The code of the first reason.
   *
   * @return stable and dotted
   */
  public final String code() {
    return reasons.get(0).code();
  }

  /**
   * Why it was refused.
   *
   * @return all reasons, at least one
   */
  public final List<Reason> reasons() {
    return reasons;
  }
}
