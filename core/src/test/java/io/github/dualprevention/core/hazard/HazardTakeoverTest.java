package io.github.dualprevention.core.hazard;

import static io.github.dualprevention.core.hazard.HazardSamples.CYCLE;
import static io.github.dualprevention.core.hazard.HazardSamples.GENERAL;
import static io.github.dualprevention.core.hazard.HazardSamples.INSPECTOR;
import static io.github.dualprevention.core.hazard.HazardSamples.MAJOR;
import static io.github.dualprevention.core.hazard.HazardSamples.NOW;
import static io.github.dualprevention.core.hazard.HazardSamples.WORKER;
import static io.github.dualprevention.core.hazard.HazardSamples.actor;
import static io.github.dualprevention.core.hazard.HazardSamples.samples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.journal.JournalStore;
import io.github.dualprevention.core.journal.Ledger;
import io.github.dualprevention.core.store.StaleRecordException;
import io.github.dualprevention.core.table.TableVersion;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Hazards from another ledger, and hazards that move to another edition. */
class HazardTakeoverTest {

  /** Asks for more: what was fixed or submitted is observed first, and closed after monitoring. */
  private static final HazardLifeCycle OWN =
      Overlay.of(
              "GENERAL,ASSESSED,FIX_ON_SPOT,FIXED_ON_SPOT,RECTIFY,RESULT PROOF OBSERVATION,,,,,,,OWN",
              "ANY,RECTIFYING,SUBMIT,RECTIFIED,RECTIFY,RESULT PROOF OBSERVATION,,,,,,,OWN",
              "MAJOR,ASSESSED,START,RECTIFYING,RECTIFY,,,PLAN,,,,,OWN",
              "ANY,RECTIFIED,SIGN,SAME,,FINDING,,,START SUBMIT FIX_ON_SPOT,NOT_SIGNED_YET,,,OWN",
              "MAJOR,ACCEPTED,CLOSE_OUT,CLOSED,CLOSE_OUT,,,PLAN REPORT INFORM MONITOR,,NOT_LISTED RECHECKED NOTHING_SUSPENDED PROPOSAL_ANSWERED,,,OWN")
          .over(CYCLE);

  private final Ledger ledger = HazardSamples.ledger(() -> NOW);
  private final JournalStore journal = ledger.journal();
  private final HazardRegister register = register(CYCLE, OWN);

  private HazardRegister register(HazardLifeCycle current, HazardLifeCycle... others) {
    return HazardRegister.over(ledger)
        .withMeasures(measure -> measure.equals("示例-1"))
        .withLifeCycles(current, others);
  }

  @ParameterizedTest
  @CsvSource({
    "REGISTERED, ''",
    "ASSESSED, GENERAL",
    "ASSESSED, MAJOR",
    "RECTIFYING, MAJOR",
    "CLOSED, GENERAL",
  })
  void takesAHazardOverAsAFact(HazardState state, String grade) {
    Hazard taken = register.take(imported(state, grade), actor(WORKER)).orThrow();

    assertThat(taken.state()).isEqualTo(state);
    assertThat(taken.isUnverified()).isEqualTo(state == HazardState.CLOSED);
    assertThat(taken.told(HazardFact.SOURCE)).isPresent();
    assertThat(taken.steps())
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.action()).isEqualTo(HazardAction.IMPORT);
              assertThat(step.person()).isEqualTo(WORKER);
              assertThat(step.occurred()).isEqualTo(NOW);
            });
    assertThat(HazardJournal.replay(journal.chain(HazardJournal.subject("H-1")))).isEqualTo(taken);
    assertThat(journal.chain(HazardJournal.subject("H-1")).get(0).fact().kind())
        .isEqualTo("hazard.import");
  }

  @ParameterizedTest
  @EnumSource(
      value = HazardState.class,
      names = {"DISCOVERED", "FIXED_ON_SPOT", "RECTIFIED", "ACCEPTED", "DISMISSED"})
  void takesNothingOverWhoseAcceptanceIsStillToCome(HazardState state) {
    assertThat(codes(register.take(imported(state, "GENERAL"), actor(WORKER))))
        .containsExactly("hazard.import.state");
    assertThat(journal.heads()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"REGISTERED, GENERAL", "ASSESSED, ''", "ASSESSED, LARGE", "CLOSED, ''"})
  void refusesAGradeThatTheStateOrTheTableDoesNotKnow(HazardState state, String grade) {
    assertThat(codes(register.take(imported(state, grade), actor(WORKER))))
        .containsExactly("hazard.import.grade");
  }

  @Test
  void refusesAGradeThatIsMajorHereAndNotThere() {
    ImportedHazard mixed =
        new ImportedHazard(
            "H-1",
            HazardState.ASSESSED,
            Optional.of(new HazardGrade("GENERAL", true)),
            facts(HazardState.ASSESSED));

    assertThat(codes(register.take(mixed, actor(WORKER)))).containsExactly("hazard.import.grade");
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    Map<HazardFact, String> facts = samples(HazardFact.WHAT, HazardFact.FINDING);
    facts.put(HazardFact.FOUND_ON, "long ago");
    ImportedHazard bad =
        new ImportedHazard("H-1", HazardState.RECTIFYING, Optional.of(GENERAL), facts);

    assertThat(codes(register.take(bad, actor(WORKER))))
        .containsExactly(
            "hazard.fact.missing",
            "hazard.fact.missing",
            "hazard.fact.missing",
            "hazard.fact.malformed",
            "hazard.fact.unexpected");
  }

  @Test
  void neverReusesAnId() {
    register.take(imported(HazardState.CLOSED, "GENERAL"), actor(WORKER)).orThrow();

    assertThat(codes(register.take(imported(HazardState.ASSESSED, "GENERAL"), actor(WORKER))))
        .containsExactly("hazard.action.not-now");
    assertThat(register.hazard("H-1").version()).isEqualTo(1);
  }

  @Test
  void refusesAMeasureThatDoesNotExist() {
    Map<HazardFact, String> facts = facts(HazardState.REGISTERED);
    facts.put(HazardFact.MEASURE, "M-99");
    ImportedHazard bad = new ImportedHazard("H-1", HazardState.REGISTERED, Optional.empty(), facts);

    assertThat(codes(register.take(bad, actor(WORKER)))).containsExactly("hazard.measure.unknown");
    assertThat(
            codes(
                register.act(
                    "H-2",
                    HazardSamples.command(
                            register.hazard("H-2"), HazardAction.REGISTER, actor(WORKER), NOW)
                        .with(HazardFact.MEASURE, "M-99"))))
        .containsExactly("hazard.measure.unknown");
  }

  @Test
  void anEarlierHazardExistsAndIsAnother() {
    register.take(imported(HazardState.CLOSED, "GENERAL"), actor(WORKER)).orThrow();
    HazardCommand again =
        HazardSamples.command(register.hazard("H-2"), HazardAction.REGISTER, actor(WORKER), NOW);

    assertThat(codes(register.act("H-2", again.with(HazardFact.EARLIER, "H-9"))))
        .containsExactly("hazard.earlier.unknown");
    assertThat(codes(register.act("H-2", again.with(HazardFact.EARLIER, "H-2"))))
        .containsExactly("hazard.earlier.unknown");
    assertThat(
            register
                .act("H-2", again.with(HazardFact.EARLIER, "H-1"))
                .orThrow()
                .told(HazardFact.EARLIER))
        .contains("H-1");
  }

  @Test
  void h1WhatIsOpenGoesOnHereAndIsAcceptedHere() {
    register.take(imported(HazardState.RECTIFYING, "MAJOR"), actor(WORKER)).orThrow();
    assertThat(register.hazard("H-1").deadline()).contains(LocalDate.of(2026, 9, 30));
    for (HazardAction action :
        List.of(
            HazardAction.PLAN,
            HazardAction.REPORT,
            HazardAction.INFORM,
            HazardAction.SUBMIT,
            HazardAction.ACCEPT,
            HazardAction.CLOSE_OUT)) {
      Hazard hazard = register.hazard("H-1");
      register
          .act(
              "H-1",
              HazardSamples.command(
                  hazard, action, actor(action == HazardAction.ACCEPT ? INSPECTOR : WORKER), NOW))
          .orThrow();
    }

    assertThat(register.hazard("H-1").state()).isEqualTo(HazardState.CLOSED);
    assertThat(register.hazard("H-1").isUnverified()).isFalse();
  }

  @Test
  void whatWasClosedElsewhereIsVerifiedByANewRound() {
    Hazard closed = register.take(imported(HazardState.CLOSED, "GENERAL"), actor(WORKER)).orThrow();
    HazardCommand reopen = HazardSamples.command(closed, HazardAction.REOPEN, actor(WORKER), NOW);

    assertThat(register.act("H-1", reopen).orThrow().isUnverified()).isFalse();
  }

  @Test
  void listsWhatAMigrationChanges() {
    started(register);

    HazardMigration migration = register.migration("H-1", OWN.version());

    assertThat(migration.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.action()).isEqualTo(HazardAction.SUBMIT);
              assertThat(change.before().orElseThrow().asksFor(HazardFact.OBSERVATION)).isFalse();
              assertThat(change.after().orElseThrow().asksFor(HazardFact.OBSERVATION)).isTrue();
            });
    assertThat(migration.owed()).isEmpty();
    assertThat(register.hazard("H-1").table()).isEqualTo(CYCLE.version());
    Hazard submitted = HazardSamples.in(HazardState.RECTIFIED, Optional.of(GENERAL));
    assertThat(HazardMigration.of(submitted, CYCLE, OWN).changes())
        .containsExactly(
            new HazardMigration.Change(
                HazardAction.SIGN,
                Optional.empty(),
                OWN.line(again(submitted), HazardAction.SIGN)));
  }

  /** The same hazard as if it had followed the own table from the start. */
  private static Hazard again(Hazard hazard) {
    return hazard.apply(
        HazardMigration.of(hazard, CYCLE, OWN).step(actor(WORKER), "示例", NOW).orThrow());
  }

  @Test
  void migratesOnceSomebodyDecidesSo() {
    Hazard started = started(register);
    HazardMigration migration = register.migration("H-1", OWN.version());
    assertThat(codes(register.migrate(migration.hazard(), OWN.version(), actor(WORKER), " ")))
        .containsExactly("hazard.reason.missing");

    Hazard migrated = register.migrate(started, OWN.version(), actor(WORKER), "示例：启用新版").orThrow();

    assertThat(migrated.table()).isEqualTo(OWN.version());
    assertThat(migrated.state()).isEqualTo(started.state());
    assertThat(migrated.grade()).isEqualTo(started.grade());
    assertThat(migrated.deadline()).isEqualTo(started.deadline());
    assertThat(codes(register.act("H-1", submit(migrated)))).containsExactly("hazard.fact.missing");
    HazardCommand observed = submit(migrated).with(samples(HazardFact.OBSERVATION));
    assertThat(register.act("H-1", observed).reasons()).isEmpty();
    assertThat(HazardJournal.replay(journal.chain(HazardJournal.subject("H-1"))))
        .isEqualTo(register.hazard("H-1"));
    assertThatExceptionOfType(StaleRecordException.class)
        .isThrownBy(() -> register.migrate(started, OWN.version(), actor(WORKER), "again"));
    assertThat(codes(register.migrate(register.hazard("H-1"), OWN.version(), actor(WORKER), "示例")))
        .containsExactly("hazard.migration.same");
  }

  @Test
  void doesNotMigrateAwayFromWhatIsOwed() {
    Hazard assessed = again(HazardSamples.after(MAJOR, HazardAction.REGISTER, HazardAction.ASSESS));
    Hazard monitored = HazardSamples.taken(assessed, HazardAction.MONITOR);

    assertThat(codes(back(assessed))).containsExactly("hazard.migration.forgets");
    assertThat(codes(back(monitored))).isEmpty();
  }

  /** Every table asks for it before the close-out, so that it is owed under each. */
  @Test
  void aMigrationKeepsListingsSuspensionsAndOrders() {
    Hazard assessed =
        HazardSamples.after(GENERAL, HazardAction.REGISTER, HazardAction.ASSESS, HazardAction.PLAN);
    Hazard registered = HazardSamples.after(GENERAL, HazardAction.REGISTER);
    for (Hazard begun : List.of(assessed, registered)) {
      for (Hazard hazard :
          List.of(
              HazardSamples.taken(begun, HazardAction.LIST),
              HazardSamples.suspended(begun),
              HazardSamples.taken(begun, HazardAction.RECEIVE_ORDER))) {
        Hazard migrated = again(hazard);

        assertThat(OWN.owed(migrated)).isEqualTo(CYCLE.owed(hazard));
        assertThat(codes(back(migrated))).isEmpty();
      }
    }
  }

  private static Outcome<HazardStep> back(Hazard hazard) {
    return HazardMigration.of(hazard, OWN, CYCLE).step(actor(WORKER), "示例", NOW);
  }

  @Test
  void doesNotMigrateToWhereTheGradeIsUnknown() {
    HazardLifeCycle other =
        Overlay.under(new TableVersion("OTHER", "1"))
            .withGrade("SMALL,no,较小隐患,small hazard,OWN")
            .over(CYCLE);
    HazardRegister later = register(other, CYCLE);
    later.take(imported(HazardState.ASSESSED, "SMALL"), actor(WORKER)).orThrow();

    assertThat(codes(later.migrate(later.hazard("H-1"), CYCLE.version(), actor(WORKER), "示例")))
        .containsExactly("hazard.migration.nowhere");
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> register.migration("H-1", other.version()))
        .matches(refused -> refused.code().equals("hazard.table.unknown"));
  }

  @Test
  void whatANewEditionAsksForIsOwedAtOnce() {
    Hazard major = HazardSamples.after(MAJOR, HazardAction.REGISTER, HazardAction.ASSESS);

    assertThat(HazardMigration.of(major, CYCLE, OWN).owed())
        .extracting(OwedStep::action)
        .containsExactly(HazardAction.MONITOR);
  }

  private static Hazard started(HazardRegister then) {
    for (HazardAction action :
        List.of(HazardAction.REGISTER, HazardAction.ASSESS, HazardAction.START)) {
      Hazard hazard = then.hazard("H-1");
      then.act("H-1", HazardSamples.command(hazard, action, actor(WORKER), NOW)).orThrow();
    }
    return then.hazard("H-1");
  }

  private static HazardCommand submit(Hazard hazard) {
    return HazardSamples.command(hazard, HazardAction.SUBMIT, actor(WORKER), NOW);
  }

  private static ImportedHazard imported(HazardState state, String grade) {
    Optional<HazardGrade> given =
        grade.isEmpty()
            ? Optional.empty()
            : Optional.of(new HazardGrade(grade, grade.equals("MAJOR")));
    return new ImportedHazard("H-1", state, given, facts(state));
  }

  private static Map<HazardFact, String> facts(HazardState state) {
    Map<HazardFact, String> facts = new EnumMap<>(HazardFact.class);
    facts.putAll(samples(HazardFact.SOURCE, HazardFact.WHAT, HazardFact.WHERE));
    facts.putAll(samples(HazardFact.FOUND_ON, HazardFact.MEASURE));
    if (state == HazardState.RECTIFYING) {
      facts.putAll(samples(HazardFact.DEADLINE));
    }
    return facts;
  }

  private static List<String> codes(Outcome<?> outcome) {
    return outcome.reasons().stream().map(Reason::code).toList();
  }
}
