/**
 * Grades risks, and proves that the tables it grades by can.
 *
 * <p>A {@link io.github.dualprevention.grading.GradingMethod} multiplies factors and looks the
 * score up in its bands. It exists only after every reachable input has been shown to have exactly
 * one level that never falls when a factor rises. {@link
 * io.github.dualprevention.grading.GradingMethods} is the catalogue: the published methods, and
 * those of an enterprise, read from the same three CSV files. {@link
 * io.github.dualprevention.grading.DirectRules} lift a risk without any score.
 */
@NullMarked
package io.github.dualprevention.grading;

import org.jspecify.annotations.NullMarked;
