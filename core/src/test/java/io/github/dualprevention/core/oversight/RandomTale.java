package io.github.dualprevention.core.oversight;

import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardGrade;
import io.github.dualprevention.core.hazard.HazardOrigin;
import io.github.dualprevention.core.hazard.HazardState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Hazards that wander through every state, mostly forwards in time, now and then not. */
final class RandomTale {

  static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
  static final int DAYS = 60;

  private static final List<HazardGrade> GRADES =
      List.of(
          Tale.GENERAL,
          Tale.MAJOR,
          new HazardGrade("SERIOUS", false),
          new HazardGrade("EXTREME", true));

  private final SplittableRandom random;
  private final int hazards;

  private RandomTale(long seed) {
    random = new SplittableRandom(seed);
    hazards = 1 + random.nextInt(12);
  }

  static List<Hazard> hazards(long seed) {
    RandomTale tale = new RandomTale(seed);
    List<Hazard> all = new ArrayList<>();
    for (int i = 0; i < tale.hazards; i++) {
      all.add(tale.hazard("H-" + i));
    }
    return all;
  }

  private Hazard hazard(String id) {
    Tale tale = Tale.of(id);
    Instant now = FIRST_DAY.atStartOfDay(Tale.ZONE).toInstant().plus(hours(24 * DAYS / 2));
    int steps = random.nextInt(20);
    for (int i = 0; i < steps; i++) {
      now = now.plus(hours(100));
      Instant when = random.nextInt(6) == 0 ? now.minus(hours(400)) : now;
      move(tale.at(random.nextInt(8) == 0 ? midnightOf(when) : when));
    }
    return tale.hazard();
  }

  private Duration hours(int most) {
    return Duration.ofHours(random.nextInt(most));
  }

  private static Instant midnightOf(Instant moment) {
    return LocalDate.ofInstant(moment, Tale.ZONE).atStartOfDay(Tale.ZONE).toInstant();
  }

  private void move(Tale tale) {
    HazardState state = tale.hazard().state();
    if (state.isOpen() && random.nextInt(3) == 0) {
      beside(tale);
      return;
    }
    int choice = random.nextInt(4);
    switch (state) {
      case DISCOVERED -> begin(tale, choice);
      case REGISTERED -> {
        if (choice == 0) {
          tale.dismiss();
        } else {
          assess(tale);
        }
      }
      case ASSESSED -> {
        switch (choice) {
          case 0 -> assess(tale);
          case 1 -> tale.fixOnSpot();
          case 2 -> tale.start(day());
          default -> tale.step(HazardAction.START, HazardState.RECTIFYING, Map.of());
        }
        if (random.nextInt(20) == 0 && tale.hazard().state() == HazardState.ASSESSED) {
          tale.dismiss();
        }
      }
      case RECTIFYING -> {
        if (choice == 0) {
          assess(tale);
        } else {
          tale.submit();
        }
      }
      case FIXED_ON_SPOT, RECTIFIED -> {
        switch (choice) {
          case 0 -> tale.reject();
          case 1 -> assess(tale);
          default -> tale.accept();
        }
      }
      case ACCEPTED -> {
        switch (choice) {
          case 0 -> tale.failRecheck();
          case 1 -> tale.reject();
          default -> tale.closeOut();
        }
      }
      case CLOSED, DISMISSED -> tale.reopen();
    }
  }

  private void begin(Tale tale, int choice) {
    Map<HazardFact, String> facts = new EnumMap<>(HazardFact.class);
    describe(facts);
    if (choice > 0) {
      tale.register(facts);
      return;
    }
    HazardState state =
        some(
            List.of(
                HazardState.REGISTERED,
                HazardState.ASSESSED,
                HazardState.RECTIFYING,
                HazardState.CLOSED));
    facts.put(HazardFact.DEADLINE, day());
    tale.take(state, some(GRADES), facts);
  }

  private void describe(Map<HazardFact, String> facts) {
    maybe(facts, HazardFact.ORIGIN, some(List.of(HazardOrigin.values())).code());
    maybe(facts, HazardFact.AREA, "area-" + random.nextInt(3));
    maybe(facts, HazardFact.UNIT, "unit-" + random.nextInt(3));
    maybe(facts, HazardFact.EARLIER, "H-" + random.nextInt(hazards));
  }

  private void maybe(Map<HazardFact, String> facts, HazardFact fact, String text) {
    if (random.nextInt(3) > 0) {
      facts.put(fact, text);
    }
  }

  private void assess(Tale tale) {
    tale.assess(some(GRADES));
  }

  private void beside(Tale tale) {
    switch (random.nextInt(5)) {
      case 0 -> tale.beside(HazardAction.MONITOR);
      case 1 -> tale.beside(HazardAction.PLAN, Map.of(HazardFact.DEADLINE, day()));
      case 2 -> tale.beside(HazardAction.GRANT_EXTENSION, Map.of(HazardFact.DEADLINE, day()));
      case 3 -> tale.beside(HazardAction.RECEIVE_ORDER, order());
      default -> {
        Map<HazardFact, String> facts = new EnumMap<>(HazardFact.class);
        describe(facts);
        maybe(facts, HazardFact.ORDERED_DEADLINE, day());
        tale.beside(HazardAction.CORRECT, facts);
      }
    }
  }

  /** An order of one of two bodies, mostly with a day, so that orders are given again. */
  private Map<HazardFact, String> order() {
    Map<HazardFact, String> facts = new EnumMap<>(HazardFact.class);
    facts.put(HazardFact.BODY, "body-" + random.nextInt(2));
    maybe(facts, HazardFact.ORDERED_DEADLINE, day());
    return facts;
  }

  private String day() {
    return FIRST_DAY.plusDays(random.nextInt(DAYS)).toString();
  }

  private <T> T some(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
