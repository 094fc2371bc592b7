package io.github.dualprevention.grading.installation;

import io.github.dualprevention.core.Require;

/**
 * What one substance adds to the sums of a unit.
 *
 * @param holding the substance and how much of it there can be; not negative
 * @param threshold its threshold quantity Q in tonnes, and the name or hazard class that gives it
 * @param beta its correction factor β, and the name or hazard class that gives it
 * @source GB 18218-2018, 4.1.2 for Q and 4.3.2 for β
 */
public record SubstanceShare(Holding holding, ListedValue threshold, ListedValue beta) {

  /** Throws {@code IllegalArgumentException} if the quantity is negative. */
  public SubstanceShare {
    Require.notNegative(Require.notNull(holding, "holding").quantity(), "quantity");
    Require.notNull(threshold, "threshold");
    Require.notNull(beta, "beta");
  }

  /**
   * What the substance adds to S.
   *
   * @return q/Q, exact
   */
  public Ratio toS() {
    return Ratio.of(holding.quantity(), threshold.value());
  }

  /**
   * What the substance adds to R before α.
   *
   * @return β·q/Q, exact
   */
  public Ratio weighted() {
    return toS().times(Ratio.of(beta.value()));
  }
}
