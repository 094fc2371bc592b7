/** The smallest program on the class path. */
@NullMarked
package io.github.dualprevention.examples.classpath;

import org.jspecify.annotations.NullMarked;
