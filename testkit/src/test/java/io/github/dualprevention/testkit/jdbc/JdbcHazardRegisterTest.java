package io.github.dualprevention.testkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardCommand;
import io.github.dualprevention.core.hazard.HazardJournal;
import io.github.dualprevention.core.hazard.HazardRegister;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.HazardSummary;
import io.github.dualprevention.core.hazard.HazardSummaryStore;
import io.github.dualprevention.core.hazard.HazardTrait;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.journal.JournalFile;
import io.github.dualprevention.core.journal.JournalStore;
import io.github.dualprevention.core.journal.Ledger;
import io.github.dualprevention.core.journal.PersonalDataStore;
import io.github.dualprevention.core.journal.Verification;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.oversight.HazardFilter;
import io.github.dualprevention.core.oversight.HazardQueries;
import io.github.dualprevention.core.store.StaleRecordException;
import io.github.dualprevention.core.store.Stores;
import io.github.dualprevention.core.store.UnitFailedException;
import io.github.dualprevention.reporting.Outbox;
import io.github.dualprevention.reporting.OutboxStore;
import io.github.dualprevention.reporting.ReportDocument;
import io.github.dualprevention.reporting.ReportEnvelope;
import io.github.dualprevention.reporting.RetryPolicy;
import io.github.dualprevention.testkit.InMemoryTransport;
import io.github.dualprevention.testkit.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A host's own row, a hazard of the register and its reports in one transaction of the host's
 * database.
 */
class JdbcHazardRegisterTest {

  private static final String ID = MajorHazard.ID;
  private static final List<String> TABLES =
      List.of(
          "journal_entry",
          "personal_data",
          "hazard_summary",
          "hazard_due",
          "outbox_item",
          "work_order");

  @RegisterExtension final Database database = new Database();

  private final JdbcUnitOfWork unit = database.unit();
  private final Ledger ledger = ledger(Samples.enterprise());
  private final HazardRegister register = HazardRegister.over(ledger);
  private final InMemoryTransport receiver = new InMemoryTransport(Samples::moment);
  private final Outbox outbox =
      Outbox.over(
          ledger,
          receiver,
          new RetryPolicy(Duration.ofMinutes(1), Duration.ofHours(1)),
          Duration.ofMinutes(5));
  private Instant now = Samples.moment();
  private int salts;

  @BeforeEach
  void createTheHostsOwnTable() {
    database.execute("CREATE TABLE work_order (hazard_id VARCHAR(100) PRIMARY KEY)");
  }

  @Test
  void aWholeMajorHazardIsRecordedTogetherWithTheHostsOwnRow() {
    Hazard last =
        unit.call(
            () -> {
              orderWork();
              return takeEveryStep();
            });

    assertThat(last.state()).isEqualTo(HazardState.CLOSED);
    assertThat(rowsOf("work_order")).isEqualTo(1);
    assertIsRecorded(last);
    assertIsReported(last);
  }

  @Test
  void eachStepCanBeAUnitOfItsOwn() {
    Hazard last = takeEveryStep();

    assertIsRecorded(last);
    assertIsReported(last);
  }

  @Test
  void theRowTellsWhatTheStepsTell() {
    for (HazardCommand command : MajorHazard.commands(ledger.persons())) {
      Hazard hazard = take(command);

      assertThat(register.summary(ID)).contains(rowOf(hazard));
      assertThat(found(HazardFilter.all())).containsExactly(rowOf(hazard));
      assertThat(found(HazardFilter.open())).hasSize(hazard.state().isOpen() ? 1 : 0);
      if (command.action() == HazardAction.START) {
        HazardFilter listed = HazardFilter.open().withTrait(HazardTrait.LISTED);
        assertThat(found(listed)).containsExactly(rowOf(hazard));
        assertThat(found(listed).get(0).dues())
            .flatExtracting(due -> due.day().stream().toList())
            .contains(LocalDate.of(2026, 9, 30), LocalDate.of(2026, 8, 1));
      }
    }
  }

  @Test
  void nothingIsThereIfTheOuterUnitFails() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                unit.run(
                    () -> {
                      orderWork();
                      MajorHazard.commands(ledger.persons()).stream()
                          .takeWhile(step -> step.action() != HazardAction.ACCEPT)
                          .forEach(this::take);
                      assertThat(TABLES).noneMatch(table -> rowsOf(table) == 0);
                      throw new IllegalStateException("the host has changed its mind");
                    }));

    assertThat(TABLES).allMatch(table -> rowsOf(table) == 0);
    assertIsRecorded(takeEveryStep());
  }

  @Test
  void aStepIsTakenBackIfTheHostsOwnRowCannotBeWritten() {
    orderWork();
    HazardCommand first = MajorHazard.commands(ledger.persons()).get(0);

    assertThatExceptionOfType(JdbcException.class)
        .isThrownBy(
            () ->
                unit.run(
                    () -> {
                      take(first);
                      orderWork();
                    }));

    assertThat(register.chain(ID)).isEmpty();
    assertThat(register.summary(ID)).isEmpty();
  }

  @Test
  void theHostsOwnRowIsTakenBackIfSomebodyElseWasFaster() {
    List<HazardCommand> commands = MajorHazard.commands(ledger.persons());
    Hazard seen = take(commands.get(0));
    Hazard assessed = take(commands.get(1));

    assertThatExceptionOfType(UnitFailedException.class)
        .isThrownBy(
            () ->
                unit.run(
                    () -> {
                      orderWork();
                      assertThatExceptionOfType(StaleRecordException.class)
                          .isThrownBy(() -> register.act(seen, commands.get(1)));
                    }));

    assertThat(rowsOf("work_order")).isZero();
    assertIsRecorded(assessed);
  }

  @Test
  void aRefusedStepLeavesTheHostsOwnRow() {
    List<HazardCommand> commands = MajorHazard.commands(ledger.persons());

    unit.run(
        () -> {
          orderWork();
          assertThat(register.act(ID, commands.get(1)).reasons()).isNotEmpty();
        });

    assertThat(rowsOf("work_order")).isEqualTo(1);
    assertThat(register.chain(ID)).isEmpty();
  }

  @Test
  void twoEnterprisesHaveAHazardOfTheSameIdEach() {
    Hazard last = takeEveryStep();
    HazardRegister another = HazardRegister.over(ledger(Samples.anotherEnterprise()));

    assertThat(another.hazard(ID).state()).isEqualTo(HazardState.DISCOVERED);
    assertThat(another.act(ID, MajorHazard.commands(ledger.persons()).get(0)).orThrow().version())
        .isEqualTo(1);
    assertIsRecorded(last);
  }

  private Hazard takeEveryStep() {
    MajorHazard.commands(ledger.persons()).forEach(this::take);
    return register.hazard(ID);
  }

  private Hazard take(HazardCommand command) {
    now = command.occurred();
    return unit.call(
        () -> {
          Hazard hazard = register.act(ID, command).orThrow();
          outbox.enqueue(document(hazard));
          return hazard;
        });
  }

  private ReportDocument document(Hazard hazard) {
    return new ReportDocument(
        "sample",
        "1",
        HazardJournal.subject(hazard.id()),
        hazard.version(),
        first -> register.chain(hazard.id()).get(first - 1).line());
  }

  /** Each step was a report of its own; the receiver gets them in their order. */
  private void assertIsReported(Hazard last) {
    for (int step = 1; step <= last.version(); step++) {
      assertThat(outbox.runOnce(10)).isEqualTo(1);
    }
    assertThat(outbox.runOnce(10)).isZero();
    assertThat(receiver.received())
        .extracting(ReportEnvelope::body)
        .isEqualTo(register.chain(ID).stream().map(JournalEntry::line).toList());
  }

  /** What a program finds that begins anew over the same database. */
  private void assertIsRecorded(Hazard last) {
    HazardRegister anew = HazardRegister.over(ledger(Samples.enterprise()));
    assertThat(anew.hazard(ID)).isEqualTo(last);
    try (Stream<Hazard> hazards = anew.hazards()) {
      assertThat(hazards.toList()).containsExactly(last);
    }
    assertThat(anew.summary(ID)).contains(rowOf(last));
    assertThat(found(HazardFilter.all())).containsExactly(rowOf(last));
    assertThat(ledger.persons().reveal(last.steps().get(0).person())).contains(MajorHazard.WORKER);

    ByteArrayOutputStream file = new ByteArrayOutputStream();
    JournalFile journal = new JournalFile(HashAlgorithm.sha256());
    journal.write(ledger.journal(), file);
    Verification verified = journal.verify(new ByteArrayInputStream(file.toByteArray()));
    assertThat(verified)
        .isInstanceOfSatisfying(
            Verification.Sound.class,
            sound -> assertThat(sound.entries()).isEqualTo(last.version()));
  }

  private HazardSummary rowOf(Hazard hazard) {
    return HazardSummary.of(
        Samples.enterprise(), hazard, register.lifeCycleOf(hazard).dues(hazard));
  }

  private List<HazardSummary> found(HazardFilter filter) {
    return HazardQueries.over(ledger).stream(filter, 10).toList();
  }

  private Ledger ledger(CreditCode enterprise) {
    return new Ledger(
        enterprise,
        Stores.over(unit)
            .with(JournalStore.class, new JdbcJournalStore(unit, enterprise))
            .with(PersonalDataStore.class, new JdbcPersonalDataStore(unit, enterprise))
            .with(HazardSummaryStore.class, new JdbcHazardSummaryStore(unit, enterprise))
            .with(HazardQueries.class, new JdbcHazardQueries(unit, enterprise))
            .with(OutboxStore.class, new JdbcOutboxStore(unit, enterprise)),
        () -> now,
        ZoneId.of("Asia/Shanghai"),
        HashAlgorithm.sha256(),
        () -> ByteBuffer.allocate(16).putInt(salts++).array());
  }

  /** The host's own statement, as it would write it without the library. */
  private void orderWork() {
    unit.update(Sql.of("INSERT INTO work_order (hazard_id) VALUES (?)", ID));
  }

  private long rowsOf(String table) {
    return unit.list(Sql.of("SELECT COUNT(*) FROM " + table), rows -> rows.getLong(1)).get(0);
  }
}
