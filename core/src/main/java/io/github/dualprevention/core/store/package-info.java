/**
 * What every store keeps to: changes belong to a {@link
 * io.github.dualprevention.core.store.UnitOfWork} that happens as a whole or not at all, and a row
 * is replaced only by someone who has read its latest version; otherwise a {@link
 * io.github.dualprevention.core.store.StaleRecordException} says so.
 *
 * <p>The stores themselves are interfaces beside what they store. {@link
 * io.github.dualprevention.core.store.InMemoryTable} is what the in-memory ones are made of.
 */
@NullMarked
package io.github.dualprevention.core.store;

import org.jspecify.annotations.NullMarked;
