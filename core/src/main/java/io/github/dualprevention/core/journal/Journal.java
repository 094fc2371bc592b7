package io.github.dualprevention.core.journal;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.store.StaleRecordException;
import java.time.Instant;

/** Writes facts into the chains of their subjects. */
public final class Journal {

  private final JournalStore store;
  private final HashAlgorithm algorithm;

  /**
   * Takes what it needs from the host.
   *
   * @param store keeps the entries
   * @param algorithm the hash function of new entries
   */
  public Journal(JournalStore store, HashAlgorithm algorithm) {
    this.store = Require.notNull(store, "store");
    this.algorithm = Require.notNull(algorithm, "algorithm");
  }

  /**
   * Records a fact; to be called in the unit of work that changes what the fact is about.
   *
   * @param fact what happened
   * @param recorded the present moment
   * @return the entry
   * @throws StaleRecordException if someone else has recorded something about the subject at the
   *     same time
   * @throws IllegalArgumentException if the fact lies in the future
   */
  public JournalEntry record(Fact fact, Instant recorded) {
    JournalEntry entry = JournalEntry.after(store.head(fact.subject()), fact, recorded, algorithm);
    store.append(entry);
    return entry;
  }
}
