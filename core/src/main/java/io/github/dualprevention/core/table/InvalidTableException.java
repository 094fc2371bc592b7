package io.github.dualprevention.core.table;

import com.google.common.collect.ImmutableList;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SafetyException;
import java.util.List;
import java.util.stream.Collectors;

/** A table is refused as a whole; carries every fault with its place. */
public final class InvalidTableException extends SafetyException {

  private static final long serialVersionUID = 1L;

  /** An immutable list of Guava's, which is serialised with the exception. */
  private final ImmutableList<Fault> faults;

  /**
   * Creates the exception; its message has a line for each fault.
   *
   * @param faults all faults, at least one
   */
  public InvalidTableException(List<Fault> faults) {
    super(
        faults.stream().map(Fault::toString).collect(Collectors.joining("\n")),
        faults.stream().map(Fault::reason).toList());
    this.faults = ImmutableList.copyOf(Require.notEmpty(faults, "faults"));
  }

  /**
   * What is wrong and where.
   *
   * @return all faults, at least one
   */
  public List<Fault> faults() {
    return faults;
  }
}
