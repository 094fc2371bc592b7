package io.github.dualprevention.grading.register;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.RiskLevel;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A risk that does not keep its level under another catalogue.
 *
 * @param id the risk event's id
 * @param line the line of the register in which its row starts, counted from 1
 * @param before its grade under the first catalogue, or every reason why there is none
 * @param after its grade under the second catalogue, or every reason why there is none
 */
public record Move(String id, long line, Outcome<Grade> before, Outcome<Grade> after) {

  /** Throws {@code IllegalArgumentException} if the level stays the same. */
  public Move {
    id = Require.id(id, "id");
    Require.require(line >= 1, "line", "must be at least 1", line);
    boolean moves = shift(before, after).isMove();
    Require.require(moves, "after", "must have another level than before", after);
  }

  /**
   * From which level to which.
   *
   * @return both levels
   */
  public Shift shift() {
    return shift(before, after);
  }

  static Shift shift(Outcome<Grade> before, Outcome<Grade> after) {
    return new Shift(level(before), level(after));
  }

  private static Optional<RiskLevel> level(Outcome<Grade> outcome) {
    return outcome instanceof Outcome.Accepted<Grade> grade
        ? Optional.of(grade.value().level())
        : Optional.empty();
  }

  /**
   * Both grades with their reasons in one sentence.
   *
   * @return in both languages
   */
  public Wording explanation() {
    Wording first = explain(before);
    Wording second = explain(after);
    return new Wording(
        "变更前：" + first.zh() + "；变更后：" + second.zh(),
        "before: " + first.en() + "; after: " + second.en());
  }

  private static Wording explain(Outcome<Grade> outcome) {
    return outcome instanceof Outcome.Accepted<Grade> grade
        ? grade.value().explanation()
        : new Wording(
            "无法评价（" + joined(outcome.reasons(), Wording::zh, "；") + "）",
            "cannot be graded (" + joined(outcome.reasons(), Wording::en, "; ") + ")");
  }

  private static String joined(
      List<Reason> reasons, Function<Wording, String> language, String between) {
    return reasons.stream()
        .map(reason -> language.apply(reason.message()))
        .collect(Collectors.joining(between));
  }
}
