package io.github.dualprevention.benchmarks;

import io.github.dualprevention.core.risk.RiskLevel;

/** An engine that has been told a {@link PlainTable} and keeps its inputs in its own best form. */
interface LevelSource {

  /** The level of the input with that number; throws whatever the engine throws. */
  RiskLevel level(int input) throws Exception;
}
