/** The smallest program on the module path. */
@NullMarked
package io.github.dualprevention.examples.modulepath;

import org.jspecify.annotations.NullMarked;
