package io.github.dualprevention.checklist;

import io.github.dualprevention.core.Require;
import java.time.LocalDate;

/**
 * A check that is due.
 *
 * @param listId the checklist
 * @param listVersion its version
 * @param postId the post that checks
 * @param day the day on which it is due
 */
public record CheckTask(String listId, int listVersion, String postId, LocalDate day) {

  /** Throws {@code IllegalArgumentException} naming the part that is wrong. */
  public CheckTask {
    listId = Require.id(listId, "listId");
    Require.require(listVersion >= 1, "listVersion", "must be at least 1", listVersion);
    postId = Require.id(postId, "postId");
    Require.notNull(day, "day");
  }

  /**
   * The task's id: the same for the same list and day, whichever version of the list holds then, so
   * that a revised list doubles no task.
   *
   * @return as in {@code CL-1/2026-07-01}
   */
  public String id() {
    return listId + "/" + day;
  }
}
