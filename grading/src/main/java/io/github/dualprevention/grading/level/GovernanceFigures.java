package io.github.dualprevention.grading.level;

import io.github.dualprevention.core.Require;

/**
 * How the governance of hazards stands in an enterprise, as counted by the host.
 *
 * @param openMajor major hazards that are not closed out
 * @param overdue hazards past their deadline that are not accepted
 * @param due hazards whose deadline lay in the period that the host looks at
 * @param acceptedInTime how many of the due ones were accepted by their deadline
 */
public record GovernanceFigures(int openMajor, int overdue, int due, int acceptedInTime) {

  /**
   * Throws {@code IllegalArgumentException} if a count is negative or more are accepted than due.
   */
  public GovernanceFigures {
    Require.require(openMajor >= 0, "openMajor", "must not be negative", openMajor);
    Require.require(overdue >= 0, "overdue", "must not be negative", overdue);
    Require.require(acceptedInTime >= 0, "acceptedInTime", "must not be negative", acceptedInTime);
    Require.require(
        acceptedInTime <= due, "acceptedInTime", "must not be more than are due", acceptedInTime);
  }
}
