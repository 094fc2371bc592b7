/**
 * From risk registers to reports and a journal that proves itself.
 *
 * <p>{@code Quickstart} is the program. {@code DataFolder} finds what an enterprise keeps, its own
 * standard among it; {@code RegisterReader} lets the library grade a register, {@code WhatIf} lets
 * it compare a changed standard. {@code StoryReader} reads what lies beside the register, {@code
 * Story} tells what comes of it, the way a host would use the library. {@code GradedRegisterCsv},
 * {@code RegisterPage}, {@code WhatIfPage}, {@code StoryPage} and {@code StoryTold} write, {@code
 * OutputFolder} makes sure that nothing is half written.
 */
@NullMarked
package io.github.dualprevention.examples.quickstart;

import org.jspecify.annotations.NullMarked;
