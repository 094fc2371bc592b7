package io.github.dualprevention.core.risk;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How bad a risk is, and everything that made it so.
 *
 * <p>The level is the highest of the assessed one and all raises; it is computed and can therefore
 * not contradict them.
 *
 * @param assessment what a method found; empty if the risk was judged directly, without a score
 * @param raises the rules that lift the risk, in the order in which they were applied; not empty if
 *     there is no assessment
 */
public record Grade(Optional<Assessment> assessment, List<Raise> raises) {

  /**
   * Throws {@code IllegalArgumentException} if neither a method nor a rule stands behind the grade.
   */
  public Grade {
    Require.notNull(assessment, "assessment");
    raises = List.copyOf(raises);
    Require.require(
        assessment.isPresent() || !raises.isEmpty(),
        "grade",
        "must have an assessment or a raise",
        raises);
  }

  /**
   * The grade that a method gives.
   *
   * @param assessment what the method found
   * @return the grade
   */
  public static Grade of(Assessment assessment) {
    return new Grade(Optional.of(assessment), List.of());
  }

  /**
   * The grade of a risk that is judged directly, without a score.
   *
   * @param raise the rule that applies
   * @return the grade
   */
  public static Grade direct(Raise raise) {
    return new Grade(Optional.empty(), List.of(raise));
  }

  /**
   * The same grade under one more rule.
   *
   * @param raise the rule that applies
   * @return a grade whose level is the higher of this one's and the rule's
   */
  public Grade raisedBy(Raise raise) {
    return new Grade(assessment, Stream.concat(raises.stream(), Stream.of(raise)).toList());
  }

  /**
   * The level of the risk.
   *
   * @return the highest of the assessed level and all raises
   */
  public RiskLevel level() {
    RiskLevel highest =
        assessment.isPresent() ? assessment.get().band().level() : raises.get(0).to();
    for (int i = 0; i < raises.size(); i++) {
      highest = highest.max(raises.get(i).to());
    }
    return highest;
  }

  /**
   * The colour of the risk.
   *
   * @return the colour of its level
   */
  public RiskColour colour() {
    return level().colour();
  }

  /**
   * The reasons in one sentence.
   *
   * @return factors, score, band and rules in both languages
   */
  public Wording explanation() {
    List<Wording> parts =
        Stream.concat(assessment.stream().map(Grade::explain), raises.stream().map(Grade::explain))
            .toList();
    return new Wording(
        parts.stream().map(Wording::zh).collect(Collectors.joining("；")),
        parts.stream().map(Wording::en).collect(Collectors.joining("; ")));
  }

  private static Wording explain(Assessment found) {
    Band band = found.band();
    Wording name = band.assessmentClass();
    Wording level = band.level().wording();
    String scoreZh = found.score().map("，得分%s，"::formatted).orElse("，");
    String scoreEn = found.score().map(" score %s,"::formatted).orElse(",");
    String flagged = String.join(", ", found.offScale());
    return new Wording(
        "%s：%s%s%s属于%s“%s”，为%s"
            .formatted(
                found.method(),
                found.factors(),
                flagged.isEmpty() ? "" : "（" + flagged + "不在标度内）",
                scoreZh,
                band.extent(),
                name.zh(),
                level.zh()),
        "%s: %s%s%s in %s \"%s\", which is %s"
            .formatted(
                found.method(),
                found.factors(),
                flagged.isEmpty() ? "" : " (off the scale: " + flagged + ")",
                scoreEn,
                band.extent(),
                name.en(),
                level.en()));
  }

  private static Wording explain(Raise raise) {
    Wording level = raise.to().wording();
    return new Wording(
        "规则%s（%s）：不低于%s".formatted(raise.rule(), raise.because().zh(), level.zh()),
        "rule %s (%s): at least %s".formatted(raise.rule(), raise.because().en(), level.en()));
  }
}
