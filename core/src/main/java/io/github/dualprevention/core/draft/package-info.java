/**
 * What a form holds before it is known to be right.
 *
 * <p>A draft takes any text, may lack parts, and is validated with Jakarta Validation, so that
 * every fault comes back at once in the reader's language; only then does it become a value. {@link
 * io.github.dualprevention.core.draft.EnterpriseDraft} and {@link
 * io.github.dualprevention.core.draft.RiskEventDraft} are the first ones.
 */
@NullMarked
package io.github.dualprevention.core.draft;

import org.jspecify.annotations.NullMarked;
