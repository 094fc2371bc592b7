package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An action as a form shows it to one person.
 *
 * @param action the action
 * @param leadsTo the state after it; empty if the hazard's state does not know the action
 * @param against every reason why the person may not take it now; none if only evidence is missing
 * @param evidence what it asks for and what may come with it, needed evidence first
 * @param weakens the rules that the profile weakens here
 */
public record HazardOption(
    HazardAction action,
    Optional<HazardState> leadsTo,
    List<Reason> against,
    List<AskedEvidence> evidence,
    Set<Weakening> weakens) {

  /** Copies the lists. */
  public HazardOption {
    Require.notNull(action, "action");
    Require.notNull(leadsTo, "leadsTo");
    against = List.copyOf(against);
    evidence = List.copyOf(evidence);
    weakens = Set.copyOf(weakens);
  }

  /**
   * Whether nothing but evidence is missing.
   *
   * @return whether there is no reason against it
   */
  public boolean isPossible() {
    return against.isEmpty();
  }
}
