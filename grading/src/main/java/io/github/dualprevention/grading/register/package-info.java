/**
 * Grades whole risk registers, from CSV to CSV, in memory that does not grow with the register.
 *
 * <p>{@link io.github.dualprevention.grading.register.RegisterGrading} reads a register line by
 * line and gives each line back as a {@link io.github.dualprevention.grading.register.GradedRow} or
 * as faults; {@link io.github.dualprevention.grading.register.BatchMode} says what becomes of a
 * file that has both. {@link io.github.dualprevention.grading.register.RegisterComparison} grades
 * one register under two catalogues and tells every {@link
 * io.github.dualprevention.grading.register.Move} from one level to another.
 */
@NullMarked
package io.github.dualprevention.grading.register;

import org.jspecify.annotations.NullMarked;
