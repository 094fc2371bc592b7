package io.github.dualprevention.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.journal.Ledger;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.store.InMemoryUnitOfWork;
import io.github.dualprevention.core.store.StaleRecordException;
import io.github.dualprevention.core.store.Stores;
import io.github.dualprevention.core.store.UnitOfWork;
import io.github.dualprevention.reporting.FaultyReceiver.Death;
import io.github.dualprevention.reporting.FaultyReceiver.Fault;
import io.github.dualprevention.reporting.OutboxItem.State;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxTest {

  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final RetryPolicy RETRY =
      new RetryPolicy(Duration.ofMinutes(1), Duration.ofMinutes(30));

  private static final CreditCode ENTERPRISE = new CreditCode("91350100M000100Y43");

  private final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
  private final InMemoryOutboxStore store = new InMemoryOutboxStore(unit);
  private final FaultyReceiver receiver = new FaultyReceiver();
  private final Map<String, Integer> steps = new HashMap<>();
  private Instant now = Instant.parse("2026-07-01T00:00:00Z");
  private final Outbox outbox = worker(store, receiver);

  private Outbox worker(OutboxStore keeping, ReportTransport sending) {
    return Outbox.over(ledger(unit, keeping, () -> now), sending, RETRY, LEASE);
  }

  private static Ledger ledger(UnitOfWork unit, OutboxStore store, InstantSource clock) {
    return new Ledger(
        ENTERPRISE,
        Stores.over(unit).with(OutboxStore.class, store),
        clock,
        ZoneOffset.UTC,
        HashAlgorithm.sha256(),
        () -> new byte[16]);
  }

  /** Takes one more step of the subject and queues what is unreported by then. */
  private ReportEnvelope enqueue(String subject) {
    int last = steps.merge(subject, 1, Integer::sum);
    return outbox.enqueue(document(subject, last)).orElseThrow();
  }

  private static ReportDocument document(String subject, int last) {
    return new ReportDocument(
        "hazard", "1", subject, last, first -> subject + " " + first + "-" + last);
  }

  private OutboxItem item(ReportEnvelope envelope) {
    return store.find(envelope.id()).orElseThrow();
  }

  @Test
  void numbersTheReportsOfEachSubjectFromOne() {
    assertThat(enqueue("a").sequence()).isEqualTo(1);
    assertThat(enqueue("b").sequence()).isEqualTo(1);
    assertThat(enqueue("a").sequence()).isEqualTo(2);
    ReportDocument otherType = new ReportDocument("risk", "1", " a ", 3, first -> "{}");
    assertThat(outbox.enqueue(otherType).orElseThrow().sequence()).isEqualTo(3);
  }

  @Test
  void reportsUnderTheCreditCodeOfTheEnterprise() {
    assertThat(enqueue("a").reporter()).isEqualTo("91350100M000100Y43");
  }

  @Test
  void freezesTheStepsSinceTheLastReport() {
    ReportEnvelope one = outbox.enqueue(document("a", 3)).orElseThrow();
    ReportEnvelope two = outbox.enqueue(document("a", 4)).orElseThrow();
    ReportEnvelope three = outbox.enqueue(document("a", 9)).orElseThrow();

    assertThat(List.of(one, two, three))
        .extracting(ReportEnvelope::body)
        .containsExactly("a 1-3", "a 4-4", "a 5-9");
    assertThat(item(three).first()).isEqualTo(5);
    assertThat(item(three).last()).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4})
  void queuesNothingIfEachStepIsReportedOrOnItsWay(int last) {
    outbox.enqueue(document("a", 3));
    outbox.runOnce(10);
    outbox.enqueue(document("a", 4));
    ReportDocument known =
        new ReportDocument(
            "hazard",
            "1",
            "a",
            last,
            first -> {
              throw new AssertionError("nobody needs the body");
            });

    assertThat(outbox.enqueue(known)).isEmpty();
    assertThat(store.lastSequence("a")).isEqualTo(2);
  }

  @Test
  void asksForTheBodyOnce() {
    AtomicInteger asked = new AtomicInteger();
    ReportDocument document =
        new ReportDocument("hazard", "1", "a", 2, first -> "body " + asked.incrementAndGet());

    assertThat(outbox.enqueue(document).orElseThrow().body()).isEqualTo("body 1");
    assertThat(outbox.runOnce(10)).isEqualTo(1);
    assertThat(asked).hasValue(1);
  }

  @Test
  void theStepsOfARefusedReportTravelWithTheNextOne() {
    ReportEnvelope letter = enqueue("a");
    receiver.faults(envelope -> envelope.equals(letter) ? Fault.REJECTS : Fault.NONE);
    outbox.runOnce(10);

    assertThat(enqueue("a").body()).isEqualTo("a 1-2");
    assertThat(enqueue("a").body()).isEqualTo("a 3-3");

    outbox.withdraw(letter.id(), "wrong grade");
    assertThat(outbox.enqueue(document("a", 3))).isEmpty();
    assertThat(outbox.runOnce(10) + outbox.runOnce(10)).isEqualTo(2);
    assertThat(receiver.stored())
        .extracting(ReportEnvelope::body)
        .containsExactly("a 1-2", "a 3-3");
  }

  @Test
  void aWithdrawnReportIsReplacedByOneWithTheSameSteps() {
    ReportEnvelope letter = enqueue("a");
    receiver.faults(any -> Fault.REJECTS);
    outbox.runOnce(10);
    outbox.withdraw(letter.id(), "wrong receiver");

    ReportEnvelope again = outbox.enqueue(document("a", 1)).orElseThrow();

    assertThat(again.body()).isEqualTo(letter.body());
    assertThat(again.id()).isNotEqualTo(letter.id());
  }

  @Test
  void theStepsOfARevivedReportAreOnTheirWay() {
    ReportEnvelope letter = enqueue("a");
    receiver.faults(any -> Fault.REJECTS);
    outbox.runOnce(10);
    outbox.revive(letter.id());

    assertThat(outbox.enqueue(document("a", 1))).isEmpty();
    assertThat(enqueue("a").body()).isEqualTo("a 2-2");
  }

  @Test
  void tellsTheCallerThatSomeoneElseWasFaster() {
    OutboxStore stale =
        new Relay(store, List.of()) {
          @Override
          public long lastSequence(String subject) {
            return 0;
          }

          @Override
          public int firstUnreported(String subject) {
            return 1;
          }
        };
    ReportEnvelope first = enqueue("a");

    assertThatExceptionOfType(StaleRecordException.class)
        .isThrownBy(() -> worker(stale, receiver).enqueue(document("a", 1)))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("store.record.stale"));
    assertThat(store.lastSequence("a")).isEqualTo(1);
    assertThat(item(first).version()).isEqualTo(1);
  }

  @Test
  void ofTwoPersonsWithOneDeadLetterOneIsToldThatItIsStale() {
    ReportEnvelope letter = enqueue("a");
    receiver.faults(any -> Fault.REJECTS);
    outbox.runOnce(10);
    OutboxItem seen = item(letter);
    outbox.revive(letter.id());
    OutboxStore late =
        new Relay(store, List.of()) {
          @Override
          public Optional<OutboxItem> find(String id) {
            return Optional.of(seen);
          }
        };

    assertThatExceptionOfType(StaleRecordException.class)
        .isThrownBy(() -> worker(late, receiver).revive(letter.id()));
    assertThatExceptionOfType(StaleRecordException.class)
        .isThrownBy(() -> worker(late, receiver).withdraw(letter.id(), "wrong grade"));
    assertThat(item(letter).state()).isEqualTo(State.PENDING);
  }

  @Test
  void keepsItsItemsInTheStoreOfTheLedger() {
    Ledger inMemory = Ledger.inMemory(ENTERPRISE, () -> now, ZoneOffset.UTC, () -> new byte[16]);
    ReportEnvelope envelope =
        Outbox.over(inMemory, receiver, RETRY, LEASE).enqueue(document("a", 1)).orElseThrow();

    assertThat(Outbox.over(inMemory, receiver, RETRY, LEASE).runOnce(10)).isEqualTo(1);
    assertThat(receiver.stored()).containsExactly(envelope);
  }

  @Test
  void refusesALedgerThatHasNoStoreForIt() {
    Ledger without =
        new Ledger(
            ENTERPRISE,
            Stores.over(unit),
            () -> now,
            ZoneOffset.UTC,
            HashAlgorithm.sha256(),
            () -> new byte[16]);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Outbox.over(without, receiver, RETRY, LEASE))
        .withMessageContaining("OutboxStore");
  }

  @Test
  void sendsTheReportsOfASubjectOneAfterAnotherAndRemembersTheReceipt() {
    ReportEnvelope first = enqueue("a");
    ReportEnvelope second = enqueue("a");
    ReportEnvelope other = enqueue("b");

    assertThat(outbox.runOnce(10)).isEqualTo(2);
    assertThat(receiver.stored()).containsExactly(first, other);
    assertThat(outbox.runOnce(10)).isEqualTo(1);
    assertThat(outbox.runOnce(10)).isZero();
    assertThat(receiver.sent()).containsExactly(first, other, second);
    assertThat(item(second).state()).isEqualTo(State.ACCEPTED);
    assertThat(item(second).receiptNo()).contains("R-a-2");
  }

  @Test
  void keepsWhenTheReceiverTookAReportOverAndNotWhenItWasAsked() {
    ReportEnvelope envelope = enqueue("a");
    Instant earlier = now.minusSeconds(90);
    ReportTransport knowsItAlready = again -> new Receipt.Accepted("R-1", earlier);

    assertThat(worker(store, knowsItAlready).runOnce(10)).isEqualTo(1);
    assertThat(item(envelope).notBefore()).isEqualTo(earlier);
  }

  @Test
  void countsWaitsFromTheBeginningOfTheCall() {
    ReportEnvelope envelope = enqueue("a");
    Instant begun = now;
    ReportTransport slow =
        late -> {
          now = now.plusSeconds(50);
          return new Receipt.Deferred(Duration.ZERO);
        };

    assertThat(worker(store, slow).runOnce(10)).isZero();
    assertThat(item(envelope).notBefore()).isEqualTo(begun.plus(Duration.ofMinutes(1)));
  }

  @Test
  void aReportWhoseUnitOfWorkFailedLeavesNeitherItemNorGap() {
    enqueue("a");

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                unit.run(
                    () -> {
                      enqueue("a");
                      enqueue("b");
                      throw new IllegalStateException("the change itself was refused");
                    }));

    assertThat(store.lastSequence("a")).isEqualTo(1);
    assertThat(store.lastSequence("b")).isZero();
    assertThat(enqueue("a").sequence()).isEqualTo(2);
    assertThat(enqueue("b").sequence()).isEqualTo(1);
    assertThat(outbox.runOnce(10)).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILS_BEFORE_STORING", "FAILS_AFTER_STORING"})
  void sendsAgainUnderTheSameIdAfterAnUnknownOutcome(Fault fault) {
    ReportEnvelope envelope = enqueue("a");
    receiver.faults(any -> fault);

    assertThat(outbox.runOnce(10)).isZero();
    assertThat(item(envelope).state()).isEqualTo(State.PENDING);
    assertThat(item(envelope).notBefore()).isEqualTo(now.plus(Duration.ofMinutes(1)));
    assertThat(item(envelope).problem().orElseThrow()).contains("IllegalStateException", "发送结果不明");

    receiver.faults(any -> Fault.NONE);
    now = now.plus(Duration.ofSeconds(59));
    assertThat(outbox.runOnce(10)).isZero();
    now = now.plus(Duration.ofSeconds(1));
    assertThat(outbox.runOnce(10)).isEqualTo(1);
    assertThat(receiver.sent()).containsExactly(envelope, envelope);
    assertThat(receiver.stored()).containsExactly(envelope);
  }

  @Test
  void waitsAsLongAsTheReceiverAsks() {
    ReportEnvelope envelope = enqueue("a");
    receiver.faults(any -> Fault.DEFERS);

    outbox.runOnce(10);

    assertThat(item(envelope).notBefore()).isEqualTo(now.plus(Duration.ofMinutes(7)));
    assertThat(item(envelope).problem().orElseThrow()).contains("接收方要求PT7M后重发");
  }

  @ParameterizedTest
  @EnumSource(names = {"DIES_BEFORE_STORING", "DIES_AFTER_STORING"})
  void sendsAgainWhatADeadWorkerHasLeftOnceTheLeaseHasRunOut(Fault fault) {
    ReportEnvelope envelope = enqueue("a");
    receiver.faults(any -> fault);
    assertThatExceptionOfType(Death.class).isThrownBy(() -> outbox.runOnce(10));

    receiver.faults(any -> Fault.NONE);
    now = now.plus(LEASE).minusMillis(1);
    assertThat(worker(store, receiver).runOnce(10)).isZero();
    now = now.plusMillis(1);
    assertThat(worker(store, receiver).runOnce(10)).isEqualTo(1);
    assertThat(receiver.sent()).containsExactly(envelope, envelope);
    assertThat(receiver.stored()).containsExactly(envelope);
  }

  @Test
  void aDeadLetterHoldsBackItsOwnSubjectOnlyUntilItIsRevived() {
    ReportEnvelope letter = enqueue("a");
    ReportEnvelope behind = enqueue("a");
    ReportEnvelope other = enqueue("b");
    receiver.faults(envelope -> envelope.subject().equals("a") ? Fault.REJECTS : Fault.NONE);

    assertThat(outbox.runOnce(10)).isEqualTo(1);
    assertThat(outbox.runOnce(10)).isZero();
    assertThat(outbox.rejected()).containsExactly(item(letter));
    assertThat(item(letter).problem().orElseThrow()).contains("接收方拒收（E7）：字段过长");

    receiver.faults(any -> Fault.NONE);
    assertThat(outbox.revive(letter.id()).state()).isEqualTo(State.PENDING);
    assertThat(outbox.runOnce(10) + outbox.runOnce(10)).isEqualTo(2);
    assertThat(receiver.stored()).containsExactly(other, letter, behind);
  }

  @Test
  void aDeadLetterThatIsWithdrawnMakesWayForACorrectedReport() {
    ReportEnvelope letter = enqueue("a");
    receiver.faults(envelope -> envelope.equals(letter) ? Fault.REJECTS : Fault.NONE);
    assertThat(outbox.runOnce(10)).isZero();
    now = now.plusSeconds(60);

    ReportEnvelope corrected =
        unit.call(
            () -> {
              outbox.withdraw(letter.id(), "等级填报有误");
              return enqueue("a");
            });

    assertThat(corrected.sequence()).isEqualTo(2);
    assertThat(corrected.body()).isEqualTo("a 1-2");
    assertThat(outbox.rejected()).isEmpty();
    assertThat(outbox.runOnce(10)).isEqualTo(1);
    assertThat(outbox.runOnce(10)).isZero();
    assertThat(receiver.sent()).containsExactly(letter, corrected);
    assertThat(receiver.stored()).containsExactly(corrected);
    OutboxItem kept = item(letter);
    assertThat(kept.state()).isEqualTo(State.WITHDRAWN);
    assertThat(kept.envelope()).isEqualTo(letter);
    assertThat(kept.problem().orElseThrow()).contains("E7", "字段过长");
    assertThat(kept.withdrawal()).contains("等级填报有误");
    assertThat(kept.notBefore()).isEqualTo(now);
  }

  @Test
  void aWithdrawnReportLetsThroughWhatWaitsBehindItBeforeTheCorrectedOne() {
    ReportEnvelope letter = enqueue("a");
    ReportEnvelope behind = enqueue("a");
    receiver.faults(envelope -> envelope.equals(letter) ? Fault.REJECTS : Fault.NONE);
    outbox.runOnce(10);

    assertThat(outbox.withdraw(letter.id(), "wrong grade").state()).isEqualTo(State.WITHDRAWN);
    ReportEnvelope corrected = enqueue("a");

    assertThat(outbox.runOnce(10) + outbox.runOnce(10)).isEqualTo(2);
    assertThat(receiver.stored()).containsExactly(behind, corrected);
  }

  @Test
  void withdrawsAndRevivesNothingThatIsWithdrawn() {
    ReportEnvelope letter = enqueue("a");
    receiver.faults(any -> Fault.REJECTS);
    outbox.runOnce(10);
    OutboxItem withdrawn = outbox.withdraw(letter.id(), "wrong grade");

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> outbox.revive(letter.id()))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("reporting.item.not-rejected"))
        .withMessageContaining("WITHDRAWN");
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> outbox.withdraw(letter.id(), "again"))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("reporting.item.not-rejected"))
        .withMessageContaining("WITHDRAWN");
    assertThat(item(letter)).isEqualTo(withdrawn);
  }

  @Test
  void withdrawsNothingButDeadLettersAndNoneWithoutAReason() {
    ReportEnvelope envelope = enqueue("a");

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> outbox.withdraw(envelope.id(), "wrong grade"))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("reporting.item.not-rejected"))
        .withMessageContaining("PENDING")
        .withMessageContaining("撤回")
        .withMessageContaining("withdrawn");
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> outbox.withdraw("nothing", "wrong grade"))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("reporting.item.unknown"));

    receiver.faults(any -> Fault.REJECTS);
    outbox.runOnce(10);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> outbox.withdraw(envelope.id(), " "))
        .withMessageContaining("withdrawal");
    assertThat(item(envelope).state()).isEqualTo(State.REJECTED);
  }

  @Test
  void revivesNothingButDeadLetters() {
    ReportEnvelope envelope = enqueue("a");

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> outbox.revive(envelope.id()))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("reporting.item.not-rejected"))
        .withMessageContaining("PENDING");
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> outbox.revive("nothing"))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("reporting.item.unknown"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"half a pair \uD83D", "\0\u001b[2J\n", "", "   "})
  void survivesWhateverATransportHasToSay(String message) {
    ReportEnvelope odd = enqueue("a");
    ReportEnvelope other = enqueue("b");
    ReportTransport transport =
        envelope -> {
          if (envelope.equals(odd)) {
            throw new IllegalStateException(message.repeat(3_000));
          }
          return receiver.send(envelope);
        };

    assertThat(worker(store, transport).runOnce(10)).isEqualTo(1);
    assertThat(item(odd).problem().orElseThrow())
        .hasSizeLessThanOrEqualTo(OutboxItem.LONGEST_PROBLEM);
    assertThat(receiver.stored()).containsExactly(other);
  }

  @Test
  void treatsAMissingReceiptAsAnUnknownOutcome() {
    ReportEnvelope envelope = enqueue("a");
    ReportTransport silent =
        (ReportTransport)
            Proxy.newProxyInstance(
                ReportTransport.class.getClassLoader(),
                new Class<?>[] {ReportTransport.class},
                (proxy, method, arguments) -> null);

    assertThat(worker(store, silent).runOnce(10)).isZero();
    assertThat(item(envelope).state()).isEqualTo(State.PENDING);
  }

  @Test
  void doesNotOverwriteWhatAnotherWorkerHasWrittenAfterTheLeaseWasLost() {
    ReportEnvelope envelope = enqueue("a");
    Outbox other = worker(store, receiver);
    ReportTransport slow =
        late -> {
          now = now.plus(LEASE);
          assertThat(other.runOnce(10)).isEqualTo(1);
          return new Receipt.Rejected("late", "too late");
        };

    assertThat(worker(store, slow).runOnce(10)).isZero();
    assertThat(item(envelope).state()).isEqualTo(State.ACCEPTED);
  }

  @Test
  void skipsAnItemThatAnotherWorkerHasLeasedFirst() {
    ReportEnvelope contested = enqueue("a");
    ReportEnvelope free = enqueue("b");
    List<OutboxItem> read = store.due(now, 10);
    OutboxItem taken = item(contested).withLease(now.plus(LEASE));
    assertThat(store.save(taken, 1)).isTrue();
    OutboxStore late = new Relay(store, read);

    assertThat(worker(late, receiver).runOnce(10)).isEqualTo(1);
    assertThat(receiver.sent()).containsExactly(free);
    assertThat(item(contested)).isEqualTo(taken);
  }

  @Test
  void anAnswerThatCannotBeKeptDoesNotHoldBackOtherSubjects() {
    ReportEnvelope first = enqueue("a");
    ReportEnvelope second = enqueue("b");
    OutboxStore broken =
        new Relay(store, store.due(now, 10)) {
          @Override
          public boolean save(OutboxItem item, long expected) {
            if (item.state() == State.ACCEPTED && item.envelope().equals(first)) {
              throw new IllegalStateException("disk full");
            }
            return super.save(item, expected);
          }
        };

    assertThatIllegalStateException()
        .isThrownBy(() -> worker(broken, receiver).runOnce(10))
        .withMessage("disk full");
    assertThat(item(second).state()).isEqualTo(State.ACCEPTED);
    assertThat(item(first).state()).isEqualTo(State.LEASED);
  }

  @Test
  void takesNoMoreThanTheLimitAndRefusesNone() {
    enqueue("a");
    enqueue("b");
    enqueue("c");

    assertThat(outbox.runOnce(2)).isEqualTo(2);
    assertThatIllegalArgumentException().isThrownBy(() -> outbox.runOnce(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "P366D"})
  void refusesALeaseThatMakesNoSense(Duration lease) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Outbox.over(ledger(unit, store, () -> now), receiver, RETRY, lease))
        .withMessageContaining("lease");
  }

  /**
   * Whatever fails, and wherever the process dies: each report arrives, once at a receiver that
   * knows ids, in the order of its subject and under one id; only a dead letter holds back its own
   * subject, and arrives once it is revived.
   */
  @Property(tries = 300)
  void nothingIsLostOrDoubledOrOvertaken(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int reports) {
    Random chance = new Random(seed);
    List<Fault> faults = List.of(Fault.values());
    World world = new World();
    List<ReportEnvelope> queued = new ArrayList<>();
    Set<String> letters = new HashSet<>();
    world.receiver.faults(
        envelope -> {
          Fault fault = faults.get(chance.nextInt(faults.size()));
          if (fault == Fault.REJECTS && !letters.contains(envelope.id())) {
            if (chance.nextInt(3) > 0) {
              return Fault.NONE;
            }
            letters.add(envelope.id());
          }
          return fault;
        });
    for (int i = 0; i < reports; i++) {
      queued.add(world.enqueue("subject " + chance.nextInt(3)).orElseThrow());
      world.run(chance.nextInt(3), chance);
    }
    world.run(20, chance);

    world.receiver.faults(any -> Fault.NONE);
    world.drain();
    Map<String, Long> held = new HashMap<>();
    world
        .store
        .rejected()
        .forEach(item -> held.put(item.envelope().subject(), item.envelope().sequence()));
    assertThat(world.receiver.stored())
        .containsAll(
            queued.stream()
                .filter(each -> each.sequence() < held.getOrDefault(each.subject(), Long.MAX_VALUE))
                .toList());

    world.letters().forEach(letter -> world.worker().revive(letter.envelope().id()));
    world.drain();
    assertThat(world.receiver.stored()).containsExactlyInAnyOrderElementsOf(queued);
    assertThat(world.receiver.sent()).isSubsetOf(queued);
    Map<String, Long> latest = new HashMap<>();
    for (ReportEnvelope arrived : world.receiver.stored()) {
      assertThat(arrived.sequence()).isEqualTo(latest.merge(arrived.subject(), 1L, Long::sum));
    }
  }

  /**
   * Whatever is refused, revived or withdrawn: as soon as no dead letter is left, the accepted
   * reports hold every step.
   */
  @Property(tries = 300)
  void everyStepArrivesWhateverWasRefused(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int last) {
    Random chance = new Random(seed);
    World world = new World();
    world.receiver.faults(any -> chance.nextInt(3) == 0 ? Fault.REJECTS : Fault.NONE);
    for (int step = 1; step <= last; step++) {
      world.steps.put("a", step);
      if (chance.nextBoolean()) {
        world.worker().enqueue(document("a", step));
      }
      world.run(chance.nextInt(3), chance);
      for (OutboxItem letter : world.letters()) {
        String id = letter.envelope().id();
        switch (chance.nextInt(3)) {
          case 0 -> world.worker().revive(id);
          case 1 -> world.worker().withdraw(id, "sample");
          default -> {}
        }
      }
    }
    world.receiver.faults(any -> Fault.NONE);
    world.letters().forEach(letter -> world.worker().revive(letter.envelope().id()));
    world.worker().enqueue(document("a", last));
    world.drain();

    assertThat(world.store.firstUnreported("a")).isEqualTo(last + 1);
    assertThat(world.receiver.stored().stream().flatMap(world::steps))
        .containsAll(IntStream.rangeClosed(1, last).boxed().toList());
  }

  /** A store, a receiver, a clock, and workers that come and go. */
  private static final class World {
    private final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
    private final InMemoryOutboxStore store = new InMemoryOutboxStore(unit);
    private final FaultyReceiver receiver = new FaultyReceiver();
    private final Map<String, Integer> steps = new HashMap<>();
    private Instant now = Instant.parse("2026-07-01T00:00:00Z");

    Outbox worker() {
      return Outbox.over(ledger(unit, store, () -> now), receiver, RETRY, LEASE);
    }

    Optional<ReportEnvelope> enqueue(String subject) {
      return worker().enqueue(document(subject, steps.merge(subject, 1, Integer::sum)));
    }

    Stream<Integer> steps(ReportEnvelope envelope) {
      OutboxItem item = store.find(envelope.id()).orElseThrow();
      return IntStream.rangeClosed(item.first(), item.last()).boxed();
    }

    List<OutboxItem> letters() {
      return store.rejected().toList();
    }

    void run(int times, Random chance) {
      for (int i = 0; i < times; i++) {
        try {
          worker().runOnce(1 + chance.nextInt(3));
        } catch (Death dead) {
          assertThat(dead).isNotNull(); // the next worker is another process
        }
        now = now.plusSeconds(chance.nextInt(600));
      }
    }

    void drain() {
      int idle = 0;
      while (idle < 2) {
        now = now.plus(RETRY.most());
        idle = worker().runOnce(10) == 0 ? idle + 1 : 0;
      }
    }
  }

  @Test
  void twoWorkersOverOneStoreLoseAndDoubleNothing() throws Exception {
    List<ReportEnvelope> queued = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      queued.add(enqueue("subject " + i % 20));
    }
    AtomicInteger sendings = new AtomicInteger();
    ReportTransport sometimesFailing =
        envelope -> {
          if (sendings.incrementAndGet() % 7 == 0) {
            throw new IllegalStateException("no connection");
          }
          return receiver.send(envelope);
        };
    AtomicInteger minutes = new AtomicInteger();
    Instant start = now;
    InstantSource clock = () -> start.plus(Duration.ofMinutes(minutes.incrementAndGet()));
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger accepted = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int w = 0; w < 2; w++) {
        Outbox worker = Outbox.over(ledger(unit, store, clock), sometimesFailing, RETRY, LEASE);
        workers.add(
            threads.submit(
                () -> {
                  for (int run = 0; run < 100_000 && !done.get(); run++) {
                    if (accepted.addAndGet(worker.runOnce(5)) >= queued.size()) {
                      done.set(true);
                    }
                    if (run % 50 == 0 && receiver.stored().size() == queued.size()) {
                      done.set(store.due(Instant.MAX, 1).isEmpty());
                    }
                  }
                }));
      }
      for (Future<?> worker : workers) {
        worker.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(receiver.stored()).containsExactlyInAnyOrderElementsOf(queued);
    Map<String, Long> latest = new HashMap<>();
    for (ReportEnvelope arrived : receiver.stored()) {
      assertThat(arrived.sequence()).isEqualTo(latest.merge(arrived.subject(), 1L, Long::sum));
    }
    assertThat(queued).allSatisfy(e -> assertThat(item(e).state()).isEqualTo(State.ACCEPTED));
  }

  /** A store that tells a worker what was due a moment ago. */
  private static class Relay implements OutboxStore {
    private final OutboxStore store;
    private final List<OutboxItem> due;

    Relay(OutboxStore store, List<OutboxItem> due) {
      this.store = store;
      this.due = due;
    }

    @Override
    public Optional<OutboxItem> find(String id) {
      return store.find(id);
    }

    @Override
    public boolean save(OutboxItem item, long expected) {
      return store.save(item, expected);
    }

    @Override
    public long lastSequence(String subject) {
      return store.lastSequence(subject);
    }

    @Override
    public int firstUnreported(String subject) {
      return store.firstUnreported(subject);
    }

    @Override
    public List<OutboxItem> due(Instant now, int limit) {
      return due;
    }

    @Override
    public Stream<OutboxItem> rejected() {
      return store.rejected();
    }
  }
}
