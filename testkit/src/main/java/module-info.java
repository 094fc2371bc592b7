/** Contracts for whoever implements an SPI of the library. */
module io.github.dualprevention.testkit {
  requires transitive io.github.dualprevention.core;
  requires transitive io.github.dualprevention.reporting;
  requires transitive org.junit.jupiter.api;
  requires org.assertj.core;
  requires static org.jspecify;

  exports io.github.dualprevention.testkit;
}
