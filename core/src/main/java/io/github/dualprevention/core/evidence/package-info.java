/**
 * One evidence file per hazard: what happened, who, when, under which rule, and the proof of it.
 *
 * <p>{@link io.github.dualprevention.core.evidence.EvidenceFile} writes the chain of a hazard as a
 * document that a regulator reads in any browser, in two languages, and prints. The document ends
 * with the lines of the journal that it was made from, so that a program needs nothing else to make
 * it again: {@link io.github.dualprevention.core.evidence.EvidenceVerification} says whether every
 * byte is as it must be, or which line is not.
 */
@NullMarked
package io.github.dualprevention.core.evidence;

import org.jspecify.annotations.NullMarked;
