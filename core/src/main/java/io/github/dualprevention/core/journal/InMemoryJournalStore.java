package io.github.dualprevention.core.journal;

import io.github.dualprevention.core.store.InMemoryTable;
import io.github.dualprevention.core.store.InMemoryUnitOfWork;
import io.github.dualprevention.core.store.StaleRecordException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Keeps entries in memory. */
public final class InMemoryJournalStore implements JournalStore {

  /**
   * A chain, held by its latest entry, so that appending copies nothing.
   *
   * @param before the chain without its latest entry
   * @param head the latest entry
   */
  private record Chain(Optional<Chain> before, JournalEntry head) {}

  private final InMemoryUnitOfWork unit;
  private final InMemoryTable<Chain> chains;

  /**
   * Creates an empty store.
   *
   * @param unit the unit of work that its changes belong to
   */
  public InMemoryJournalStore(InMemoryUnitOfWork unit) {
    this.unit = unit;
    chains = new InMemoryTable<>(unit, chain -> chain.head().number());
  }

  @Override
  public void append(JournalEntry entry) {
    String subject = entry.fact().subject();
    unit.run(
        () -> {
          Optional<Chain> chain = chains.find(subject);
          long latest = chain.map(found -> found.head().number()).orElse(0L);
          if (!entry.previous().equals(chain.map(found -> found.head().hash()))) {
            throw StaleRecordException.of(subject, entry.number() - 1, latest);
          }
          chains.save(subject, new Chain(chain, entry), entry.number() - 1);
          return entry;
        });
  }

  @Override
  public Optional<JournalEntry> head(String subject) {
    return chains.find(subject).map(Chain::head);
  }

  @Override
  public List<JournalEntry> entries(String subject) {
    Deque<JournalEntry> entries = new ArrayDeque<>();
    for (Optional<Chain> chain = chains.find(subject);
        chain.isPresent();
        chain = chain.get().before()) {
      entries.addFirst(chain.get().head());
    }
    return List.copyOf(entries);
  }

  @Override
  public List<String> subjects() {
    return chains.all().stream().map(chain -> chain.head().fact().subject()).toList();
  }
}
