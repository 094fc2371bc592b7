package io.github.dualprevention.core.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardFact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HazardStatisticsLawsTest {

  @Property
  @Label("P4: opening stock, more what came, less what went, is closing stock; in each group too")
  void p4TheNumbersAreThoseOfAPlainRecount(
      @ForAll long seed,
      @ForAll @IntRange(max = 120) int first,
      @ForAll @IntRange(min = 1, max = 60) int days) {
    List<Hazard> hazards = RandomTale.hazards(seed);
    CountingPeriod period = period(first, first + days);

    HazardStatistics statistics = HazardStatistics.of(hazards.stream(), period);

    Recount recount = new Recount(hazards, period);
    StockAndFlow total = statistics.total();
    assertThat(total).isEqualTo(recount.of(hazard -> true));
    assertThat(
            total.opening()
                + total.registered()
                + total.takenOver()
                + total.reopened()
                - total.closedOut()
                - total.dismissed())
        .isEqualTo(total.closing());
    assertThat(total.regradedIn()).isEqualTo(total.regradedOut());
    assertGroups(
        statistics.byGrade(), Set.of("GENERAL", "MAJOR", "SERIOUS", "EXTREME"), recount::ofGrade);
    for (Map.Entry<HazardFact, GroupedStock> grouped :
        Map.of(
                HazardFact.ORIGIN,
                statistics.byOrigin(),
                HazardFact.AREA,
                statistics.byArea(),
                HazardFact.UNIT,
                statistics.byUnit())
            .entrySet()) {
      Function<Hazard, Optional<String>> told = hazard -> hazard.told(grouped.getKey());
      assertGroups(
          grouped.getValue(),
          hazards.stream()
              .flatMap(hazard -> told.apply(hazard).stream())
              .collect(Collectors.toSet()),
          group -> recount.of(hazard -> told.apply(hazard).equals(group)));
    }
  }

  /** Every group is as counted by itself, those with nothing are left out, and they sum up. */
  private static void assertGroups(
      GroupedStock grouped, Set<String> codes, Function<Optional<String>, StockAndFlow> recount) {
    Set<String> counted = new TreeSet<>();
    for (String code : codes) {
      StockAndFlow group = recount.apply(Optional.of(code));
      if (!group.equals(StockAndFlow.NONE)) {
        counted.add(code);
        assertThat(grouped.groups().get(code)).as(code).isEqualTo(group);
      }
    }
    assertThat(grouped.groups().keySet()).containsExactlyElementsOf(counted);
    assertThat(grouped.without()).isEqualTo(recount.apply(Optional.empty()));
  }

  @Property
  @Label("P2: each rate is from 0 to 1 and as a plain recount has it")
  void p2EachRateIsThatOfAPlainRecount(
      @ForAll long seed,
      @ForAll @IntRange(max = 120) int first,
      @ForAll @IntRange(min = 1, max = 60) int days) {
    List<Hazard> hazards = RandomTale.hazards(seed);
    CountingPeriod period = period(first, first + days);

    HazardStatistics statistics = HazardStatistics.of(hazards.stream(), period);

    Recount recount = new Recount(hazards, period);
    for (HazardRate which : HazardRate.values()) {
      Rate rate = statistics.rate(which);
      assertThat(rate).as(which.code()).isEqualTo(recount.rate(which));
      assertThat(rate.value(ZeroDenominator.ZERO, 4, RoundingMode.HALF_UP).orElseThrow())
          .isBetween(BigDecimal.ZERO, BigDecimal.ONE);
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  @Label("P4: two periods side by side are one")
  void p4AdjoiningPeriodsAddUp(
      @ForAll long seed,
      @ForAll @IntRange(max = 120) int first,
      @ForAll @IntRange(min = 1, max = 40) int days,
      @ForAll @IntRange(min = 1, max = 40) int more) {
    List<Hazard> hazards = RandomTale.hazards(seed);
    StockAndFlow one = total(hazards, first, first + days);
    StockAndFlow other = total(hazards, first + days, first + days + more);

    StockAndFlow both = total(hazards, first, first + days + more);

    assertThat(other.opening()).isEqualTo(one.closing());
    assertThat(both)
        .isEqualTo(
            new StockAndFlow(
                one.opening(),
                one.registered() + other.registered(),
                one.takenOver() + other.takenOver(),
                one.reopened() + other.reopened(),
                one.regradedIn() + other.regradedIn(),
                one.closedOut() + other.closedOut(),
                one.dismissed() + other.dismissed(),
                one.regradedOut() + other.regradedOut(),
                other.closing()));
  }

  @Property
  @Label("The order in which hazards come makes no difference")
  void theOrderOfTheHazardsDoesNotMatter(@ForAll long seed) {
    List<Hazard> hazards = RandomTale.hazards(seed);
    List<Hazard> shuffled = new ArrayList<>(hazards);
    Collections.shuffle(shuffled, new Random(seed));
    CountingPeriod period = period(20, 60);

    assertThat(HazardStatistics.of(shuffled.stream(), period))
        .isEqualTo(HazardStatistics.of(hazards.stream(), period));
  }

  @Property
  @Label("Tallies of disjoint hazards, in any split and any order, merge to one pass over all")
  void talliesMergeToOnePassInAnySplitAndOrder(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int parts, @ForAll Random random) {
    List<Hazard> hazards = RandomTale.hazards(seed);
    CountingPeriod period = period(20, 60);
    HazardStatistics onePass = HazardStatistics.of(hazards.stream(), period);
    List<HazardTally> tallies = new ArrayList<>();
    IntStream.range(0, parts).forEach(part -> tallies.add(HazardTally.of(period)));

    hazards.forEach(hazard -> tallies.get(random.nextInt(parts)).add(hazard));
    while (tallies.size() > 1) {
      Collections.shuffle(tallies, random);
      HazardTally last = tallies.remove(tallies.size() - 1);
      tallies.get(0).merge(last);
    }

    assertThat(tallies.get(0).result()).isEqualTo(onePass);
  }

  @Property
  @Label("What is read of all steps is what the hazard says of itself")
  void theReadingOfAllStepsIsThatOfTheHazard(@ForAll long seed) {
    for (Hazard hazard : RandomTale.hazards(seed)) {
      PastDeadline deadline = new PastDeadline();
      hazard.steps().forEach(deadline::take);
      PastHazard past = PastHazard.of(hazard, period(-1000, 1000));

      assertThat(deadline.day()).as("%s", hazard.steps()).isEqualTo(hazard.deadline());
      if (past.rates().containsKey(HazardRate.RECTIFICATION)) {
        assertThat(past.rates())
            .as("%s", hazard.steps())
            .containsEntry(HazardRate.RECTIFICATION, Rate.of(hazard.counts(HazardAction.ACCEPT)));
      }
    }
  }

  /** The laws would say little about hazards to which nothing happens. */
  @Test
  void theTalesLetEverythingHappen() {
    CountingPeriod period = period(20, 60);
    StockAndFlow total = StockAndFlow.NONE;
    Set<HazardRate> between = EnumSet.noneOf(HazardRate.class);
    for (long seed = 0; seed < 200; seed++) {
      HazardStatistics statistics = HazardStatistics.of(RandomTale.hazards(seed).stream(), period);
      total = total.plus(statistics.total());
      statistics
          .rates()
          .forEach(
              (which, rate) -> {
                if (rate.numerator() > 0 && rate.numerator() < rate.denominator()) {
                  between.add(which);
                }
              });
    }

    assertThat(total)
        .extracting(
            StockAndFlow::opening,
            StockAndFlow::registered,
            StockAndFlow::takenOver,
            StockAndFlow::reopened,
            StockAndFlow::regradedIn,
            StockAndFlow::closedOut,
            StockAndFlow::dismissed,
            StockAndFlow::regradedOut,
            StockAndFlow::closing)
        .allSatisfy(number -> assertThat((Long) number).isPositive());
    assertThat(between).containsExactly(HazardRate.values());
  }

  private static StockAndFlow total(List<Hazard> hazards, int first, int end) {
    return HazardStatistics.of(hazards.stream(), period(first, end)).total();
  }

  private static CountingPeriod period(int first, int end) {
    LocalDate start = RandomTale.FIRST_DAY;
    return new CountingPeriod(start.plusDays(first), start.plusDays(end), Tale.ZONE);
  }
}
