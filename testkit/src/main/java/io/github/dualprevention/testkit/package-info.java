/**
 * Contracts for those who implement an SPI of the library.
 *
 * <p>Each {@code XContract} holds tests that every implementation of {@code X} must pass: extend it
 * in the tests of the implementation and give it what it asks for. JUnit makes a new instance for
 * each test, so that what is kept in a field is fresh for each test. {@link
 * io.github.dualprevention.testkit.Samples} are the values that the contracts use, and {@link
 * io.github.dualprevention.testkit.InMemoryTransport} is a receiver for tests of whatever reports.
 *
 * <p>A relational database at READ COMMITTED can keep every contract of a store, also inside a
 * transaction that somebody else has begun: no test needs a savepoint, a statement after an error,
 * or a certain order of texts. One database may hold many enterprises.
 */
@NullMarked
package io.github.dualprevention.testkit;

import org.jspecify.annotations.NullMarked;
