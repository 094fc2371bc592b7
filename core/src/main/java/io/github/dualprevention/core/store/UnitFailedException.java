package io.github.dualprevention.core.store;

import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Rule;
import io.github.dualprevention.core.SafetyException;
import java.util.List;

/** A part of a unit of work has failed, so nothing of the unit is kept; do the whole unit again. */
public final class UnitFailedException extends SafetyException {

  private static final long serialVersionUID = 1L;

  private static final Rule FAILED =
      Rule.of(
          "store.unit.failed",
          "本工作单元中有一部分失败，全部改动均未保存，请整体重做",
          "a part of this unit of work has failed, so none of its changes is kept; do all of it again");

  private UnitFailedException(List<Reason> reasons) {
    super(reasons);
  }

  /**
   * Creates the exception.
   *
   * @return the exception, to be thrown where the outermost unit ends
   */
  public static UnitFailedException create() {
    return new UnitFailedException(List.of(FAILED.broken()));
  }
}
