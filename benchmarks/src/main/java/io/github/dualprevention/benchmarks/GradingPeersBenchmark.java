package io.github.dualprevention.benchmarks;

import io.github.dualprevention.core.risk.Factors;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.grading.GradingMethod;
import io.github.dualprevention.grading.GradingMethods;
import java.time.LocalDate;
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
 * The bare level of the inputs of {@link GradingBenchmark}, in the same order, from the engines
 * that a grading rule can be configured in. Each is built once, is given the levels and their
 * lowest scores alone, reads its inputs in the form that it is fastest with, and checks, explains
 * and refuses nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class GradingPeersBenchmark {

  /** Where the level comes from. */
  public enum Peer {
    /** A compiled expression: the product and the levels. */
    MVEL,
    /** A compiled expression of the levels; the product is plain Java. */
    MVEL_LEVELS_ALONE,
    /** A compiled program: the product and the levels. */
    CEL,
    /** A rule for each level; the product is plain Java. */
    EASY_RULES,
    /** A rule for each level; the product is plain Java. */
    DROOLS,
    /** A decision table: the product and the levels. */
    DROOLS_DMN
  }

  /** The method to grade by. */
  @Param({"LS", "LEC"})
  public String method = "LS";

  /** The engine to grade with. */
  @Param public Peer peer = Peer.MVEL;

  private int[] cells = {};
  private int next;

  @SuppressWarnings("NullAway.Init") // by prepare, which JMH calls first
  private LevelSource engine;

  /**
   * Builds the engine and holds its answers against the library's.
   *
   * @throws Exception if the engine cannot be built
   */
  @Setup
  public void prepare() throws Exception {
    GradingMethod library = GradingMethods.published().inForce(method, LocalDate.EPOCH);
    PlainTable table = PlainTable.of(library);
    engine = engine(table);
    for (int cell = 0; cell < table.inputs().size(); cell++) {
      Factors input = table.inputs().get(cell);
      if (engine.level(cell) != library.level(input)) {
        throw new IllegalStateException("different answers for " + input);
      }
    }
    cells = GradingBenchmark.order(table.inputs().size());
  }

  /**
   * The level alone.
   *
   * @return the next input's
   * @throws Exception if the engine cannot grade it
   */
  @Benchmark
  public RiskLevel level() throws Exception {
    next = (next + 1) & (cells.length - 1);
    return engine.level(cells[next]);
  }

  private LevelSource engine(PlainTable table) throws Exception {
    return switch (peer) {
      case MVEL -> new MvelLevel(table, table.product());
      case MVEL_LEVELS_ALONE -> new MvelLevel(table, "score");
      case CEL -> new CelLevel(table);
      case EASY_RULES -> new EasyRulesLevel(table);
      case DROOLS -> new DroolsLevel(table);
      case DROOLS_DMN -> new DmnLevel(table);
    };
  }
}
