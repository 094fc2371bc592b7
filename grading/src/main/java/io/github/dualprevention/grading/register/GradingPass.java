package io.github.dualprevention.grading.register;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.risk.Raise;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.table.Column;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.Row;
import io.github.dualprevention.grading.GradingMethod;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** One pass over one register. */
final class GradingPass {

  private final String file;
  private final Consumer<Fault> listener;
  private final Judge judge;
  private final RegisterForm form;
  private final Memo<List<Object>, Judgement> judgements = new Memo<>();
  private final Map<RiskLevel, Long> graded = new EnumMap<>(RiskLevel.class);
  private long rows;
  private long faults;

  GradingPass(RegisterGrading grading, String file, Consumer<Fault> faults) {
    this.file = file;
    this.listener = faults;
    this.judge = grading.judge(file);
    this.form = new RegisterForm(grading.factors(), judge::method, judge::directRule);
  }

  RegisterSummary run(InputStream in, BiConsumer<Row, Judgement> taker) {
    form.format().forEach(file, in, row -> take(row, taker), this::fault);
    if (rows == 0 && faults == 0) {
      fault(RegisterForm.empty(file));
    }
    return new RegisterSummary(rows, graded, faults);
  }

  private void fault(Fault fault) {
    faults++;
    listener.accept(fault);
  }

  private void take(Row row, BiConsumer<Row, Judgement> taker) {
    rows++;
    if (!row.isSound()) {
      refuse(row);
      return;
    }
    List<Object> said = form.judged(row);
    Judgement judgement = judgements.get(said);
    if (judgement == null && !refuse(row)) {
      judgement = new Judgement(judge.judge(form, row).orThrow());
      judgements.put(said, judgement);
    }
    if (judgement != null) {
      graded.merge(judgement.grade().level(), 1L, Long::sum);
      taker.accept(row, judgement);
    }
  }

  /** Tells everything that is wrong with the row beyond its single cells; whether there is any. */
  private boolean refuse(Row row) {
    if (!row.isSound(form.method())) {
      return false;
    }
    Optional<GradingMethod> method =
        row.get(form.method()).map(name -> judge.method(name).orThrow());
    Optional<Outcome<Raise>> rule =
        row.isSound(form.directRule())
            ? row.get(form.directRule()).map(judge::directRule)
            : Optional.of(Judge.unread());
    long before = faults;
    for (Reason reason : judge.reasonsAgainst(method, form.factors(row), rule)) {
      Column<?> place = form.columnOf(reason);
      if (row.isSound(place)) {
        fault(row.fault(place, reason));
      }
    }
    return faults > before;
  }
}
