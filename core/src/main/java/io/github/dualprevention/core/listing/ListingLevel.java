package io.github.dualprevention.core.listing;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;

/**
 * A level of authority at which hazards are listed (挂牌督办层级), such as the city; jurisdictions have
 * different ones.
 *
 * @param code stable, as stored and exchanged; 1 to 100 characters
 * @param wording its name
 * @param source where the level stands written
 */
public record ListingLevel(String code, Wording wording, SourceClause source) {

  /** Normalises the code; throws {@code IllegalArgumentException} if it is blank or too long. */
  public ListingLevel {
    code = Require.id(code, "code");
    Require.notNull(wording, "wording");
    Require.notNull(source, "source");
  }

  /**
   * Code and name.
   *
   * @return for sentences that speak about it
   */
  public Term term() {
    return new Term(code, wording);
  }
}
