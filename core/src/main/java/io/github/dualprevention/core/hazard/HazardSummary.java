package io.github.dualprevention.core.hazard;

import com.google.common.collect.Sets;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.organisation.CreditCode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A hazard as a row of the register (台账) shows it: for lists, queries, pages and maps. It is a
 * reading of the hazard's steps, written anew after each of them.
 *
 * @param enterprise whose hazard it is
 * @param id the hazard's id, unique within the enterprise
 * @param version how many steps were taken, at least 1
 * @param state where it stands
 * @param grade its grade; empty before it is assessed
 * @param title what is wrong, as told last; empty if no step tells
 * @param origin how it was found, as told last; a code of {@link HazardOrigin} unless another
 *     ledger says otherwise
 * @param area the area that it lies in, as told last
 * @param unit the risk unit that it belongs to, as told last
 * @param measure the control measure that failed, as told last
 * @param deadline the last day for the rectification, as {@link Hazard#deadline} has it
 * @param latest what was done last; empty if nothing but corrections is recorded
 * @param responsiblePostId the post that answers for the rectification, as told last in this round
 * @param traits everything that it is: major, suspended, listed and so on
 * @param dues everything that must be done about it
 */
public record HazardSummary(
    CreditCode enterprise,
    String id,
    int version,
    HazardState state,
    Optional<HazardGrade> grade,
    Optional<String> title,
    Optional<String> origin,
    Optional<String> area,
    Optional<String> unit,
    Optional<String> measure,
    Optional<LocalDate> deadline,
    Optional<LatestStep> latest,
    Optional<String> responsiblePostId,
    Set<HazardTrait> traits,
    List<HazardDue> dues) {

  /** Copies the lists; throws {@code IllegalArgumentException} if the version is below 1. */
  public HazardSummary {
    Require.notNull(enterprise, "enterprise");
    Require.notNull(id, "id");
    Require.require(version >= 1, "version", "must be at least 1", version);
    Require.notNull(state, "state");
    Require.notNull(grade, "grade");
    Require.notNull(title, "title");
    Require.notNull(origin, "origin");
    Require.notNull(area, "area");
    Require.notNull(unit, "unit");
    Require.notNull(measure, "measure");
    Require.notNull(deadline, "deadline");
    Require.notNull(latest, "latest");
    Require.notNull(responsiblePostId, "responsiblePostId");
    traits = Sets.immutableEnumSet(traits);
    dues = List.copyOf(dues);
  }

  /**
   * Reads the steps of a hazard.
   *
   * @param enterprise whose hazard it is
   * @param hazard the hazard, with at least one step
   * @param dues what must be done about it, as {@link HazardLifeCycle#dues} has it
   * @return its row
   * @throws IllegalArgumentException if the hazard has no step
   */
  public static HazardSummary of(CreditCode enterprise, Hazard hazard, List<HazardDue> dues) {
    return new HazardSummary(
        enterprise,
        hazard.id(),
        hazard.version(),
        hazard.state(),
        hazard.grade(),
        hazard.told(HazardFact.WHAT),
        hazard.told(HazardFact.ORIGIN),
        hazard.told(HazardFact.AREA),
        hazard.told(HazardFact.UNIT),
        hazard.told(HazardFact.MEASURE),
        hazard.deadline(),
        LatestStep.of(hazard),
        hazard.latest(HazardFact.RESPONSIBLE),
        traits(hazard),
        dues);
  }

  private static Set<HazardTrait> traits(Hazard hazard) {
    Set<HazardTrait> traits = EnumSet.allOf(HazardTrait.class);
    traits.removeIf(trait -> !trait.isOf(hazard));
    return traits;
  }

  /**
   * Whether the hazard is or has something.
   *
   * @param trait what
   * @return whether it is among its traits
   */
  public boolean is(HazardTrait trait) {
    return traits.contains(trait);
  }

  /**
   * Whether the deadline has passed without acceptance; computed, never stored.
   *
   * @param today the present day where the hazard is
   * @return whether it is overdue
   */
  public boolean isOverdue(LocalDate today) {
    return state.awaitsAcceptance() && deadline.filter(today::isAfter).isPresent();
  }
}
