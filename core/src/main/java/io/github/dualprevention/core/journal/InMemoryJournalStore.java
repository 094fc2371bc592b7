package io.github.dualprevention.core.journal;

import io.github.dualprevention.core.store.InMemoryTable;
import io.github.dualprevention.core.store.InMemoryUnitOfWork;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps entries in memory. */
public final class InMemoryJournalStore implements JournalStore {

  /**
   * A chain, held by its latest entry, so that appending copies nothing.
   *
   * @param before the chain without its latest entry
   * @param head the latest entry
   */
  private record Chain(Optional<Chain> before, JournalEntry head) {

    List<JournalEntry> entries() {
      Deque<JournalEntry> entries = new ArrayDeque<>();
      for (Optional<Chain> chain = Optional.of(this);
          chain.isPresent();
          chain = chain.get().before()) {
        entries.addFirst(chain.get().head());
      }
      return List.copyOf(entries);
    }
  }

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
  public boolean append(JournalEntry entry) {
    String subject = entry.fact().subject();
    return unit.call(
        () -> {
          Optional<Chain> chain = chains.find(subject);
          return entry.previous().equals(chain.map(found -> found.head().hash()))
              && chains.save(subject, new Chain(chain, entry), entry.number() - 1);
        });
  }

  @Override
  public Optional<JournalEntry> head(String subject) {
    return chains.find(subject).map(Chain::head);
  }

  @Override
  public List<JournalEntry> chain(String subject) {
    return chains.find(subject).map(Chain::entries).orElse(List.of());
  }

  @Override
  public Stream<JournalEntry> entries() {
    return chains.all().stream().flatMap(chain -> chain.entries().stream());
  }

  @Override
  public Stream<JournalEntry> heads() {
    return chains.all().stream().map(Chain::head);
  }
}
