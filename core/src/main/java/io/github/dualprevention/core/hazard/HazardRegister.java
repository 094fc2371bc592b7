package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.journal.Journal;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.store.StaleRecordException;
import io.github.dualprevention.core.store.UnitOfWork;
import io.github.dualprevention.core.table.TableVersion;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;

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
  private final Predicate<String> measures;

  /**
   * Takes what it needs from the host.
   *
   * @param unit the one unit of work that store and journal belong to; with two of them a failure
   *     would undo one and keep the other
   * @param store keeps the hazards
   * @param journal records the steps
   * @param clock tells the present moment
   * @param lifeCycles every life cycle that hazards follow; the first one is for new hazards
   * @param measures whether there is a control measure of that id
   */
  public HazardRegister(
      UnitOfWork unit,
      HazardStore store,
      Journal journal,
      InstantSource clock,
      List<HazardLifeCycle> lifeCycles,
      Predicate<String> measures) {
    this.unit = Require.notNull(unit, "unit");
    this.store = Require.notNull(store, "store");
    this.journal = Require.notNull(journal, "journal");
    this.clock = Require.notNull(clock, "clock");
    this.current = Require.notEmpty(lifeCycles, "lifeCycles").get(0).version();
    this.lifeCycles = Maps.uniqueIndex(lifeCycles, HazardLifeCycle::version);
    this.measures = Require.notNull(measures, "measures");
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
    return record(id, (before, now) -> decide(before, command, now));
  }

  /**
   * Does something about a hazard as somebody has seen it, or nothing at all.
   *
   * @param seen the hazard as it was when the person decided
   * @param command what shall be done
   * @return the hazard after it; or every reason against it, and nothing is stored or recorded
   * @throws StaleRecordException if the hazard has changed since it was seen; nothing is stored or
   *     recorded
   * @throws RefusedException if the hazard follows a life cycle that was not given
   */
  public Outcome<Hazard> act(Hazard seen, HazardCommand command) {
    return record(
        seen.id(),
        (before, now) -> {
          requireAsSeen(before, seen);
          return decide(before, command, now);
        });
  }

  /**
   * Takes a hazard over from another ledger, as a fact; under the life cycle for new hazards.
   *
   * @param imported the hazard as the other ledger has it
   * @param actor who takes it over
   * @return the hazard; or every reason against it, and nothing is stored or recorded
   */
  public Outcome<Hazard> take(ImportedHazard imported, Actor actor) {
    return record(
        imported.id(),
        (before, now) ->
            againstReferences(
                before, imported.facts(), imported.step(before, lifeCycleOf(before), actor, now)));
  }

  /**
   * Lists what would change for a hazard under another edition of the life cycle.
   *
   * @param id the hazard's id
   * @param edition one of the life cycles that were given
   * @return what becomes possible, impossible, different or owed
   * @throws RefusedException if either edition was not given
   */
  public HazardMigration migration(String id, TableVersion edition) {
    Hazard hazard = hazard(id);
    return HazardMigration.of(hazard, lifeCycleOf(hazard), lifeCycle(edition));
  }

  /**
   * Lets a hazard follow another edition of the life cycle from now on.
   *
   * @param seen the hazard as it was when its {@link #migration} was listed
   * @param edition one of the life cycles that were given
   * @param actor who decides so; needs the duty to close out
   * @param reason why
   * @return the hazard; or every reason against it, and nothing is stored or recorded
   * @throws StaleRecordException if the hazard has changed since it was seen
   * @throws RefusedException if either edition was not given
   */
  public Outcome<Hazard> migrate(Hazard seen, TableVersion edition, Actor actor, String reason) {
    return record(
        seen.id(),
        (before, now) -> {
          requireAsSeen(before, seen);
          return HazardMigration.of(before, lifeCycleOf(before), lifeCycle(edition))
              .step(actor, reason, now);
        });
  }

  private static void requireAsSeen(Hazard before, Hazard seen) {
    if (before.version() != seen.version()) {
      throw StaleRecordException.of(seen.id(), seen.version(), before.version());
    }
  }

  private Outcome<Hazard> record(
      String id, BiFunction<Hazard, Instant, Outcome<HazardStep>> deciding) {
    return unit.run(
        () -> {
          Instant now = clock.instant();
          Hazard before = hazard(id);
          Outcome<HazardStep> decision = deciding.apply(before, now);
          if (decision instanceof Outcome.Accepted<HazardStep> allowed) {
            Hazard after = before.apply(allowed.value());
            store.save(after, before.version());
            journal.record(HazardJournal.factOf(allowed.value()), now);
            return Outcome.accepted(after);
          }
          return new Outcome.Refused<>(decision.reasons());
        });
  }

  private Outcome<HazardStep> decide(Hazard before, HazardCommand command, Instant now) {
    return againstReferences(
        before, command.facts(), lifeCycleOf(before).step(before, command, now));
  }

  /** What only the ledger knows: that measures and earlier hazards exist. */
  private Outcome<HazardStep> againstReferences(
      Hazard hazard, Map<HazardFact, String> facts, Outcome<HazardStep> decision) {
    List<Reason> reasons = new ArrayList<>(decision.reasons());
    String measure = facts.get(HazardFact.MEASURE);
    if (measure != null && !measures.test(measure)) {
      reasons.add(HazardRules.MEASURE_UNKNOWN.broken("measure", measure));
    }
    String earlier = facts.get(HazardFact.EARLIER);
    if (earlier != null && (earlier.equals(hazard.id()) || store.find(earlier).isEmpty())) {
      reasons.add(HazardRules.EARLIER_UNKNOWN.broken("earlier", earlier));
    }
    return reasons.isEmpty() ? decision : new Outcome.Refused<>(reasons);
  }

  /**
   * The life cycle that a hazard follows.
   *
   * @param hazard the hazard
   * @return its edition
   * @throws RefusedException if it was not given
   */
  public HazardLifeCycle lifeCycleOf(Hazard hazard) {
    return lifeCycle(hazard.table());
  }

  private HazardLifeCycle lifeCycle(TableVersion edition) {
    HazardLifeCycle lifeCycle = lifeCycles.get(edition);
    if (lifeCycle == null) {
      throw new RefusedException(
          List.of(
              HazardRules.TABLE_UNKNOWN.broken("table", edition, "known", lifeCycles.keySet())));
    }
    return lifeCycle;
  }
}
