package io.github.dualprevention.adapters.render;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.journal.Checkpoint;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.journal.Opening;
import io.github.dualprevention.core.table.TableVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of the proof of an evidence file. */
public sealed interface EvidenceVerification {

  /**
   * The lines in the file are a sound chain about one hazard. The text around them was not looked
   * at; {@link EvidenceFile#write(Sound, java.time.ZoneId)} writes a new file from the lines.
   *
   * @param chain the entries, the first one first
   * @param openings of the persons that the file names; each opens its commitment
   * @param hazard the hazard as the chain replays it
   * @param missingTables the life cycles that steps name and the verifier does not have, so that
   *     their clauses cannot be shown
   */
  record Sound(
      List<JournalEntry> chain,
      Map<Commitment, Opening> openings,
      Hazard hazard,
      Set<TableVersion> missingTables)
      implements EvidenceVerification {

    /** Copies the collections; throws {@code IllegalArgumentException} if the chain is empty. */
    public Sound {
      chain = List.copyOf(Require.notEmpty(chain, "chain"));
      openings = ImmutableMap.copyOf(openings);
      Require.notNull(hazard, "hazard");
      missingTables = ImmutableSet.copyOf(missingTables);
    }

    /**
     * The latest entry, to be held against a checkpoint.
     *
     * @return its number, which is the number of entries, and its hash
     */
    public Checkpoint.Head head() {
      JournalEntry latest = chain.get(chain.size() - 1);
      return new Checkpoint.Head(latest.number(), latest.hash());
    }
  }

  /**
   * The file holds no sound chain about one hazard.
   *
   * @param line the first line of the file, counted from 1, that is not as it was written; 1 where
   *     the fault has no line
   * @param reason what is wrong there
   */
  record Broken(long line, Reason reason) implements EvidenceVerification {}

  /**
   * Whether the lines in the file are sound.
   *
   * @return whether nothing is wrong with them
   */
  default boolean isSound() {
    return this instanceof Sound;
  }
}
