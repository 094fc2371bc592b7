package io.github.dualprevention.core.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HazardStatisticsTest {

  private static final CountingPeriod MARCH = months(3, 4);

  private static CountingPeriod months(int from, int until) {
    return new CountingPeriod(LocalDate.of(2026, from, 1), LocalDate.of(2026, until, 1), Tale.ZONE);
  }

  private static HazardStatistics march(Tale... tales) {
    return HazardStatistics.of(Stream.of(tales).map(Tale::hazard), MARCH);
  }

  /**
   * opening, registered, taken over, reopened, regraded in, closed out, dismissed, regraded out,
   * closing.
   */
  private static StockAndFlow flow(long... n) {
    return new StockAndFlow(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8]);
  }

  private static Tale february() {
    return Tale.of("H-1").on("2026-02-10").register();
  }

  private static Tale rectifying() {
    return february().assess(Tale.GENERAL).start("2026-03-20");
  }

  private static Rate rate(HazardRate which, Tale... tales) {
    return march(tales).rate(which);
  }

  @Test
  void countsNothingWhereThereIsNothing() {
    HazardStatistics statistics = march(Tale.of("H-1"));

    assertThat(statistics.total()).isEqualTo(StockAndFlow.NONE);
    assertThat(statistics.period()).isEqualTo(MARCH);
    assertThat(statistics.rates()).containsOnlyKeys(HazardRate.values());
    assertThat(statistics.rates().values()).containsOnly(new Rate(0, 0));
  }

  @Test
  void whatIsOpenAllTheWhileIsStockAlone() {
    assertThat(march(february()).total()).isEqualTo(flow(1, 0, 0, 0, 0, 0, 0, 0, 1));
  }

  @Test
  void whatComesLaterIsNotCounted() {
    assertThat(march(Tale.of("H-1").on("2026-04-01").register()).total())
        .isEqualTo(StockAndFlow.NONE);
    assertThat(march(february().on("2026-04-01").dismiss()).total())
        .isEqualTo(flow(1, 0, 0, 0, 0, 0, 0, 0, 1));
  }

  @Test
  void whatHasGoneBeforeIsNotCounted() {
    assertThat(march(february().dismiss()).total()).isEqualTo(StockAndFlow.NONE);
  }

  @Test
  void countsWhatComesAndGoes() {
    Tale tale = Tale.of("H-1").on("2026-03-02").register().assess(Tale.GENERAL);
    assertThat(march(tale).total()).isEqualTo(flow(0, 1, 0, 0, 1, 0, 0, 1, 1));

    tale.fixOnSpot().accept().closeOut();
    assertThat(march(tale).total()).isEqualTo(flow(0, 1, 0, 0, 1, 1, 0, 1, 0));

    tale.reopen();
    assertThat(march(tale).total()).isEqualTo(flow(0, 1, 0, 1, 1, 1, 0, 1, 1));

    tale.dismiss().reopen();
    assertThat(march(tale).total()).isEqualTo(flow(0, 1, 0, 2, 1, 1, 1, 1, 1));
  }

  @ParameterizedTest
  @EnumSource(names = {"REGISTERED", "ASSESSED", "RECTIFYING"})
  void whatIsTakenOverOpenEntersTheStock(HazardState state) {
    Tale tale =
        Tale.of("H-1").on("2026-03-02").take(state, Tale.GENERAL, Map.of(HazardFact.SOURCE, "旧"));

    assertThat(march(tale).total()).isEqualTo(flow(0, 0, 1, 0, 0, 0, 0, 0, 1));
  }

  @Test
  void whatWasClosedElsewhereNeverEntersTheStockUnlessItIsReopened() {
    Tale tale =
        Tale.of("H-1")
            .on("2026-03-02")
            .take(HazardState.CLOSED, Tale.GENERAL, Map.of(HazardFact.DEADLINE, "2026-03-20"));

    assertThat(march(tale).total()).isEqualTo(StockAndFlow.NONE);
    assertThat(march(tale).byGrade().groups()).isEmpty();
    assertThat(march(tale).rates().values()).containsOnly(new Rate(0, 0));
    assertThat(march(tale.reopen()).total()).isEqualTo(flow(0, 0, 0, 1, 0, 0, 0, 0, 1));
  }

  @Test
  void theStockMovesBetweenGrades() {
    Tale tale = Tale.of("H-1").on("2026-03-02").register().assess(Tale.GENERAL).assess(Tale.MAJOR);
    GroupedStock byGrade = march(tale).byGrade();

    assertThat(byGrade.without()).isEqualTo(flow(0, 1, 0, 0, 0, 0, 0, 1, 0));
    assertThat(byGrade.groups())
        .containsOnly(
            Map.entry("GENERAL", flow(0, 0, 0, 0, 1, 0, 0, 1, 0)),
            Map.entry("MAJOR", flow(0, 0, 0, 0, 1, 0, 0, 0, 1)));
    assertThat(byGrade.total()).isEqualTo(flow(0, 1, 0, 0, 2, 0, 0, 2, 1));

    tale.assess(Tale.MAJOR);
    assertThat(march(tale).byGrade()).as("the same grade once more").isEqualTo(byGrade);
  }

  @Test
  void aHazardLeavesTheStockFromItsGradeAndComesBackWithoutOne() {
    Tale tale = rectifying().on("2026-03-02").submit().accept().closeOut().reopen();

    assertThat(march(tale).byGrade().groups())
        .containsOnly(Map.entry("GENERAL", flow(1, 0, 0, 0, 0, 1, 0, 0, 0)));
    assertThat(march(tale).byGrade().without()).isEqualTo(flow(0, 0, 0, 1, 0, 0, 0, 0, 1));
    assertThat(march(february().assess(Tale.MAJOR).on("2026-03-02").dismiss()).byGrade().groups())
        .containsOnly(Map.entry("MAJOR", flow(1, 0, 0, 0, 0, 0, 1, 0, 0)));
  }

  @Test
  void groupsByWhatWasToldLastEvenIfThatWasLater() {
    Tale tale =
        Tale.of("H-1")
            .on("2026-03-02")
            .register(
                Map.of(HazardFact.ORIGIN, "DAILY", HazardFact.AREA, "A", HazardFact.UNIT, "U"));
    tale.on("2026-05-01").correct(HazardFact.AREA, "B");
    HazardStatistics statistics = march(tale, february());

    StockAndFlow registered = flow(0, 1, 0, 0, 0, 0, 0, 0, 1);
    StockAndFlow open = flow(1, 0, 0, 0, 0, 0, 0, 0, 1);
    assertThat(statistics.byOrigin())
        .isEqualTo(new GroupedStock(Map.of("DAILY", registered.plus(open)), StockAndFlow.NONE));
    assertThat(statistics.byArea()).isEqualTo(new GroupedStock(Map.of("B", registered), open));
    assertThat(statistics.byUnit()).isEqualTo(new GroupedStock(Map.of("U", registered), open));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-28T15:59:59.999Z,1,0", // a millisecond before March in Shanghai
    "2026-02-28T16:00:00Z,0,1",
    "2026-03-31T15:59:59.999Z,0,1",
    "2026-03-31T16:00:00Z,0,0"
  })
  void daysBeginAndEndWhereTheHazardsAre(Instant moment, long opening, long registered) {
    StockAndFlow total = march(Tale.of("H-1").at(moment).register()).total();

    assertThat(total.opening()).isEqualTo(opening);
    assertThat(total.registered()).isEqualTo(registered);
  }

  @Test
  void aDayThatBeginsAtOneOClockIsADay() {
    ZoneId beirut = ZoneId.of("Asia/Beirut");
    LocalDate change = LocalDate.of(2021, 3, 28);
    CountingPeriod period = new CountingPeriod(change, change.plusDays(1), beirut);

    assertThat(period.begin()).isEqualTo("2021-03-27T22:00:00Z");
    assertThat(period.end()).isEqualTo("2021-03-28T21:00:00Z");
  }

  @Test
  void aChangeThatIsDatedBeforeTheOneBeforeItCountsWithThat() {
    Tale tale = Tale.of("H-1").on("2026-03-10").register().on("2026-02-01").dismiss();

    assertThat(march(tale).total()).isEqualTo(flow(0, 1, 0, 0, 0, 0, 1, 0, 0));
    assertThat(march(tale.on("2026-03-05").reopen()).total())
        .isEqualTo(flow(0, 1, 0, 1, 0, 0, 1, 0, 1));
  }

  @Test
  void whatChangesNothingHoldsNoChangeUp() {
    Tale tale = february().on("2026-04-05").beside(HazardAction.MONITOR).on("2026-03-05").dismiss();

    assertThat(march(tale).total()).isEqualTo(flow(1, 0, 0, 0, 0, 0, 1, 0, 0));
  }

  @Test
  void theDiscoveryRateIsThatOfTheEnterpriseItself() {
    Tale own = Tale.of("H-1").on("2026-03-01").register();
    Tale found = Tale.of("H-2").on("2026-03-31").register(Map.of(HazardFact.ORIGIN, "REGULATOR"));
    Tale silent = Tale.of("H-3").on("2026-03-31").register(Map.of());
    Tale taken = Tale.of("H-4").on("2026-03-02").take(HazardState.ASSESSED, Tale.MAJOR, Map.of());
    Tale earlier = february();

    assertThat(rate(HazardRate.DISCOVERY, own, found, taken, earlier)).isEqualTo(new Rate(1, 2));
    assertThat(rate(HazardRate.DISCOVERY, own, silent)).isEqualTo(new Rate(1, 2));
    assertThat(rate(HazardRate.DISCOVERY, own, found.correct(HazardFact.ORIGIN, "DAILY")))
        .isEqualTo(new Rate(2, 2));
    assertThat(rate(HazardRate.DISCOVERY, own, found.dismiss())).isEqualTo(new Rate(1, 1));
  }

  @Test
  void whatIsDismissedAfterThePeriodCountsInIt() {
    Tale tale = Tale.of("H-1").on("2026-03-01").register().on("2026-04-01").dismiss();

    assertThat(rate(HazardRate.DISCOVERY, tale)).isEqualTo(new Rate(1, 1));
  }

  @Test
  void theRectificationRateIsThatOfWhatWasRegisteredInThePeriod() {
    Tale accepted =
        Tale.of("H-4").on("2026-03-02").register().assess(Tale.GENERAL).fixOnSpot().accept();
    Tale late = Tale.of("H-2").on("2026-03-02").register().assess(Tale.GENERAL).fixOnSpot();
    late.on("2026-04-01").accept();
    Tale undone =
        Tale.of("H-3").on("2026-03-02").register().assess(Tale.GENERAL).fixOnSpot().accept();
    undone.reject();
    Tale earlier = rectifying().on("2026-03-02").submit().accept();

    assertThat(rate(HazardRate.RECTIFICATION, accepted, late, undone, earlier))
        .isEqualTo(new Rate(1, 3));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-19,1,1",
    "2026-03-20,1,1", // on the last day
    "2026-03-21,0,1",
    "2026-04-01,0,1" // not within the period; the deadline was
  })
  void theTimelinessRateIsThatOfWhatIsAcceptedByItsDeadline(
      String accepted, long numerator, long denominator) {
    Tale tale = rectifying().on(accepted).submit().accept();

    assertThat(rate(HazardRate.TIMELINESS, tale)).isEqualTo(new Rate(numerator, denominator));
  }

  @Test
  void whatIsNotAcceptedButDueIsNotInTime() {
    assertThat(rate(HazardRate.TIMELINESS, rectifying())).isEqualTo(new Rate(0, 1));
    assertThat(rate(HazardRate.TIMELINESS, february())).isEqualTo(new Rate(0, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-28,0", // before
    "2026-03-01,1",
    "2026-03-31,1",
    "2026-04-01,0" // after
  })
  void aDeadlineCountsInThePeriodIntoWhichItFalls(String deadline, long denominator) {
    Tale tale = february().assess(Tale.GENERAL).start(deadline);

    assertThat(rate(HazardRate.TIMELINESS, tale)).isEqualTo(new Rate(0, denominator));
    tale.on("2026-02-20").submit().accept();
    assertThat(rate(HazardRate.TIMELINESS, tale)).isEqualTo(new Rate(denominator, denominator));
  }

  @Test
  void whatIsAcceptedInThePeriodCountsWhateverItsDeadline() {
    Tale late = february().assess(Tale.GENERAL).start("2026-02-28");
    late.on("2026-03-02").submit().accept();
    Tale early = Tale.of("H-2").on("2026-02-10").register().assess(Tale.GENERAL);
    early.start("2026-12-31").on("2026-03-02").submit().accept();
    Tale onTheSpot = Tale.of("H-3").on("2026-03-02").register().assess(Tale.GENERAL);
    onTheSpot.fixOnSpot().accept();

    assertThat(rate(HazardRate.TIMELINESS, late)).isEqualTo(new Rate(0, 1));
    assertThat(rate(HazardRate.TIMELINESS, early)).isEqualTo(new Rate(1, 1));
    assertThat(rate(HazardRate.TIMELINESS, onTheSpot)).isEqualTo(new Rate(1, 1));
  }

  @Test
  void anExtensionCountsFromWhenItWasGranted() {
    Map<HazardFact, String> later = Map.of(HazardFact.DEADLINE, "2026-05-01");

    assertThat(
            rate(
                HazardRate.TIMELINESS,
                rectifying().on("2026-03-10").beside(HazardAction.GRANT_EXTENSION, later)))
        .isEqualTo(new Rate(0, 0));
    assertThat(
            rate(
                HazardRate.TIMELINESS,
                rectifying().on("2026-04-01").beside(HazardAction.GRANT_EXTENSION, later)))
        .isEqualTo(new Rate(0, 1));
  }

  @Test
  void whatIsPassedOverDoesNotHideWhatWasDoneBeforeIt() {
    Tale tale = rectifying();
    tale.on("2026-04-02")
        .beside(HazardAction.GRANT_EXTENSION, Map.of(HazardFact.DEADLINE, "2026-05-01"));
    tale.on("2026-03-10").submit().accept();

    assertThat(rate(HazardRate.TIMELINESS, tale)).isEqualTo(new Rate(1, 1));
    assertThat(rate(HazardRate.EFFECT, tale)).isEqualTo(new Rate(1, 1));
  }

  @Test
  void theDeadlineIsThatOfTheMomentOfTheAcceptance() {
    Map<HazardFact, String> ordered = Map.of(HazardFact.ORDERED_DEADLINE, "2026-03-05");
    Tale before = rectifying().beside(HazardAction.RECEIVE_ORDER, ordered);
    before.on("2026-03-10").submit().accept();
    Tale after = rectifying().on("2026-03-10").submit().accept();
    after.beside(HazardAction.RECEIVE_ORDER, ordered);

    assertThat(rate(HazardRate.TIMELINESS, before)).isEqualTo(new Rate(0, 1));
    assertThat(rate(HazardRate.TIMELINESS, after)).isEqualTo(new Rate(1, 1));
  }

  @Test
  void anAcceptanceThatWasUndoneIsNotInTime() {
    Tale tale = rectifying().on("2026-03-10").submit().accept().failRecheck();

    assertThat(rate(HazardRate.TIMELINESS, tale)).isEqualTo(new Rate(0, 1));
    assertThat(rate(HazardRate.TIMELINESS, tale.submit().accept())).isEqualTo(new Rate(1, 1));
    assertThat(rate(HazardRate.TIMELINESS, tale.on("2026-03-21").reject().submit().accept()))
        .as("accepted once more, too late")
        .isEqualTo(new Rate(0, 1));
  }

  @Test
  void theEffectRateIsThatOfWhatHolds() {
    Tale holds = rectifying().on("2026-03-10").submit().accept().closeOut();
    Tale notAccepted = rectifying();
    Tale acceptedBefore = rectifying().submit().accept();

    assertThat(rate(HazardRate.EFFECT, holds)).isEqualTo(new Rate(1, 1));
    assertThat(rate(HazardRate.EFFECT, notAccepted)).isEqualTo(new Rate(0, 0));
    assertThat(rate(HazardRate.EFFECT, acceptedBefore)).isEqualTo(new Rate(0, 0));
    assertThat(rate(HazardRate.EFFECT, acceptedBefore.on("2026-03-02").closeOut().reopen()))
        .isEqualTo(new Rate(0, 0));
  }

  @Test
  void whatIsRejectedFailsOrIsReopenedAfterItsAcceptanceDoesNotHold() {
    for (Tale undone :
        new Tale[] {
          accepted().reject(), accepted().failRecheck(), accepted().closeOut().reopen()
        }) {
      assertThat(rate(HazardRate.EFFECT, undone)).isEqualTo(new Rate(0, 1));
      undone.step(HazardAction.SUBMIT, HazardState.RECTIFIED, Optional.of(Tale.GENERAL), Map.of());
      assertThat(rate(HazardRate.EFFECT, undone.accept()))
          .as("accepted once more")
          .isEqualTo(new Rate(0, 1));
    }
  }

  private static Tale accepted() {
    return rectifying().on("2026-03-10").submit().accept();
  }

  @Test
  void whatIsRejectedBeforeItsAcceptanceOrUndoneAfterThePeriodHoldsInIt() {
    Tale rejected = rectifying().on("2026-03-10").submit().reject().submit().accept();

    assertThat(rate(HazardRate.EFFECT, rejected)).isEqualTo(new Rate(1, 1));
    assertThat(rate(HazardRate.EFFECT, accepted().on("2026-04-01").failRecheck()))
        .isEqualTo(new Rate(1, 1));
    assertThat(
            rate(
                HazardRate.EFFECT,
                accepted().assess(Tale.MAJOR).start("2026-05-01").submit().reject()))
        .as("graded anew, then rejected without an acceptance")
        .isEqualTo(new Rate(1, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-09,1", // before the acceptance
    "2026-03-10,0", // at the very moment
    "2026-03-31,0",
    "2026-04-01,1" // after the period
  })
  void whatHasComeBackDoesNotHold(String day, long numerator) {
    Tale back = Tale.of("H-2").on(day).register(Map.of(HazardFact.EARLIER, "H-1"));

    assertThat(rate(HazardRate.EFFECT, accepted(), back)).isEqualTo(new Rate(numerator, 1));
    assertThat(rate(HazardRate.EFFECT, back, accepted())).isEqualTo(new Rate(numerator, 1));
    assertThat(rate(HazardRate.EFFECT, accepted(), back.dismiss())).isEqualTo(new Rate(1, 1));
  }

  @Test
  void theLatestOfSeveralThatHaveComeBackDecides() {
    Map<HazardFact, String> earlier = Map.of(HazardFact.EARLIER, "H-1");
    Tale one = Tale.of("H-2").on("2026-03-05").register(earlier);
    Tale other = Tale.of("H-3").on("2026-03-15").register(earlier);

    assertThat(rate(HazardRate.EFFECT, accepted(), one, other)).isEqualTo(new Rate(0, 1));
    assertThat(rate(HazardRate.EFFECT, accepted(), other, one)).isEqualTo(new Rate(0, 1));
    assertThat(rate(HazardRate.EFFECT, accepted(), one)).isEqualTo(new Rate(1, 1));
  }

  @Test
  void dismissedHazardsCountInNoRate() {
    Tale tale = Tale.of("H-1").on("2026-03-02").register().assess(Tale.GENERAL).start("2026-03-20");
    tale.submit().accept().assess(Tale.GENERAL).dismiss();

    assertThat(march(tale).rates().values()).containsOnly(new Rate(0, 0));
    assertThat(march(tale).total().dismissed()).isEqualTo(1);
  }

  @Test
  void groupsComeInTheOrderOfTheirCodes() {
    Hazard one = Tale.of("H-1").on("2026-03-02").register(Map.of(HazardFact.AREA, "b")).hazard();
    Hazard two = Tale.of("H-2").on("2026-03-02").register(Map.of(HazardFact.AREA, "a")).hazard();

    assertThat(HazardStatistics.of(Stream.of(one, two), MARCH).byArea().groups().keySet())
        .containsExactly("a", "b");
  }

  @Test
  void refusesNumbersThatDoNotSumUp() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flow(1, 2, 3, 4, 5, 1, 1, 1, 13))
        .withMessage(
            "closing must be the opening stock, more what came and less what went, but was: 13");
    assertThat(flow(1, 2, 3, 4, 5, 1, 1, 1, 12)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    // each beside the one that makes the sum hold
    "0,opening,1",
    "1,registered,0",
    "2,takenOver,0",
    "3,reopened,0",
    "4,regradedIn,0",
    "5,closedOut,8",
    "6,dismissed,8",
    "7,regradedOut,8",
    "8,closing,5"
  })
  void refusesNegativeNumbers(int place, String name, int beside) {
    long[] numbers = new long[9];
    numbers[place] = -1;
    numbers[beside] = 1;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> flow(numbers))
        .withMessage(name + " must not be negative, but was: -1");
  }

  @Test
  void refusesGroupsThatAreNotOfTheSameHazards() {
    HazardStatistics one = march(february());
    GroupedStock none = new GroupedStock(Map.of(), StockAndFlow.NONE);
    GroupedStock grades = one.byGrade();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HazardStatistics(MARCH, grades, none, grades, grades, one.rates()))
        .withMessageStartingWith("byOrigin must sum to StockAndFlow[opening=1,");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HazardStatistics(MARCH, grades, grades, none, grades, one.rates()))
        .withMessageStartingWith("byArea must sum to");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HazardStatistics(MARCH, grades, grades, grades, none, one.rates()))
        .withMessageStartingWith("byUnit must sum to");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new HazardStatistics(
                    MARCH,
                    grades,
                    grades,
                    grades,
                    grades,
                    Map.of(HazardRate.EFFECT, new Rate(0, 0))))
        .withMessage("rates must be all, but was: [EFFECT]");
  }

  @Test
  void refusesAPeriodWithoutADay() {
    LocalDate day = LocalDate.of(2026, 11, 25);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CountingPeriod(day, day, Tale.ZONE))
        .withMessage("until must be after 2026-11-25, but was: 2026-11-25");
  }
}
