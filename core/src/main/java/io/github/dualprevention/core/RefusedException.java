package io.github.dualprevention.core;

import java.util.List;

/** The throwing variant of {@link Outcome.Refused}. */
public final class RefusedException extends SafetyException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param reasons all reasons, at least one
   */
  public RefusedException(List<Reason> reasons) {
    super(reasons);
  }
}
