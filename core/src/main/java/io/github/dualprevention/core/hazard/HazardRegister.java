package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.journal.JournalStore;
import io.github.dualprevention.core.journal.Ledger;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.store.StaleRecordException;
import io.github.dualprevention.core.table.TableVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The register of hazards (隐患台账): decides, records and sums up in one unit of work of its ledger.
 *
 * <p>What else must happen together with a step, such as queueing its report, the host does in a
 * unit of work around the call.
 */
public final class HazardRegister {

  private final Ledger ledger;
  private final JournalStore journal;
  private final HazardSummaryStore summaries;
  private final TableVersion current;
  private final ImmutableMap<TableVersion, HazardLifeCycle> lifeCycles;
  private final Predicate<String> measures;

  private HazardRegister(
      Ledger ledger, List<HazardLifeCycle> lifeCycles, Predicate<String> measures) {
    this.ledger = ledger;
    this.measures = measures;
    journal = ledger.journal();
    summaries = ledger.store(HazardSummaryStore.class, InMemoryHazardSummaryStore::in);
    current = lifeCycles.get(0).version();
    this.lifeCycles =
        Maps.uniqueIndex(
            lifeCycles.stream()
                .map(lifeCycle -> lifeCycle.with(lifeCycle.profile().in(ledger.zone())))
                .toList(),
            HazardLifeCycle::version);
  }

  /**
   * The register of a ledger, by the published life cycle. It knows no control measure yet, so that
   * no hazard can name one.
   *
   * @param ledger holds stores, clock and zone
   * @return the register
   */
  public static HazardRegister over(Ledger ledger) {
    return new HazardRegister(
        Require.notNull(ledger, "ledger"), List.of(HazardLifeCycle.published()), unknown -> false);
  }

  /**
   * The same register with other life cycles; their days begin and end in the ledger's zone.
   *
   * @param first the one for new hazards
   * @param further every other one that hazards follow
   * @return the register
   */
  public HazardRegister withLifeCycles(HazardLifeCycle first, HazardLifeCycle... further) {
    return new HazardRegister(ledger, Lists.asList(first, further), measures);
  }

  /**
   * The same register with control measures that hazards can name.
   *
   * @param known whether there is a control measure of that id
   * @return the register
   */
  public HazardRegister withMeasures(Predicate<String> known) {
    return new HazardRegister(
        ledger, List.copyOf(lifeCycles.values()), Require.notNull(known, "known"));
  }

  /**
   * The hazard as it is now.
   *
   * @param id the hazard's id
   * @return the hazard; in the state {@link HazardState#DISCOVERED} if nothing is recorded about it
   * @throws IllegalArgumentException if the id is blank or too long
   */
  public Hazard hazard(String id) {
    return hazard(Require.id(id, "id"), chain(id));
  }

  private Hazard hazard(String id, List<JournalEntry> chain) {
    return chain.isEmpty() ? Hazard.discovered(id, current) : HazardJournal.replay(chain);
  }

  /**
   * Everything that is recorded about a hazard.
   *
   * @param id the hazard's id
   * @return its chain, the first entry first; empty if nothing is recorded
   * @throws IllegalArgumentException if the id is blank or too long
   */
  public List<JournalEntry> chain(String id) {
    return journal.chain(HazardJournal.subject(Require.id(id, "id")));
  }

  /**
   * Every hazard, read in one pass over the journal; for statistics.
   *
   * @return in the order of the journal's chains. The caller closes the stream
   */
  public Stream<Hazard> hazards() {
    return HazardJournal.hazards(journal.entries());
  }

  /**
   * The row of a hazard.
   *
   * @param id the hazard's id
   * @return the row; empty if nothing is recorded about the hazard
   * @throws IllegalArgumentException if the id is blank or too long
   */
  public Optional<HazardSummary> summary(String id) {
    return summaries.find(Require.id(id, "id"));
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
   * Does something about a hazard now, or nothing at all.
   *
   * @param id the hazard's id; an id that was never used begins a hazard, by {@link
   *     HazardAction#REGISTER} alone
   * @param action what shall be done
   * @param actor who does it
   * @param facts the evidence
   * @return the hazard after it; or every reason against it, and nothing is stored or recorded
   * @throws StaleRecordException if somebody else was faster; nothing is stored or recorded
   * @throws RefusedException if the hazard follows a life cycle that was not given
   */
  public Outcome<Hazard> act(
      String id, HazardAction action, Actor actor, Map<HazardFact, String> facts) {
    return record(
        id,
        (before, now) -> decide(before, new HazardCommand(action, actor, now, facts), now));
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
    String known = Require.id(id, "id");
    return ledger
        .unit()
        .call(
            () -> {
              Instant now = ledger.clock().instant();
              List<JournalEntry> chain = chain(known);
              Hazard before = hazard(known, chain);
              return deciding.apply(before, now).map(step -> kept(before, step, chain, now));
            });
  }

  private Hazard kept(Hazard before, HazardStep step, List<JournalEntry> chain, Instant now) {
    Optional<JournalEntry> head =
        chain.isEmpty() ? Optional.empty() : Optional.of(chain.get(chain.size() - 1));
    ledger.record(head, HazardJournal.factOf(step), now);
    Hazard after = before.apply(step);
    summaries.put(HazardSummary.of(ledger.enterprise(), after, lifeCycleOf(after).dues(after)));
    return after;
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
    if (earlier != null && (earlier.equals(hazard.id()) || !isKnown(earlier))) {
      reasons.add(HazardRules.EARLIER_UNKNOWN.broken("earlier", earlier));
    }
    return reasons.isEmpty() ? decision : new Outcome.Refused<>(reasons);
  }

  private boolean isKnown(String id) {
    return journal.head(HazardJournal.subject(id)).isPresent();
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
