/**
 * Who answers for what, and where nobody does.
 *
 * <p>One {@link io.github.dualprevention.core.responsibility.ResponsibilityMatrix} says which post
 * carries a {@link io.github.dualprevention.core.responsibility.Duty} at a tier for a risk unit.
 * From it come the {@link io.github.dualprevention.core.responsibility.Actor} who may act, and the
 * holes that {@link io.github.dualprevention.core.responsibility.ResponsibilityCheck} finds.
 */
@NullMarked
package io.github.dualprevention.core.responsibility;

import org.jspecify.annotations.NullMarked;
