/** JMH benchmarks; every one compares its answers with its peers' before it measures. */
@NullMarked
package io.github.dualprevention.benchmarks;

import org.jspecify.annotations.NullMarked;
