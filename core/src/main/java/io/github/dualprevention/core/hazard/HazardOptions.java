package io.github.dualprevention.core.hazard;

import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import io.github.dualprevention.core.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one person may do about a hazard at one moment. It is decided when it is made; what an
 * action asks for is put together when someone reads it.
 */
public final class HazardOptions {

  private final HazardLifeCycle lifeCycle;
  private final Hazard hazard;

  /** The reasons against each action that the hazard's state knows. */
  private final Map<HazardAction, List<Reason>> against;

  HazardOptions(HazardLifeCycle lifeCycle, Hazard hazard, Map<HazardAction, List<Reason>> against) {
    this.lifeCycle = lifeCycle;
    this.hazard = hazard;
    this.against = Maps.immutableEnumMap(against);
  }

  /**
   * Whether something is possible now, once its evidence is there.
   *
   * @param action the action
   * @return whether nothing but evidence is missing
   */
  public boolean isPossible(HazardAction action) {
    List<Reason> reasons = against.get(action);
    return reasons != null && reasons.isEmpty();
  }

  /**
   * Everything that is possible now, once its evidence is there.
   *
   * @return the actions, in the order of {@link HazardAction}
   */
  public Set<HazardAction> possible() {
    return against.keySet().stream().filter(this::isPossible).collect(Sets.toImmutableEnumSet());
  }

  /**
   * One action in full.
   *
   * @param action the action
   * @return what it asks for, and why it is not possible now
   */
  public HazardOption option(HazardAction action) {
    Optional<Transition> line = lifeCycle.line(hazard, action);
    return new HazardOption(
        action,
        line.map(Transition::to),
        against(action),
        line.stream().flatMap(this::evidence).toList(),
        line.map(Transition::weakens).orElse(Set.of()));
  }

  private List<Reason> against(HazardAction action) {
    List<Reason> reasons = against.get(action);
    return reasons == null ? List.of(lifeCycle.notNow(hazard, action)) : reasons;
  }

  /**
   * Every action in full, also those that are not possible.
   *
   * @return in the order of {@link HazardAction}
   */
  public List<HazardOption> all() {
    return Stream.of(HazardAction.values()).map(this::option).toList();
  }

  private Stream<AskedEvidence> evidence(Transition line) {
    Stream<AskedEvidence> needed =
        line.facts().stream().map(fact -> asked(fact.value(), Optional.of(fact)));
    Stream<AskedEvidence> further =
        line.also().stream().sorted().map(fact -> asked(fact, Optional.empty()));
    return Stream.concat(needed, further);
  }

  private AskedEvidence asked(HazardFact fact, Optional<Cited<HazardFact>> needed) {
    return new AskedEvidence(fact, needed.map(Cited::source), lifeCycle.choices(fact, hazard));
  }
}
