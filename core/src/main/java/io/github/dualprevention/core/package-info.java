/**
 * Root values, free of any domain stage.
 *
 * <p>{@link io.github.dualprevention.core.Wording} says a thing in Chinese and English, {@link
 * io.github.dualprevention.core.SourceClause} says where a rule stands written. A {@link
 * io.github.dualprevention.core.Rule} that is broken gives a {@link
 * io.github.dualprevention.core.Reason}; reasons travel as an {@link
 * io.github.dualprevention.core.Outcome} or, thrown, as a {@link
 * io.github.dualprevention.core.SafetyException}. {@link io.github.dualprevention.core.Require}
 * holds the checks that records make of their own parts.
 */
@NullMarked
package io.github.dualprevention.core;

import org.jspecify.annotations.NullMarked;
