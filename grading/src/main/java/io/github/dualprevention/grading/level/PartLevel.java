package io.github.dualprevention.grading.level;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.risk.Raise;
import io.github.dualprevention.core.risk.RiskLevel;
import java.util.List;
import java.util.Optional;

/**
 * The level of a part, what made it so, and what is still missing.
 *
 * @param part the part
 * @param basis the level and the rule of aggregation that gave it; empty if nothing in the part has
 *     been graded, which is never the same as low
 * @param decisive the children whose levels made it so; empty exactly if there is no level
 * @param ungraded everything below that has no level: such children themselves, and what such
 *     graded ones lack in turn; the level can only rise when they are graded
 */
public record PartLevel(
    RiskPart part, Optional<Raise> basis, List<RiskPart> decisive, List<RiskPart> ungraded) {

  /** Throws {@code IllegalArgumentException} if there is a level without children or vice versa. */
  public PartLevel {
    Require.notNull(part, "part");
    decisive = List.copyOf(decisive);
    ungraded = List.copyOf(ungraded);
    Require.require(
        basis.isPresent() != decisive.isEmpty(),
        "decisive",
        "must hold children exactly if there is a level",
        decisive);
  }

  /**
   * The level.
   *
   * @return empty if the part is ungraded
   */
  public Optional<RiskLevel> level() {
    return basis.map(Raise::to);
  }

  /**
   * Whether the level rests on everything below.
   *
   * @return whether there is a level and nothing below lacks one
   */
  public boolean isComplete() {
    return basis.isPresent() && ungraded.isEmpty();
  }

  /**
   * The reasons in one sentence.
   *
   * @return part, level, rule, decisive children and what is ungraded, in both languages
   */
  public Wording explanation() {
    Wording name = part.wording();
    String zh =
        basis
            .map(
                raise ->
                    "%s，%s：%s"
                        .formatted(
                            raise.to().wording().zh(),
                            raise.because().zh(),
                            RiskPart.list(decisive).zh()))
            .orElse("未分级");
    String en =
        basis
            .map(
                raise ->
                    "%s, %s: %s"
                        .formatted(
                            raise.to().wording().en(),
                            raise.because().en(),
                            RiskPart.list(decisive).en()))
            .orElse("ungraded");
    return new Wording(
        name.zh()
            + "："
            + zh
            + (ungraded.isEmpty() ? "" : "；其中尚未分级：" + RiskPart.list(ungraded).zh()),
        name.en()
            + ": "
            + en
            + (ungraded.isEmpty() ? "" : "; not graded yet: " + RiskPart.list(ungraded).en()));
  }
}
