package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Term;
import java.util.List;
import java.util.Optional;

/**
 * A field of the form for an action.
 *
 * @param fact what the field is about; its {@link HazardFact#form()} says how the text looks
 * @param neededBy the clause that asks for it; empty if it may be left out
 * @param choices what it may be, where not any text will do
 */
public record AskedEvidence(HazardFact fact, Optional<SourceClause> neededBy, List<Term> choices) {

  /** Copies the choices. */
  public AskedEvidence {
    Require.notNull(fact, "fact");
    Require.notNull(neededBy, "neededBy");
    choices = List.copyOf(choices);
  }

  /**
   * Whether the action is refused without it.
   *
   * @return whether a clause asks for it
   */
  public boolean isNeeded() {
    return neededBy.isPresent();
  }
}
