package io.github.dualprevention.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.risk.Assessment;
import io.github.dualprevention.core.risk.Factors;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.risk.Score;
import io.github.dualprevention.core.table.EffectivePeriod;
import io.github.dualprevention.core.table.TableVersion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The laws of grading, numbered as in docs/invariants.md; G10 and G11 are tested with the grade in
 * core.
 */
class GradingInvariantsTest {

  @Property
  @Label("G1: every input of every sound table has exactly one band and level")
  void g1Totality(@ForAll("methods") GradingMethod method, @ForAll("seeds") long seed) {
    Factors factors = someInput(method, new Random(seed));

    Grade grade = method.grade(factors);
    Score score = assessment(grade).score().orElseThrow();

    assertThat(method.bands().stream().filter(band -> RandomTables.range(band).contains(score)))
        .containsExactly(assessment(grade).band());
    assertThat(method.level(factors)).isEqualTo(assessment(grade).band().level());
    assertThat(method.bandOf(score)).contains(assessment(grade).band());
  }

  @Property
  @Label("G2: the level never falls when a factor rises")
  void g2Monotone(
      @ForAll("methods") GradingMethod method,
      @ForAll("seeds") long seed,
      @ForAll("seeds") long other) {
    Factors a = someInput(method, new Random(seed));
    Factors b = someInput(method, new Random(other));
    Map<String, BigDecimal> join = new LinkedHashMap<>(a.values());
    b.values().forEach((factor, value) -> join.merge(factor, value, BigDecimal::max));

    RiskLevel joined = method.level(new Factors(join));

    assertThat(joined.isAtLeast(method.level(a))).isTrue();
    assertThat(joined.isAtLeast(method.level(b))).isTrue();
  }

  @Property
  @Label("G3: a higher factor never lowers the score, and raises it while the others are positive")
  void g3Strictness(
      @ForAll("methods") GradingMethod method,
      @ForAll("seeds") long seed,
      @ForAll @IntRange(max = 2) int which,
      @ForAll("seeds") long other) {
    Factors a = someInput(method, new Random(seed));
    FactorScale scale = method.scales().get(which % method.scales().size());
    BigDecimal value = someValue(scale, new Random(other));
    Map<String, BigDecimal> changed = new LinkedHashMap<>(a.values());
    BigDecimal before = Objects.requireNonNull(changed.remove(scale.factor()));
    Map<String, BigDecimal> found = assessment(method.grade(a)).factors().values();
    boolean othersPositive =
        method.factors().stream()
            .filter(factor -> !factor.scales().contains(scale))
            .allMatch(factor -> Objects.requireNonNull(found.get(factor.factor())).signum() > 0);
    changed.put(scale.factor(), value);
    Score from = assessment(method.grade(a)).score().orElseThrow();
    Score to = assessment(method.grade(new Factors(changed))).score().orElseThrow();
    int expected = othersPositive ? Integer.signum(value.compareTo(before)) : 0;

    boolean highestCounts =
        method.factors().stream()
            .anyMatch(f -> f instanceof MaximumFactor && f.scales().contains(scale));
    if (highestCounts) {
      assertThat(Integer.signum(to.compareTo(from))).isIn(0, expected);
    } else {
      assertThat(Integer.signum(to.compareTo(from))).isEqualTo(expected);
    }
  }

  @Property
  @Label("G4: severity is as high as its highest aspect; a lower one more or less never changes it")
  void g4TheHighestAspectCounts(@ForAll("seeds") long seed, @ForAll @IntRange(max = 7) int which) {
    GradingMethod method = Published.METHODS.inForce("LS:DB37-4:ASPECTS", Published.DAY);
    Factors judged = someInput(method, new Random(seed));
    Factors found = assessment(method.grade(judged)).factors();
    FactorScale aspect = method.scales().get(which);
    String factor = aspect.factor().substring(0, 1);
    BigDecimal combined = Objects.requireNonNull(found.values().get(factor));

    assertThat(judged.values().entrySet())
        .filteredOn(entry -> entry.getKey().startsWith(factor + "."))
        .allMatch(entry -> entry.getValue().compareTo(combined) <= 0)
        .anyMatch(entry -> entry.getValue().compareTo(combined) == 0);
    for (FactorValue value : aspect.values()) {
      Map<String, BigDecimal> changed = new LinkedHashMap<>(judged.values());
      BigDecimal before = changed.put(aspect.factor(), value.value());
      boolean decides = Objects.requireNonNull(before).compareTo(combined) == 0;
      if (!decides && value.value().compareTo(combined) <= 0) {
        assertThat(assessment(method.grade(new Factors(changed))).score())
            .isEqualTo(assessment(method.grade(judged)).score());
      }
    }
  }

  @Property
  @Label("G5: the order in which the aspects are given does not matter")
  void g5TheOrderOfTheAspectsDoesNotMatter(
      @ForAll("methods") GradingMethod method, @ForAll("seeds") long seed) {
    Factors judged = someInput(method, new Random(seed));
    List<String> names = new ArrayList<>(judged.values().keySet());
    Collections.shuffle(names, new Random(seed));
    Map<String, BigDecimal> shuffled = new LinkedHashMap<>();
    names.forEach(name -> shuffled.put(name, judged.values().get(name)));

    assertThat(method.grade(new Factors(shuffled))).isEqualTo(method.grade(judged));
  }

  @Property
  @Label("G6: a value off the scale is refused and never rounded")
  void g6OffScaleIsRefused(
      @ForAll("publishedMethods") GradingMethod method,
      @ForAll("seeds") long seed,
      @ForAll @IntRange(max = 2) int which,
      @ForAll @BigRange(min = "-1", max = "101") @Scale(2) BigDecimal value) {
    FactorScale scale = method.scales().get(which % method.scales().size());
    Assume.that(scale.values().stream().noneMatch(v -> v.value().compareTo(value) == 0));
    Map<String, BigDecimal> factors =
        new LinkedHashMap<>(someInput(method, new Random(seed)).values());
    factors.put(scale.factor(), value);

    List<Reason> reasons = method.tryGrade(new Factors(factors)).reasons();

    assertThat(reasons).extracting(Reason::code).containsExactly("grading.factor.off-scale");
    assertThat(reasons.get(0).values()).containsEntry("factor", scale.factor());
    assertThatThrownBy(() -> method.level(new Factors(factors)))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.reasons()).isEqualTo(reasons));
  }

  @Test
  void g6NamesEveryFactorThatIsMissingUnknownOrOffItsScale() {
    Factors factors =
        new Factors(
            Map.of("L", new BigDecimal("5"), "E", new BigDecimal("10"), "X", BigDecimal.ONE));

    assertThat(Published.LEC.tryGrade(factors).reasons())
        .extracting(Reason::code, reason -> reason.values().get("factor"))
        .containsExactly(
            tuple("grading.factor.off-scale", "L"),
            tuple("grading.factor.missing", "C"),
            tuple("grading.factor.unknown", "X"));
  }

  @Property
  @Label("G7: an unknown method is refused; there is no default")
  void g7UnknownMethodIsRefused(@ForAll String name) {
    Assume.that(
        !List.of("LS", "LEC").contains(name)
            && Published.METHODS.all().stream()
                .noneMatch(method -> method.edition().version().id().equals(name)));

    assertThat(Published.METHODS.find(name, Published.DAY).reasons())
        .extracting(Reason::code)
        .containsExactly("grading.method.unknown");
  }

  @Property
  @Label("G8: scores are exact products")
  void g8ScoresAreExact(@ForAll("methods") GradingMethod method, @ForAll("seeds") long seed) {
    Factors factors = someInput(method, new Random(seed));
    BigDecimal exact = BigDecimal.ONE;
    for (Factor factor : method.factors()) {
      BigDecimal value = BigDecimal.ZERO;
      for (int i = 0; i < factor.scales().size(); i++) {
        String aspect = factor.scales().get(i).factor();
        BigDecimal judged = Objects.requireNonNull(factors.values().get(aspect));
        value =
            factor instanceof WeightedFactor weighted
                ? value.add(judged.multiply(weighted.weights().get(i)))
                : value.max(judged);
      }
      exact = exact.multiply(value);
    }

    assertThat(assessment(method.grade(factors)).score().orElseThrow().value())
        .isEqualByComparingTo(exact);
  }

  @ParameterizedTest
  @CsvSource({"0.2,0.5,7,0.7", "0.1,0.5,1,0.05", "0.5,1,15,7.5", "0.2,2,7,2.8", "10,10,100,10000"})
  void g8DoesNotCutFractionsOff(String l, String e, String c, String score) {
    Grade grade = Published.LEC.grade(Factors.lec(l, e, c));

    assertThat(assessment(grade).score().orElseThrow()).hasToString(score);
  }

  @Property
  @Label("G9: an edge goes where the profile says, and whatever lies beside it to its own side")
  void g9EdgesGoWhereTheProfileSays(
      @ForAll @IntRange(max = 3) int which,
      @ForAll @BigRange(min = "0.000001", max = "9") @Scale(6) BigDecimal epsilon) {
    Score edge = Score.parse(List.of("20", "70", "160", "320").get(which));
    String lower = List.of("稍有危险", "一般危险", "显著危险", "高度危险").get(which);
    String higher = List.of("一般危险", "显著危险", "高度危险", "极其危险").get(which);

    assertThat(classOf(Published.LEC, edge)).isEqualTo(higher);
    assertThat(classOf(Published.LEC_LOWER, edge)).isEqualTo(lower);
    for (GradingMethod method : List.of(Published.LEC, Published.LEC_LOWER)) {
      assertThat(classOf(method, new Score(edge.value().add(epsilon)))).isEqualTo(higher);
      assertThat(classOf(method, new Score(edge.value().subtract(epsilon)))).isEqualTo(lower);
    }
  }

  @Test
  void g9HoldsForInputsThatStandOnAnEdge() {
    Factors twenty = Factors.lec("1", "0.5", "40");
    Factors seventy = Factors.lec("1", "10", "7");

    assertThat(className(Published.LEC.grade(twenty))).isEqualTo("一般危险");
    assertThat(className(Published.LEC_LOWER.grade(twenty))).isEqualTo("稍有危险");
    assertThat(Published.LEC.level(seventy)).isEqualTo(RiskLevel.GENERAL);
    assertThat(Published.LEC_LOWER.level(seventy)).isEqualTo(RiskLevel.LOW);
  }

  @Property
  @Label("G12: what is laid down later leaves an old grade as its edition gives it")
  void g12AnOldGradeStaysWhatItsEditionGives(
      @ForAll("seeds") long seed, @ForAll("seeds") long other) {
    GradingMethod first = edition("1", Optional.empty(), Optional.of(Published.DAY), seed);
    GradingMethod second = edition("2", Optional.of(Published.DAY), Optional.empty(), other);
    GradingMethod stricter = edition("S", Optional.empty(), Optional.empty(), other);
    GradingMethods then = catalogue("province", first);
    Factors judged = someInput(first, new Random(seed));
    Grade old = then.inForce("OWN", Published.DAY.minusDays(1)).grade(judged);
    TableVersion version = assessment(old).method();

    GradingMethods replaced = catalogue("province", first, second);
    GradingMethods refined = then.refinedBy(catalogue("enterprise", stricter)).orThrow();

    assertThat(version).hasToString("OWN@1");
    assertThat(replaced.inForce("OWN", Published.DAY)).isSameAs(second);
    assertThat(refined.inForce("OWN", Published.DAY.minusDays(1))).isSameAs(stricter);
    for (GradingMethods later : List.of(replaced, refined)) {
      assertThat(later.edition(version).orThrow().grade(judged)).isEqualTo(old);
    }
    GradingMethods again =
        catalogue("enterprise", edition("1", Optional.empty(), Optional.empty(), other));
    assertThat(then.refinedBy(again).reasons())
        .extracting(Reason::code)
        .containsExactly("grading.layer.edition-taken");
  }

  @Provide
  Arbitrary<GradingMethod> methods() {
    return Arbitraries.oneOf(
        publishedMethods(), seeds().map(seed -> new RandomTables(seed).build().orThrow()));
  }

  @Provide
  Arbitrary<GradingMethod> publishedMethods() {
    return Arbitraries.of(Published.METHODS.all());
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs()
        .between(0, Integer.MAX_VALUE)
        .withDistribution(RandomDistribution.uniform())
        .withoutEdgeCases();
  }

  /** An edition of the method OWN, with a table from a seed. */
  private static GradingMethod edition(
      String version, Optional<LocalDate> from, Optional<LocalDate> until, long seed) {
    RandomTables table = new RandomTables(seed);
    MethodEdition made = table.build().orThrow().edition();
    MethodEdition edition =
        new MethodEdition(
            new TableVersion("OWN", version),
            made.name(),
            new EffectivePeriod(from, until),
            made.source());
    return GradingMethod.of(edition, table.factors, table.bands).orThrow();
  }

  private static GradingMethods catalogue(String layer, GradingMethod... methods) {
    return GradingMethods.of(layer, List.of(methods), Map.of()).orThrow();
  }

  private static Factors someInput(GradingMethod method, Random random) {
    Map<String, BigDecimal> values = new LinkedHashMap<>();
    method.scales().forEach(scale -> values.put(scale.factor(), someValue(scale, random)));
    return new Factors(values);
  }

  private static BigDecimal someValue(FactorScale scale, Random random) {
    return scale.values().get(random.nextInt(scale.values().size())).value();
  }

  private static String classOf(GradingMethod method, Score score) {
    return method.bandOf(score).orElseThrow().assessmentClass().zh();
  }

  private static String className(Grade grade) {
    return assessment(grade).band().assessmentClass().zh();
  }

  private static Assessment assessment(Grade grade) {
    return grade.assessment().orElseThrow();
  }
}
