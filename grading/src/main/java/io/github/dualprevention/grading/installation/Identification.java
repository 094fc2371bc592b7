package io.github.dualprevention.grading.installation;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.table.TableVersion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was found of a unit, and everything that it comes from.
 *
 * <p>Sums and level are computed from the shares and can therefore not contradict them.
 *
 * @param standard the edition of the standard, {@code GB18218@2018}
 * @param substances the edition of the site's substances
 * @param shares what each substance adds, at least one
 * @param residents how many people live within 500 m outside the boundary of the plant, not
 *     negative
 */
public record Identification(
    TableVersion standard, TableVersion substances, List<SubstanceShare> shares, int residents) {

  /** Throws {@code IllegalArgumentException} if the edition of the standard is not built in. */
  public Identification {
    Require.require(
        StandardTables.published().version().equals(standard),
        "standard",
        "must be a built-in edition",
        standard);
    Require.notNull(substances, "substances");
    shares = Require.notEmpty(shares, "shares");
    Require.require(residents >= 0, "residents", "must not be negative", residents);
  }

  /**
   * The indicator by which a unit is identified.
   *
   * @return S = Σ q/Q, exact
   * @source GB 18218-2018, 4.2.1
   */
  public Ratio s() {
    return sum(SubstanceShare::toS);
  }

  /**
   * Whether the unit is a major hazard installation.
   *
   * @return whether S is 1 or more, decided exactly
   * @source GB 18218-2018, 4.2.1
   */
  public boolean isMajor() {
    return s().isAtLeast(BigDecimal.ONE);
  }

  /**
   * The correction factor for the people around the plant.
   *
   * @return α and the number of residents from which it holds
   * @source GB 18218-2018, 4.3.2, table 5
   */
  public ListedValue alpha() {
    return StandardTables.published().alpha(residents);
  }

  /**
   * The indicator by which a major hazard installation is graded.
   *
   * @return R = α·Σ β·q/Q, exact
   * @source GB 18218-2018, 4.3.2
   */
  public Ratio r() {
    return sum(SubstanceShare::weighted).times(Ratio.of(alpha().value()));
  }

  /**
   * The level of the major hazard installation.
   *
   * @return empty if S is below 1, for such a unit has no level, not even the least serious one
   * @source GB 18218-2018, 4.3.3, table 6
   */
  public Optional<MajorHazardLevel> level() {
    return isMajor()
        ? Optional.of(StandardTables.published().level(r()).level())
        : Optional.empty();
  }

  /**
   * The reasons in one sentence.
   *
   * @return every share, S, α, R and level with their clauses, in both languages; sums are rounded
   *     down for people, decisions are not
   */
  public Wording explanation() {
    Wording terms =
        new Wording(
            standard + "，" + joined("；", Wording::zh), standard + ", " + joined("; ", Wording::en));
    return isMajor() ? major(terms) : notMajor(terms);
  }

  private Wording major(Wording terms) {
    Wording s = s().shown();
    Wording r = r().shown();
    StandardTables.LevelLine line = StandardTables.published().level(r());
    String from = line.from().toPlainString();
    String alpha = alpha().value().toPlainString();
    return new Wording(
        "%s；S=%s≥1（%s），构成重大危险源；厂界外500 m内常住%d人，α=%s（%s）；R=%s≥%s，为%s（%s）"
            .formatted(
                terms.zh(),
                s.zh(),
                StandardTables.IDENTIFICATION.clause(),
                residents,
                alpha,
                alpha().source().clause(),
                r.zh(),
                from,
                line.level().wording().zh(),
                line.source().clause()),
        "%s; S = %s ≥ 1 (%s), a major hazard installation; %d residents within 500 m, α = %s (%s); R = %s ≥ %s, %s (%s)"
            .formatted(
                terms.en(),
                s.en(),
                StandardTables.IDENTIFICATION.clause(),
                residents,
                alpha,
                alpha().source().clause(),
                r.en(),
                from,
                line.level().wording().en(),
                line.source().clause()));
  }

  private Wording notMajor(Wording terms) {
    Wording s = s().shown();
    String clause = StandardTables.IDENTIFICATION.clause();
    return new Wording(
        "%s；S=%s<1（%s），不构成重大危险源，因此不分级".formatted(terms.zh(), s.zh(), clause),
        "%s; S = %s < 1 (%s), not a major hazard installation and therefore of no level"
            .formatted(terms.en(), s.en(), clause));
  }

  private Ratio sum(Function<SubstanceShare, Ratio> part) {
    return shares.stream().map(part).reduce(Ratio.of(BigDecimal.ZERO), Ratio::plus);
  }

  private String joined(String separator, Function<Wording, String> language) {
    return shares.stream()
        .map(share -> language.apply(explain(share)))
        .collect(Collectors.joining(separator));
  }

  private static Wording explain(SubstanceShare share) {
    String q = share.holding().quantity().toPlainString();
    ListedValue threshold = share.threshold();
    ListedValue beta = share.beta();
    return new Wording(
        "%s q=%s t，Q=%s t（%s，%s），β=%s（%s，%s）"
            .formatted(
                share.holding().substance(),
                q,
                threshold.value().toPlainString(),
                threshold.key(),
                threshold.source().clause(),
                beta.value().toPlainString(),
                beta.key(),
                beta.source().clause()),
        "%s q = %s t, Q = %s t (%s, %s), β = %s (%s, %s)"
            .formatted(
                share.holding().substance(),
                q,
                threshold.value().toPlainString(),
                threshold.key(),
                threshold.source().clause(),
                beta.value().toPlainString(),
                beta.key(),
                beta.source().clause()));
  }
}
