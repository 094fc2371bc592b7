package io.github.dualprevention.core.journal;

import io.github.dualprevention.core.store.StaleRecordException;
import java.util.List;
import java.util.Optional;

/** Keeps entries; they are only ever appended, each to the chain of its subject. */
public interface JournalStore {

  /**
   * Appends an entry to the chain of its subject.
   *
   * @param entry the entry, kept with its very line and hash
   * @throws StaleRecordException if it does not follow the chain's latest entry by number and hash
   */
  void append(JournalEntry entry);

  /**
   * The latest entry of a chain.
   *
   * @param subject what the chain is about
   * @return the entry; empty if nothing was recorded yet
   */
  Optional<JournalEntry> head(String subject);

  /**
   * The chain of a subject.
   *
   * @param subject what the chain is about
   * @return all its entries, the first one first; empty if nothing was recorded yet
   */
  List<JournalEntry> entries(String subject);

  /**
   * Every subject that has a chain.
   *
   * @return in the order of their UTF-16 characters
   */
  List<String> subjects();
}
