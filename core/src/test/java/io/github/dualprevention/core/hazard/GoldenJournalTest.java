package io.github.dualprevention.core.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.journal.Checkpoint;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.journal.JournalFile;
import io.github.dualprevention.core.journal.JournalStore;
import io.github.dualprevention.core.journal.Ledger;
import io.github.dualprevention.core.journal.Verification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The journal of release 0.1, as it must be read for ever; all persons in it are samples. A change
 * of the form is a further golden file beside this one, never a change of it.
 */
class GoldenJournalTest {

  private static final String FILE = "/golden/journal-0.1.txt";
  private static final String CHECKPOINT = "/golden/journal-0.1.checkpoint.txt";
  private static final JournalFile JOURNAL = new JournalFile(HashAlgorithm.sha256());
  private static final Commitment WORKER = HazardSamples.person("示例人员甲");
  private static final Commitment INSPECTOR = HazardSamples.person("示例人员乙");

  /** Hazard, action, what is special about its evidence; one an hour. */
  private static final String STEPS =
      """
      G-1 REGISTER
      G-1 ASSESS GENERAL
      G-1 FIX_ON_SPOT
      G-1 ACCEPT
      G-1 CLOSE_OUT
      M-1 REGISTER
      M-1 TAKE_INTERIM_MEASURES
      M-1 ASSESS MAJOR
      M-1 REPORT
      M-1 INFORM
      M-1 PLAN
      M-1 START
      M-1 MONITOR
      M-1 SUBMIT
      M-1 REJECT
      M-1 MONITOR
      M-1 SUBMIT
      M-1 ACCEPT
      M-1 CLOSE_OUT
      G-2 REGISTER
      G-2 ASSESS GENERAL
      G-2 START
      G-2 SUBMIT
      G-2 ACCEPT
      G-2 CLOSE_OUT
      G-2 REOPEN
      G-2 ASSESS MAJOR
      G-2 PLAN
      G-2 START
      """;

  @Test
  void verifiesAgainstItsCheckpoint() throws IOException {
    Checkpoint checkpoint = Checkpoint.parse(text(CHECKPOINT));

    assertThat(JOURNAL.verify(new ByteArrayInputStream(bytes(FILE)), checkpoint))
        .isEqualTo(new Verification.Sound(STEPS.lines().count(), checkpoint));
    assertThat(checkpoint.toText()).isEqualTo(text(CHECKPOINT));
  }

  @Test
  void replaysToTheStatesOfThen() throws IOException {
    Map<String, Hazard> hazards =
        text(FILE)
            .lines()
            .map(line -> line.split(" ", 2))
            .map(parts -> JournalEntry.of(parts[1], parts[0]))
            .collect(
                Collectors.collectingAndThen(
                    Collectors.groupingBy(entry -> entry.fact().subject()),
                    chains ->
                        chains.values().stream()
                            .map(HazardJournal::replay)
                            .collect(Collectors.toMap(Hazard::id, hazard -> hazard))));

    assertThat(hazards.values())
        .extracting(Hazard::toString)
        .containsExactlyInAnyOrder(
            "G-1 CLOSED GENERAL v5", "M-1 CLOSED MAJOR v14", "G-2 RECTIFYING MAJOR v10");
    Hazard reopened = Objects.requireNonNull(hazards.get("G-2"));
    assertThat(reopened.deadline()).contains(LocalDate.of(2026, 9, 30));
    assertThat(reopened.last(HazardAction.ACCEPT)).isEmpty();
    assertThat(HazardSamples.CYCLE.owed(reopened))
        .extracting(OwedStep::action)
        .containsExactly(HazardAction.REPORT, HazardAction.INFORM);
    Hazard major = Objects.requireNonNull(hazards.get("M-1"));
    assertThat(major.last(HazardAction.REJECT).map(HazardStep::person)).contains(INSPECTOR);
    assertThat(major.table()).hasToString("HAZARD:CN@1");
  }

  @Test
  void isWrittenTheSameByTheSameSteps() throws IOException {
    JournalStore written = written();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    JOURNAL.write(written, file);

    assertThat(file.toString(StandardCharsets.UTF_8)).isEqualTo(text(FILE));
    assertThat(Checkpoint.of(written).toText()).isEqualTo(text(CHECKPOINT));
  }

  static JournalStore written() {
    AtomicReference<Instant> now = new AtomicReference<>(HazardSamples.T0);
    Ledger ledger = HazardSamples.ledger(now::get);
    HazardRegister register = HazardRegister.over(ledger).withMeasures(measure -> true);
    int hour = 0;
    for (String line : STEPS.lines().toList()) {
      String[] parts = line.split(" ", -1);
      HazardAction action = HazardAction.valueOf(parts[1]);
      Hazard hazard = register.hazard(parts[0]);
      boolean judges = action == HazardAction.ACCEPT || action == HazardAction.REJECT;
      HazardCommand command =
          HazardSamples.command(
              hazard,
              action,
              HazardSamples.actor(judges ? INSPECTOR : WORKER),
              HazardSamples.hour(hour));
      if (parts.length > 2) {
        command = command.with(HazardFact.GRADE, parts[2]);
      }
      if (action == HazardAction.MONITOR) {
        command = command.with(HazardFact.OBSERVATION, "示例：压力\t0.8\\MPa\n次日 0.7 😀");
      }
      now.set(HazardSamples.hour(hour).plusMillis(1_500L * hour));
      register.act(parts[0], command).orThrow();
      hour++;
    }
    return ledger.journal();
  }

  private static String text(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = GoldenJournalTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
