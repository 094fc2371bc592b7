package io.github.dualprevention.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.grading.GradingMethods;
import io.github.dualprevention.grading.register.BatchMode;
import io.github.dualprevention.grading.register.RegisterGrading;
import io.github.dualprevention.grading.register.RegisterSummary;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Grading a register of LEC events from file to file, beside FastCSV copying it: it reads the same
 * file and writes the same columns, the register's own as read and those of the grade from cells
 * that were made before. Run it in a heap of 64 MiB with {@code -jvmArgs -Xmx64m}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 4)
@Measurement(iterations = 5)
public class RegisterBenchmark {

  private static final List<String> UNITS = List.of("加油区", "卸油区", "储罐区", "配电间", "站房");
  private static final List<String> EVENTS = List.of("火灾、爆炸", "中毒、窒息", "触电", "车辆伤害", "高处坠落", "坍塌");
  private static final List<String> L = List.of("10", "6", "3", "1", "0.5", "0.2", "0.1");
  private static final List<String> E = List.of("10", "6", "3", "2", "1", "0.5");
  private static final List<String> C = List.of("100", "40", "15", "7", "3", "1");

  /** A power of two, so that the next cells cost one mask. */
  private static final int KEPT_GRADES = 1024;

  private static final int GRADE_COLUMNS = 8;

  /** How many events the register has. */
  @Param("1000000")
  public int events = 1_000_000;

  private final RegisterGrading grading =
      RegisterGrading.of(GradingMethods.published(), LocalDate.EPOCH);
  private final Map<RiskLevel, Long> levels = new EnumMap<>(RiskLevel.class);
  private final List<List<String>> grades = new ArrayList<>();
  private Path folder = Path.of("");

  /** Writes the register and holds the answers against arithmetic by hand. */
  @Setup
  public void prepare() throws IOException {
    folder = Files.createTempDirectory("register");
    writeRegister();
    RegisterSummary summary = regrade();
    if (summary.rows() != events || !summary.isSound() || !summary.graded().equals(levels)) {
      throw new IllegalStateException("different levels: " + summary + ", by hand " + levels);
    }
    keepGrades();
    if (fastCsvCopy() != events + 1 || !sameSize()) {
      throw new IllegalStateException("the copy is not like the graded register");
    }
  }

  /** Removes all files. */
  @TearDown
  public void remove() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /** The library: read, checked, graded, explained, written; moved into place when whole. */
  @Benchmark
  public RegisterSummary regrade() throws IOException {
    return grading.grade(
        folder.resolve("register.csv"),
        folder.resolve("graded.csv"),
        folder.resolve("faults.csv"),
        BatchMode.ALL_OR_NOTHING);
  }

  /** FastCSV alone: the same columns read and written, nothing looked at. */
  @Benchmark
  public long fastCsvCopy() throws IOException {
    long lines = 0;
    try (CsvReader<CsvRecord> in = CsvReader.builder().ofCsvRecord(folder.resolve("register.csv"));
        CsvWriter out =
            CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(folder.resolve("copy.csv"))) {
      for (CsvRecord line : in) {
        CsvWriter.CsvWriterRecord record = out.writeRecord();
        line.getFields().forEach(record::writeField);
        grades.get((int) lines++ & (KEPT_GRADES - 1)).forEach(record::writeField);
        record.endRecord();
      }
    }
    return lines;
  }

  private void writeRegister() throws IOException {
    Random random = new Random(1);
    levels.clear();
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("register.csv"))) {
      out.write("id,risk_point,risk_unit,risk_event,method,L,E,C,direct_rule\n");
      for (int i = 0; i < events; i++) {
        String l = any(L, random);
        String e = any(E, random);
        String c = any(C, random);
        levels.merge(levelByHand(l, e, c), 1L, Long::sum);
        out.write("R-" + i + ",第" + i / 500 + "加油站," + any(UNITS, random));
        out.write("," + any(EVENTS, random) + ",LEC," + l + "," + e + "," + c + ",\n");
      }
    }
  }

  private static String any(List<String> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }

  /** The four levels of LEC with shared edges in the higher one, in hundredths of a score. */
  private static RiskLevel levelByHand(String l, String e, String c) {
    long score = tenths(l) * tenths(e) * Long.parseLong(c);
    if (score >= 32_000) {
      return RiskLevel.MAJOR;
    }
    if (score >= 16_000) {
      return RiskLevel.SIGNIFICANT;
    }
    return score >= 7_000 ? RiskLevel.GENERAL : RiskLevel.LOW;
  }

  private static long tenths(String factor) {
    return factor.contains(".")
        ? Long.parseLong(factor.replace(".", ""))
        : Long.parseLong(factor) * 10;
  }

  /** The cells of the first grades; the copy repeats them. */
  private void keepGrades() throws IOException {
    grades.clear();
    try (CsvReader<CsvRecord> graded =
        CsvReader.builder().ofCsvRecord(folder.resolve("graded.csv"))) {
      for (CsvRecord line : graded) {
        if (line.getStartingLineNumber() > 1 && grades.size() < KEPT_GRADES) {
          int width = line.getFieldCount();
          grades.add(List.copyOf(line.getFields().subList(width - GRADE_COLUMNS, width)));
        }
      }
    }
  }

  private boolean sameSize() throws IOException {
    long graded = Files.size(folder.resolve("graded.csv"));
    long copied = Files.size(folder.resolve("copy.csv"));
    return Math.abs(graded - copied) < graded / 50;
  }
}
