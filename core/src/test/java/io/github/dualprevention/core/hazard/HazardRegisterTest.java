package io.github.dualprevention.core.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.journal.Fact;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.journal.JournalStore;
import io.github.dualprevention.core.journal.Ledger;
import io.github.dualprevention.core.store.StaleRecordException;
import io.github.dualprevention.core.store.Stores;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HazardRegisterTest {

  private static final int THREADS = 8;
  private static final int ACTIONS = 500;

  private final Ledger ledger = HazardSamples.ledger(() -> HazardSamples.NOW);
  private final JournalStore journal = ledger.journal();
  private final HazardRegister register = register(HazardSamples.CYCLE);

  @Test
  void knowsAHazardByItsIdHoweverItIsWritten() {
    register.act("cafe\u0301-1 ", first());

    assertThat(register.hazard("caf\u00e9-1").state()).isEqualTo(HazardState.REGISTERED);
    assertThat(register.hazard("cafe\u0301-1 ").state()).isEqualTo(HazardState.REGISTERED);
    assertThat(register.act(" caf\u00e9-1", assess()).reasons()).isEmpty();
  }

  @Test
  void aNoteAboutAHazardBeforeItsRegistrationStandsInItsChain() {
    Fact note =
        Fact.about("hazard/H-1", "note.taken", HazardSamples.T0).value("remark", "示例").build();
    ledger.record(Optional.empty(), note, HazardSamples.NOW);

    assertThat(register.hazard("H-1").state()).isEqualTo(HazardState.DISCOVERED);
    assertThat(register.act("H-1", first()).orThrow().version()).isEqualTo(1);
    assertThat(register.chain("H-1")).hasSize(2);
    assertThat(register.hazards()).containsExactly(register.hazard("H-1"));
  }

  @Test
  void whatIsDoneNowOccursNow() {
    Hazard registered =
        register
            .act(
                "H-1",
                HazardAction.REGISTER,
                HazardSamples.actor(HazardSamples.WORKER),
                HazardSamples.samples(HazardFact.WHAT, HazardFact.WHERE, HazardFact.ORIGIN))
            .orThrow();

    assertThat(registered.steps().get(0).occurred()).isEqualTo(HazardSamples.NOW);
    assertThat(register.hazard("H-1")).isEqualTo(registered);
  }

  @Test
  void knowsNoMeasureUntilItIsGivenThem() {
    HazardCommand named = first().with(HazardSamples.samples(HazardFact.MEASURE, HazardFact.CHECK));

    assertThat(HazardRegister.over(ledger).act("H-1", named).reasons())
        .extracting(Reason::code)
        .containsExactly("hazard.measure.unknown");
    assertThat(register.act("H-1", named).reasons()).isEmpty();
  }

  @Test
  void whatFailsAfterTheStepTakesTheStepBack() {
    register.act("H-1", first());

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                ledger
                    .unit()
                    .run(
                        () -> {
                          register.act("H-1", assess()).orThrow();
                          throw new IllegalStateException("the queue is full");
                        }));

    assertThat(register.hazard("H-1").state()).isEqualTo(HazardState.REGISTERED);
    assertThat(journal.chain("hazard/H-1")).hasSize(1);
    assertThat(register.act("H-1", assess()).reasons()).isEmpty();
  }

  @Test
  void aChainThatHasGrownMeanwhileIsToldAsStale() {
    register.act("H-1", first());
    Stores stores =
        Stores.over(ledger.unit())
            .with(JournalStore.class, new Behind(journal, journal.chain("hazard/H-1")))
            .with(
                HazardSummaryStore.class,
                ledger.store(HazardSummaryStore.class, InMemoryHazardSummaryStore::in));
    HazardRegister behind =
        HazardRegister.over(
            new Ledger(
                ledger.enterprise(),
                stores,
                ledger.clock(),
                ledger.zone(),
                ledger.hash(),
                ledger.salts()));
    Hazard hazard = register.act("H-1", assess()).orThrow();

    assertThatExceptionOfType(StaleRecordException.class)
        .isThrownBy(() -> behind.act("H-1", assess()))
        .matches(stale -> stale.code().equals("store.record.stale"));

    assertThat(register.hazard("H-1")).isEqualTo(hazard);
    assertThat(register.summary("H-1").map(HazardSummary::version)).contains(2);
  }

  /** Sees the chain of some moments ago, as a store under load may. */
  private record Behind(JournalStore store, List<JournalEntry> then) implements JournalStore {
    @Override
    public boolean append(JournalEntry entry) {
      return store.append(entry);
    }

    @Override
    public Optional<JournalEntry> head(String subject) {
      return store.head(subject);
    }

    @Override
    public List<JournalEntry> chain(String subject) {
      return then;
    }

    @Override
    public Stream<JournalEntry> entries() {
      return store.entries();
    }

    @Override
    public Stream<JournalEntry> heads() {
      return store.heads();
    }
  }

  @Test
  void aHazardKeepsTheEditionThatItBeganWith() {
    HazardLifeCycle next =
        Overlay.of("ANY,RECTIFYING,MONITOR,SAME,MONITOR,OBSERVATION,,,,,,,OWN")
            .over(HazardSamples.CYCLE);
    register.act("H-1", first());
    HazardRegister later = register(next, HazardSamples.CYCLE);

    later.act("H-1", assess()).orThrow();
    later.act("H-2", first()).orThrow();

    assertThat(later.hazard("H-1").table()).hasToString("HAZARD:CN@1");
    assertThat(later.hazard("H-2").table()).hasToString("SAMPLE:OWN@1");
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> register.act("H-2", assess()))
        .matches(refused -> refused.code().equals("hazard.table.unknown"));
  }

  @Test
  void manyActorsOnOneHazardLoseNothing() throws Exception {
    register.act("H-1", first()).orThrow();
    AtomicInteger accepted = new AtomicInteger(1);
    AtomicInteger answered = new AtomicInteger();
    CyclicBarrier together = new CyclicBarrier(THREADS);

    inParallel(
        thread -> {
          together.await();
          RandomWalk walk = new RandomWalk(thread);
          for (int i = 0; i < ACTIONS; i++) {
            Outcome<Hazard> outcome = register.act("H-1", walk.next(register.hazard("H-1")));
            if (outcome instanceof Outcome.Accepted<Hazard>) {
              accepted.incrementAndGet();
            } else {
              assertThat(outcome.reasons()).isNotEmpty();
            }
            answered.incrementAndGet();
          }
          return thread;
        });

    assertThat(answered).hasValue(THREADS * ACTIONS);
    assertThat(register.hazard("H-1").version()).isEqualTo(accepted.get());
    assertThat(journal.chain("hazard/H-1")).hasSize(accepted.get());
    assertThat(HazardJournal.replay(journal.chain("hazard/H-1"))).isEqualTo(register.hazard("H-1"));
  }

  @Test
  void ofTwoWhoDecideByTheSameVersionOneWinsAndTheOtherIsTold() {
    Hazard seen = register.act("H-1", first()).orThrow();
    register.act(seen, assess()).orThrow();

    assertThatExceptionOfType(StaleRecordException.class)
        .isThrownBy(() -> register.act(seen, assess()))
        .matches(stale -> stale.code().equals("store.record.stale"));
    assertThat(register.hazard("H-1").version()).isEqualTo(2);
    assertThat(journal.chain("hazard/H-1")).hasSize(2);
    assertThat(register.act(register.hazard("H-1"), assess()).orThrow().version()).isEqualTo(3);
  }

  /** 8 threads of 10,000 actions each: every one is either recorded or told to be stale. */
  @Test
  void eightyThousandActionsAtOnceLoseNothing() throws Exception {
    int hazards = 1_000;
    for (int i = 0; i < hazards; i++) {
      register.act("H-" + i, first()).orThrow();
    }
    int actions = Integer.getInteger("dualprevention.tries", 10_000);
    AtomicInteger accepted = new AtomicInteger(hazards);
    AtomicInteger stale = new AtomicInteger();
    CyclicBarrier together = new CyclicBarrier(THREADS);

    inParallel(
        thread -> {
          together.await();
          for (int i = 0; i < actions; i++) {
            Hazard seen = register.hazard("H-" + i % hazards);
            HazardCommand observed =
                HazardSamples.command(
                    seen,
                    HazardAction.MONITOR,
                    HazardSamples.actor(HazardSamples.WORKER),
                    HazardSamples.hour(1));
            try {
              register.act(seen, observed).orThrow();
              accepted.incrementAndGet();
            } catch (StaleRecordException tooLate) {
              stale.incrementAndGet();
            }
          }
          return thread;
        });

    assertThat(accepted.get() - hazards + stale.get()).isEqualTo(THREADS * actions);
    assertThat(accepted).hasValueGreaterThan(actions);
    assertThat(journal.entries()).hasSize(accepted.get());
    assertThat(register.hazards())
        .hasSize(hazards)
        .allSatisfy(
            hazard -> {
              assertThat(hazard).isEqualTo(register.hazard(hazard.id()));
              assertThat(register.summary(hazard.id()).map(HazardSummary::version))
                  .contains(hazard.version());
            });
  }

  private interface Work {
    int in(int thread) throws Exception;
  }

  private static void inParallel(Work work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Integer>> tasks =
          IntStream.range(0, THREADS)
              .<Callable<Integer>>mapToObj(thread -> () -> work.in(thread))
              .toList();
      for (Future<Integer> done : threads.invokeAll(tasks, 60, TimeUnit.SECONDS)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private HazardRegister register(HazardLifeCycle current, HazardLifeCycle... others) {
    return HazardRegister.over(ledger)
        .withMeasures(measure -> true)
        .withLifeCycles(current, others);
  }

  private static HazardCommand first() {
    return new HazardCommand(
        HazardAction.REGISTER,
        HazardSamples.actor(HazardSamples.WORKER),
        HazardSamples.T0,
        HazardSamples.samples(HazardFact.WHAT, HazardFact.WHERE, HazardFact.ORIGIN));
  }

  private static HazardCommand assess() {
    return new HazardCommand(
        HazardAction.ASSESS,
        HazardSamples.actor(HazardSamples.WORKER),
        HazardSamples.hour(1),
        HazardSamples.samples(HazardFact.GRADE, HazardFact.GROUNDS));
  }
}
