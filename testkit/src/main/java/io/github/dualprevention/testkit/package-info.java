/**
 * Contracts for whoever implements an SPI of the library.
 *
 * <p>Each {@code XContract} holds tests that every implementation of {@code X} must pass: extend it
 * in the tests of the implementation and give it what it asks for. JUnit makes a new instance for
 * each test, so that what is kept in a field is fresh for each test. {@link
 * io.github.dualprevention.testkit.Samples} are the values that the contracts use, and {@link
 * io.github.dualprevention.testkit.InMemoryTransport} is a receiver for tests of whatever reports.
 */
@NullMarked
package io.github.dualprevention.testkit;

import org.jspecify.annotations.NullMarked;
