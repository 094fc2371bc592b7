/**
 * Accident grades (事故等级) and accident types (事故类型).
 *
 * <p>{@link io.github.dualprevention.grading.accident.AccidentGrades} grades what an accident has
 * done by the worst of its deaths, serious injuries and direct loss. {@link
 * io.github.dualprevention.grading.accident.AccidentTypes} are the code lists of GB 6441, each with
 * its days in force; {@link io.github.dualprevention.grading.accident.AccidentTypeMapping} carries
 * old codes over to the new list, and says what gets lost or what has to be chosen.
 */
@NullMarked
package io.github.dualprevention.grading.accident;

import org.jspecify.annotations.NullMarked;
