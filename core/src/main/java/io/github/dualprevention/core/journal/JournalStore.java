package io.github.dualprevention.core.journal;

import io.github.dualprevention.core.store.StaleRecordException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps the entries of one enterprise; they are only ever appended, each to the chain of its
 * subject.
 */
public interface JournalStore {

  /**
   * Appends an entry to the chain of its subject.
   *
   * @param entry the entry, kept with its very line and hash
   * @return false if it does not follow the chain's latest entry by number and hash, because
   *     somebody else has appended one; nothing has changed then
   * @throws StaleRecordException if two units of work append to the chain at the same moment and
   *     the database lets this one fail as a whole
   */
  boolean append(JournalEntry entry);

  /**
   * The latest entry of a chain.
   *
   * @param subject what the chain is about
   * @return the entry; empty if nothing is recorded about the subject
   */
  Optional<JournalEntry> head(String subject);

  /**
   * The chain of a subject.
   *
   * @param subject what the chain is about
   * @return every entry, the first one first; an immutable list, empty if nothing is recorded
   */
  List<JournalEntry> chain(String subject);

  /**
   * Every entry, for copies, statistics and proofs of the whole journal.
   *
   * @return one chain after the other, each from its first entry on; the chains always in the same
   *     order, whichever that is. The caller closes the stream
   */
  Stream<JournalEntry> entries();

  /**
   * The latest entry of every chain.
   *
   * @return the chains in the order of {@link #entries}. The caller closes the stream
   */
  Stream<JournalEntry> heads();
}
