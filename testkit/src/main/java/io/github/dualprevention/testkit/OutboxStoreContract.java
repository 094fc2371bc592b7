package io.github.dualprevention.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.store.UnitOfWork;
import io.github.dualprevention.reporting.OutboxItem;
import io.github.dualprevention.reporting.OutboxStore;
import io.github.dualprevention.reporting.ReportEnvelope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link OutboxStore} keeps to. */
public abstract class OutboxStoreContract {

  /** Each contract is extended where it is tested. */
  protected OutboxStoreContract() {}

  /**
   * The unit of work that the stores belong to.
   *
   * @return the same one for the whole of a test
   */
  protected abstract UnitOfWork unit();

  /**
   * The store under test.
   *
   * @param enterprise whose items it keeps; one database holds those of all enterprises
   * @return the enterprise's store; empty at the beginning of a test
   */
  protected abstract OutboxStore outboxOf(CreditCode enterprise);

  private OutboxStore outbox() {
    return outboxOf(Samples.enterprise());
  }

  /** Every part of an item comes back, in each state. */
  @Test
  public void givesItemsBackAsTheyWereSaved() {
    OutboxItem queued = queue("a", 1, Samples.moment());
    assertThat(found(queued)).contains(queued);

    OutboxItem leased = update(queued.withLease(after(60)));
    assertThat(found(queued)).contains(leased);

    OutboxItem deferred = update(leased.withDeferral(Samples.AWKWARD_TEXT, after(120)));
    assertThat(found(queued)).contains(deferred);

    OutboxItem again = update(deferred.withLease(after(180)));
    OutboxItem rejected = update(again.withRejection("字段过长", after(181)));
    assertThat(found(queued)).contains(rejected);

    OutboxItem revived = update(rejected.withRevival(after(240)));
    OutboxItem last = update(revived.withLease(after(300)));
    OutboxItem accepted = update(last.withAcceptance("回执-1", after(301)));
    assertThat(found(queued)).contains(accepted);

    OutboxItem withdrawn = withdraw(reject(queue("b", 1, Samples.moment())));
    assertThat(found(withdrawn)).contains(withdrawn);
  }

  /** The body is what was reported, character by character. */
  @Test
  public void keepsTheVeryEnvelope() {
    ReportEnvelope envelope = Samples.envelope("hazard/样例 😀-1", 1);

    assertThat(outbox().save(queued(envelope), 0)).isTrue();

    OutboxItem back = outbox().find(envelope.id()).orElseThrow();
    assertThat(back.envelope()).isEqualTo(envelope);
    assertThat(back.envelope().body()).isEqualTo(envelope.body());
  }

  /** A body may be as long as a picture. */
  @Test
  public void keepsALongBody() {
    ReportEnvelope envelope = Samples.envelope("a", 1, "图片".repeat(1_000_000) + "\n");

    assertThat(outbox().save(queued(envelope), 0)).isTrue();

    assertThat(outbox().find(envelope.id()).orElseThrow().envelope()).isEqualTo(envelope);
  }

  /** The longest problem fits, and the longest reason beside it. */
  @Test
  public void keepsALongProblem() {
    String problem = "错".repeat(OutboxItem.LONGEST_PROBLEM);
    OutboxItem leased = update(queue("a", 1, Samples.moment()).withLease(after(60)));

    OutboxItem deferred = update(leased.withDeferral(problem, after(120)));

    assertThat(found(deferred)).contains(deferred);

    OutboxItem again = update(deferred.withLease(after(180)));
    OutboxItem rejected = update(again.withRejection(problem, after(181)));
    OutboxItem withdrawn = update(rejected.withWithdrawal(problem, after(182)));
    assertThat(found(withdrawn)).contains(withdrawn);
  }

  /** Never saved, never found. */
  @Test
  public void findsNothingThatWasNotSaved() {
    queue("a", 1, Samples.moment());

    assertThat(outbox().find(Samples.envelope("a", 2).id())).isEmpty();
    assertThat(outbox().lastSequence("b")).isZero();
  }

  /** Of two who have read the same version the second one is refused. */
  @Test
  public void refusesAChangeBasedOnAnOlderVersion() {
    OutboxItem queued = queue("a", 1, Samples.moment());
    OutboxItem mine = update(queued.withLease(after(60)));

    assertStale(queued.withLease(after(90)), 1);
    assertThat(found(queued)).contains(mine);
  }

  /** A version that does not exist yet is as wrong as one that is gone. */
  @Test
  public void refusesAChangeBasedOnALaterVersion() {
    OutboxItem queued = queue("a", 1, Samples.moment());

    assertStale(queued.withLease(after(60)).withLease(after(90)), 2);
    assertThat(found(queued)).contains(queued);
  }

  /** What is new can be saved as new only once. */
  @Test
  public void refusesASecondItemUnderTheSameId() {
    OutboxItem queued = queue("a", 1, Samples.moment());

    assertStale(queued(Samples.envelope("a", 1, "another")), 0);
    assertThat(found(queued)).contains(queued);
  }

  /** What was never saved cannot be changed. */
  @Test
  public void refusesAChangeOfAnItemThatIsNotThere() {
    OutboxItem item = queued(Samples.envelope("a", 1));

    assertStale(item.withLease(after(60)), 1);
    assertThat(outbox().lastSequence("a")).isZero();
  }

  /** A sequence has no gaps and no forks, whatever the type of the document. */
  @Test
  public void refusesANewItemThatDoesNotFollowTheLastOne() {
    queue("a", 1, Samples.moment());
    ReportEnvelope sameFork = ReportEnvelope.of("SAMPLE-1", "sample.other", "1", "a", 1, "fork");

    assertStale(queued(sameFork), 0);
    assertStale(queued(Samples.envelope("a", 3)), 0);
    assertThat(outbox().find(sameFork.id())).isEmpty();
    assertThat(outbox().find(Samples.envelope("a", 3).id())).isEmpty();
    assertThat(outbox().lastSequence("a")).isEqualTo(1);
  }

  /** What is reported is frozen. */
  @Test
  public void refusesToChangeWhatIsReported() {
    ReportEnvelope envelope = Samples.envelope("a", 1);
    OutboxItem queued = OutboxItem.queued(envelope, 2, 3, Samples.moment());
    assertThat(outbox().save(queued, 0)).isTrue();

    for (OutboxItem other :
        List.of(
            OutboxItem.queued(Samples.envelope("a", 1, "forged"), 2, 3, Samples.moment()),
            OutboxItem.queued(envelope, 1, 3, Samples.moment()),
            OutboxItem.queued(envelope, 2, 4, Samples.moment()))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> outbox().save(other.withLease(after(60)), 1));
    }
    assertThat(found(queued)).contains(queued);
  }

  /** Each subject counts for itself, and goes on counting when its reports are accepted. */
  @Test
  public void knowsTheLastSequenceOfEachSubject() {
    accept(queue("a", 1, Samples.moment()));
    queue("a", 2, Samples.moment());
    queue("b", 1, Samples.moment());

    assertThat(outbox().lastSequence("a")).isEqualTo(2);
    assertThat(outbox().lastSequence("b")).isEqualTo(1);

    accept(outbox().find(Samples.envelope("a", 2).id()).orElseThrow());
    assertThat(outbox().lastSequence("a")).isEqualTo(2);
  }

  /** Subjects are equal only if every character is, whatever a database takes for equal. */
  @Test
  public void tellsSubjectsApartByEveryCharacter() {
    List<String> subjects = Samples.lookalikes().toList();

    subjects.forEach(subject -> queue(subject, 1, Samples.moment()));

    assertThat(subjects)
        .allSatisfy(subject -> assertThat(outbox().lastSequence(subject)).isEqualTo(1));
    assertThat(outbox().due(Samples.moment(), 100)).hasSize(subjects.size());
  }

  /** The next report of a subject waits until the one before is accepted. */
  @Test
  public void givesTheLowestOpenReportOfEachSubject() {
    OutboxItem first = queue("a", 1, Samples.moment());
    OutboxItem second = queue("a", 2, Samples.moment());
    OutboxItem other = queue("b", 1, Samples.moment());

    assertThat(due()).containsExactly(first, other);
    accept(first);
    assertThat(due()).containsExactly(second, other);
    accept(second);
    accept(other);
    assertThat(due()).isEmpty();
  }

  /** Eleven comes after two, as numbers go. */
  @Test
  public void countsInNumbers() {
    for (long sequence = 1; sequence <= 11; sequence++) {
      queue("a", sequence, Samples.moment());
    }
    assertThat(outbox().lastSequence("a")).isEqualTo(11);

    for (long sequence = 1; sequence <= 11; sequence++) {
      assertThat(due()).hasSize(1);
      assertThat(due().get(0).envelope().sequence()).isEqualTo(sequence);
      accept(due().get(0));
    }
  }

  /** A moment is reached when it is there, not one millisecond before. */
  @Test
  public void givesAPendingItemWhenItsTimeHasCome() {
    Instant time = Samples.moment().plusMillis(5);
    OutboxItem item = queue("a", 1, time);

    assertThat(outbox().due(time.minusMillis(1), 10)).isEmpty();
    assertThat(outbox().due(time, 10)).containsExactly(item);
  }

  /** The next one does not overtake one that has to wait. */
  @Test
  public void holdsBackWhatFollowsADeferredItem() {
    OutboxItem first = queue("a", 1, Samples.moment());
    queue("a", 2, Samples.moment());
    update(update(first.withLease(after(10))).withDeferral("busy", after(60)));

    assertThat(outbox().due(after(59), 10)).isEmpty();
    assertThat(outbox().due(after(60), 10)).hasSize(1);
    assertThat(outbox().due(after(60), 10).get(0).envelope()).isEqualTo(first.envelope());
  }

  /** What is being sent is left alone, and with it what follows, until the lease ends. */
  @Test
  public void givesALeasedItemAgainWhenItsLeaseHasEnded() {
    OutboxItem first = queue("a", 1, Samples.moment());
    queue("a", 2, Samples.moment());
    OutboxItem leased = update(first.withLease(after(60)));

    assertThat(outbox().due(after(60).minusMillis(1), 10)).isEmpty();
    assertThat(outbox().due(after(60), 10)).containsExactly(leased);
  }

  /** A dead letter holds back its own subject and no other, for as long as it takes. */
  @Test
  public void aRejectedItemHoldsBackItsOwnSubjectOnly() {
    OutboxItem first = queue("a", 1, Samples.moment());
    OutboxItem rejected = update(update(first.withLease(after(60))).withRejection("no", after(1)));
    queue("a", 2, Samples.moment());
    OutboxItem other = queue("b", 1, Samples.moment());

    assertThat(outbox().due(after(1_000_000), 10)).containsExactly(other);

    OutboxItem revived = update(rejected.withRevival(after(100)));
    assertThat(outbox().due(after(100), 10)).containsExactly(other, revived);
  }

  /** What was withdrawn is done with: what follows goes out, and it never does. */
  @Test
  public void aWithdrawnItemNoLongerHoldsBackItsSubject() {
    OutboxItem first = reject(queue("a", 1, Samples.moment()));
    OutboxItem second = queue("a", 2, Samples.moment());
    assertThat(due()).isEmpty();

    OutboxItem withdrawn = withdraw(first);

    assertThat(due()).containsExactly(second);
    assertThat(found(withdrawn)).contains(withdrawn);

    accept(second);
    assertThat(outbox().due(after(1_000_000), 10)).isEmpty();
    assertThat(outbox().lastSequence("a")).isEqualTo(2);
  }

  /** A corrected report follows the last one, also if that one was withdrawn. */
  @Test
  public void goesOnCountingBehindAWithdrawnItem() {
    withdraw(reject(queue("a", 1, Samples.moment())));

    assertThat(due()).isEmpty();
    assertThat(outbox().lastSequence("a")).isEqualTo(1);
    assertStale(queued(Samples.envelope("a", 1)), 0);

    OutboxItem corrected = queue("a", 2, Samples.moment());
    assertThat(due()).containsExactly(corrected);
  }

  /**
   * What has waited longest comes first; among equals the order is the store's, always the same.
   */
  @Test
  public void ordersByTime() {
    queue("～", 1, after(5));
    queue("b", 1, after(5));
    queue("late", 1, after(9));
    queue("early", 1, after(1));
    queue("😀", 1, after(5));
    queue("B", 1, after(5));

    List<OutboxItem> due = outbox().due(after(10), 10);

    assertThat(due).extracting(OutboxItem::notBefore).isSorted();
    assertThat(due)
        .extracting(item -> item.envelope().subject())
        .containsExactlyInAnyOrder("early", "B", "b", "😀", "～", "late");
    assertThat(outbox().due(after(10), 10)).isEqualTo(due);
    assertThat(outbox().due(after(10), 3)).isEqualTo(due.subList(0, 3));
  }

  /** The limit cuts off the end, not the beginning. */
  @Test
  public void givesNoMoreThanTheLimit() {
    queue("a", 1, after(3));
    queue("b", 1, after(2));
    queue("c", 1, after(1));

    assertThat(outbox().due(after(10), 2))
        .extracting(item -> item.envelope().subject())
        .containsExactly("c", "b");
    assertThatIllegalArgumentException().isThrownBy(() -> outbox().due(after(10), 0));
  }

  /** Dead letters are listed until they are revived or withdrawn, and nothing else is. */
  @Test
  public void listsDeadLetters() {
    OutboxItem b = reject(queue("b", 1, Samples.moment()));
    OutboxItem a = reject(queue("a", 1, Samples.moment()));
    queue("c", 1, Samples.moment());
    accept(queue("d", 1, Samples.moment()));

    assertThat(rejected()).containsExactlyInAnyOrder(a, b).isEqualTo(rejected());

    update(a.withRevival(after(60)));
    assertThat(rejected()).containsExactly(b);

    withdraw(b);
    assertThat(rejected()).isEmpty();
  }

  /** Nothing is reported at first, and one subject says nothing about another. */
  @Test
  public void beginsEachSubjectWithItsFirstStep() {
    report("a", 1, 1, 3);

    assertThat(outbox().firstUnreported("b")).isEqualTo(1);
    assertThat(outbox().firstUnreported("A")).isEqualTo(1);
  }

  /** A step is reported as soon as its report is queued, and until that one is refused. */
  @Test
  public void countsAStepAsReportedUnlessItsReportIsRefused() {
    OutboxItem queued = report("a", 1, 1, 3);
    assertThat(outbox().firstUnreported("a")).isEqualTo(4);

    OutboxItem leased = update(queued.withLease(after(60)));
    assertThat(outbox().firstUnreported("a")).isEqualTo(4);

    OutboxItem deferred = update(leased.withDeferral("busy", after(120)));
    assertThat(outbox().firstUnreported("a")).isEqualTo(4);

    OutboxItem rejected = reject(deferred);
    assertThat(outbox().firstUnreported("a")).isEqualTo(1);

    OutboxItem revived = update(rejected.withRevival(after(240)));
    assertThat(outbox().firstUnreported("a")).isEqualTo(4);

    withdraw(reject(revived));
    assertThat(outbox().firstUnreported("a")).isEqualTo(1);

    accept(report("a", 2, 1, 3));
    assertThat(outbox().firstUnreported("a")).isEqualTo(4);
  }

  /** What was refused among accepted reports is unreported, and so is nothing before it. */
  @Test
  public void findsTheStepsOfARefusedReportAmongOthers() {
    accept(report("a", 1, 1, 2));
    OutboxItem refused = reject(report("a", 2, 3, 4));
    OutboxItem behind = report("a", 3, 5, 11);
    assertThat(outbox().firstUnreported("a")).isEqualTo(3);

    withdraw(refused);
    accept(behind);
    assertThat(outbox().firstUnreported("a")).isEqualTo(3);

    reject(report("a", 4, 12, 12));
    assertThat(outbox().firstUnreported("a")).isEqualTo(3);
  }

  /** A later report that holds the same steps and more makes up for a refused one. */
  @Test
  public void countsTheStepsOfARefusedReportThatALaterOneHolds() {
    accept(report("a", 1, 1, 2));
    OutboxItem refused = reject(report("a", 2, 3, 4));
    OutboxItem wider = report("a", 3, 3, 10);
    assertThat(outbox().firstUnreported("a")).isEqualTo(11);

    OutboxItem revived = update(refused.withRevival(after(240)));
    assertThat(outbox().firstUnreported("a")).isEqualTo(11);

    accept(revived);
    reject(wider);
    assertThat(outbox().firstUnreported("a")).isEqualTo(5);
  }

  /** Several reports together make up for one, and a step between two of them is found. */
  @Test
  public void findsTheLowestStepThatNoReportHolds() {
    reject(report("a", 1, 1, 9));
    report("a", 2, 3, 5);
    assertThat(outbox().firstUnreported("a")).isEqualTo(1);

    report("a", 3, 1, 2);
    assertThat(outbox().firstUnreported("a")).isEqualTo(6);

    report("a", 4, 7, 9);
    assertThat(outbox().firstUnreported("a")).isEqualTo(6);

    report("a", 5, 6, 6);
    assertThat(outbox().firstUnreported("a")).isEqualTo(10);
  }

  /** A report exists only if the change that it reports does. */
  @Test
  public void forgetsWhatAFailingUnitOfWorkHasSaved() {
    OutboxItem first = queue("a", 1, Samples.moment());

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                unit()
                    .run(
                        () -> {
                          accept(first);
                          queue("a", 2, Samples.moment());
                          queue("b", 1, Samples.moment());
                          assertThat(due()).hasSize(2);
                          throw new IllegalStateException("sample");
                        }));

    assertThat(found(first)).contains(first);
    assertThat(outbox().find(Samples.envelope("a", 2).id())).isEmpty();
    assertThat(outbox().lastSequence("a")).isEqualTo(1);
    assertThat(outbox().lastSequence("b")).isZero();
    assertThat(outbox().firstUnreported("a")).isEqualTo(2);
    assertThat(outbox().firstUnreported("b")).isEqualTo(1);
    assertThat(due()).containsExactly(first);
  }

  /** An answer that somebody else was faster leaves the unit of work as it is. */
  @Test
  public void aConflictInsideAUnitOfWorkDoesNotFailIt() {
    unit()
        .run(
            () -> {
              OutboxItem first = queue("a", 1, Samples.moment());
              assertStale(queued(first.envelope()), 0);
              assertStale(queued(Samples.envelope("a", 5)), 0);
              queue("a", 2, Samples.moment());
            });

    assertThat(outbox().lastSequence("a")).isEqualTo(2);
    assertThat(due()).hasSize(1);
  }

  /** A stream of dead letters that is closed before its end leaves nothing behind. */
  @Test
  public void theStreamOfDeadLettersCanBeClosedBeforeItsEnd() {
    reject(queue("a", 1, Samples.moment()));
    reject(queue("b", 1, Samples.moment()));

    for (int i = 0; i < 50; i++) {
      try (Stream<OutboxItem> letters = outbox().rejected()) {
        assertThat(letters.iterator().next().state()).isEqualTo(OutboxItem.State.REJECTED);
      }
    }

    assertThat(rejected()).hasSize(2);
  }

  /** Two enterprises in one database never see each other, even under the same id. */
  @Test
  public void keepsEnterprisesApart() {
    OutboxStore another = outboxOf(Samples.anotherEnterprise());
    OutboxItem mine = report("a", 1, 1, 3);

    assertThat(another.find(mine.envelope().id())).isEmpty();
    assertThat(another.lastSequence("a")).isZero();
    assertThat(another.firstUnreported("a")).isEqualTo(1);
    assertThat(another.due(after(60), 10)).isEmpty();
    assertThat(another.save(mine.withLease(after(60)), 1)).isFalse();
    OutboxItem theirs = OutboxItem.queued(mine.envelope(), 1, 2, after(1));
    assertThat(another.save(theirs, 0)).isTrue();

    OutboxItem refused = reject(mine);
    assertThat(outbox().firstUnreported("a")).isEqualTo(1);
    assertThat(due()).isEmpty();
    assertThat(rejected()).containsExactly(refused);
    assertThat(another.find(mine.envelope().id())).contains(theirs);
    assertThat(another.firstUnreported("a")).isEqualTo(3);
    assertThat(another.due(after(60), 10)).containsExactly(theirs);
    try (Stream<OutboxItem> letters = another.rejected()) {
      assertThat(letters).isEmpty();
    }
  }

  private static OutboxItem queued(ReportEnvelope envelope) {
    return OutboxItem.queued(envelope, 1, 1, Samples.moment());
  }

  private OutboxItem report(String subject, long sequence, int first, int last) {
    return update(
        OutboxItem.queued(Samples.envelope(subject, sequence), first, last, Samples.moment()));
  }

  private OutboxItem queue(String subject, long sequence, Instant time) {
    int step = Math.toIntExact(sequence);
    return update(OutboxItem.queued(Samples.envelope(subject, sequence), step, step, time));
  }

  private OutboxItem update(OutboxItem item) {
    assertThat(outbox().save(item, item.version() - 1)).isTrue();
    return item;
  }

  private void accept(OutboxItem item) {
    update(update(item.withLease(after(60))).withAcceptance("R-1", after(1)));
  }

  private OutboxItem reject(OutboxItem item) {
    return update(update(item.withLease(after(60))).withRejection("no", after(1)));
  }

  private OutboxItem withdraw(OutboxItem rejected) {
    return update(rejected.withWithdrawal(Samples.AWKWARD_TEXT, after(2)));
  }

  private Optional<OutboxItem> found(OutboxItem item) {
    return outbox().find(item.envelope().id());
  }

  private List<OutboxItem> due() {
    return outbox().due(after(1), 100);
  }

  private List<OutboxItem> rejected() {
    try (Stream<OutboxItem> letters = outbox().rejected()) {
      return letters.toList();
    }
  }

  private void assertStale(OutboxItem item, long expected) {
    assertThat(outbox().save(item, expected)).isFalse();
  }

  private static Instant after(long seconds) {
    return Samples.moment().plus(Duration.ofSeconds(seconds));
  }
}
