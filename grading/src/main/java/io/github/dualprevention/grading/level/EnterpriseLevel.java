package io.github.dualprevention.grading.level;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.risk.Assessment;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.Raise;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.table.TableVersion;
import java.util.List;
import java.util.Optional;

/**
 * The overall risk level of an enterprise (企业整体安全风险等级), and everything that made it so.
 *
 * @param by the edition of the rules
 * @param grade the grade with every rule behind it; empty if the enterprise is ungraded, which is
 *     never the same as low
 * @param ungraded what has no level; not empty if there is no grade
 */
public record EnterpriseLevel(TableVersion by, Optional<Grade> grade, List<RiskPart> ungraded) {

  /** Throws {@code IllegalArgumentException} if there is no grade and nothing ungraded either. */
  public EnterpriseLevel {
    Require.notNull(by, "by");
    ungraded = List.copyOf(ungraded);
    Require.require(
        grade.isPresent() || !ungraded.isEmpty(),
        "ungraded",
        "must name what is ungraded where there is no grade",
        ungraded);
  }

  /**
   * The level.
   *
   * @return empty if the enterprise is ungraded
   */
  public Optional<RiskLevel> level() {
    return grade.map(Grade::level);
  }

  /**
   * The reasons in one sentence.
   *
   * @return level, every rule and what is ungraded, in both languages
   */
  public Wording explanation() {
    String zh =
        grade.map(found -> found.level().wording().zh() + "：" + explain(found).zh()).orElse("未分级");
    String en =
        grade
            .map(found -> found.level().wording().en() + ": " + explain(found).en())
            .orElse("ungraded");
    return ungraded.isEmpty()
        ? new Wording(zh, en)
        : new Wording(
            zh + "；尚未分级：" + RiskPart.list(ungraded).zh(),
            en + "; not graded yet: " + RiskPart.list(ungraded).en());
  }

  private Wording explain(Grade grade) {
    return grade
        .assessment()
        .filter(found -> found.method().equals(by))
        .flatMap(found -> explain(found, grade.raises()))
        .orElseGet(grade::explanation);
  }

  /** A score by the rules themselves has no factors that are worth a word. */
  private static Optional<Wording> explain(Assessment found, List<Raise> raises) {
    return found
        .score()
        .map(
            score -> {
              Wording level = found.band().level().wording();
              Wording band =
                  new Wording(
                      "%s：得分%s，属于%s，为%s"
                          .formatted(found.method(), score, found.band().extent(), level.zh()),
                      "%s: score %s, in %s, which is %s"
                          .formatted(found.method(), score, found.band().extent(), level.en()));
              if (raises.isEmpty()) {
                return band;
              }
              Wording raised = new Grade(Optional.empty(), raises).explanation();
              return new Wording(band.zh() + "；" + raised.zh(), band.en() + "; " + raised.en());
            });
  }
}
