/** Documents in canonical JSON, and the transport that puts them into a folder. */
module io.github.dualprevention.adapters.jackson {
  requires transitive io.github.dualprevention.core;
  requires transitive io.github.dualprevention.reporting;
  requires transitive com.fasterxml.jackson.databind;
  requires static org.jspecify;

  exports io.github.dualprevention.adapters.jackson;
}
