/**
 * The life of a hazard (隐患), from its registration to its close-out.
 *
 * <p>What may happen is a table, {@link io.github.dualprevention.core.hazard.HazardLifeCycle},
 * proved when read; it decides about a {@link io.github.dualprevention.core.hazard.HazardCommand}
 * and answers with a {@link io.github.dualprevention.core.hazard.HazardStep} or with every reason
 * against it. A {@link io.github.dualprevention.core.hazard.Hazard} is what its steps have made of
 * it. {@link io.github.dualprevention.core.hazard.HazardRegister} does all this in one unit of work
 * with the journal, from which {@link io.github.dualprevention.core.hazard.HazardJournal} replays.
 */
@NullMarked
package io.github.dualprevention.core.hazard;

import org.jspecify.annotations.NullMarked;
