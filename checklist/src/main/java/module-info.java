/** Checklists, their tasks and their records. */
module io.github.dualprevention.checklist {
  requires transitive io.github.dualprevention.core;
  requires com.google.common;
  requires static org.jspecify;

  exports io.github.dualprevention.checklist;
}
