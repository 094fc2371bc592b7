package io.github.dualprevention.benchmarks;

import io.github.dualprevention.core.hazard.HazardState;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The walk of {@link HazardBenchmark} on general state machines, with the guards of its array
 * table. They keep no history and give no reasons.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class HazardPeersBenchmark {

  /** Which machine walks. */
  public enum Peer {
    /** The machine of stateless4j. */
    STATELESS4J,
    /** The machine of COLA. */
    COLA,
    /** The machine of squirrel-foundation. */
    SQUIRREL,
    /** The machine of Spring Statemachine. */
    SPRING
  }

  /** The machine. */
  @Param public Peer peer = Peer.STATELESS4J;

  private final WalkCase[] cases = WalkCase.of(MajorWalk.COMMANDS, MajorWalk.NOW);

  @SuppressWarnings("NullAway.Init") // by prepare, which JMH calls first
  private HazardWalk machine;

  /**
   * Builds the machine and holds its answers against the library's.
   *
   * @throws Exception if the machine cannot be built
   */
  @Setup
  public void prepare() throws Exception {
    machine =
        switch (peer) {
          case STATELESS4J -> new StatelessWalk();
          case COLA -> new ColaWalk();
          case SQUIRREL -> new SquirrelWalk();
          case SPRING -> new SpringWalk();
        };
    MajorWalk.check(machine);
  }

  /** The thirteen steps of a major hazard, fired one after the other. */
  @Benchmark
  public HazardState walk() {
    return machine.walk(cases);
  }
}
