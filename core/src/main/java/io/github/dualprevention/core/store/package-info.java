/**
 * What every store keeps to. Changes belong to a {@link
 * io.github.dualprevention.core.store.UnitOfWork} that happens as a whole or not at all. A row is
 * replaced only by somebody who has read its latest version: a store answers whether it was, and
 * changes nothing if not. {@link io.github.dualprevention.core.store.Stores} holds the stores of
 * one enterprise.
 *
 * <p>The stores themselves are interfaces beside what they store. {@link
 * io.github.dualprevention.core.store.InMemoryTable} is what the in-memory ones are made of.
 */
@NullMarked
package io.github.dualprevention.core.store;

import org.jspecify.annotations.NullMarked;
