package io.github.dualprevention.core;

/** How far a source carries the rule that cites it. */
public enum Evidence {
  /** A law, regulation or standard whose own text says so. */
  PRESCRIBED,
  /**
   * A published document that is not the law itself says so, such as a re-posted standard or an
   * enterprise's table.
   */
  PUBLISHED,
  /** It follows from prescribed or published statements by arithmetic or logic. */
  DERIVED,
  /** The enterprise that uses the rule has set it for itself. */
  ENTERPRISE,
  /** Remembered and not checked against any text; never part of a built-in table. */
  RECALLED
}
