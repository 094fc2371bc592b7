/**
 * Documents for people, made from what is recorded.
 *
 * <p>{@link io.github.dualprevention.adapters.render.EvidenceFile} writes everything that is
 * recorded about one hazard as a page that any browser shows and prints, in two languages. The page
 * ends with the lines of the journal. {@link
 * io.github.dualprevention.adapters.render.EvidenceVerification} says whether those lines are
 * sound; the verifier then writes a new page from them.
 */
@NullMarked
package io.github.dualprevention.adapters.render;

import org.jspecify.annotations.NullMarked;
