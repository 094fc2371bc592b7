/**
 * What can go wrong, where, and how bad it is.
 *
 * <p>A {@link io.github.dualprevention.core.risk.RiskTree} holds risk points, their units and their
 * events. A {@link io.github.dualprevention.core.risk.Grade} says how bad an event is and why: the
 * {@link io.github.dualprevention.core.risk.Assessment} by a method and the {@link
 * io.github.dualprevention.core.risk.Raise}s above it. {@link
 * io.github.dualprevention.core.risk.RiskGrades} holds what it is without its control measures and
 * with them. How a grade is found is the business of the grading module; here it only explains
 * itself.
 */
@NullMarked
package io.github.dualprevention.core.risk;

import org.jspecify.annotations.NullMarked;
