/**
 * The contracts of the testkit in a project that has JUnit 6.
 *
 * <p>The same few classes that test the library's own stores under JUnit 5, as a user would write
 * them: extend a contract and give it what it asks for. {@link
 * io.github.dualprevention.examples.junit6.JUnit6Test} makes sure that it is JUnit 6 which runs
 * them.
 */
@NullMarked
package io.github.dualprevention.examples.junit6;

import org.jspecify.annotations.NullMarked;
