package io.github.dualprevention.reporting;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.store.InMemoryTable;
import io.github.dualprevention.core.store.InMemoryUnitOfWork;
import io.github.dualprevention.reporting.OutboxItem.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Keeps items in memory. */
public final class InMemoryOutboxStore implements OutboxStore {

  /**
   * The queue of a subject.
   *
   * @param subject what the reports are about
   * @param open the lowest sequence that is neither accepted nor withdrawn; one above the last if
   *     there is none
   * @param last the highest sequence
   */
  private record Queue(String subject, long open, long last) {}

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
    queues = new InMemoryTable<>(unit, queue -> 1);
  }

  @Override
  public Optional<OutboxItem> find(String id) {
    return items.find(id);
  }

  @Override
  public boolean save(OutboxItem item, long expected) {
    ReportEnvelope envelope = item.envelope();
    return unit.call(
        () -> {
          Queue queue = queue(envelope.subject());
          Optional<OutboxItem> before = items.find(envelope.id());
          boolean follows = before.isPresent() || envelope.sequence() == queue.last() + 1;
          if (!follows || !items.save(envelope.id(), item, expected)) {
            return false;
          }
          before.ifPresent(kept -> requireSameReport(kept, item));
          ids.put(place(envelope.subject(), envelope.sequence()), envelope.id());
          queues.put(envelope.subject(), moved(queue, item));
          return true;
        });
  }

  private static void requireSameReport(OutboxItem kept, OutboxItem item) {
    boolean frozen = kept.envelope().equals(item.envelope());
    Require.require(frozen, "envelope", "must stay " + kept.envelope(), item.envelope());
    Require.require(
        kept.first() == item.first(), "first", "must stay " + kept.first(), item.first());
    Require.require(kept.last() == item.last(), "last", "must stay " + kept.last(), item.last());
  }

  private Queue moved(Queue queue, OutboxItem saved) {
    long last = Math.max(queue.last(), saved.envelope().sequence());
    long open = queue.open();
    while (open <= last && at(queue.subject(), open).isDone()) {
      open++;
    }
    return new Queue(queue.subject(), open, last);
  }

  @Override
  public long lastSequence(String subject) {
    return queue(subject).last();
  }

  @Override
  public int firstUnreported(String subject) {
    return unit.call(
        () -> {
          int unreported = 1;
          for (OutboxItem item : reporting(subject)) {
            if (item.first() <= unreported) {
              unreported = Math.max(unreported, item.last() + 1);
            }
          }
          return unreported;
        });
  }

  /** What waits, is being sent or was accepted, in the order of the first steps. */
  private List<OutboxItem> reporting(String subject) {
    return LongStream.rangeClosed(1, lastSequence(subject))
        .mapToObj(sequence -> at(subject, sequence))
        .filter(item -> !item.isRefused())
        .sorted(Comparator.comparing(OutboxItem::first))
        .toList();
  }

  @Override
  public List<OutboxItem> due(Instant now, int limit) {
    Require.require(limit >= 1, "limit", "must be at least 1", limit);
    return unit.call(
        () ->
            queues.all().stream()
                .filter(queue -> queue.open() <= queue.last())
                .map(queue -> at(queue.subject(), queue.open()))
                .filter(item -> item.isDue(now))
                .sorted(Comparator.comparing(OutboxItem::notBefore))
                .limit(limit)
                .toList());
  }

  @Override
  public Stream<OutboxItem> rejected() {
    return items.all().stream().filter(item -> item.state() == State.REJECTED);
  }

  private Queue queue(String subject) {
    return queues.find(subject).orElseGet(() -> new Queue(subject, 1, 0));
  }

  private OutboxItem at(String subject, long sequence) {
    return ids.find(place(subject, sequence)).flatMap(items::find).orElseThrow();
  }

  private static String place(String subject, long sequence) {
    return sequence + "\n" + subject;
  }
}
