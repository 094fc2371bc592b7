package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.journal.Journal;
import io.github.dualprevention.core.store.StaleRecordException;
import io.github.dualprevention.core.store.UnitOfWork;
import io.github.dualprevention.core.table.TableVersion;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * The ledger of hazards (隐患台账): decides, applies, stores and records in one unit of work.
 *
 * <p>What else must happen together with a step, such as queueing its report, the host does in a
 * unit of work around the call.
 */
public final class HazardRegister {

  private final UnitOfWork unit;
  private final HazardStore store;
  private final Journal journal;
  private final InstantSource clock;
  private final TableVersion current;
  private final ImmutableMap<TableVersion, HazardLifeCycle> lifeCycles;

  /**
   * Takes what it needs from the host.
   *
   * @param unit the one unit of work that store and journal belong to; with two of them a failure
   *     would undo one and keep the other
   * @param store keeps the hazards
   * @param journal records the steps
   * @param clock tells the present moment
   * @param lifeCycles every life cycle that hazards follow; the first one is for new hazards
   */
  public HazardRegister(
      UnitOfWork unit,
      HazardStore store,
      Journal journal,
      InstantSource clock,
      List<HazardLifeCycle> lifeCycles) {
    this.unit = Require.notNull(unit, "unit");
    this.store = Require.notNull(store, "store");
    this.journal = Require.notNull(journal, "journal");
    this.clock = Require.notNull(clock, "clock");
    this.current = Require.notEmpty(lifeCycles, "lifeCycles").get(0).version();
    this.lifeCycles = Maps.uniqueIndex(lifeCycles, HazardLifeCycle::version);
  }

  /**
   * The hazard as it is now.
   *
   * @param id the hazard's id
   * @return the hazard; in the state {@link HazardState#DISCOVERED} if nothing is recorded about it
   * @throws IllegalArgumentException if the id is blank or too long
   */
  public Hazard hazard(String id) {
    String normalised = Require.id(id, "id");
    return store.find(normalised).orElseGet(() -> Hazard.discovered(normalised, current));
  }

  /**
   * Does something about a hazard, or nothing at all.
   *
   * @param id the hazard's id; an id that was never used begins a hazard, by {@link
   *     HazardAction#REGISTER} alone
   * @param command what shall be done
   * @return the hazard after it; or every reason against it, and nothing is stored or recorded
   * @throws StaleRecordException if somebody else was faster; nothing is stored or recorded
   * @throws RefusedException if the hazard follows a life cycle that was not given
   */
  public Outcome<Hazard> act(String id, HazardCommand command) {
    return unit.run(
        () -> {
          Instant now = clock.instant();
          Hazard before = hazard(id);
          Outcome<HazardStep> decision = lifeCycleOf(before).step(before, command, now);
          if (decision instanceof Outcome.Accepted<HazardStep> allowed) {
            Hazard after = before.apply(allowed.value());
            store.save(after, before.version());
            journal.record(HazardJournal.factOf(allowed.value()), now);
            return Outcome.accepted(after);
          }
          return new Outcome.Refused<>(decision.reasons());
        });
  }

  /**
   * The life cycle that a hazard follows.
   *
   * @param hazard the hazard
   * @return its edition
   * @throws RefusedException if it was not given
   */
  public HazardLifeCycle lifeCycleOf(Hazard hazard) {
    HazardLifeCycle lifeCycle = lifeCycles.get(hazard.table());
    if (lifeCycle == null) {
      throw new RefusedException(
          List.of(
              HazardRules.TABLE_UNKNOWN.broken(
                  "table", hazard.table(), "known", lifeCycles.keySet())));
    }
    return lifeCycle;
  }
}
