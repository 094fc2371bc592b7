/**
 * The life of a hazard (隐患), from its registration to its close-out.
 *
 * <p>What may happen is a table, {@link io.github.dualprevention.core.hazard.HazardLifeCycle}. It
 * decides about a {@link io.github.dualprevention.core.hazard.HazardCommand} and answers with a
 * {@link io.github.dualprevention.core.hazard.HazardStep} or with every reason against it. A step
 * is the only thing that is stored about a hazard: {@link
 * io.github.dualprevention.core.hazard.HazardRegister} appends it to the hazard's chain in the
 * journal. A {@link io.github.dualprevention.core.hazard.Hazard} and its row for lists, {@link
 * io.github.dualprevention.core.hazard.HazardSummary}, are readings of the steps.
 */
@NullMarked
package io.github.dualprevention.core.hazard;

import org.jspecify.annotations.NullMarked;
