package io.github.dualprevention.testkit;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardDue;
import io.github.dualprevention.core.hazard.HazardGrade;
import io.github.dualprevention.core.hazard.HazardOrigin;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.HazardSummary;
import io.github.dualprevention.core.hazard.HazardTrait;
import io.github.dualprevention.core.hazard.LatestStep;
import io.github.dualprevention.core.oversight.HazardFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws rows and filters by lot; the same seed always gives the same ones. */
final class Lots {

  /** Of a linear congruential generator of 64 bits. */
  private static final long FACTOR = 6_364_136_223_846_793_005L;

  private static final long SUMMAND = 1_442_695_040_888_963_407L;

  private long state;

  Lots(long seed) {
    state = seed;
  }

  /** A row with any of its fields empty; places and days are few, so that filters find some. */
  HazardSummary summary(String id) {
    return new HazardSummary(
        Samples.enterprise(),
        id,
        1 + below(1_000_000),
        oneOf(HazardState.values()),
        maybe(this::grade),
        maybe(() -> Samples.AWKWARD_TEXT + below(100)),
        maybe(() -> below(4) == 0 ? "另一台账的说法" : origin().code()),
        maybe(this::place),
        maybe(this::place),
        maybe(() -> "M-" + below(100)),
        maybe(this::day),
        maybe(this::latest),
        maybe(() -> "P-" + below(100)),
        Stream.of(HazardTrait.values())
            .filter(trait -> below(2) == 0)
            .collect(Collectors.toUnmodifiableSet()),
        IntStream.range(0, below(4)).mapToObj(each -> due()).toList());
  }

  private HazardDue due() {
    return new HazardDue(
        oneOf(HazardAction.values()),
        below(2) == 0,
        maybe(this::day),
        maybe(() -> "P-" + below(100)),
        new SourceClause("示例文件", "第" + below(100) + "条", oneOf(Evidence.values())));
  }

  private HazardGrade grade() {
    return below(2) == 0 ? new HazardGrade("GENERAL", false) : new HazardGrade("MAJOR", true);
  }

  private HazardOrigin origin() {
    return oneOf(HazardOrigin.DAILY, HazardOrigin.REGULATOR, HazardOrigin.OTHER);
  }

  private String place() {
    return oneOf("north", "North", "_orth", "𠮷区");
  }

  private LocalDate day() {
    return LocalDate.of(2026, 7, 1).plusDays(below(7));
  }

  private LatestStep latest() {
    return new LatestStep(1 + below(100), oneOf(HazardAction.values()), occurred());
  }

  private Instant occurred() {
    return Samples.moment().plusMillis(below(7));
  }

  /** A filter with up to three conditions beside the states. */
  HazardFilter filter() {
    HazardFilter filter =
        switch (below(3)) {
          case 0 -> HazardFilter.all();
          case 1 -> HazardFilter.open();
          default ->
              HazardFilter.all()
                  .withStates(oneOf(HazardState.values()), oneOf(HazardState.values()));
        };
    for (int i = below(4); i > 0; i--) {
      filter = condition(filter);
    }
    return filter;
  }

  private HazardFilter condition(HazardFilter filter) {
    LocalDate day = day();
    return switch (below(8)) {
      case 0 -> filter.withTrait(oneOf(HazardTrait.values()));
      case 1 -> filter.withGrade(oneOf("GENERAL", "MAJOR", "major"));
      case 2 -> filter.withOrigin(origin());
      case 3 -> filter.withArea(place());
      case 4 -> filter.withUnit(place());
      case 5 -> filter.withOverdueOn(day);
      case 6 -> filter.withDue(day, day.plusDays(below(3)));
      default -> filter.withStuckSince(occurred());
    };
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return below(4) == 0 ? Optional.empty() : Optional.of(value.get());
  }

  @SafeVarargs
  private <T> T oneOf(T... values) {
    return values[below(values.length)];
  }

  private int below(int bound) {
    state = state * FACTOR + SUMMAND;
    return (int) Long.remainderUnsigned(state >>> 33, bound);
  }
}
