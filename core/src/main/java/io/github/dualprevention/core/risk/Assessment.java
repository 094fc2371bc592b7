package io.github.dualprevention.core.risk;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.table.TableVersion;

/**
 * What a method found: from these factors this score, which lies in this band.
 *
 * @param method the method's id and version
 * @param factors the factors that went in
 * @param score the exact score that came out
 * @param band the line of the method's table in which the score lies
 */
public record Assessment(TableVersion method, Factors factors, Score score, Band band) {

  /** Throws {@code IllegalArgumentException} if the score does not lie in the band. */
  public Assessment {
    Require.notNull(method, "method");
    Require.notNull(factors, "factors");
    Require.notNull(band, "band");
    if (!band.range().contains(score)) {
      throw Require.refusal("score", "must lie in " + band.range(), score);
    }
  }
}
