/**
 * What those ask who oversee hazards: which ones are there, and how many.
 *
 * <p>{@link io.github.dualprevention.core.oversight.HazardQueries} find the hazards that a {@link
 * io.github.dualprevention.core.oversight.HazardFilter} describes, page by page; {@link
 * io.github.dualprevention.core.oversight.HazardStatistics} count a period's stock and flow and its
 * rates from the steps of hazards. Nothing here changes a hazard.
 */
@NullMarked
package io.github.dualprevention.core.oversight;

import org.jspecify.annotations.NullMarked;
