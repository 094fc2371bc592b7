/**
 * From a risk register to a graded one: {@code Quickstart} is the program, {@code RegisterReader}
 * reads and grades, {@code GradedRegisterCsv} and {@code RegisterPage} write, {@code OutputFolder}
 * makes sure that nothing is half written.
 */
@NullMarked
package io.github.dualprevention.examples.quickstart;

import org.jspecify.annotations.NullMarked;
