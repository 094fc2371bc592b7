package io.github.dualprevention.core.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.dualprevention.core.hazard.HazardFact;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HazardTallyTest {

  private static final CountingPeriod MARCH = from(LocalDate.of(2026, 3, 1));
  private static final CountingPeriod APRIL = from(LocalDate.of(2026, 4, 1));

  private static CountingPeriod from(LocalDate day) {
    return new CountingPeriod(day, day.plusMonths(1), Tale.ZONE);
  }

  private static HazardTally march(Tale... tales) {
    HazardTally tally = HazardTally.of(MARCH);
    Stream.of(tales).map(Tale::hazard).forEach(tally::add);
    return tally;
  }

  private static Tale open(String id) {
    return Tale.of(id).on("2026-03-02").register();
  }

  private static Tale accepted(String id) {
    return open(id).assess(Tale.GENERAL).start("2026-03-20").submit().accept();
  }

  private static Tale back(String id, String earlier) {
    return Tale.of(id).on("2026-03-25").register(Map.of(HazardFact.EARLIER, earlier));
  }

  private static Rate effect(HazardTally tally) {
    return tally.result().rate(HazardRate.EFFECT);
  }

  @Test
  void aNewTallyHasCountedNothing() {
    assertThat(HazardTally.of(MARCH).result()).isEqualTo(HazardStatistics.of(Stream.of(), MARCH));
  }

  @Test
  void aResultIsThatOfItsMomentAndTheTallyCountsOn() {
    HazardTally tally = march(open("H-1"));
    HazardStatistics before = tally.result();

    tally.add(open("H-2").hazard());

    assertThat(before.total().registered()).isEqualTo(1);
    assertThat(tally.result().total().registered()).isEqualTo(2);
  }

  @Test
  void aHazardThatCameBackInAnotherTallyDoesNotHold() {
    HazardTally one = march(accepted("H-1"));
    HazardTally other = march(back("H-2", "H-1"));
    assertThat(effect(one)).isEqualTo(new Rate(1, 1));

    one.merge(other);
    assertThat(effect(one)).isEqualTo(new Rate(0, 1));

    other.merge(march(accepted("H-1")));
    assertThat(effect(other)).isEqualTo(new Rate(0, 1));
  }

  @Test
  void theTallyThatIsMergedStaysAsItIs() {
    HazardTally one = march(accepted("H-1"));
    HazardTally other = march(accepted("H-2"), back("H-3", "H-1"));
    HazardStatistics before = other.result();

    one.merge(other);
    one.add(back("H-4", "H-2").hazard());

    assertThat(other.result()).isEqualTo(before);
    assertThat(effect(one)).isEqualTo(new Rate(0, 2));
  }

  @Test
  void refusesATallyOfAnotherPeriod() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> march().merge(HazardTally.of(APRIL)))
        .withMessage("other must be another tally of the same period, but was: " + APRIL);
  }

  @Test
  void refusesToBeMergedWithItself() {
    HazardTally tally = march(open("H-1"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> tally.merge(tally))
        .withMessageStartingWith("other must be another tally of the same period, but was: ");
  }

  @Test
  void refusesAnAcceptedHazardThatIsAddedTwiceAndCountsItOnce() {
    HazardTally tally = march(accepted("H-1"), open("H-2"));
    HazardStatistics before = tally.result();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> tally.add(accepted("H-1").hazard()))
        .withMessage("hazard must be added once, but was: H-1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tally.merge(march(open("H-3"), accepted("H-1"))))
        .withMessage("hazard must be added once, but was: H-1");
    assertThat(tally.result()).isEqualTo(before);
  }

  @Test
  void countsAHazardTwiceThatIsAddedTwiceAndWasNotAccepted() {
    assertThat(march(open("H-1"), open("H-1")).result().total().registered()).isEqualTo(2);
  }

  @Test
  void aStreamMayBeCountedInParallel() {
    List<Tale> tales = List.of(accepted("H-1"), open("H-2"), back("H-3", "H-1"), accepted("H-4"));

    assertThat(HazardStatistics.of(tales.parallelStream().map(Tale::hazard), MARCH))
        .isEqualTo(march(tales.toArray(Tale[]::new)).result());
  }

  @Test
  @SuppressWarnings("NullAway") // what a caller without null checks may do
  void refusesToCountOverNoPeriod() {
    assertThatNullPointerException()
        .isThrownBy(() -> HazardTally.of(null))
        .withMessage("period must not be null");
  }
}
