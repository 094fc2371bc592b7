package io.github.dualprevention.grading.register;

import com.google.common.collect.Sets;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.Row;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What would become of a register under another catalogue, before anyone changes anything.
 *
 * <p>Each line is graded twice. A line whose cells cannot be read is a fault; any other one is
 * counted, and told as a {@link Move} unless it has one and the same level under both catalogues.
 * Like grading, this needs no more memory for more lines.
 */
public final class RegisterComparison {

  private final RegisterGrading before;
  private final RegisterGrading after;

  private RegisterComparison(RegisterGrading before, RegisterGrading after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Compares two gradings.
   *
   * @param before how registers are graded now
   * @param after how they would be graded
   * @return the comparison
   */
  public static RegisterComparison of(RegisterGrading before, RegisterGrading after) {
    return new RegisterComparison(
        Require.notNull(before, "before"), Require.notNull(after, "after"));
  }

  /**
   * Compares the grades of a register line by line.
   *
   * @param file the name that faults shall carry
   * @param in the bytes; not closed
   * @param moves takes each risk that does not keep its level, in order
   * @param faults takes what makes a line unreadable under any catalogue, in order
   * @return how many risks go from which level to which
   * @throws UncheckedIOException if the bytes cannot be read
   */
  public ComparisonSummary forEach(
      String file, InputStream in, Consumer<Move> moves, Consumer<Fault> faults) {
    return new Pass(file, moves, faults).run(in);
  }

  /** One pass over one register. */
  private final class Pass {

    private final String file;
    private final Consumer<Move> moves;
    private final Consumer<Fault> listener;
    private final Judge first;
    private final Judge second;
    private final RegisterForm form =
        new RegisterForm(Sets.union(before.factors(), after.factors()));
    private final Memo<List<Object>, Pair> pairs = new Memo<>();
    private final Map<Shift, Long> events = new LinkedHashMap<>();
    private long rows;
    private long faults;

    Pass(String file, Consumer<Move> moves, Consumer<Fault> faults) {
      this.file = file;
      this.moves = moves;
      this.listener = faults;
      this.first = before.judge(file);
      this.second = after.judge(file);
    }

    ComparisonSummary run(InputStream in) {
      form.format().forEach(file, in, this::take, this::fault);
      if (rows == 0 && faults == 0) {
        fault(RegisterForm.empty(file));
      }
      return new ComparisonSummary(rows, events, faults);
    }

    private void fault(Fault fault) {
      faults++;
      listener.accept(fault);
    }

    private void take(Row row) {
      rows++;
      if (row.isSound()) {
        Pair pair = pair(row);
        events.merge(pair.shift(), 1L, Long::sum);
        if (pair.shift().isMove()) {
          moves.accept(new Move(row.get(RegisterForm.ID), row.line(), pair.first(), pair.second()));
        }
      }
    }

    private Pair pair(Row row) {
      List<Object> said = form.judged(row);
      Pair known = pairs.get(said);
      if (known == null) {
        Outcome<Grade> grade = first.judge(form, row);
        Outcome<Grade> other = second.judge(form, row);
        known = new Pair(grade, other, Move.shift(grade, other));
        pairs.put(said, known);
      }
      return known;
    }
  }

  private record Pair(Outcome<Grade> first, Outcome<Grade> second, Shift shift) {}
}
