package io.github.dualprevention.checklist;

import io.github.dualprevention.core.Require;

/** What a check says about one item. */
public sealed interface CheckAnswer {

  /** Nothing is wrong. */
  record Conforming() implements CheckAnswer {}

  /**
   * Something is wrong; it becomes a hazard.
   *
   * @param what what is wrong, without names of persons
   */
  record NonConforming(String what) implements CheckAnswer {
    /** Throws {@code IllegalArgumentException} if the text is blank. */
    public NonConforming {
      what = Require.text(what, "what");
    }
  }

  /**
   * The item was not checked, which is a fact of its own.
   *
   * @param reason why not
   */
  record NotChecked(String reason) implements CheckAnswer {
    /** Throws {@code IllegalArgumentException} if the text is blank. */
    public NotChecked {
      reason = Require.text(reason, "reason");
    }
  }
}
