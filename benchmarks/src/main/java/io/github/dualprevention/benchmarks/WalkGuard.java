package io.github.dualprevention.benchmarks;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.hazard.GradeScope;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardGrade;
import io.github.dualprevention.core.hazard.HazardOrigin;
import io.github.dualprevention.core.hazard.InterimMeasureKind;
import io.github.dualprevention.core.hazard.ListedGrade;
import io.github.dualprevention.core.hazard.Transition;
import io.github.dualprevention.core.judgement.JudgementStandards;
import io.github.dualprevention.core.responsibility.Duty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that must hold for one line of the walk, as a programmer writes it by hand who minds
 * speed: nothing is looked up twice or made anew. It answers yes or no, and has no reasons. The
 * array table and every state machine have it.
 */
final class WalkGuard implements Predicate<WalkCase> {

  private static final int DAY = 10;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final JudgementStandards STANDARDS = MajorWalk.LIFE_CYCLE.profile().standards();
  private static final Map<String, HazardGrade> GRADES =
      MajorWalk.LIFE_CYCLE.grades().stream()
          .map(ListedGrade::grade)
          .collect(Collectors.toUnmodifiableMap(HazardGrade::code, grade -> grade));

  private final HazardAction action;
  private final @Nullable Duty duty;
  private final HazardFact[] needed;
  private final Set<HazardFact> taken = EnumSet.noneOf(HazardFact.class);
  private final HazardAction[] steps;
  private final boolean apart;
  private final boolean moves;
  private final boolean anyGrade;

  WalkGuard(Transition line) {
    action = line.action();
    duty = line.duty().orElse(null);
    needed = line.facts().stream().map(fact -> fact.value()).toArray(HazardFact[]::new);
    taken.addAll(Arrays.asList(needed));
    taken.addAll(line.also());
    steps = line.steps().stream().map(step -> step.value()).toArray(HazardAction[]::new);
    apart = !line.apart().isEmpty();
    moves = line.from() != line.to();
    anyGrade = line.scope() == GradeScope.ANY;
  }

  @Override
  public boolean test(WalkCase at) {
    return (duty == null || at.command().actor().duties().contains(duty))
        && hasEvidence(at.command().facts())
        && isInTime(at)
        && isAfterItsSteps(at)
        && !(apart && at.past().rectifiers().contains(at.command().actor().person()))
        && meetsConditions(at);
  }

  private boolean hasEvidence(Map<HazardFact, String> facts) {
    for (HazardFact fact : needed) {
      if (!facts.containsKey(fact)) {
        return false;
      }
    }
    for (Map.Entry<HazardFact, String> fact : facts.entrySet()) {
      if (!taken.contains(fact.getKey()) || !hasForm(fact.getKey(), fact.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasForm(HazardFact fact, String text) {
    return switch (fact) {
      case ORIGIN -> HazardOrigin.byCode().containsKey(text);
      case INTERIM_KIND -> InterimMeasureKind.byCode().containsKey(text);
      case FUNDS -> Require.parseDecimal(text).filter(funds -> funds.signum() >= 0).isPresent();
      case DEADLINE -> isDay(text);
      default -> true;
    };
  }

  private static boolean isDay(String text) {
    try {
      LocalDate.parse(text);
      return text.length() == DAY;
    } catch (DateTimeParseException notADay) {
      return false;
    }
  }

  private boolean isInTime(WalkCase at) {
    Instant occurred = at.command().occurred();
    Instant earliest = earliest(at.past());
    return !occurred.isAfter(at.now()) && (earliest == null || !occurred.isBefore(earliest));
  }

  private @Nullable Instant earliest(WalkPast past) {
    if (moves) {
      return past.moved();
    }
    if (action == HazardAction.TAKE_INTERIM_MEASURES) {
      return null;
    }
    return anyGrade || past.graded() == null ? past.begun() : past.graded();
  }

  private boolean isAfterItsSteps(WalkCase at) {
    for (HazardAction step : steps) {
      Instant done = at.past().counting().get(step);
      if (done == null || at.command().occurred().isBefore(done)) {
        return false;
      }
    }
    return true;
  }

  private boolean meetsConditions(WalkCase at) {
    Map<HazardFact, String> facts = at.command().facts();
    Map<HazardAction, Instant> counting = at.past().counting();
    return switch (action) {
      case REGISTER ->
          !facts.containsKey(HazardFact.CHECK)
              || (facts.containsKey(HazardFact.MEASURE)
                  && !HazardOrigin.WHISTLEBLOW.code().equals(facts.get(HazardFact.ORIGIN)));
      case ASSESS -> hasGrade(facts, at.past()) && hasCriterion(at);
      case PLAN ->
          isTimely(facts.get(HazardFact.DEADLINE), at, counting.containsKey(HazardAction.PLAN));
      case REJECT -> isTimely(facts.get(HazardFact.DEADLINE), at, true);
      case ACCEPT -> !counting.containsKey(HazardAction.PROPOSE_MAJOR);
      case CLOSE_OUT ->
          !counting.containsKey(HazardAction.LIST)
              && !counting.containsKey(HazardAction.PROPOSE_MAJOR)
              && !counting.containsKey(HazardAction.RECEIVE_ORDER)
              && !at.past().suspended();
      default -> true;
    };
  }

  private static boolean hasGrade(Map<HazardFact, String> facts, WalkPast past) {
    HazardGrade grade = GRADES.get(facts.get(HazardFact.GRADE));
    return grade != null
        && (grade.major()
            || facts.containsKey(HazardFact.REASON)
            || (past.graded() == null && !past.counting().containsKey(HazardAction.PROPOSE_MAJOR)));
  }

  private static boolean hasCriterion(WalkCase at) {
    String id = at.command().facts().get(HazardFact.CRITERION);
    return id == null
        || STANDARDS
            .judge(id, LocalDate.ofInstant(at.command().occurred(), ZONE))
            .reasons()
            .isEmpty();
  }

  /** Neither past nor, where it must be kept, later than before; no regulator has set one. */
  private static boolean isTimely(@Nullable String deadline, WalkCase at, boolean kept) {
    if (deadline == null) {
      return true;
    }
    LocalDate wanted = day(deadline);
    LocalDate set = at.past().deadline();
    LocalDate before = kept ? set : null;
    return (wanted.equals(set)
            || !wanted.isBefore(LocalDate.ofInstant(at.command().occurred(), ZONE)))
        && (before == null || !wanted.isAfter(before))
        && !at.past().counting().containsKey(HazardAction.RECEIVE_ORDER);
  }

  /** It has the form of a day. */
  private static LocalDate day(String text) {
    return LocalDate.of(
        Integer.parseInt(text, 0, 4, 10),
        Integer.parseInt(text, 5, 7, 10),
        Integer.parseInt(text, 8, 10, 10));
  }
}
