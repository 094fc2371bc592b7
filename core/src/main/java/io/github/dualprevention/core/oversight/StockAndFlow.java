package io.github.dualprevention.core.oversight;

import io.github.dualprevention.core.Require;

/**
 * How many hazards were open when a period began (存量), what came (增量) and went, and how many were
 * open when it ended. Always {@code opening + registered + takenOver + reopened + regradedIn -
 * closedOut - dismissed - regradedOut = closing}.
 *
 * @param opening open before the period's first moment
 * @param registered registered in the period
 * @param takenOver taken over from another ledger in an open state
 * @param reopened reopened after a close-out or a dismissal
 * @param regradedIn graded into the group, the first time or anew; of several groups together, how
 *     many gradings there were that changed the grade
 * @param closedOut closed out in the period
 * @param dismissed dismissed as no hazards
 * @param regradedOut graded out of the group
 * @param closing open after the period's last moment
 */
public record StockAndFlow(
    long opening,
    long registered,
    long takenOver,
    long reopened,
    long regradedIn,
    long closedOut,
    long dismissed,
    long regradedOut,
    long closing) {

  /** Nothing at all. */
  static final StockAndFlow NONE = new StockAndFlow(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Throws {@code IllegalArgumentException} if a number is negative or the sum does not hold. */
  public StockAndFlow {
    notNegative(opening, "opening");
    notNegative(registered, "registered");
    notNegative(takenOver, "takenOver");
    notNegative(reopened, "reopened");
    notNegative(regradedIn, "regradedIn");
    notNegative(closedOut, "closedOut");
    notNegative(dismissed, "dismissed");
    notNegative(regradedOut, "regradedOut");
    long came = registered + takenOver + reopened + regradedIn;
    long went = closedOut + dismissed + regradedOut;
    Require.require(
        opening + came - went == closing,
        "closing",
        "must be the opening stock, more what came and less what went",
        closing);
    notNegative(closing, "closing");
  }

  private static void notNegative(long number, String name) {
    Require.require(number >= 0, name, "must not be negative", number);
  }

  /**
   * Two groups, or the hazards of two places, as one.
   *
   * @param other what is counted of other hazards in the same period
   * @return the sums
   */
  public StockAndFlow plus(StockAndFlow other) {
    return new StockAndFlow(
        opening + other.opening,
        registered + other.registered,
        takenOver + other.takenOver,
        reopened + other.reopened,
        regradedIn + other.regradedIn,
        closedOut + other.closedOut,
        dismissed + other.dismissed,
        regradedOut + other.regradedOut,
        closing + other.closing);
  }
}
