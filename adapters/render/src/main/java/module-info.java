/** Documents for people, made from what is recorded. */
module io.github.dualprevention.adapters.render {
  requires transitive io.github.dualprevention.core;
  requires com.google.common;
  requires static org.jspecify;

  exports io.github.dualprevention.adapters.render;
}
