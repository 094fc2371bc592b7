/**
 * From a risk register to reports and a journal that proves itself.
 *
 * <p>{@code Quickstart} is the program. {@code RegisterReader} reads and grades the register,
 * {@code StoryReader} reads what lies beside it, {@code Story} tells what comes of it, the way a
 * host would use the library. {@code GradedRegisterCsv}, {@code RegisterPage}, {@code StoryPage}
 * and {@code StoryTold} write, {@code OutputFolder} makes sure that nothing is half written.
 */
@NullMarked
package io.github.dualprevention.examples.quickstart;

import org.jspecify.annotations.NullMarked;
