/**
 * The values that everything else stands on: bilingual wording, source clauses, refusals, rule
 * tables, the organisation and the identified risks.
 */
module io.github.dualprevention.core {
  requires com.google.common;
  requires de.siegmar.fastcsv;
  requires org.slf4j;
  requires static transitive com.fasterxml.jackson.annotation;
  requires static transitive jakarta.validation;
  requires static transitive org.jspecify;

  exports io.github.dualprevention.core;
  exports io.github.dualprevention.core.calendar;
  exports io.github.dualprevention.core.control;
  exports io.github.dualprevention.core.draft;
  exports io.github.dualprevention.core.hazard;
  exports io.github.dualprevention.core.journal;
  exports io.github.dualprevention.core.judgement;
  exports io.github.dualprevention.core.listing;
  exports io.github.dualprevention.core.organisation;
  exports io.github.dualprevention.core.oversight;
  exports io.github.dualprevention.core.responsibility;
  exports io.github.dualprevention.core.risk;
  exports io.github.dualprevention.core.store;
  exports io.github.dualprevention.core.table;

  // A validator reads the constraints of drafts by reflection.
  opens io.github.dualprevention.core.draft;
}
