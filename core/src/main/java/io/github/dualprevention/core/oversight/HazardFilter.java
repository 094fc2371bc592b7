package io.github.dualprevention.core.oversight;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.hazard.HazardGrade;
import io.github.dualprevention.core.hazard.HazardOrigin;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.HazardSummary;
import io.github.dualprevention.core.hazard.HazardTrait;
import io.github.dualprevention.core.hazard.LatestStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Which hazards are asked for: those that meet every condition. {@link #matches} says what the
 * conditions mean, for every store alike.
 *
 * @param states the states that are meant, at least one
 * @param traits what they must all be; none if it does not matter
 * @param grade the code of their grade
 * @param origin how they were found, as told last
 * @param area the area that they lie in, as told last
 * @param unit the risk unit that they belong to, as told last
 * @param overdueOn the day on which they are overdue
 * @param due the days in which their deadline lies, while they are not accepted
 * @param stuckSince open, with nothing done at that moment or after it
 */
public record HazardFilter(
    Set<HazardState> states,
    Set<HazardTrait> traits,
    Optional<String> grade,
    Optional<HazardOrigin> origin,
    Optional<String> area,
    Optional<String> unit,
    Optional<LocalDate> overdueOn,
    Optional<DaySpan> due,
    Optional<Instant> stuckSince) {

  private static final ImmutableSet<HazardState> ALL =
      Sets.immutableEnumSet(Arrays.asList(HazardState.values()));
  private static final ImmutableSet<HazardState> OPEN =
      Sets.immutableEnumSet(ALL.stream().filter(HazardState::isOpen).toList());

  /** Copies the sets; throws {@code IllegalArgumentException} if no state is meant. */
  public HazardFilter {
    Require.require(!states.isEmpty(), "states", "must not be empty", states);
    states = Sets.immutableEnumSet(states);
    traits = Sets.immutableEnumSet(traits);
    grade = grade.map(code -> Require.id(code, "grade"));
    Require.notNull(origin, "origin");
    area = area.map(id -> Require.id(id, "area"));
    unit = unit.map(id -> Require.id(id, "unit"));
    Require.notNull(overdueOn, "overdueOn");
    Require.notNull(due, "due");
    Require.notNull(stuckSince, "stuckSince");
  }

  private static HazardFilter of(ImmutableSet<HazardState> states) {
    return new HazardFilter(
        states,
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Every hazard.
   *
   * @return a filter to add conditions to
   */
  public static HazardFilter all() {
    return of(ALL);
  }

  /**
   * Every hazard that is still to be dealt with.
   *
   * @return a filter to add conditions to
   */
  public static HazardFilter open() {
    return of(OPEN);
  }

  /**
   * The same filter for other states.
   *
   * @param first a state that is meant
   * @param further more such states
   * @return the filter; the states meant before count no longer
   */
  public HazardFilter withStates(HazardState first, HazardState... further) {
    return new HazardFilter(
        Sets.immutableEnumSet(first, further),
        traits,
        grade,
        origin,
        area,
        unit,
        overdueOn,
        due,
        stuckSince);
  }

  /**
   * The same filter for hazards with one more trait.
   *
   * @param trait what they must be as well
   * @return the filter
   */
  public HazardFilter withTrait(HazardTrait trait) {
    ImmutableSet<HazardTrait> all =
        ImmutableSet.<HazardTrait>builder().addAll(traits).add(trait).build();
    return new HazardFilter(states, all, grade, origin, area, unit, overdueOn, due, stuckSince);
  }

  /**
   * The same filter for one grade.
   *
   * @param code the code of the grade, 1 to 100 characters on one line
   * @return the filter
   */
  public HazardFilter withGrade(String code) {
    return new HazardFilter(
        states, traits, Optional.of(code), origin, area, unit, overdueOn, due, stuckSince);
  }

  /**
   * The same filter for one origin.
   *
   * @param found how the hazards were found
   * @return the filter
   */
  public HazardFilter withOrigin(HazardOrigin found) {
    return new HazardFilter(
        states, traits, grade, Optional.of(found), area, unit, overdueOn, due, stuckSince);
  }

  /**
   * The same filter for one area.
   *
   * @param id the area's id, 1 to 100 characters on one line
   * @return the filter
   */
  public HazardFilter withArea(String id) {
    return new HazardFilter(
        states, traits, grade, origin, Optional.of(id), unit, overdueOn, due, stuckSince);
  }

  /**
   * The same filter for one risk unit.
   *
   * @param id the unit's id, 1 to 100 characters on one line
   * @return the filter
   */
  public HazardFilter withUnit(String id) {
    return new HazardFilter(
        states, traits, grade, origin, area, Optional.of(id), overdueOn, due, stuckSince);
  }

  /**
   * The same filter for what is overdue.
   *
   * @param day the present day where the hazards are
   * @return the filter, as {@link HazardSummary#isOverdue} has it
   */
  public HazardFilter withOverdueOn(LocalDate day) {
    return new HazardFilter(
        states, traits, grade, origin, area, unit, Optional.of(day), due, stuckSince);
  }

  /**
   * The same filter for what is due soon: not accepted, and not overdue before the first day.
   *
   * @param from the present day where the hazards are
   * @param until the last day that is soon
   * @return the filter
   * @throws IllegalArgumentException if the last day is before the first
   */
  public HazardFilter withDue(LocalDate from, LocalDate until) {
    return new HazardFilter(
        states,
        traits,
        grade,
        origin,
        area,
        unit,
        overdueOn,
        Optional.of(new DaySpan(from, until)),
        stuckSince);
  }

  /**
   * The same filter for what is open and stuck. Corrections of the record and migrations to another
   * edition of the life cycle are nothing done about a hazard.
   *
   * @param moment at which and since which no step occurred
   * @return the filter
   */
  public HazardFilter withStuckSince(Instant moment) {
    return new HazardFilter(
        states, traits, grade, origin, area, unit, overdueOn, due, Optional.of(moment));
  }

  /**
   * Whether a hazard is among those that are asked for.
   *
   * @param hazard the hazard's row
   * @return whether it meets every condition
   */
  public boolean matches(HazardSummary hazard) {
    return states.contains(hazard.state())
        && hazard.traits().containsAll(traits)
        && isMet(grade, hazard.grade().map(HazardGrade::code))
        && isMet(origin.map(HazardOrigin::code), hazard.origin())
        && isMet(area, hazard.area())
        && isMet(unit, hazard.unit())
        && overdueOn.filter(day -> !hazard.isOverdue(day)).isEmpty()
        && due.filter(days -> !isDue(hazard, days)).isEmpty()
        && stuckSince.filter(moment -> !isStuck(hazard, moment)).isEmpty();
  }

  private static boolean isMet(Optional<String> asked, Optional<String> told) {
    return asked.isEmpty() || asked.equals(told);
  }

  private static boolean isDue(HazardSummary hazard, DaySpan days) {
    return hazard.state().awaitsAcceptance()
        && hazard.deadline().filter(days::contains).isPresent();
  }

  private static boolean isStuck(HazardSummary hazard, Instant moment) {
    return hazard.state().isOpen()
        && hazard.latest().map(LatestStep::occurred).filter(moment::isAfter).isPresent();
  }
}
