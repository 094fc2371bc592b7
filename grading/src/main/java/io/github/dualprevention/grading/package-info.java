/**
 * Grades risks, and proves that the tables it grades by can.
 *
 * <p>A {@link io.github.dualprevention.grading.GradingMethod} multiplies factors and looks the
 * score up in its bands, or looks the factors up in the cells of a matrix; a factor may be made of
 * aspects. It exists only after every reachable input has been shown to have exactly one level that
 * never falls when a factor rises. {@link io.github.dualprevention.grading.GradingMethods} is the
 * catalogue, in layers: the published methods and, read from the same three CSV files, those of a
 * province, a sector, an enterprise. {@link io.github.dualprevention.grading.MatrixAdvice} tells
 * what is questionable about a sound table; {@link io.github.dualprevention.grading.DirectRules}
 * lift a risk without any score.
 */
@NullMarked
package io.github.dualprevention.grading;

import org.jspecify.annotations.NullMarked;
