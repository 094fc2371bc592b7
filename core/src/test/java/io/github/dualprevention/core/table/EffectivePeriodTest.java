package io.github.dualprevention.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EffectivePeriodTest {

  private static final LocalDate ORIGIN = LocalDate.of(2026, 1, 1);

  @Test
  void beginsOnItsFirstDayAndEndsBeforeItsLast() {
    EffectivePeriod period = period(10, 20);

    assertThat(period.contains(day(9))).isFalse();
    assertThat(period.contains(day(10))).isTrue();
    assertThat(period.contains(day(19))).isTrue();
    assertThat(period.contains(day(20))).isFalse();
    assertThat(period).hasToString("[2026-01-11, 2026-01-21)");
  }

  @Test
  void refusesAPeriodWithoutADay() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> period(10, 10))
        .withMessageContaining("2026-01-11");
  }

  @Property
  void overlapsExactlyWhenSomeDayLiesInBoth(
      @ForAll @IntRange(min = -1, max = 12) int a,
      @ForAll @IntRange(min = 1, max = 6) int lengthA,
      @ForAll @IntRange(min = -1, max = 12) int b,
      @ForAll @IntRange(min = 1, max = 6) int lengthB) {
    EffectivePeriod first = a < 0 ? open(lengthA) : period(a, a + lengthA);
    EffectivePeriod second =
        lengthB == 6
            ? new EffectivePeriod(Optional.of(day(b)), Optional.empty())
            : b < 0 ? open(lengthB) : period(b, b + lengthB);
    List<LocalDate> days = IntStream.range(-1, 30).mapToObj(EffectivePeriodTest::day).toList();

    assertThat(first.overlaps(second))
        .isEqualTo(days.stream().anyMatch(d -> first.contains(d) && second.contains(d)));
  }

  private static EffectivePeriod open(int until) {
    return new EffectivePeriod(Optional.empty(), Optional.of(day(until)));
  }

  private static EffectivePeriod period(int from, int until) {
    return new EffectivePeriod(Optional.of(day(from)), Optional.of(day(until)));
  }

  private static LocalDate day(int offset) {
    return ORIGIN.plusDays(offset);
  }
}
