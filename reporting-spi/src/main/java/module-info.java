/** What is reported to whom, and its delivery. */
module io.github.dualprevention.reporting {
  requires transitive io.github.dualprevention.core;
  requires static org.jspecify;

  exports io.github.dualprevention.reporting;
}
