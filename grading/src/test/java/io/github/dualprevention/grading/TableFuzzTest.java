package io.github.dualprevention.grading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.table.Column;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.Row;
import io.github.dualprevention.core.table.TableFiles;
import io.github.dualprevention.core.table.TableFormat;
import io.github.dualprevention.grading.register.GradedRow;
import io.github.dualprevention.grading.register.RegisterGrading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Feeds noise and broken files to the readers of tables, registers and catalogues: each is read, or
 * refused with faults, and nothing else happens. The seeds are fixed. The system property {@code
 * dualprevention.tries} says how many files there are: 200,000 if it is not set, which take 15 to
 * 20 seconds.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class TableFuzzTest {

  private static final int FILES = Integer.getInteger("dualprevention.tries", 200_000);

  /** Far more than one file can need, far less than thousands of files would. */
  private static final long MOST_KEPT = 16L << 20;

  private static final Column<String> ID = Column.id("id");
  private static final TableFormat FORMAT =
      TableFormat.of(
          ID,
          Column.text("text"),
          Column.decimal("value").optional(),
          Column.date("day").optional(),
          Column.instant("moment").optional(),
          Column.code("code", Map.of("A", 1, "B", 2)).optional());

  private static final String TABLE =
      "id,text,value,day,moment,code\n"
          + "a,加油站,1.50,2026-07-01,2026-07-01T08:30:00+08:00,A\n"
          + "b,\"x, \"\"y\"\"\r\nz\",-2,,,B\n";
  private static final String REGISTER =
      "id,risk_point,risk_unit,risk_event,method,L,E,C,S,direct_rule\n"
          + "r1,加油站,加油区,\"火灾, 爆炸\",LEC,3,10,15,,\n"
          + "r2,p,u,e,LS,5,,,5,D-1\n"
          + "r3,p,u,e,,,,,,D-1\n";

  private static final List<String> BUNDLED = List.of("methods.csv", "scales.csv", "bands.csv");

  /** What breaks readers: quotes, ends of lines, odd numbers, controls, long cells. */
  private static final List<String> TOKENS =
      List.of(
          ",",
          "\"",
          "\"\"",
          "\n",
          "\r",
          "\r\n",
          "\uFEFF",
          "\uFFFD",
          "\u0000",
          "\u001B[31m",
          "\u3000",
          "e\u0301",
          "-",
          "0.10",
          "1e9",
          "9".repeat(31),
          "０",
          "2026-02-30",
          "=1+1",
          "LEC",
          "LS",
          "[0,)",
          "(,",
          "[5,4]",
          " X=LEC-L",
          "a".repeat(501));

  /** Cells and lines beyond every limit; rare, since they take long. */
  private static final List<String> GIANTS = List.of("火".repeat(70_000), "1,".repeat(20_000));

  private final List<Fault> faults = new ArrayList<>();

  @Test
  void noiseIsReadOrRefused() {
    each(
        FILES * 35 / 100,
        1,
        random -> read(header(random, "id,text,value,day,moment,code\n", noise(random))));
  }

  @Test
  void brokenTablesAreReadOrRefused() {
    byte[] table = TABLE.getBytes(StandardCharsets.UTF_8);
    each(FILES * 3 / 10, 2, random -> read(mutated(random, table)));
  }

  @Test
  void brokenRegistersAreGradedOrRefused() {
    byte[] register = REGISTER.getBytes(StandardCharsets.UTF_8);
    RegisterGrading grading = RegisterGrading.of(GradingMethods.published(), LocalDate.EPOCH);
    each(
        FILES * 3 / 10,
        3,
        random -> {
          List<GradedRow> rows = new ArrayList<>();
          grading.forEach(
              "r.csv", new ByteArrayInputStream(mutated(random, register)), rows::add, faults::add);
          assertThat(rows.size() + faults.size()).isPositive();
          rows.forEach(row -> assertThat(row.grade().level()).isNotNull());
        });
  }

  /** One of the three files is broken each time; a catalogue that comes out has been proved. */
  @Test
  void brokenCataloguesAreReadOrRefused() {
    Map<String, byte[]> bundled = new HashMap<>();
    BUNDLED.forEach(name -> bundled.put(name, bundled(name)));
    each(
        FILES / 20,
        4,
        random -> {
          Map<String, byte[]> files = new HashMap<>(bundled);
          files.computeIfPresent(
              BUNDLED.get(random.nextInt(BUNDLED.size())), (name, bytes) -> mutated(random, bytes));
          try {
            GradingMethods methods =
                GradingMethods.read(
                    "own", TableFiles.of(name -> new ByteArrayInputStream(files.get(name))));
            assertThat(methods.all()).allSatisfy(m -> assertThat(m.everyGrade()).isNotEmpty());
          } catch (InvalidTableException refused) {
            faults.addAll(refused.faults());
          }
        });
  }

  private void each(int files, long seed, Consumer<Random> attempt) {
    long kept = 0;
    for (int i = 0; i < files; i++) {
      faults.clear();
      try {
        attempt.accept(new Random(seed * 1_000_003 + i));
      } catch (RuntimeException | Error unexpected) {
        throw new AssertionError("file " + i + " of seed " + seed, unexpected);
      }
      for (Fault fault : faults) {
        assertThat(fault.line()).isPositive();
        assertThat(fault.reason().message().zh()).isNotEmpty();
      }
      kept = i == files / 10 ? keptMemory() : kept;
    }
    assertThat(keptMemory() - kept).isLessThan(MOST_KEPT);
  }

  private static long keptMemory() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private void read(byte[] file) {
    List<Row> rows = new ArrayList<>();
    FORMAT.forEach("t.csv", new ByteArrayInputStream(file), rows::add, faults::add);
    rows.stream().filter(Row::isSound).forEach(row -> assertThat(row.get(ID)).isNotEmpty());
  }

  private static byte[] header(Random random, String header, byte[] noise) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    if (random.nextBoolean()) {
      file.writeBytes(header.getBytes(StandardCharsets.UTF_8));
    }
    file.writeBytes(noise);
    return file.toByteArray();
  }

  /** Any bytes, or a row of what breaks readers. */
  private static byte[] noise(Random random) {
    byte[] bytes = new byte[random.nextInt(300)];
    random.nextBytes(bytes);
    if (random.nextBoolean()) {
      ByteArrayOutputStream tokens = new ByteArrayOutputStream();
      for (int i = random.nextInt(30); i > 0; i--) {
        tokens.writeBytes(token(random));
      }
      bytes = tokens.toByteArray();
    }
    return bytes;
  }

  private static byte[] mutated(Random random, byte[] sound) {
    byte[] bytes = sound;
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int from = random.nextInt(bytes.length + 1);
      int to = Math.min(bytes.length, from + random.nextInt(random.nextInt(4) == 0 ? 200 : 5));
      bytes =
          switch (random.nextInt(4)) {
            case 0 -> spliced(bytes, from, to, new byte[0]); // taken out
            case 1 -> spliced(bytes, from, to, token(random));
            case 2 -> spliced(bytes, from, from, copy(bytes, from, to)); // doubled
            default -> spliced(bytes, from, to, noise(random));
          };
    }
    return bytes;
  }

  private static byte[] token(Random random) {
    List<String> tokens = random.nextInt(1_000) == 0 ? GIANTS : TOKENS;
    return tokens.get(random.nextInt(tokens.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] copy(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
    ByteArrayOutputStream file = new ByteArrayOutputStream(bytes.length + between.length);
    file.write(bytes, 0, from);
    file.writeBytes(between);
    file.write(bytes, to, bytes.length - to);
    return file.toByteArray();
  }

  private static byte[] bundled(String name) {
    try (InputStream in = GradingMethods.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
