package io.github.dualprevention.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.dualprevention.core.store.StaleRecordException;
import io.github.dualprevention.core.store.UnitOfWork;
import io.github.dualprevention.reporting.OutboxItem;
import io.github.dualprevention.reporting.OutboxStore;
import io.github.dualprevention.reporting.ReportEnvelope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link OutboxStore} keeps to. */
public abstract class OutboxStoreContract {

  /** Each contract is extended where it is tested. */
  protected OutboxStoreContract() {}

  /**
   * The unit of work that the store belongs to.
   *
   * @return the same one for the whole of a test
   */
  protected abstract UnitOfWork unit();

  /**
   * The store under test.
   *
   * @return the same one for the whole of a test, empty at its beginning
   */
  protected abstract OutboxStore outbox();

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

    outbox().save(OutboxItem.queued(envelope, Samples.moment()), 0);

    OutboxItem back = outbox().find(envelope.id()).orElseThrow();
    assertThat(back.envelope()).isEqualTo(envelope);
    assertThat(back.envelope().body()).isEqualTo(envelope.body());
  }

  /** A body may be as long as a picture. */
  @Test
  public void keepsALongBody() {
    ReportEnvelope envelope = Samples.envelope("a", 1, "图片".repeat(1_000_000) + "\n");

    outbox().save(OutboxItem.queued(envelope, Samples.moment()), 0);

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

    assertStale(OutboxItem.queued(Samples.envelope("a", 1, "another"), Samples.moment()), 0);
    assertThat(found(queued)).contains(queued);
  }

  /** What was never saved cannot be changed. */
  @Test
  public void refusesAChangeOfAnItemThatIsNotThere() {
    OutboxItem item = OutboxItem.queued(Samples.envelope("a", 1), Samples.moment());

    assertStale(item.withLease(after(60)), 1);
    assertThat(outbox().lastSequence("a")).isZero();
  }

  /** A sequence has no gaps and no forks, whatever the type of the document. */
  @Test
  public void refusesANewItemThatDoesNotFollowTheLastOne() {
    queue("a", 1, Samples.moment());
    ReportEnvelope sameFork = ReportEnvelope.of("SAMPLE-1", "sample.other", "1", "a", 1, "fork");

    assertStale(OutboxItem.queued(sameFork, Samples.moment()), 0);
    assertStale(OutboxItem.queued(Samples.envelope("a", 3), Samples.moment()), 0);
    assertThat(outbox().find(sameFork.id())).isEmpty();
    assertThat(outbox().find(Samples.envelope("a", 3).id())).isEmpty();
    assertThat(outbox().lastSequence("a")).isEqualTo(1);
  }

  /** What is reported is frozen. */
  @Test
  public void refusesToChangeAnEnvelope() {
    OutboxItem queued = queue("a", 1, Samples.moment());
    OutboxItem forged =
        OutboxItem.queued(Samples.envelope("a", 1, "forged"), Samples.moment())
            .withLease(after(60));

    assertThatIllegalArgumentException().isThrownBy(() -> outbox().save(forged, 1));
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
    List<String> subjects = List.of("H-1", "h-1", "Ｈ-1", "é", "e", "ß", "ss", "H_1", "H%1");

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
    assertStale(OutboxItem.queued(Samples.envelope("a", 1), Samples.moment()), 0);

    OutboxItem corrected = queue("a", 2, Samples.moment());
    assertThat(due()).containsExactly(corrected);
  }

  /** Whoever has waited longest comes first; among equals the subject decides. */
  @Test
  public void ordersByTimeThenBySubject() {
    queue("～", 1, after(5));
    queue("b", 1, after(5));
    queue("late", 1, after(9));
    queue("early", 1, after(1));
    queue("😀", 1, after(5));
    queue("B", 1, after(5));

    assertThat(outbox().due(after(10), 10))
        .extracting(item -> item.envelope().subject())
        .containsExactly("early", "B", "b", "😀", "～", "late");
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

    assertThat(outbox().rejected()).containsExactly(a, b);

    update(a.withRevival(after(60)));
    assertThat(outbox().rejected()).containsExactly(b);

    withdraw(b);
    assertThat(outbox().rejected()).isEmpty();
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
    assertThat(due()).containsExactly(first);
  }

  /** A refusal that the caller catches does not undo what the unit of work did otherwise. */
  @Test
  public void aRefusalInsideAUnitOfWorkCanBeCaught() {
    unit()
        .run(
            () -> {
              OutboxItem first = queue("a", 1, Samples.moment());
              assertStale(OutboxItem.queued(first.envelope(), Samples.moment()), 0);
              assertStale(OutboxItem.queued(Samples.envelope("a", 5), Samples.moment()), 0);
              return queue("a", 2, Samples.moment());
            });

    assertThat(outbox().lastSequence("a")).isEqualTo(2);
  }

  private OutboxItem queue(String subject, long sequence, Instant time) {
    OutboxItem item = OutboxItem.queued(Samples.envelope(subject, sequence), time);
    outbox().save(item, 0);
    return item;
  }

  private OutboxItem update(OutboxItem item) {
    outbox().save(item, item.version() - 1);
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

  private void assertStale(OutboxItem item, long expected) {
    assertThatExceptionOfType(StaleRecordException.class)
        .isThrownBy(() -> outbox().save(item, expected));
  }

  private static Instant after(long seconds) {
    return Samples.moment().plus(Duration.ofSeconds(seconds));
  }
}
