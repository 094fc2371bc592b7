package io.github.dualprevention.core.evidence;

import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.journal.Checkpoint;

/** What became of the proof of an evidence file. */
public sealed interface EvidenceVerification {

  /**
   * The chain is sound, and the document says of it what it must.
   *
   * @param head the latest entry; its number is the number of entries
   * @param hazard the hazard as the chain replays it
   */
  record Sound(Checkpoint.Head head, Hazard hazard) implements EvidenceVerification {}

  /**
   * The file is not as it was written.
   *
   * @param line the first line of the file, counted from 1, at which it can no longer be what was
   *     written; 1 where no line is nearer to the fault
   * @param reason what is wrong there
   */
  record Broken(long line, Reason reason) implements EvidenceVerification {}

  /**
   * Whether the file is sound.
   *
   * @return whether nothing is wrong
   */
  default boolean isSound() {
    return this instanceof Sound;
  }
}
