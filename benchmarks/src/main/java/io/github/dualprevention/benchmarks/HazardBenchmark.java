package io.github.dualprevention.benchmarks;

import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardCommand;
import io.github.dualprevention.core.hazard.HazardJournal;
import io.github.dualprevention.core.hazard.HazardLifeCycle;
import io.github.dualprevention.core.hazard.HazardOptions;
import io.github.dualprevention.core.hazard.HazardRegister;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.HazardStep;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.journal.Ledger;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.responsibility.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The walk of a major hazard through the published table: decided by the library, by an array table
 * written by hand and by two state machines, all with the same guard. Beside it the walk with its
 * steps made and applied, all options of one actor, the loading of a hazard from its chain, and the
 * walk through a register in memory beside its lines built and hashed by hand. Allocation is measured with {@code -prof gc}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class HazardBenchmark {

  private static final HazardLifeCycle LIFE_CYCLE = MajorWalk.LIFE_CYCLE;
  private static final Instant NOW = MajorWalk.NOW;

  private final HazardCommand[] commands = MajorWalk.COMMANDS.toArray(HazardCommand[]::new);
  private final Hazard[] before = MajorWalk.hazards(MajorWalk.COMMANDS).toArray(Hazard[]::new);
  private final WalkCase[] cases = WalkCase.of(MajorWalk.COMMANDS, NOW);
  private final HazardWalk byHand = new ArrayWalk();
  private final HazardWalk stateless = new StatelessWalk();
  private final HazardWalk cola = new ColaWalk();
  private final Hazard assessed = before[MajorWalk.ACTIONS.indexOf(HazardAction.START)];
  private final Actor actor = commands[0].actor();
  private final List<JournalEntry> chain = MajorWalk.chain();
  private final List<HazardStep> steps = before[commands.length].steps();
  private final LinesByHand lines = new LinesByHand();

  /** Holds all answers against each other. */
  @Setup
  public void prepare() {
    MajorWalk.check(byHand);
    MajorWalk.check(stateless);
    MajorWalk.check(cola);
    Hazard walked = walkRecorded();
    boolean agree =
        walked.equals(before[commands.length])
            && walked.steps().stream().map(HazardStep::action).toList().equals(MajorWalk.ACTIONS)
            && walked.state() == HazardState.CLOSED
            && walk() == HazardState.CLOSED
            && options().isPossible(HazardAction.START)
            && parse().equals(chain)
            && load().version() == chain.size()
            && load().state() == HazardState.CLOSED
            && walkRegistered().hazard(walked.id()).equals(walked)
            && registered(walked.id()).equals(linesByHand());
    if (!agree) {
      throw new IllegalStateException("different ways to " + walked);
    }
  }

  private List<String> registered(String id) {
    return walkRegistered().chain(id).stream().map(JournalEntry::toString).toList();
  }

  /** The library's thirteen decisions about the hazard as it is before each. */
  @Benchmark
  public HazardState walk() {
    HazardState state = HazardState.DISCOVERED;
    for (int i = 0; i < commands.length; i++) {
      state = LIFE_CYCLE.decide(before[i], commands[i], NOW).orThrow().to();
    }
    return state;
  }

  /** The same decisions by hand: two array indices, the same guard. */
  @Benchmark
  public HazardState walkByHand() {
    return byHand.walk(cases);
  }

  /** The same steps fired at the machine of stateless4j, with the same guard. */
  @Benchmark
  public HazardState walkStateless() {
    return stateless.walk(cases);
  }

  /** The same steps fired at the machine of COLA, with the same guard. */
  @Benchmark
  public HazardState walkCola() {
    return cola.walk(cases);
  }

  /** The library: thirteen times decided, made into a step and applied to the hazard. */
  @Benchmark
  public Hazard walkRecorded() {
    Hazard hazard = MajorWalk.DISCOVERED;
    for (HazardCommand command : commands) {
      hazard = hazard.apply(LIFE_CYCLE.step(hazard, command, NOW).orThrow());
    }
    return hazard;
  }

  /** Everything that one actor with every duty may do about an assessed major hazard. */
  @Benchmark
  public HazardOptions options() {
    return LIFE_CYCLE.options(assessed, actor, NOW);
  }

  /** The lines of a hazard of thirty steps, read as entries. */
  @Benchmark
  public List<JournalEntry> parse() {
    List<JournalEntry> entries = new ArrayList<>();
    for (JournalEntry entry : chain) {
      entries.add(JournalEntry.of(entry.line(), entry.hash()));
    }
    return entries;
  }

  /** The same lines read as a hazard. */
  @Benchmark
  public Hazard load() {
    return HazardJournal.replay(parse());
  }

  /** Thirteen times through a register in memory: read, decided, recorded, hashed and summed up. */
  @Benchmark
  public HazardRegister walkRegistered() {
    HazardRegister register = register();
    for (HazardCommand command : commands) {
      register.act(MajorWalk.DISCOVERED.id(), command).orThrow();
    }
    return register;
  }

  private static HazardRegister register() {
    CreditCode enterprise = new CreditCode("91000000000000000K");
    return HazardRegister.over(
        Ledger.inMemory(
            enterprise, InstantSource.fixed(NOW), LIFE_CYCLE.profile().zone(), () -> new byte[16]));
  }

  /** The thirteen lines of that walk, built and hashed by hand. */
  @Benchmark
  public List<String> linesByHand() {
    return lines.of(steps, NOW);
  }
}
