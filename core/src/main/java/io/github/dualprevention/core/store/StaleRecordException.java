package io.github.dualprevention.core.store;

import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Rule;
import io.github.dualprevention.core.SafetyException;
import java.util.List;

/** Someone else has changed the record since it was read; read it again and decide anew. */
public final class StaleRecordException extends SafetyException {

  private static final long serialVersionUID = 1L;

  private static final Rule STALE =
      Rule.of(
          "store.record.stale",
          "记录“{id}”已被他人改动：本次改动基于第{expected}版，现为第{actual}版，请重新读取",
          "the record {id} was changed by someone else: this change is based on version {expected}, but it is at {actual}; read it again");

  private StaleRecordException(List<Reason> reasons) {
    super(reasons);
  }

  /**
   * Creates the exception.
   *
   * @param id the record's id
   * @param expected the version that the change is based on; 0 for a record that was taken for new
   * @param actual the version that the store holds; 0 if it holds none
   * @return the exception, to be thrown
   */
  public static StaleRecordException of(String id, long expected, long actual) {
    return new StaleRecordException(
        List.of(STALE.broken("id", id, "expected", expected, "actual", actual)));
  }
}
