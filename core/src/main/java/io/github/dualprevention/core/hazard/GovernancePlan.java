package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import io.github.dualprevention.core.Require;
import java.util.Map;

/**
 * The governance plan of a major hazard: the five items (五落实) and what the six contents of the law
 * ask for beyond them.
 *
 * @param goals what is to be achieved: goals and tasks
 * @param items responsibility, measures, funds, deadline, contingency
 * @param materials what is needed and where it comes from
 * @param organisation which bodies and posts rectify; no names
 * @param requirements what must be reached by when
 * @param safetyMeasures how the work itself is kept safe
 * @source order 16 (2008) art. 15: goals and tasks; methods and measures; funds and materials;
 *     organisation and personnel; time limit and requirements; safety measures and emergency plan
 */
public record GovernancePlan(
    String goals,
    RectificationPlan items,
    String materials,
    String organisation,
    String requirements,
    String safetyMeasures) {

  /** Throws {@code IllegalArgumentException} naming the part that is blank. */
  public GovernancePlan {
    goals = Require.text(goals, "goals");
    Require.notNull(items, "items");
    materials = Require.text(materials, "materials");
    organisation = Require.text(organisation, "organisation");
    requirements = Require.text(requirements, "requirements");
    safetyMeasures = Require.text(safetyMeasures, "safetyMeasures");
  }

  /**
   * The plan as evidence of {@link HazardAction#PLAN}.
   *
   * @return ten texts
   */
  public Map<HazardFact, String> facts() {
    return ImmutableMap.<HazardFact, String>builder()
        .putAll(items.facts())
        .put(HazardFact.GOALS, goals)
        .put(HazardFact.MATERIALS, materials)
        .put(HazardFact.ORGANISATION, organisation)
        .put(HazardFact.REQUIREMENTS, requirements)
        .put(HazardFact.SAFETY_MEASURES, safetyMeasures)
        .buildOrThrow();
  }
}
