package io.github.dualprevention.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.control.ControlMeasure;
import io.github.dualprevention.core.control.ControlTier;
import io.github.dualprevention.core.control.ExchangeClass;
import io.github.dualprevention.core.control.MeasureClass;
import io.github.dualprevention.core.control.MeasureMode;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardOrigin;
import io.github.dualprevention.core.hazard.HazardRegister;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.journal.Ledger;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Duty;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CheckRecordTest {

  private static final Instant NOW = Instant.parse("2026-07-01T08:00:00Z");
  private static final ZonedDateTime CHECKED = NOW.atZone(ZoneId.of("Asia/Shanghai"));
  private static final Actor OPERATOR =
      new Actor(
          Commitment.of(HashAlgorithm.sha256(), new byte[16], "sample person"),
          "OPERATOR",
          Set.of(Duty.CHECK, Duty.REGISTER));

  private final HazardRegister register = register(ledger());

  private static Ledger ledger() {
    return Ledger.inMemory(
        new CreditCode("91000000000000000K"),
        InstantSource.fixed(NOW),
        ZoneId.of("Asia/Shanghai"),
        () -> new byte[16]);
  }

  private static HazardRegister register(Ledger ledger) {
    return HazardRegister.over(ledger).withMeasures(measure -> true);
  }

  /** C7: a non-conforming answer gives exactly one hazard, however often it is registered. */
  @Property(tries = 200)
  void c7_eachNonConformingItemBecomesExactlyOneHazard(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 2) Integer> kinds) {
    Checklist list = Checklist.of("CL-1", "OPERATOR", measures(kinds.size()));
    Map<String, CheckAnswer> answers = new HashMap<>();
    for (int i = 0; i < kinds.size(); i++) {
      answers.put("M-" + i, answer(kinds.get(i)));
    }

    CheckRecord record =
        CheckRecord.of(task(list), list, OPERATOR, CHECKED, answers, NOW).orThrow();

    long expected = kinds.stream().filter(kind -> kind == 1).count();
    assertThat(record.findings()).hasSize((int) expected);
    assertThat(record.findings()).extracting(Finding::hazardId).doesNotHaveDuplicates();
    Ledger ledger = ledger();
    HazardRegister hazards = register(ledger);
    for (int round = 0; round < 2; round++) {
      for (Finding finding : record.findings()) {
        Outcome<Hazard> outcome =
            hazards.act(
                finding.hazardId(),
                finding.registration(OPERATOR, "sample place", HazardOrigin.DAILY));
        assertThat(outcome.reasons().isEmpty()).isEqualTo(round == 0);
      }
    }
    assertThat(ledger.journal().heads()).hasSize((int) expected);
  }

  @Test
  void aFindingNamesItsMeasureAndItsCheckInTheHazard() {
    Checklist list = Checklist.of("CL-1", "OPERATOR", measures(1));
    Finding finding =
        CheckRecord.of(
                task(list),
                list,
                OPERATOR,
                CHECKED,
                Map.of("M-0", new CheckAnswer.NonConforming("hose cracked")),
                NOW)
            .orThrow()
            .findings()
            .get(0);

    Hazard hazard =
        register
            .act(finding.hazardId(), finding.registration(OPERATOR, "pump 2", HazardOrigin.DAILY))
            .orThrow();

    assertThat(hazard.state()).isEqualTo(HazardState.REGISTERED);
    assertThat(register.chain(finding.hazardId()).get(0).fact().values())
        .containsEntry("fact.what", "hose cracked")
        .containsEntry("fact.measure", "M-0")
        .containsEntry("fact.check", "CL-1/2026-07-01");
  }

  @Test
  void refusesARecordThatDoesNotAnswerEveryItemOnceWithAllReasonsAtOnce() {
    Checklist list = Checklist.of("CL-1", "OPERATOR", measures(3));
    CheckTask other = new CheckTask("CL-1", 2, "FOREMAN", LocalDate.of(2026, 7, 1));
    Actor idle = new Actor(OPERATOR.person(), "OPERATOR", Set.of());
    Map<String, CheckAnswer> answers =
        Map.of("M-0", new CheckAnswer.Conforming(), "M-9", new CheckAnswer.Conforming());

    Outcome<CheckRecord> outcome =
        CheckRecord.of(other, list, idle, CHECKED.minusDays(1).plusYears(1), answers, NOW);

    assertThat(outcome.reasons())
        .extracting(Reason::code)
        .containsExactly(
            "check.list.differs",
            "check.item.unanswered",
            "check.item.unanswered",
            "check.item.unknown",
            "check.actor.without-duty",
            "check.post.differs",
            "check.time.in-future");
    assertThatThrownBy(() -> new CheckRecord(other, list, OPERATOR.person(), NOW, answers))
        .isInstanceOf(RefusedException.class);
  }

  /** The day is that of the place: it is July 1 in Shanghai before it is in London. */
  @Test
  void noCheckIsFilledInBeforeItsDay() {
    Checklist list = Checklist.of("CL-1", "OPERATOR", measures(1));
    Map<String, CheckAnswer> answers = Map.of("M-0", new CheckAnswer.Conforming());
    Instant early = Instant.parse("2026-06-30T16:00:00Z");

    assertThat(
            CheckRecord.of(task(list), list, OPERATOR, early.atZone(ZoneOffset.UTC), answers, NOW)
                .reasons())
        .extracting(Reason::code)
        .containsExactly("check.time.before-due");
    assertThat(
            CheckRecord.of(
                    task(list),
                    list,
                    OPERATOR,
                    early.atZone(ZoneId.of("Asia/Shanghai")),
                    answers,
                    NOW)
                .reasons())
        .isEmpty();
  }

  @Test
  void aListIsNeverEditedAndItsNextVersionDoublesNoTask() {
    Checklist first = Checklist.of("CL-1", "OPERATOR", measures(2));
    Checklist second = first.revised(measures(3));

    assertThat(first.revised(measures(2))).isSameAs(first);
    assertThat(second.version()).isEqualTo(2);
    assertThat(first.items()).hasSize(2);
    assertThat(task(second).id()).isEqualTo(task(first).id());
  }

  @Test
  void leavesMeasuresToInstrumentsThatWatchThemAndRefusesAnEmptyList() {
    ControlMeasure watched =
        new ControlMeasure(
            "M-W",
            "E-1",
            ControlTier.POST,
            "gas alarm",
            MeasureClass.ENGINEERING,
            ExchangeClass.SAFETY_INSTRUMENT,
            Optional.empty(),
            MeasureMode.AUTOMATIC_MONITORING,
            Optional.empty());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Checklist.of("CL-1", "OPERATOR", List.of(watched)))
        .withMessageContaining("items must not be empty");
  }

  private static CheckTask task(Checklist list) {
    return new CheckTask(list.id(), list.version(), list.postId(), LocalDate.of(2026, 7, 1));
  }

  private static CheckAnswer answer(int kind) {
    return switch (kind) {
      case 0 -> new CheckAnswer.Conforming();
      case 1 -> new CheckAnswer.NonConforming("sample finding");
      default -> new CheckAnswer.NotChecked("sample reason");
    };
  }

  private static List<ControlMeasure> measures(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new ControlMeasure(
                    "M-" + i,
                    "E-1",
                    ControlTier.POST,
                    "sample measure",
                    MeasureClass.MANAGEMENT,
                    ExchangeClass.OPERATING_RECORD,
                    Optional.empty(),
                    MeasureMode.HAZARD_CHECK,
                    Optional.of("sample check " + i)))
        .toList();
  }
}
