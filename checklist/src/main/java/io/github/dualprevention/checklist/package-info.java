/**
 * Checks: from the measures of a post to the hazards that a check finds.
 *
 * <p>A {@link io.github.dualprevention.checklist.Checklist} is made from control measures and never
 * edited, only followed by its next version. A {@link io.github.dualprevention.checklist.CheckPlan}
 * says on which days it is due. A {@link io.github.dualprevention.checklist.CheckRecord} answers
 * every item once, and each {@link io.github.dualprevention.checklist.Finding} in it becomes
 * exactly one hazard.
 */
@NullMarked
package io.github.dualprevention.checklist;

import org.jspecify.annotations.NullMarked;
