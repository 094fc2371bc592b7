package io.github.dualprevention.core.oversight;

import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardStep;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The deadline after some of a hazard's steps; after all of them it is {@link Hazard#deadline}. */
final class PastDeadline {

  private final Map<String, LocalDate> ordered = new HashMap<>();
  private @Nullable LocalDate own;
  private boolean isOrdered;

  /** Reads one more step. */
  void take(HazardStep step) {
    if (step.action() == HazardAction.REOPEN) {
      ordered.clear();
      own = null;
      isOrdered = false;
    }
    isOrdered |= step.action() == HazardAction.RECEIVE_ORDER;
    day(step, HazardFact.DEADLINE).ifPresent(day -> own = day);
    day(step, HazardFact.ORDERED_DEADLINE).ifPresent(day -> ordered.put(order(step), day));
  }

  private static Optional<LocalDate> day(HazardStep step, HazardFact fact) {
    return Optional.ofNullable(step.facts().get(fact)).map(LocalDate::parse);
  }

  /** An order is that of a body under a number; it may be given again. */
  private static String order(HazardStep step) {
    return step.facts().get(HazardFact.BODY) + "\n" + step.facts().get(HazardFact.DOCUMENT);
  }

  /** The earliest day that the enterprise has set or a regulator has ordered in this round. */
  Optional<LocalDate> day() {
    Stream<LocalDate> orders = isOrdered ? ordered.values().stream() : Stream.empty();
    return Stream.concat(Stream.ofNullable(own), orders).min(Comparator.naturalOrder());
  }
}
