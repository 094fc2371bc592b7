package io.github.dualprevention.docs.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.adapters.jackson.FolderTransport;
import io.github.dualprevention.adapters.jackson.HazardDocument;
import io.github.dualprevention.checklist.CheckAnswer;
import io.github.dualprevention.checklist.CheckCycle;
import io.github.dualprevention.checklist.CheckPlan;
import io.github.dualprevention.checklist.CheckRecord;
import io.github.dualprevention.checklist.CheckTask;
import io.github.dualprevention.checklist.Checklist;
import io.github.dualprevention.checklist.CycleUnit;
import io.github.dualprevention.checklist.Finding;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.control.ControlMeasure;
import io.github.dualprevention.core.control.ControlTier;
import io.github.dualprevention.core.control.ControlTiers;
import io.github.dualprevention.core.control.ExchangeClass;
import io.github.dualprevention.core.control.MeasureClass;
import io.github.dualprevention.core.control.MeasureMode;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardCommand;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardJournal;
import io.github.dualprevention.core.hazard.HazardOrigin;
import io.github.dualprevention.core.hazard.HazardRegister;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.HazardSummaryStore;
import io.github.dualprevention.core.hazard.InMemoryHazardSummaryStore;
import io.github.dualprevention.core.journal.Checkpoint;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.journal.InMemoryJournalStore;
import io.github.dualprevention.core.journal.InMemoryPersonalDataStore;
import io.github.dualprevention.core.journal.JournalFile;
import io.github.dualprevention.core.journal.JournalStore;
import io.github.dualprevention.core.journal.Ledger;
import io.github.dualprevention.core.journal.PersonalDataStore;
import io.github.dualprevention.core.journal.Verification;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.organisation.Post;
import io.github.dualprevention.core.oversight.HazardFilter;
import io.github.dualprevention.core.oversight.HazardQueries;
import io.github.dualprevention.core.oversight.InMemoryHazardQueries;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Assignment;
import io.github.dualprevention.core.responsibility.Duty;
import io.github.dualprevention.core.responsibility.ResponsibilityCheck;
import io.github.dualprevention.core.responsibility.ResponsibilityMatrix;
import io.github.dualprevention.core.risk.RiskEvent;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.risk.RiskPoint;
import io.github.dualprevention.core.risk.RiskTree;
import io.github.dualprevention.core.risk.RiskUnit;
import io.github.dualprevention.core.store.InMemoryUnitOfWork;
import io.github.dualprevention.core.store.Stores;
import io.github.dualprevention.reporting.InMemoryOutboxStore;
import io.github.dualprevention.reporting.Outbox;
import io.github.dualprevention.reporting.OutboxStore;
import io.github.dualprevention.reporting.RetryPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One hazard through all modules, as the overview tells it. */
class OverviewTest {

  private static final Instant NOW = Instant.parse("2026-07-06T01:00:00Z");

  @TempDir Path folder;

  private final AtomicInteger salts = new AtomicInteger();

  private byte[] freshRandomBytes() {
    byte[] salt = new byte[16];
    salt[0] = (byte) salts.incrementAndGet();
    return salt;
  }

  @Test
  void oneHazardThroughAllModules() throws Exception {
    RiskTree tree =
        new RiskTree(
            List.of(new RiskPoint("P1", "sample station")),
            List.of(new RiskUnit("PUMPS", "sample pumps", "P1")),
            List.of(new RiskEvent("FIRE", "sample fire", "PUMPS", Set.of())));
    List<Post> posts =
        List.of(new Post("OPERATOR", "operator", "team"), new Post("SAFETY", "safety", "office"));

    // snippet: control
    ControlMeasure hoses =
        new ControlMeasure(
            "M-02",
            "FIRE", // the risk event that it controls
            ControlTier.POST,
            "Hoses and nozzles are checked and replaced in time",
            MeasureClass.ENGINEERING,
            ExchangeClass.KEY_EQUIPMENT,
            Optional.empty(),
            MeasureMode.HAZARD_CHECK,
            Optional.of("Is any hose or joint cracked or leaking?"));

    List<ControlTier> tiers = ControlTiers.published().controlling(RiskLevel.LOW); // TEAM, POST
    // end
    assertThat(tiers).containsExactly(ControlTier.TEAM, ControlTier.POST);

    // snippet: responsibility
    ResponsibilityMatrix matrix =
        ResponsibilityMatrix.of(
                List.of(
                    new Assignment(Duty.CONTROL, ControlTier.POST, Optional.empty(), "OPERATOR"),
                    new Assignment(Duty.CHECK, ControlTier.POST, Optional.empty(), "OPERATOR"),
                    new Assignment(Duty.REGISTER, ControlTier.POST, Optional.empty(), "OPERATOR"),
                    new Assignment(Duty.RECTIFY, ControlTier.POST, Optional.empty(), "OPERATOR"),
                    new Assignment(Duty.ASSESS, ControlTier.TEAM, Optional.empty(), "SAFETY"),
                    new Assignment(Duty.ACCEPT, ControlTier.TEAM, Optional.empty(), "SAFETY"),
                    new Assignment(Duty.CLOSE_OUT, ControlTier.TEAM, Optional.empty(), "SAFETY")))
            .orThrow();
    ResponsibilityCheck check = new ResponsibilityCheck(ControlTiers.published(), matrix);
    List<Reason> holes =
        check.holes(tree, Map.of("FIRE", RiskLevel.LOW), List.of(hoses), posts, Set.of("SAFETY"));
    String hole = holes.get(0).message().en();
    // nobody at the tier team answers for the risk event FIRE (low risk)
    // end
    assertThat(holes).hasSize(1);
    assertThat(hole)
        .isEqualTo("nobody at the tier team answers for the risk event FIRE (low risk)");

    // snippet: checklist
    List<ControlMeasure> checked = check.checkedBy("OPERATOR", tree, List.of(hoses));
    Checklist list = Checklist.of("CL-1", "OPERATOR", checked);
    CheckPlan plan =
        new CheckPlan(list, new CheckCycle(1, CycleUnit.DAY), LocalDate.of(2026, 7, 1));
    List<CheckTask> tasks = plan.tasks(YearMonth.of(2026, 7)); // 31 of them, always the same
    // end
    assertThat(tasks).hasSize(31);

    // snippet: persons
    Ledger ledger =
        Ledger.inMemory(
            new CreditCode("91000000000000000K"), // the enterprise; this one does not exist
            InstantSource.fixed(NOW),
            ZoneId.of("Asia/Shanghai"),
            this::freshRandomBytes);
    Actor operator = matrix.actor(ledger, "sample person A", "OPERATOR", "PUMPS");
    Actor safety = matrix.actor(ledger, "sample person B", "SAFETY", "PUMPS");
    // end

    // snippet: finding
    Map<String, CheckAnswer> answers =
        Map.of("M-02", new CheckAnswer.NonConforming("Hose 2 leaks"));
    CheckRecord record =
        CheckRecord.of(tasks.get(5), list, operator, NOW.atZone(ledger.zone()), answers, NOW)
            .orThrow();
    Finding finding = record.findings().get(0);
    String id = finding.hazardId(); // always the same for this task and this measure
    // end

    // snippet: register
    HazardRegister hazards =
        HazardRegister.over(ledger).withMeasures(measure -> measure.equals(hoses.id()));

    hazards.act(id, finding.registration(operator, "pump 2", HazardOrigin.DAILY)).orThrow();
    hazards
        .act(
            id,
            HazardCommand.of(HazardAction.ASSESS, safety, NOW)
                .with(HazardFact.GRADE, "GENERAL")
                .with(HazardFact.GROUNDS, "A new seal removes it at once"))
        .orThrow();
    hazards
        .act(
            id,
            HazardCommand.of(HazardAction.FIX_ON_SPOT, operator, NOW)
                .with(HazardFact.RESULT, "Seal replaced, pressure test passed")
                .with(HazardFact.PROOF, "seal-after.jpg, SHA-256 9f86d0…"))
        .orThrow();
    // end

    // snippet: refused
    HazardCommand shortcut =
        HazardCommand.of(HazardAction.ACCEPT, operator, NOW)
            .with(HazardFact.FINDING, "I have looked at it myself");
    Outcome<Hazard> refused = hazards.act(id, shortcut);
    List<String> codes = refused.reasons().stream().map(Reason::code).toList();
    // hazard.actor.without-duty, hazard.person.not-apart; nothing was stored or recorded
    // end
    assertThat(codes).containsExactly("hazard.actor.without-duty", "hazard.person.not-apart");

    // snippet: outbox
    Outbox outbox =
        Outbox.over(
            ledger,
            new FolderTransport(folder, ledger.clock()),
            new RetryPolicy(Duration.ofSeconds(10), Duration.ofHours(1)),
            Duration.ofMinutes(5));

    HazardCommand acceptance =
        HazardCommand.of(HazardAction.ACCEPT, safety, NOW)
            .with(HazardFact.FINDING, "No leak under pressure");
    ledger
        .unit()
        .run( // the step and its report, both or neither
            () -> {
              hazards.act(id, acceptance).orThrow();
              outbox.enqueue(HazardDocument.of(hazards.chain(id))); // the steps not yet reported
            });
    int delivered = outbox.runOnce(100);

    Hazard closed =
        hazards.act(id, HazardCommand.of(HazardAction.CLOSE_OUT, safety, NOW)).orThrow();
    // end
    assertThat(delivered).isEqualTo(1);
    assertThat(closed.state()).isEqualTo(HazardState.CLOSED);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }

    // snippet: journal
    JournalFile journal = new JournalFile(HashAlgorithm.sha256());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    journal.write(ledger.journal(), out);
    byte[] file = out.toByteArray();
    Checkpoint heads =
        Checkpoint.of(ledger.journal()); // keep it where the journal's keeper cannot reach it

    Verification sound = journal.verify(new ByteArrayInputStream(file), heads);
    Hazard replayed = HazardJournal.replay(hazards.chain(id));

    file[200] ^= 1;
    Verification broken =
        journal.verify(new ByteArrayInputStream(file), heads); // names line 1 and why
    // end
    assertThat(sound.isSound()).isTrue();
    assertThat(replayed).isEqualTo(closed);
    assertThat(broken)
        .isInstanceOfSatisfying(
            Verification.Broken.class, found -> assertThat(found.line()).isEqualTo(1));
  }

  @Test
  void aLedgerOverYourOwnStores() {
    InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
    InMemoryHazardSummaryStore rows = new InMemoryHazardSummaryStore(unit);
    JournalStore journal = new InMemoryJournalStore(unit);
    PersonalDataStore persons = new InMemoryPersonalDataStore(unit);
    HazardQueries queries = new InMemoryHazardQueries(rows);
    OutboxStore reports = new InMemoryOutboxStore(unit);
    CreditCode enterprise = new CreditCode("91000000000000000K");
    InstantSource clock = InstantSource.fixed(NOW);
    ZoneId zone = ZoneId.of("Asia/Shanghai");

    // snippet: stores
    Stores stores =
        Stores.over(unit) // your UnitOfWork over the database's transactions
            .with(JournalStore.class, journal)
            .with(PersonalDataStore.class, persons)
            .with(HazardSummaryStore.class, rows)
            .with(HazardQueries.class, queries)
            .with(OutboxStore.class, reports);
    Ledger ledger =
        new Ledger(enterprise, stores, clock, zone, HashAlgorithm.sha256(), this::freshRandomBytes);
    // end
    Actor operator =
        new Actor(ledger.persons().commit("sample person"), "OPERATOR", Set.of(Duty.REGISTER));
    HazardCommand found =
        HazardCommand.of(HazardAction.REGISTER, operator, NOW)
            .with(HazardFact.WHAT, "The joint of hose 2 leaks")
            .with(HazardFact.WHERE, "pump 2")
            .with(HazardFact.ORIGIN, HazardOrigin.DAILY.code());
    HazardRegister.over(ledger).act("H-1", found).orThrow();

    assertThat(journal.chain("hazard/H-1")).hasSize(1);
    assertThat(HazardQueries.over(ledger).count(HazardFilter.open())).isEqualTo(1);
  }
}
