package io.github.dualprevention.core.oversight;

import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardGrade;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.HazardStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Counts once more, in the plainest way: every question goes through all steps again. */
final class Recount {

  /** A step that changes state or grade, and the moment at which it counts. */
  private record Change(
      HazardStep step, HazardState before, Optional<HazardGrade> old, Instant when) {

    boolean isIn(CountingPeriod period) {
      return !when.isBefore(period.begin()) && when.isBefore(period.end());
    }

    boolean comesIn() {
      return !before.isOpen() && step.to().isOpen();
    }
  }

  private static final Set<HazardAction> ENDS_AN_ACCEPTANCE =
      EnumSet.of(
          HazardAction.ASSESS,
          HazardAction.SUBMIT,
          HazardAction.FIX_ON_SPOT,
          HazardAction.REJECT,
          HazardAction.FAIL_RECHECK,
          HazardAction.REOPEN);

  private final List<Hazard> hazards;
  private final CountingPeriod period;

  Recount(List<Hazard> hazards, CountingPeriod period) {
    this.hazards = hazards;
    this.period = period;
  }

  private static List<Change> changes(Hazard hazard) {
    List<Change> changes = new ArrayList<>();
    Instant latest = Instant.MIN;
    Optional<HazardGrade> grade = Optional.empty();
    for (HazardStep step : hazard.steps()) {
      if (step.from() != step.to() || !step.grade().equals(grade)) {
        latest = step.occurred().isAfter(latest) ? step.occurred() : latest;
        changes.add(new Change(step, step.from(), grade, latest));
      }
      grade = step.grade();
    }
    return changes;
  }

  /** The steps that had occurred when the period ended. */
  private List<HazardStep> past(Hazard hazard) {
    List<Change> changes = changes(hazard);
    List<HazardStep> past = new ArrayList<>();
    for (HazardStep step : hazard.steps()) {
      Optional<Change> change =
          changes.stream().filter(each -> each.step().number() == step.number()).findFirst();
      if (change.isPresent() && !change.get().when().isBefore(period.end())) {
        break;
      }
      if (change.isPresent() || step.occurred().isBefore(period.end())) {
        past.add(step);
      }
    }
    return past;
  }

  private static <T> Optional<T> last(List<T> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
  }

  /** What is counted of the hazards in a group that does not change with time. */
  StockAndFlow of(Predicate<Hazard> group) {
    return count(group, any -> true);
  }

  /** What is counted of the hazards of a grade. */
  StockAndFlow ofGrade(Optional<String> code) {
    return count(hazard -> true, grade -> grade.map(HazardGrade::code).equals(code));
  }

  private StockAndFlow count(Predicate<Hazard> group, Predicate<Optional<HazardGrade>> graded) {
    return new StockAndFlow(
        open(group, graded, period.begin()),
        changes(
            group,
            change ->
                change.comesIn()
                    && change.before() == HazardState.DISCOVERED
                    && change.step().action() != HazardAction.IMPORT
                    && graded.test(change.step().grade())),
        changes(
            group,
            change ->
                change.comesIn()
                    && change.step().action() == HazardAction.IMPORT
                    && graded.test(change.step().grade())),
        changes(
            group,
            change ->
                change.step().action() == HazardAction.REOPEN
                    && graded.test(change.step().grade())),
        regradings(group, change -> graded.test(change.step().grade())),
        changes(
            group,
            change ->
                change.step().action() == HazardAction.CLOSE_OUT && graded.test(change.old())),
        changes(
            group,
            change -> change.step().action() == HazardAction.DISMISS && graded.test(change.old())),
        regradings(group, change -> graded.test(change.old())),
        open(group, graded, period.end()));
  }

  private long open(
      Predicate<Hazard> group, Predicate<Optional<HazardGrade>> graded, Instant before) {
    return hazards.stream()
        .filter(group)
        .map(
            hazard ->
                last(changes(hazard).stream().filter(it -> it.when().isBefore(before)).toList()))
        .flatMap(Optional::stream)
        .filter(change -> change.step().to().isOpen() && graded.test(change.step().grade()))
        .count();
  }

  private long changes(Predicate<Hazard> group, Predicate<Change> counted) {
    return hazards.stream()
        .filter(group)
        .flatMap(hazard -> changes(hazard).stream())
        .filter(change -> change.isIn(period) && counted.test(change))
        .count();
  }

  private long regradings(Predicate<Hazard> group, Predicate<Change> counted) {
    return changes(
        group,
        change ->
            change.before().isOpen()
                && change.step().to().isOpen()
                && !change.old().equals(change.step().grade())
                && counted.test(change));
  }

  Rate rate(HazardRate rate) {
    List<Hazard> standing =
        hazards.stream()
            .filter(hazard -> !past(hazard).isEmpty())
            .filter(hazard -> stateThen(hazard) != HazardState.DISMISSED)
            .toList();
    Predicate<Hazard> among =
        switch (rate) {
          case DISCOVERY, RECTIFICATION -> this::isRegistered;
          case TIMELINESS -> hazard -> !acceptances(hazard).isEmpty() || isDue(hazard);
          case EFFECT -> hazard -> !acceptances(hazard).isEmpty();
        };
    Predicate<Hazard> good =
        switch (rate) {
          case DISCOVERY ->
              hazard ->
                  hazard
                      .told(HazardFact.ORIGIN)
                      .filter(origin -> !Set.of("REGULATOR", "WHISTLEBLOW").contains(origin))
                      .isPresent();
          case RECTIFICATION -> hazard -> stands(past(hazard));
          case TIMELINESS -> hazard -> stands(past(hazard)) && isInTime(hazard);
          case EFFECT -> hazard -> !isUndone(hazard) && standing.stream().noneMatch(isBack(hazard));
        };
    List<Hazard> all = standing.stream().filter(among).toList();
    return new Rate(all.stream().filter(good).count(), all.size());
  }

  private HazardState stateThen(Hazard hazard) {
    return last(past(hazard)).map(HazardStep::to).orElse(HazardState.DISCOVERED);
  }

  private boolean isRegistered(Hazard hazard) {
    Change first = changes(hazard).get(0);
    return first.isIn(period) && first.step().action() == HazardAction.REGISTER;
  }

  private List<Change> acceptances(Hazard hazard) {
    return changes(hazard).stream()
        .filter(change -> change.step().action() == HazardAction.ACCEPT && change.isIn(period))
        .toList();
  }

  private static boolean stands(List<HazardStep> past) {
    boolean stands = false;
    for (HazardStep step : past) {
      if (ENDS_AN_ACCEPTANCE.contains(step.action())) {
        stands = false;
      }
      stands |= step.action() == HazardAction.ACCEPT;
    }
    return stands;
  }

  private boolean isDue(Hazard hazard) {
    boolean unverified = stateThen(hazard) == HazardState.CLOSED && !stands(past(hazard));
    return !unverified
        && deadline(past(hazard))
            .filter(day -> !day.isBefore(period.from()) && day.isBefore(period.until()))
            .isPresent();
  }

  /** The earliest of what the enterprise set last and what each body ordered last. */
  private static Optional<LocalDate> deadline(List<HazardStep> past) {
    List<HazardStep> round = round(past);
    Map<String, LocalDate> days = new HashMap<>();
    for (HazardStep step : round) {
      day(step, HazardFact.DEADLINE).ifPresent(day -> days.put("own", day));
      day(step, HazardFact.ORDERED_DEADLINE)
          .filter(day -> isAmong(round, HazardAction.RECEIVE_ORDER))
          .ifPresent(day -> days.put("of " + step.facts().get(HazardFact.BODY), day));
    }
    return days.values().stream().min(LocalDate::compareTo);
  }

  private static List<HazardStep> round(List<HazardStep> past) {
    int first = past.size() - 1;
    while (first > 0 && past.get(first).action() != HazardAction.REOPEN) {
      first--;
    }
    return past.subList(Math.max(first, 0), past.size());
  }

  private static boolean isAmong(List<HazardStep> steps, HazardAction action) {
    return steps.stream().anyMatch(step -> step.action() == action);
  }

  private static Optional<LocalDate> day(HazardStep step, HazardFact fact) {
    return Optional.ofNullable(step.facts().get(fact)).map(LocalDate::parse);
  }

  /** Whether the last acceptance of all was no later than the deadline before it. */
  private boolean isInTime(Hazard hazard) {
    List<HazardStep> past = past(hazard);
    int place = 0;
    for (int i = 0; i < past.size(); i++) {
      place = past.get(i).action() == HazardAction.ACCEPT ? i : place;
    }
    HazardStep acceptance = past.get(place);
    Function<Change, LocalDate> day = change -> LocalDate.ofInstant(change.when(), period.zone());
    LocalDate accepted =
        changes(hazard).stream()
            .filter(change -> change.step().number() == acceptance.number())
            .map(day)
            .findFirst()
            .orElseThrow();
    Optional<LocalDate> deadline = deadline(past.subList(0, place));
    return deadline.isEmpty() || !accepted.isAfter(deadline.get());
  }

  private boolean isUndone(Hazard hazard) {
    HazardStep first = acceptances(hazard).get(0).step();
    return past(hazard).stream()
        .filter(step -> step.number() > first.number())
        .anyMatch(
            step ->
                step.action() == HazardAction.FAIL_RECHECK
                    || step.action() == HazardAction.REOPEN
                    || (step.action() == HazardAction.REJECT
                        && step.from() == HazardState.ACCEPTED));
  }

  private Predicate<Hazard> isBack(Hazard accepted) {
    Instant since = acceptances(accepted).get(0).when();
    return hazard ->
        hazard.told(HazardFact.EARLIER).equals(Optional.of(accepted.id()))
            && !changes(hazard).get(0).when().isBefore(since);
  }
}
