package io.github.dualprevention.core.journal;

import io.github.dualprevention.core.Reason;

/** What became of the proof of a journal. */
public sealed interface Verification {

  /**
   * Every entry follows from the one before.
   *
   * @param entries how many there are
   * @param heads the latest entries of the chains
   */
  record Sound(long entries, Checkpoint heads) implements Verification {}

  /**
   * Something was altered, removed, moved or put in.
   *
   * @param line the first line, counted from 1, at which the file can no longer be what was
   *     written. For a changed line that is the line itself; where a line was put in or moved it
   *     may be the one after it, since an entry that was forged with care shows only where the next
   *     one does not follow; where only a checkpoint shows that entries are missing, the line where
   *     they should be
   * @param reason what is wrong there
   */
  record Broken(long line, Reason reason) implements Verification {}

  /**
   * Whether the journal is sound.
   *
   * @return whether nothing is wrong
   */
  default boolean isSound() {
    return this instanceof Sound;
  }
}
