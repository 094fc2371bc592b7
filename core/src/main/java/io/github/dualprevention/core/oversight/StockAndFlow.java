package io.github.dualprevention.core.oversight;

import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multiset;
import io.github.dualprevention.core.Require;

/**
 * How many hazards were open when a period began (存量), how many came (增量) and went, and how many
 * were open when it ended. Always {@code opening + registered + takenOver + reopened + regradedIn -
 * closedOut - dismissed - regradedOut = closing}.
 *
 * @param opening open before the period's first moment
 * @param registered registered in the period
 * @param takenOver taken over from another ledger in an open state
 * @param reopened reopened after a close-out or a dismissal
 * @param regradedIn graded into the group, for the first time or anew; in a sum over all grades,
 *     the number of gradings that changed a grade
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

  /** How a hazard comes into a group, and how it leaves the group. */
  enum Flow {
    OPENING,
    REGISTERED,
    TAKEN_OVER,
    REOPENED,
    REGRADED_IN,
    CLOSED_OUT,
    DISMISSED,
    REGRADED_OUT,
    CLOSING
  }

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

  /** One stay of one hazard in a group. */
  static StockAndFlow of(Flow came, Flow left) {
    Multiset<Flow> stay = ImmutableMultiset.of(came, left);
    return new StockAndFlow(
        stay.count(Flow.OPENING),
        stay.count(Flow.REGISTERED),
        stay.count(Flow.TAKEN_OVER),
        stay.count(Flow.REOPENED),
        stay.count(Flow.REGRADED_IN),
        stay.count(Flow.CLOSED_OUT),
        stay.count(Flow.DISMISSED),
        stay.count(Flow.REGRADED_OUT),
        stay.count(Flow.CLOSING));
  }

  /**
   * Adds the numbers of another group or place.
   *
   * @param other the numbers of other hazards in the same period
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
