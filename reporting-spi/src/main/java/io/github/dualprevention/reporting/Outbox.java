package io.github.dualprevention.reporting;

import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Rule;
import io.github.dualprevention.core.journal.Ledger;
import io.github.dualprevention.core.store.StaleRecordException;
import io.github.dualprevention.core.store.UnitOfWork;
import io.github.dualprevention.reporting.OutboxItem.State;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Reports that wait to be sent: queued together with the change that they report, sent at least
 * once, in the order of each subject and always under the same id.
 *
 * <p>Any number of workers, in one process or many, may call {@link #runOnce} over one ledger. A
 * worker leases an item before it sends it. If it dies before it can write down the answer, the
 * lease runs out and the same envelope is sent again; a receiver who knows ids takes it over once.
 * Only what the receiver refuses stays behind, and the rest of its subject behind it, until a
 * person has corrected the cause. If it lay outside of the report, {@link #revive} sends the same
 * envelope again. If it lies in the report, {@link #withdraw} gives it up. The steps of a refused
 * report travel with the next one that is {@link #enqueue queued}; a report that is revived
 * nevertheless may overlap with that one.
 */
public final class Outbox {

  private static final Rule UNKNOWN =
      Rule.of(
          "reporting.item.unknown", "发件箱中没有编号为“{id}”的报告", "there is no report {id} in the outbox");
  private static final Rule NOT_REJECTED =
      Rule.of(
          "reporting.item.not-rejected",
          "报告“{id}”的状态为{state}，只有被拒收的报告才能重新发送或者撤回",
          "the report {id} is {state}; only a rejected one can be revived or withdrawn");
  private static final Rule REJECTED =
      Rule.of("reporting.item.rejected", "接收方拒收（{code}）：{message}", "refused ({code}): {message}");
  private static final Rule DEFERRED =
      Rule.of(
          "reporting.item.deferred", "接收方要求{after}后重发", "the receiver asks to wait for {after}");
  private static final Rule OUTCOME_UNKNOWN =
      Rule.of("reporting.outcome.unknown", "发送结果不明：{why}", "the outcome is not known: {why}");

  /** Leaves room for the sentence in both languages. */
  private static final int LONGEST_VALUE = 800;

  private final String reporter;
  private final UnitOfWork unit;
  private final OutboxStore store;
  private final ReportTransport transport;
  private final InstantSource clock;
  private final RetryPolicy retry;
  private final Duration lease;

  private Outbox(Ledger ledger, ReportTransport transport, RetryPolicy retry, Duration lease) {
    reporter = ledger.enterprise().code();
    unit = ledger.unit();
    store = ledger.store(OutboxStore.class, memory -> new InMemoryOutboxStore(memory.unit()));
    clock = ledger.clock();
    this.transport = Require.notNull(transport, "transport");
    this.retry = Require.notNull(retry, "retry");
    this.lease = Require.notNull(lease, "lease");
    boolean positive = !lease.isZero() && !lease.isNegative();
    Require.require(positive, "lease", "must be longer than zero", lease);
    boolean bounded = lease.compareTo(Duration.ofDays(365)) <= 0;
    Require.require(bounded, "lease", "must be at most 365 days", lease);
  }

  /**
   * The outbox of a ledger; the enterprise reports under its credit code.
   *
   * @param ledger holds the {@link OutboxStore} and its unit of work, and the clock
   * @param transport carries the reports to the receiver
   * @param retry how long to wait before sending again
   * @param lease how long a worker has to send all that it takes in one call, longer than zero and
   *     at most 365 days; other workers keep off for so long, also from what a dead one has left
   * @return the outbox
   * @throws IllegalArgumentException if the lease is out of range, or the ledger has no such store
   */
  public static Outbox over(
      Ledger ledger, ReportTransport transport, RetryPolicy retry, Duration lease) {
    return new Outbox(Require.notNull(ledger, "ledger"), transport, retry, lease);
  }

  /**
   * Freezes the steps of a subject that are not reported yet, and queues them as its next report;
   * to be called in the unit of work that takes the last of the steps.
   *
   * @param document everything that can be reported about the subject
   * @return the envelope; empty if each step is reported already or on its way
   * @throws StaleRecordException if someone else has queued a report about the subject at the same
   *     time
   */
  public Optional<ReportEnvelope> enqueue(ReportDocument document) {
    Instant now = clock.instant();
    return unit.call(
        () -> {
          int first = store.firstUnreported(document.subject());
          return first > document.last()
              ? Optional.empty()
              : Optional.of(freeze(document, first, now));
        });
  }

  private ReportEnvelope freeze(ReportDocument document, int first, Instant now) {
    String subject = document.subject();
    long before = store.lastSequence(subject);
    ReportEnvelope envelope =
        ReportEnvelope.of(
            reporter,
            document.type(),
            document.schema(),
            subject,
            before + 1,
            document.body().apply(first));
    if (!store.save(OutboxItem.queued(envelope, first, document.last(), now), 0)) {
      throw StaleRecordException.of(subject, before, store.lastSequence(subject));
    }
    return envelope;
  }

  /**
   * Sends what is due, at most one report of each subject; to be called outside of any unit of
   * work, again and again.
   *
   * <p>The clock is read once, when the call begins. What is due, when the leases end, how long to
   * wait before sending again and when something was refused all count from then, however long the
   * sending takes: a wait that is shorter than the rest of the call is over when the call ends.
   * Only the moment of an acceptance is the receiver's own.
   *
   * @param limit the most reports to send, at least 1
   * @return how many the receiver has accepted
   * @throws RuntimeException if the store could not be read or could not keep an answer; what it
   *     could not keep is sent again once the lease has run out
   */
  public int runOnce(int limit) {
    Instant now = clock.instant();
    int accepted = 0;
    List<RuntimeException> failures = new ArrayList<>();
    for (OutboxItem item : unit.call(() -> lease(now, limit))) {
      OutboxItem answered = send(item, now);
      try {
        if (settle(answered) && answered.state() == State.ACCEPTED) {
          accepted++;
        }
      } catch (RuntimeException notKept) { // must not keep back the reports of other subjects
        failures.add(notKept);
      }
    }
    if (!failures.isEmpty()) {
      RuntimeException first = failures.get(0);
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
    return accepted;
  }

  private List<OutboxItem> lease(Instant now, int limit) {
    List<OutboxItem> leased = new ArrayList<>();
    for (OutboxItem item : store.due(now, limit)) {
      OutboxItem mine = item.withLease(now.plus(lease));
      if (settle(mine)) {
        leased.add(mine);
      }
    }
    return List.copyOf(leased);
  }

  private OutboxItem send(OutboxItem item, Instant now) {
    Receipt receipt;
    try {
      receipt = Require.notNull(transport.send(item.envelope()), "receipt");
    } catch (RuntimeException unknown) {
      String why = problem(OUTCOME_UNKNOWN, "why", unknown);
      return item.withDeferral(why, now.plus(retry.after(item.attempts())));
    }
    if (receipt instanceof Receipt.Accepted taken) {
      return item.withAcceptance(taken.receiptNo(), taken.at());
    }
    if (receipt instanceof Receipt.Rejected refused) {
      String why = problem(REJECTED, "code", refused.code(), "message", refused.message());
      return item.withRejection(why, now);
    }
    Duration asked = ((Receipt.Deferred) receipt).retryAfter();
    return item.withDeferral(
        problem(DEFERRED, "after", asked), now.plus(retry.after(item.attempts(), asked)));
  }

  /** False if someone else was faster: what they have written stands. */
  private boolean settle(OutboxItem item) {
    return store.save(item, item.version() - 1);
  }

  /** What the item remembers; whatever a transport has to say, it must not stop the others. */
  private static String problem(Rule rule, Object... values) {
    Object[] told = values.clone();
    for (int i = 1; i < told.length; i += 2) {
      byte[] wellFormed = String.valueOf(told[i]).getBytes(StandardCharsets.UTF_8);
      told[i] = cut(LONGEST_VALUE, new String(wellFormed, StandardCharsets.UTF_8));
    }
    return cut(OutboxItem.LONGEST_PROBLEM, rule.broken(told).message().toString());
  }

  private static String cut(int most, String text) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }

  /**
   * Every dead letter: what the receiver has refused and what waits for a person.
   *
   * @return always in the same order, whichever that is. The caller closes the stream
   */
  public Stream<OutboxItem> rejected() {
    return store.rejected();
  }

  /**
   * Gives a dead letter another chance, once the cause of its refusal is gone; the same envelope is
   * due at once.
   *
   * @param id the envelope's id
   * @return the item, pending again
   * @throws RefusedException if there is no such report or it is not rejected
   * @throws StaleRecordException if someone else revives or withdraws it at the same time
   */
  public OutboxItem revive(String id) {
    Instant now = clock.instant();
    return decide(id, letter -> letter.withRevival(now));
  }

  /**
   * Gives a dead letter up, since what it says would be refused again; it is kept with its problem
   * and the reason, never sent again and no longer in the way of its subject. May be called in one
   * unit of work with {@link #enqueue}, which reports its steps anew together with their
   * correction.
   *
   * @param id the envelope's id
   * @param reason why, 1 to 2,000 characters
   * @return the item, withdrawn
   * @throws RefusedException if there is no such report or it is not rejected
   * @throws StaleRecordException if someone else revives or withdraws it at the same time
   * @throws IllegalArgumentException if the reason is blank or too long
   */
  public OutboxItem withdraw(String id, String reason) {
    Instant now = clock.instant();
    return decide(id, letter -> letter.withWithdrawal(reason, now));
  }

  private OutboxItem decide(String id, UnaryOperator<OutboxItem> step) {
    return unit.call(
        () -> {
          OutboxItem item =
              store
                  .find(id)
                  .orElseThrow(() -> new RefusedException(List.of(UNKNOWN.broken("id", id))));
          if (item.state() != State.REJECTED) {
            throw new RefusedException(
                List.of(NOT_REJECTED.broken("id", id, "state", item.state().code())));
          }
          OutboxItem decided = step.apply(item);
          if (!settle(decided)) {
            long actual = store.find(id).map(OutboxItem::version).orElse(0L);
            throw StaleRecordException.of(id, item.version(), actual);
          }
          return decided;
        });
  }
}
