/** Risk grading by tables that are proved when they are built. */
module io.github.dualprevention.grading {
  requires com.google.common;
  requires transitive io.github.dualprevention.core;
  requires static transitive org.jspecify;

  exports io.github.dualprevention.grading;
  exports io.github.dualprevention.grading.accident;
  exports io.github.dualprevention.grading.code;
  exports io.github.dualprevention.grading.installation;
  exports io.github.dualprevention.grading.level;
  exports io.github.dualprevention.grading.register;
  exports io.github.dualprevention.grading.review;
}
