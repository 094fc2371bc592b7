package io.github.dualprevention.grading.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The laws of major hazard installations, held against arithmetic in whole numbers that shares no
 * code with the library.
 */
class InstallationInvariantsTest {

  /** β by table 3 and table 4 for the substances of {@link #unit}, in tenths. */
  private static final List<String> CLASSES = List.of("W2", "W3", "J1", "W5.1", "J3");

  private static final List<Integer> BETA_TENTHS = List.of(15, 10, 40, 15, 20);

  /**
   * A substance in a unit: how much of it in thousandths of a tonne, and its threshold in tonnes.
   */
  record Part(int thousandths, int threshold) {}

  @Property
  @Label("G16: a unit is a major hazard installation exactly if S is 1 or more")
  void g16MajorExactlyFromOne(@ForAll("units") List<Part> parts, @ForAll("residents") int people) {
    Identification found = unit(parts, people);
    BigInteger thresholds = product(parts);
    BigInteger sum = BigInteger.ZERO;
    for (Part part : parts) {
      sum = sum.add(whole(part.thousandths()).multiply(thresholds).divide(whole(part.threshold())));
    }

    boolean major = sum.compareTo(thresholds.multiply(whole(1_000))) >= 0;

    assertThat(found.s()).isEqualTo(new Ratio(sum, thresholds.multiply(whole(1_000))));
    assertThat(found.isMajor()).isEqualTo(major);
    assertThat(found.level().isPresent()).isEqualTo(major);
  }

  @Property
  @Label("G16: R is α·Σ β·q/Q, and the level follows from it")
  void g16LevelFollowsFromR(@ForAll("units") List<Part> parts, @ForAll("residents") int people) {
    Identification found = unit(parts, people);
    BigInteger thresholds = product(parts);
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < parts.size(); i++) {
      BigInteger share =
          whole(parts.get(i).thousandths())
              .multiply(thresholds)
              .divide(whole(parts.get(i).threshold()));
      sum = sum.add(share.multiply(whole(BETA_TENTHS.get(i))));
    }
    sum = sum.multiply(whole(alphaTenths(people)));
    BigInteger one = thresholds.multiply(whole(100_000));

    assertThat(found.r()).isEqualTo(new Ratio(sum, one));
    if (found.isMajor()) {
      int r = sum.divide(one).min(whole(1_000)).intValueExact();
      assertThat(found.level().orElseThrow().code()).isEqualTo(levelOf(r));
    }
  }

  @Property
  @Label("G16: twice the quantities give twice S and R")
  void g16DoublingDoubles(@ForAll("units") List<Part> parts, @ForAll("residents") int people) {
    List<Part> twice =
        parts.stream().map(part -> new Part(2 * part.thousandths(), part.threshold())).toList();
    Ratio two = Ratio.of(new BigDecimal("2"));

    assertThat(unit(twice, people).s()).isEqualTo(unit(parts, people).s().times(two));
    assertThat(unit(twice, people).r()).isEqualTo(unit(parts, people).r().times(two));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  @Label("G16: more of a substance or more residents never make S, R or the level less")
  void g16Monotone(
      @ForAll("units") List<Part> parts,
      @ForAll @IntRange(max = 4) int which,
      @ForAll @IntRange(max = 2_000_000) int more,
      @ForAll("residents") int people,
      @ForAll("residents") int morePeople) {
    int place = which % parts.size();
    List<Part> raised = new ArrayList<>(parts);
    Part part = parts.get(place);
    raised.set(place, new Part(part.thousandths() + more, part.threshold()));
    Identification from = unit(parts, Math.min(people, morePeople));
    Identification to = unit(raised, Math.max(people, morePeople));

    assertThat(to.s()).isGreaterThanOrEqualTo(from.s());
    assertThat(to.r()).isGreaterThanOrEqualTo(from.r());
    assertThat(to.alpha().value()).isGreaterThanOrEqualTo(from.alpha().value());
    from.level()
        .ifPresent(
            level ->
                assertThat(to.level().orElseThrow()).matches(l -> l.isAtLeastAsSerious(level)));
  }

  @Property
  @Label("G16: the order in which substances are listed changes nothing")
  void g16OrderDoesNotMatter(@ForAll @Size(min = 1, max = 5) List<@IntRange(max = 99) Integer> q) {
    List<Holding> holdings = new ArrayList<>();
    for (int i = 0; i < q.size(); i++) {
      holdings.add(Holding.of("S" + i, q.get(i).toString()));
    }
    MajorHazardInstallations site = site(List.of(3, 7, 11, 13, 17));
    Identification straight = site.identify(holdings, 1).orThrow();
    Collections.reverse(holdings);
    Identification reversed = site.identify(holdings, 1).orThrow();

    assertThat(reversed.s()).isEqualTo(straight.s());
    assertThat(reversed.level()).isEqualTo(straight.level());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 6, 7, 9, 11, 13})
  void g16EqualPartsOfOneMakeOneExactly(int parts) {
    String[] lines =
        IntStream.range(0, parts).mapToObj(i -> "S" + i + ",W3," + parts).toArray(String[]::new);
    List<Holding> thirds =
        IntStream.range(0, parts).mapToObj(i -> Holding.of("S" + i, "1")).toList();
    List<Holding> less = new ArrayList<>(thirds);
    less.set(0, Holding.of("S0", "0.99999999999999999999999999999"));

    Identification whole = Sites.of(lines).identify(thirds, 1).orThrow();
    Identification below = Sites.of(lines).identify(less, 1).orThrow();

    assertThat(whole.s()).hasToString("1/1");
    assertThat(whole.isMajor()).isTrue();
    assertThat(whole.level()).contains(MajorHazardLevel.IV);
    assertThat(below.isMajor()).isFalse();
    assertThat(below.level()).isEmpty();
    assertThat(below.s().roundedDown(4)).isLessThan(BigDecimal.ONE);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0.5",
    "1,1",
    "29,1",
    "30,1.2",
    "49,1.2",
    "50,1.5",
    "99,1.5",
    "100,2",
    "2147483647,2"
  })
  void g17AlphaByResidents(int residents, String alpha) {
    Identification found =
        Sites.of("S,W3,1").identify(List.of(Holding.of("S", "8")), residents).orThrow();

    assertThat(found.alpha().value()).isEqualByComparingTo(alpha);
    assertThat(found.r()).isEqualTo(Ratio.of(new BigDecimal(alpha).multiply(new BigDecimal("8"))));
  }

  @ParameterizedTest
  @CsvSource({
    "1,IV",
    "9.99,IV",
    "9.999999999999999999999999999,IV",
    "10,III",
    "49.99,III",
    "50,II",
    "99.99,II",
    "99.999999999999999999999999999,II",
    "100,I",
    "1000000,I"
  })
  void g18LevelByR(String r, String level) {
    Identification found = Sites.of("S,W3,1").identify(List.of(Holding.of("S", r)), 1).orThrow();

    assertThat(found.r()).isEqualTo(Ratio.of(new BigDecimal(r)));
    assertThat(found.level()).map(MajorHazardLevel::code).contains(level);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  @Label("G19: of several hazard classes the lowest threshold counts, and a named one before all")
  void g19LowestThreshold(
      @ForAll @Size(min = 1, max = 5)
          List<@BigRange(min = "0.01", max = "999") @Scale(2) BigDecimal> q,
      @ForAll Optional<@BigRange(min = "0.01", max = "999") @Scale(2) BigDecimal> named) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < q.size(); i++) {
      lines.add("S," + CLASSES.get(i) + "," + q.get(i).toPlainString());
    }
    named.ifPresent(threshold -> lines.add("S,," + threshold.toPlainString()));
    BigDecimal lowest = q.stream().reduce(BigDecimal::min).orElseThrow();

    Identification found =
        Sites.of(lines.toArray(String[]::new)).identify(List.of(Holding.of("S", "1")), 1).orThrow();

    assertThat(found.shares().get(0).threshold().value())
        .isEqualByComparingTo(named.orElse(lowest));
  }

  @Provide
  Arbitrary<List<Part>> units() {
    Arbitrary<Integer> quantities =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 2_000),
            Arbitraries.integers().between(0, 2_000_000),
            Arbitraries.integers().between(1, 50).map(tonnes -> 1_000 * tonnes));
    return Combinators.combine(quantities, Arbitraries.integers().between(1, 50))
        .as(Part::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<Integer> residents() {
    return Arbitraries.integers().between(0, 150);
  }

  private static MajorHazardInstallations site(List<Integer> thresholds) {
    return Sites.of(
        IntStream.range(0, thresholds.size())
            .mapToObj(i -> "S" + i + "," + CLASSES.get(i) + "," + thresholds.get(i))
            .toArray(String[]::new));
  }

  /** Two substances of one class would have one threshold, so each has a class of its own. */
  private static Identification unit(List<Part> parts, int residents) {
    List<Holding> holdings =
        IntStream.range(0, parts.size())
            .mapToObj(i -> new Holding("S" + i, BigDecimal.valueOf(parts.get(i).thousandths(), 3)))
            .toList();
    return site(parts.stream().map(Part::threshold).toList())
        .identify(holdings, residents)
        .orThrow();
  }

  private static BigInteger product(List<Part> parts) {
    return parts.stream()
        .map(part -> whole(part.threshold()))
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }

  private static BigInteger whole(long number) {
    return BigInteger.valueOf(number);
  }

  private static int alphaTenths(int residents) {
    if (residents >= 100) {
      return 20;
    }
    if (residents >= 50) {
      return 15;
    }
    if (residents >= 30) {
      return 12;
    }
    return residents >= 1 ? 10 : 5;
  }

  private static String levelOf(int wholeR) {
    if (wholeR >= 100) {
      return "I";
    }
    if (wholeR >= 50) {
      return "II";
    }
    return wholeR >= 10 ? "III" : "IV";
  }
}
