/**
 * Levels that follow from other levels and from hazards.
 *
 * <p>An {@link io.github.dualprevention.grading.level.Aggregation} carries levels upward from risk
 * events to units, points, areas and the enterprise. Whatever has no level is named and never taken
 * for low.
 */
@NullMarked
package io.github.dualprevention.grading.level;

import org.jspecify.annotations.NullMarked;
