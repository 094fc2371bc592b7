/**
 * What those ask who oversee hazards: which ones, how many, and who has to hear of them.
 *
 * <p>{@link io.github.dualprevention.core.oversight.HazardQueries} find the hazards that a {@link
 * io.github.dualprevention.core.oversight.HazardFilter} describes, page by page; {@link
 * io.github.dualprevention.core.oversight.HazardStatistics} count a period's stock and flow and its
 * rates from the steps of hazards, in one pass or in {@linkplain
 * io.github.dualprevention.core.oversight.HazardTally tallies} that are merged; an {@link
 * io.github.dualprevention.core.oversight.EscalationLadder} tells which hazards have to be
 * escalated to whom. Nothing here changes a hazard.
 */
@NullMarked
package io.github.dualprevention.core.oversight;

import org.jspecify.annotations.NullMarked;
