package io.github.dualprevention.reporting;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.store.InMemoryTable;
import io.github.dualprevention.core.store.InMemoryUnitOfWork;
import io.github.dualprevention.core.store.StaleRecordException;
import io.github.dualprevention.reporting.OutboxItem.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keeps items in memory. */
public final class InMemoryOutboxStore implements OutboxStore {

  /**
   * The queue of a subject.
   *
   * @param subject what the reports are about
   * @param open the lowest sequence that is neither accepted nor withdrawn; one above the last if
   *     there is none
   * @param last the highest sequence
   * @param version how often the queue was saved
   */
  private record Queue(String subject, long open, long last, long version) {

    static Queue empty(String subject) {
      return new Queue(subject, 1, 0, 0);
    }
  }

  private final InMemoryUnitOfWork unit;
  private final InMemoryTable<OutboxItem> items;
  private final InMemoryTable<String> ids;
  private final InMemoryTable<Queue> queues;

  /**
   * Creates an empty store.
   *
   * @param unit the unit of work that its changes belong to
   */
  public InMemoryOutboxStore(InMemoryUnitOfWork unit) {
    this.unit = Require.notNull(unit, "unit");
    items = new InMemoryTable<>(unit, OutboxItem::version);
    ids = new InMemoryTable<>(unit, id -> 1);
    queues = new InMemoryTable<>(unit, Queue::version);
  }

  @Override
  public Optional<OutboxItem> find(String id) {
    return items.find(id);
  }

  @Override
  public void save(OutboxItem item, long expected) {
    ReportEnvelope envelope = item.envelope();
    unit.run(
        () -> {
          Optional<OutboxItem> before = items.find(envelope.id());
          items.save(envelope.id(), item, expected);
          Queue queue = queue(envelope.subject());
          if (before.isEmpty()) {
            if (envelope.sequence() != queue.last() + 1) {
              throw StaleRecordException.of(
                  envelope.subject(), envelope.sequence() - 1, queue.last());
            }
            ids.save(place(envelope.subject(), envelope.sequence()), envelope.id(), 0);
          } else {
            ReportEnvelope frozen = before.get().envelope();
            Require.require(frozen.equals(envelope), "envelope", "must stay " + frozen, envelope);
          }
          queues.save(envelope.subject(), moved(queue, item), queue.version());
          return item;
        });
  }

  private Queue moved(Queue queue, OutboxItem saved) {
    long last = Math.max(queue.last(), saved.envelope().sequence());
    long open = queue.open();
    while (open <= last && at(queue.subject(), open).isDone()) {
      open++;
    }
    return new Queue(queue.subject(), open, last, queue.version() + 1);
  }

  @Override
  public long lastSequence(String subject) {
    return queue(subject).last();
  }

  @Override
  public List<OutboxItem> due(Instant now, int limit) {
    Require.require(limit >= 1, "limit", "must be at least 1", limit);
    return unit.run(
        () ->
            queues.all().stream()
                .filter(queue -> queue.open() <= queue.last())
                .map(queue -> at(queue.subject(), queue.open()))
                .filter(item -> item.isDue(now))
                .sorted(
                    Comparator.comparing(OutboxItem::notBefore)
                        .thenComparing(item -> item.envelope().subject()))
                .limit(limit)
                .toList());
  }

  @Override
  public List<OutboxItem> rejected() {
    return items.all().stream()
        .filter(item -> item.state() == State.REJECTED)
        .sorted(
            Comparator.comparing((OutboxItem item) -> item.envelope().subject())
                .thenComparing(item -> item.envelope().sequence()))
        .toList();
  }

  private Queue queue(String subject) {
    return queues.find(subject).orElseGet(() -> Queue.empty(subject));
  }

  private OutboxItem at(String subject, long sequence) {
    return ids.find(place(subject, sequence)).flatMap(items::find).orElseThrow();
  }

  private static String place(String subject, long sequence) {
    return sequence + "\n" + subject;
  }
}
