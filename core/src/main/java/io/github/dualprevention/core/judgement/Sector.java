package io.github.dualprevention.core.judgement;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;

/**
 * A sector (行业领域) for which standards of judgement are laid down.
 *
 * @param code stable, as in {@code METALLURGY}; 1 to 100 characters without a space
 * @param wording the sector's name
 */
public record Sector(String code, Wording wording) {

  /** Throws {@code IllegalArgumentException} if the code is blank, too long or has a space. */
  public Sector {
    code = Require.id(code, "code");
    Require.require(isCode(code), "code", "must not contain a space", code);
    Require.notNull(wording, "wording");
  }

  /** A space ends a code where several stand in one cell. */
  static boolean isCode(String text) {
    return !text.contains(" ");
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
