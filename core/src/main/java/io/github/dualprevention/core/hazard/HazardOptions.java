package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.responsibility.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one person may do about a hazard at one moment. Which actions are possible is decided when
 * it is made; what each asks for, and the reasons against the others, are put together when someone
 * reads them.
 */
public final class HazardOptions {

  private final HazardLifeCycle lifeCycle;
  private final Hazard hazard;
  private final Actor actor;
  private final Instant now;
  private final long possible;

  HazardOptions(HazardLifeCycle lifeCycle, Hazard hazard, Actor actor, Instant now, long possible) {
    this.lifeCycle = lifeCycle;
    this.hazard = hazard;
    this.actor = actor;
    this.now = now;
    this.possible = possible;
  }

  /**
   * Whether something is possible now, once its evidence is there.
   *
   * @param action the action
   * @return whether nothing but evidence is missing
   */
  public boolean isPossible(HazardAction action) {
    return (possible & action.mark()) != 0;
  }

  /**
   * Everything that is possible now, once its evidence is there.
   *
   * @return the actions, in the order of {@link HazardAction}
   */
  public Set<HazardAction> possible() {
    return HazardAction.marked(possible);
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
        isPossible(action) ? List.of() : lifeCycle.against(hazard, action, actor, now),
        line.stream().flatMap(this::evidence).toList(),
        line.map(Transition::weakens).orElse(Set.of()));
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
