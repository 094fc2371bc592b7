/**
 * Levels that follow from other levels and from hazards.
 *
 * <p>An {@link io.github.dualprevention.grading.level.Aggregation} carries levels upward from risk
 * events to units, points, areas and the enterprise. An {@link
 * io.github.dualprevention.grading.level.EnterpriseLevel} comes from a safety score by {@link
 * io.github.dualprevention.grading.level.EnterpriseScore}, or from risks and the governance of
 * hazards by {@link io.github.dualprevention.grading.level.GovernanceRules}. {@link
 * io.github.dualprevention.grading.level.OpenHazardRules} raise the grade of a risk while hazards
 * are open. Whatever has no level is named and never taken for low.
 */
@NullMarked
package io.github.dualprevention.grading.level;

import org.jspecify.annotations.NullMarked;
