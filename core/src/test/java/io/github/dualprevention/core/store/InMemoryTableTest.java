package io.github.dualprevention.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class InMemoryTableTest {

  private record Row(long version, String text) {}

  private final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
  private final InMemoryTable<Row> table = new InMemoryTable<>(unit, Row::version);
  private final InMemoryTable<Row> other = new InMemoryTable<>(unit, Row::version);

  @Test
  void findsWhatWasSavedInTheOrderOfIds() {
    table.save("b", new Row(1, "second"), 0);
    table.save("a", new Row(1, "first"), 0);

    assertThat(table.find("a")).contains(new Row(1, "first"));
    assertThat(table.find("c")).isEmpty();
    assertThat(table.all()).extracting(Row::text).containsExactly("first", "second");
  }

  @Test
  void doesNotReplaceAnotherVersion() {
    assertThat(table.save("a", new Row(1, "first"), 0)).isTrue();
    assertThat(table.save("a", new Row(2, "second"), 1)).isTrue();

    for (long stale : new long[] {0, 1, 3}) {
      assertThat(table.save("a", new Row(3, "third"), stale)).isFalse();
    }
    assertThat(table.save("b", new Row(2, "new"), 1)).isFalse();
    assertThat(table.all()).containsExactly(new Row(2, "second"));
  }

  @Test
  void putsARowWhateverWasThere() {
    table.put("a", new Row(7, "first"));
    table.put("a", new Row(3, "second"));

    assertThat(table.all()).containsExactly(new Row(3, "second"));
  }

  @Test
  void whatFailsLeavesNothingBehindInAnyTable() {
    table.save("a", new Row(1, "kept"), 0);
    other.save("x", new Row(1, "kept"), 0);

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                unit.run(
                    () -> {
                      table.save("a", new Row(2, "lost"), 1);
                      table.save("b", new Row(1, "lost"), 0);
                      other.erase("x");
                      other.save("x", new Row(1, "lost"), 0);
                      other.erase("x");
                      throw new IllegalStateException("no power");
                    }));

    assertThat(table.all()).containsExactly(new Row(1, "kept"));
    assertThat(other.all()).containsExactly(new Row(1, "kept"));
  }

  @Test
  void anInnerFailureThatIsCaughtFailsTheOuterUnit() {
    assertThatExceptionOfType(UnitFailedException.class)
        .isThrownBy(
            () ->
                unit.run(
                    () -> {
                      table.save("a", new Row(1, "outer"), 0);
                      failInside();
                      table.save("c", new Row(1, "outer"), 0);
                    }))
        .matches(failed -> failed.code().equals("store.unit.failed"));

    assertThat(table.all()).isEmpty();
    unit.run(() -> table.save("a", new Row(1, "afterwards"), 0));
    assertThat(table.all()).hasSize(1);
  }

  private void failInside() {
    try {
      unit.run(
          () -> {
            table.save("b", new Row(1, "inner"), 0);
            throw new IllegalStateException("inner");
          });
    } catch (IllegalStateException inner) {
      assertThat(inner).hasMessage("inner");
    }
  }

  @Test
  void anInnerSuccessIsTakenBackWithTheOuterFailure() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                unit.run(
                    () -> {
                      unit.run(
                          () -> {
                            table.save("a", new Row(1, "inner"), 0);
                          });
                      throw new IllegalStateException("outer");
                    }));

    assertThat(table.all()).isEmpty();
  }

  @Test
  void aUnitThatFailedLeavesNothingToTakeBackLater() {
    for (int i = 0; i < 3; i++) {
      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  unit.run(
                      () -> {
                        table.save("a", new Row(1, "lost"), 0);
                        throw new IllegalStateException("again");
                      }));
    }
    table.save("a", new Row(1, "kept"), 0);
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                unit.run(
                    () -> {
                      throw new IllegalStateException("without change");
                    }));

    assertThat(table.find("a")).contains(new Row(1, "kept"));
  }

  @Property
  void nestedUnitsBehaveLikeCopiesOfTheTable(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    InMemoryUnitOfWork someUnit = new InMemoryUnitOfWork();
    InMemoryTable<Row> rows = new InMemoryTable<>(someUnit, Row::version);
    Map<String, Row> model = new TreeMap<>();
    for (int i = 0; i < 10; i++) {
      act(someUnit, rows, model, random, 0);

      assertThat(rows.all()).isEqualTo(new ArrayList<>(model.values()));
    }
  }

  /** Saves, erases and nests at random; the model keeps a copy and goes back to it on failure. */
  private static void act(
      InMemoryUnitOfWork unit,
      InMemoryTable<Row> rows,
      Map<String, Row> model,
      SplittableRandom random,
      int depth) {
    Map<String, Row> before = new TreeMap<>(model);
    boolean fails = random.nextInt(5) == 0;
    try {
      unit.run(
          () -> {
            for (int i = 0; i < 4; i++) {
              String id = "r" + random.nextInt(4);
              Row row = model.get(id);
              long version = row == null ? 0 : row.version();
              int choice = random.nextInt(4);
              if (choice == 0) {
                rows.erase(id);
                model.remove(id);
              } else if (choice == 1 && depth < 3) {
                act(unit, rows, model, random, depth + 1);
              } else {
                Row next = new Row(version + 1, "t" + random.nextInt());
                rows.save(id, next, version);
                model.put(id, next);
              }
            }
            if (fails) {
              throw new IllegalStateException("fails");
            }
          });
    } catch (IllegalStateException failed) {
      if (depth > 0) {
        throw failed;
      }
      model.clear();
      model.putAll(before);
    }
  }

  @Test
  void manyWritersLoseNoChange() throws Exception {
    table.save("a", new Row(1, ""), 0);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> tasks =
          IntStream.range(0, 8).<Callable<Integer>>mapToObj(thread -> this::write).toList();
      int written = 0;
      for (Future<Integer> done : threads.invokeAll(tasks, 60, TimeUnit.SECONDS)) {
        written += done.get();
      }

      assertThat(table.find("a").orElseThrow().version()).isEqualTo(written + 1L);
      assertThat(written).isBetween(500, 8 * 500);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Reads and saves apart, as hosts do; a stale save counts for nothing. */
  private int write() {
    int written = 0;
    for (int i = 0; i < 500; i++) {
      Row read = table.find("a").orElseThrow();
      written += table.save("a", new Row(read.version() + 1, "x"), read.version()) ? 1 : 0;
    }
    return written;
  }
}
