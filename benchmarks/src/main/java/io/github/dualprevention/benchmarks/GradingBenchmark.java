package io.github.dualprevention.benchmarks;

import io.github.dualprevention.core.risk.Assessment;
import io.github.dualprevention.core.risk.Band;
import io.github.dualprevention.core.risk.Factors;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.risk.Score;
import io.github.dualprevention.core.table.TableVersion;
import io.github.dualprevention.grading.GradingMethod;
import io.github.dualprevention.grading.GradingMethods;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
 * Grading to a full {@link Grade} and to the level alone, beside a floor (a level from a bare
 * array) and beside the same records made by hand. Each call grades the next input of the whole
 * table, in an order that the processor cannot guess.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class GradingBenchmark {

  /** A power of two, so that the next input costs one mask. */
  private static final int INPUTS = 1024;

  /** The method to grade by. */
  @Param({"LS", "LEC"})
  public String method = "LS";

  private GradingMethod library = GradingMethods.published().inForce("LS", LocalDate.EPOCH);
  private ByHand byHand = new ByHand(library);
  private Factors[] factors = {};
  private int[] cells = {};
  private RiskLevel[] levels = {};
  private int next;

  /** Makes the inputs and holds all answers against each other. */
  @Setup
  public void prepare() {
    library = GradingMethods.published().inForce(method, LocalDate.EPOCH);
    byHand = new ByHand(library);
    List<Factors> every = PlainTable.inputs(library);
    levels = every.stream().map(input -> byHand.grade(input).level()).toArray(RiskLevel[]::new);
    cells = order(every.size());
    factors = Arrays.stream(cells).mapToObj(every::get).toArray(Factors[]::new);
    for (int cell = 0; cell < every.size(); cell++) {
      Factors input = every.get(cell);
      boolean agree =
          library.grade(input).equals(byHand.grade(input)) && library.level(input) == levels[cell];
      if (!agree) {
        throw new IllegalStateException("different answers for " + input);
      }
    }
  }

  /** The inputs to grade by number, in an order that cannot be guessed; a power of two of them. */
  static int[] order(int inputs) {
    return IntStream.range(0, INPUTS).map(i -> Math.floorMod(i * 0x9E3779B9, inputs)).toArray();
  }

  /** The library's full grade. */
  @Benchmark
  public Grade fullGrade() {
    return library.grade(factors[next()]);
  }

  /** The library's level alone. */
  @Benchmark
  public RiskLevel levelOnly() {
    return library.level(factors[next()]);
  }

  /** The same records made by hand from the same factors. */
  @Benchmark
  public Grade recordsByHand() {
    return byHand.grade(factors[next()]);
  }

  /** The floor: a level from an array whose index is already known. */
  @Benchmark
  public RiskLevel bareArray() {
    return levels[cells[next()]];
  }

  private int next() {
    next = (next + 1) & (INPUTS - 1);
    return next;
  }

  /**
   * What a programmer writes who needs one method and no table: a product, comparisons,
   * constructors.
   */
  private static final class ByHand {

    private final TableVersion version;
    private final List<String> names;
    private final List<Band> bands;
    private final BigDecimal[] floors;

    ByHand(GradingMethod method) {
      version = method.edition().version();
      names = method.scales().stream().map(scale -> scale.factor()).toList();
      bands = method.bands();
      floors = bands.stream().map(PlainTable::floor).toArray(BigDecimal[]::new);
    }

    Grade grade(Factors factors) {
      BigDecimal product = BigDecimal.ONE;
      for (String name : names) {
        product = product.multiply(Objects.requireNonNull(factors.values().get(name)));
      }
      int band = 0;
      while (product.compareTo(floors[band]) < 0) {
        band++;
      }
      Assessment assessment =
          new Assessment(version, factors, Optional.of(new Score(product)), bands.get(band));
      return new Grade(Optional.of(assessment), List.of());
    }
  }
}
