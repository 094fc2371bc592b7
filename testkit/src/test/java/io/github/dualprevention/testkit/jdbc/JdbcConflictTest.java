package io.github.dualprevention.testkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.hazard.HazardSummary;
import io.github.dualprevention.core.hazard.HazardSummaryStore;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.journal.JournalStore;
import io.github.dualprevention.core.journal.PersonalDataStore;
import io.github.dualprevention.core.store.StaleRecordException;
import io.github.dualprevention.reporting.OutboxItem;
import io.github.dualprevention.reporting.OutboxStore;
import io.github.dualprevention.testkit.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Transactions that meet in one database. */
class JdbcConflictTest {

  private static final String SUBJECT = "hazard/H-17";
  private static final int ROUNDS = 50;

  @RegisterExtension final Database database = new Database();

  private final JdbcUnitOfWork unit = database.unit();
  private final JournalStore journal = journalIn(unit);

  /** Another transaction on the same thread. */
  private final JdbcUnitOfWork other = database.anotherUnit();

  private final ExecutorService threads = Executors.newFixedThreadPool(2);

  private static JournalStore journalIn(JdbcUnitOfWork unit) {
    return new JdbcJournalStore(unit, Samples.enterprise());
  }

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  @Test
  void aRivalThatWasCommittedIsAnAnswer() {
    JournalEntry mine = Samples.chain(SUBJECT, "a", 1).get(0);
    JournalEntry beside = Samples.chain("hazard/2", "a", 1).get(0);

    unit.run(
        () -> {
          assertThat(journal.chain(SUBJECT)).isEmpty();
          assertThat(journalIn(other).append(Samples.chain(SUBJECT, "b", 1).get(0))).isTrue();

          assertThat(journal.append(mine)).isFalse();
          assertThat(journal.append(beside)).isTrue();
        });

    assertThat(journal.chain(SUBJECT)).isEqualTo(Samples.chain(SUBJECT, "b", 1));
    assertThat(journal.chain("hazard/2")).containsExactly(beside);
  }

  @Test
  void nobodySeesWhatIsNotCommitted() {
    List<JournalEntry> chain = Samples.chain(SUBJECT, "a", 1);

    unit.run(
        () -> {
          assertThat(journal.append(chain.get(0))).isTrue();
          assertThat(journalIn(other).chain(SUBJECT)).isEmpty();
        });

    assertThat(journalIn(other).chain(SUBJECT)).isEqualTo(chain);
  }

  @Test
  void aUnitThatFailsTakesNothingOfAnotherOneWithIt() throws Exception {
    CyclicBarrier meeting = new CyclicBarrier(2);

    List<Future<Boolean>> kept =
        threads.invokeAll(
            List.of(
                () -> keeps("hazard/1", meeting, false), () -> keeps("hazard/2", meeting, true)));

    assertThat(kept.get(0).get()).isTrue();
    assertThat(kept.get(1).get()).isFalse();
    assertThat(journal.chain("hazard/1")).hasSize(1);
    assertThat(journal.chain("hazard/2")).isEmpty();
  }

  /** Both units have appended before either ends. */
  private boolean keeps(String subject, CyclicBarrier meeting, boolean fails) {
    try {
      return unit.call(
          () -> {
            boolean appended = journal.append(Samples.chain(subject, "a", 1).get(0));
            meet(meeting);
            if (fails) {
              throw new IllegalStateException("sample");
            }
            return appended;
          });
    } catch (IllegalStateException sample) {
      return false;
    }
  }

  @Test
  void oneOfTwoRivalEntriesIsKept() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String subject = "hazard/" + round;
      for (int number = 1; number <= 2; number++) {
        JournalEntry entry = Samples.chain(subject, "a", number).get(number - 1);
        JournalEntry rival =
            JournalEntry.after(
                journal.head(subject),
                Samples.fact(subject, "b"),
                Samples.moment().plusSeconds(600),
                HashAlgorithm.sha256());

        List<Optional<Boolean>> answers =
            atOnce(() -> journal.append(entry), () -> journal.append(rival));

        assertThat(answers).containsOnlyOnce(Optional.of(true));
        assertThat(journal.chain(subject)).hasSize(number);
      }
    }
  }

  @Test
  void oneOfTwoRivalSealsIsKept() throws Exception {
    PersonalDataStore persons = new JdbcPersonalDataStore(unit, Samples.enterprise());
    for (int round = 0; round < ROUNDS; round++) {
      String name = "示例人员" + round;

      List<Optional<Commitment>> seals =
          atOnce(
              () -> persons.put(Samples.commitment(name, 1), Samples.opening(name, 1)),
              () -> persons.put(Samples.commitment(name, 2), Samples.opening(name, 2)));

      assertThat(seals).contains(persons.commitmentFor(name));
      assertThat(seals.stream().flatMap(Optional::stream).distinct()).hasSize(1);
    }
  }

  @Test
  void oneOfTwoWorkersLeasesAnItem() throws Exception {
    OutboxStore outbox = new JdbcOutboxStore(unit, Samples.enterprise());
    for (int round = 1; round <= ROUNDS; round++) {
      Instant now = Samples.moment();
      OutboxItem item =
          OutboxItem.queued(Samples.envelope(SUBJECT, round), round, round, Samples.moment());
      assertThat(outbox.save(item, 0)).isTrue();

      List<Optional<Boolean>> leased =
          atOnce(
              () -> outbox.save(item.withLease(now.plusSeconds(1)), 1),
              () -> outbox.save(item.withLease(now.plusSeconds(2)), 1));

      assertThat(leased).containsExactlyInAnyOrder(Optional.of(true), Optional.of(false));
    }
  }

  @Test
  void oneOfTwoReportsTakesAPlace() throws Exception {
    OutboxStore outbox = new JdbcOutboxStore(unit, Samples.enterprise());
    for (int round = 1; round <= ROUNDS; round++) {
      OutboxItem mine =
          OutboxItem.queued(Samples.envelope(SUBJECT, round, "a"), 1, 1, Samples.moment());
      OutboxItem theirs =
          OutboxItem.queued(Samples.envelope(SUBJECT, round, "b"), 1, 1, Samples.moment());

      List<Optional<Boolean>> queued =
          atOnce(() -> outbox.save(mine, 0), () -> outbox.save(theirs, 0));

      assertThat(queued).containsOnlyOnce(Optional.of(true));
      assertThat(outbox.lastSequence(SUBJECT)).isEqualTo(round);
    }
  }

  @Test
  void aRowIsNeverReadFromTwoVersions() throws Exception {
    HazardSummaryStore summaries = new JdbcHazardSummaryStore(unit, Samples.enterprise());
    HazardSummary one = Samples.summary("H-1");
    HazardSummary two = Samples.summary("H-1", 1);
    summaries.put(one);

    for (int round = 0; round < ROUNDS; round++) {
      HazardSummary next = round % 2 == 0 ? two : one;
      List<Optional<HazardSummary>> answers =
          atOnce(
              () -> {
                summaries.put(next);
                return next;
              },
              () -> summaries.find("H-1").orElseThrow());
      assertThat(answers).isSubsetOf(Optional.of(one), Optional.of(two));
    }
  }

  /** Does both at the same moment; empty for what was refused as stale. */
  private <T> List<Optional<T>> atOnce(Supplier<T> first, Supplier<T> second) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    List<Callable<Optional<T>>> tasks = new ArrayList<>();
    for (Supplier<T> work : List.of(first, second)) {
      tasks.add(
          () -> {
            meet(start);
            try {
              return Optional.of(work.get());
            } catch (StaleRecordException somebodyWasFaster) {
              return Optional.empty();
            }
          });
    }
    List<Optional<T>> answers = new ArrayList<>();
    for (Future<Optional<T>> answer : threads.invokeAll(tasks)) {
      answers.add(answer.get());
    }
    return answers;
  }

  private static void meet(CyclicBarrier meeting) {
    try {
      meeting.await();
    } catch (InterruptedException | BrokenBarrierException alone) {
      throw new IllegalStateException(alone);
    }
  }
}
