/**
 * Documents in JSON, with Jackson 2.
 *
 * <p>{@link io.github.dualprevention.adapters.jackson.CanonicalJson} writes a tree in the one form
 * that RFC 8785 gives it, so that equal documents have equal digests. {@link
 * io.github.dualprevention.adapters.jackson.HazardDocument} writes steps of a hazard, reads them as
 * a {@link io.github.dualprevention.adapters.jackson.HazardReport} and joins reports to the hazard
 * again. {@link io.github.dualprevention.adapters.jackson.EnvelopeDocument} is a report on paper:
 * envelope and frozen body in one document, which proves itself when it is read. {@link
 * io.github.dualprevention.adapters.jackson.FolderTransport} puts such documents into a folder.
 */
@NullMarked
package io.github.dualprevention.adapters.jackson;

import org.jspecify.annotations.NullMarked;
