package io.github.dualprevention.core.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.hazard.Hazard;
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

  /** The laws would say little about hazards to which nothing happens. */
  @Test
  void theTalesLetEverythingHappen() {
    Set<Flow> flows = EnumSet.noneOf(Flow.class);
    Set<HazardRate> between = EnumSet.noneOf(HazardRate.class);
    for (long seed = 0; seed < 200; seed++) {
      List<Hazard> hazards = RandomTale.hazards(seed);
      CountingPeriod period = period(20, 60);
      hazards.forEach(hazard -> PastHazard.of(hazard, period, (grade, flow) -> flows.add(flow)));
      HazardStatistics.of(hazards.stream(), period)
          .rates()
          .forEach(
              (which, rate) -> {
                if (rate.numerator() > 0 && rate.numerator() < rate.denominator()) {
                  between.add(which);
                }
              });
    }

    assertThat(flows).containsExactly(Flow.values());
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
