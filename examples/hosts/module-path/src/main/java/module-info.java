/** The smallest host on the module path. */
module io.github.dualprevention.examples.modulepath {
  requires io.github.dualprevention.grading;
  requires static org.jspecify;
}
