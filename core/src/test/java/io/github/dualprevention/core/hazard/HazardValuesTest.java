package io.github.dualprevention.core.hazard;

import static io.github.dualprevention.core.hazard.HazardSamples.CYCLE;
import static io.github.dualprevention.core.hazard.HazardSamples.GENERAL;
import static io.github.dualprevention.core.hazard.HazardSamples.INSPECTOR;
import static io.github.dualprevention.core.hazard.HazardSamples.MAJOR;
import static io.github.dualprevention.core.hazard.HazardSamples.WORKER;
import static io.github.dualprevention.core.hazard.HazardSamples.actor;
import static io.github.dualprevention.core.hazard.HazardSamples.hour;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.journal.Fact;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.table.TableVersion;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Codes, names, forms, equality and what the values themselves refuse. */
class HazardValuesTest {

  static Stream<Arguments> codeLists() {
    return Stream.of(
        codeList(
            HazardAction.byCode(), HazardAction.values(), HazardAction::code, HazardAction::term),
        codeList(HazardState.byCode(), HazardState.values(), HazardState::code, HazardState::term),
        codeList(HazardFact.byCode(), HazardFact.values(), HazardFact::code, HazardFact::term),
        codeList(
            HazardOrigin.byCode(), HazardOrigin.values(), HazardOrigin::code, HazardOrigin::term),
        codeList(GradeScope.byCode(), GradeScope.values(), GradeScope::code, GradeScope::term),
        codeList(Condition.byCode(), Condition.values(), Condition::code, Condition::term),
        codeList(Weakening.byCode(), Weakening.values(), Weakening::code, Weakening::term),
        codeList(
            InterimMeasureKind.byCode(),
            InterimMeasureKind.values(),
            InterimMeasureKind::code,
            InterimMeasureKind::term),
        codeList(Resumption.byCode(), Resumption.values(), Resumption::code, Resumption::term),
        codeList(
            EscalationLevel.byCode(),
            EscalationLevel.values(),
            EscalationLevel::code,
            EscalationLevel::term));
  }

  private static <E> Arguments codeList(
      Map<String, E> byCode, E[] values, Function<E, String> code, Function<E, Term> term) {
    return Arguments.of(
        byCode, Stream.of(values).map(code).toList(), Stream.of(values).map(term).toList());
  }

  @ParameterizedTest
  @MethodSource("codeLists")
  void everyConstantHasACodeAndANameOfItsOwn(
      Map<String, ?> byCode, List<String> codes, List<Term> terms) {
    assertThat(byCode.keySet()).containsExactlyElementsOf(codes);
    assertThat(codes).doesNotHaveDuplicates().noneMatch(String::isBlank);
    assertThat(terms).extracting(Term::code).isEqualTo(codes);
    assertThat(terms).extracting(term -> term.wording().zh()).doesNotHaveDuplicates();
    assertThat(terms).extracting(term -> term.wording().en()).doesNotHaveDuplicates();
  }

  @Test
  void namesAreThoseOfTheirTerms() {
    assertThat(HazardAction.values())
        .allSatisfy(action -> assertThat(action.wording()).isEqualTo(action.term().wording()));
    assertThat(HazardState.values())
        .allSatisfy(state -> assertThat(state.wording()).isEqualTo(state.term().wording()));
    assertThat(HazardFact.values())
        .allSatisfy(fact -> assertThat(fact.wording()).isEqualTo(fact.term().wording()));
    assertThat(HazardOrigin.values())
        .allSatisfy(origin -> assertThat(origin.wording()).isEqualTo(origin.term().wording()));
  }

  @ParameterizedTest
  @EnumSource(HazardOrigin.class)
  void whatARegulatorOrAnInformantFoundIsNotTheEnterprisesOwn(HazardOrigin origin) {
    assertThat(origin.isOwn())
        .isEqualTo(origin != HazardOrigin.REGULATOR && origin != HazardOrigin.WHISTLEBLOW);
  }

  @ParameterizedTest
  @EnumSource(HazardState.class)
  void openIsWhatIsStillToBeDealtWith(HazardState state) {
    assertThat(state.isOpen())
        .isEqualTo(
            !Set.of(HazardState.DISCOVERED, HazardState.CLOSED, HazardState.DISMISSED)
                .contains(state));
  }

  @ParameterizedTest
  @CsvSource({
    "FUNDS, 0, true",
    "FUNDS, 0.01, true",
    "FUNDS, -0.01, false",
    "FUNDS, many, false",
    "CORRECTS, 1, true",
    "CORRECTS, 999999999, true",
    "CORRECTS, 0, false",
    "CORRECTS, 01, false",
    "CORRECTS, 1000000000, false",
    "CORRECTS, one, false",
    "DEADLINE, 2026-07-31, true",
    "DEADLINE, 2026-7-31, false",
    "WHAT, anything, true",
    "WHAT, '', false",
    "RESUMPTION, RESUMED, true",
    "RESUMPTION, resumed, false",
    "MILESTONES, '2026-08-01 a', true",
    "MILESTONES, '2026-08-01 ', false",
  })
  void aTextHasTheFormOfItsFact(HazardFact fact, String text, boolean sound) {
    assertThat(fact.isWellFormed(text)).isEqualTo(sound);
  }

  @Test
  void eachFormSaysWhatItIs() {
    assertThat(HazardFact.Form.values())
        .extracting(form -> form.term().wording().zh())
        .doesNotHaveDuplicates();
    assertThat(HazardFact.FUNDS.form()).isEqualTo(HazardFact.Form.AMOUNT);
    assertThat(HazardFact.FUNDS.formTerm()).isEqualTo(HazardFact.Form.AMOUNT.term());
    assertThat(HazardFact.RESUMPTION.formTerm().code()).isEqualTo("RESUMED, ABANDONED");
    assertThat(HazardFact.Form.CODE.fits("x")).isTrue();
    assertThat(HazardFact.Form.CODE.fits("")).isFalse();
  }

  @Test
  void textsHaveAtMostFourThousandCharacters() {
    HazardCommand command = HazardCommand.of(HazardAction.REGISTER, actor(WORKER), hour(0));

    assertThat(command.with(HazardFact.WHAT, "长".repeat(4_000)).facts()).hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> command.with(HazardFact.WHAT, "长".repeat(4_001)))
        .withMessageContaining("4000");
    assertThatIllegalArgumentException().isThrownBy(() -> command.with(HazardFact.WHAT, " "));
  }

  @Test
  void commandsAreEqualIfAllPartsAre() {
    HazardCommand command =
        HazardCommand.of(HazardAction.SUBMIT, actor(WORKER), hour(1)).with(HazardFact.RESULT, "完成");

    assertThat(command)
        .isEqualTo(
            new HazardCommand(
                HazardAction.SUBMIT,
                actor(WORKER),
                hour(1).plusNanos(1),
                Map.of(HazardFact.RESULT, " 完成 ")))
        .hasSameHashCodeAs(
            HazardCommand.of(HazardAction.SUBMIT, actor(WORKER), hour(1))
                .with(HazardFact.RESULT, "完成"))
        .isNotEqualTo(command.with(HazardFact.RESULT, "未完成"))
        .isNotEqualTo(command.with(HazardFact.PROOF, "照片"))
        .isNotEqualTo(
            new HazardCommand(HazardAction.ACCEPT, actor(WORKER), hour(1), command.facts()))
        .isNotEqualTo(
            new HazardCommand(HazardAction.SUBMIT, actor(INSPECTOR), hour(1), command.facts()))
        .isNotEqualTo(
            new HazardCommand(HazardAction.SUBMIT, actor(WORKER), hour(2), command.facts()))
        .isNotEqualTo("SUBMIT");
    assertThat(command.toString()).contains("SUBMIT", "岗位-1", "完成");
    assertThat(command.hashCode()).isNotEqualTo(command.with(HazardFact.RESULT, "未完成").hashCode());
  }

  @Test
  void hazardsAreEqualIfAllStepsAre() {
    Hazard hazard = HazardSamples.after(GENERAL, HazardAction.REGISTER, HazardAction.ASSESS);
    Hazard major = HazardSamples.after(MAJOR, HazardAction.REGISTER, HazardAction.ASSESS);
    Hazard other = Hazard.discovered("H-2", CYCLE.version());
    Hazard elsewhere = Hazard.discovered("H-2", new TableVersion("OTHER", "1"));

    assertThat(hazard)
        .isEqualTo(HazardSamples.after(GENERAL, HazardAction.REGISTER, HazardAction.ASSESS))
        .hasSameHashCodeAs(HazardSamples.after(GENERAL, HazardAction.REGISTER, HazardAction.ASSESS))
        .isNotEqualTo(major)
        .isNotEqualTo(HazardSamples.after(GENERAL, HazardAction.REGISTER))
        .isNotEqualTo("H-1");
    assertThat(other)
        .isNotEqualTo(elsewhere)
        .isNotEqualTo(Hazard.discovered("H-3", CYCLE.version()));
    assertThat(hazard.hashCode()).isNotEqualTo(other.hashCode()).isNotZero();
  }

  @Test
  void aStepSaysWhichOneIsNext() {
    Hazard hazard = HazardSamples.after(GENERAL, HazardAction.REGISTER);
    HazardStep old = hazard.steps().get(0);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> hazard.apply(old))
        .withMessageContaining("must be step 2 of H-1 REGISTERED v1");
  }

  @Test
  void aStepWhoseDeadlineIsNoDayIsRefused() {
    HazardStep sound =
        HazardSamples.after(MAJOR, HazardAction.REGISTER, HazardAction.ASSESS, HazardAction.PLAN)
            .steps()
            .get(2);
    Map<HazardFact, String> facts = new EnumMap<>(sound.facts());
    facts.put(HazardFact.DEADLINE, "2026-02-30");
    HazardStep forged =
        new HazardStep(
            sound.hazardId(),
            sound.number(),
            sound.action(),
            sound.from(),
            sound.to(),
            sound.grade(),
            sound.person(),
            sound.postId(),
            sound.occurred(),
            facts,
            sound.table(),
            sound.weakened());
    Hazard before = HazardSamples.after(MAJOR, HazardAction.REGISTER, HazardAction.ASSESS);

    assertThat(before.apply(sound).deadline()).isPresent();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> before.apply(forged))
        .withMessageContaining("must have a day as its deadline")
        .withMessageContaining("2026-02-30");
  }

  @Test
  void aStepRefusesANumberBelowOneAndAGradeOutOfPlace() {
    HazardStep step = HazardSamples.after(GENERAL, HazardAction.REGISTER).steps().get(0);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> changed(step, 0, HazardState.REGISTERED, Optional.empty()))
        .withMessageContaining("at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> changed(step, 1, HazardState.REGISTERED, Optional.of(GENERAL)))
        .withMessageContaining("graded states alone");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> changed(step, 1, HazardState.ASSESSED, Optional.empty()))
        .withMessageContaining("graded states alone");
  }

  private static HazardStep changed(
      HazardStep step, int number, HazardState to, Optional<HazardGrade> grade) {
    return new HazardStep(
        step.hazardId(),
        number,
        step.action(),
        step.from(),
        to,
        grade,
        step.person(),
        step.postId(),
        step.occurred(),
        new TreeMap<>(step.facts()),
        step.table(),
        step.weakened());
  }

  @Test
  void anEntryThatHoldsNoStepOfThisReleaseIsRefused() {
    HazardStep step = HazardSamples.after(GENERAL, HazardAction.REGISTER).steps().get(0);

    assertUnknown(step, fact -> fact.replace("subject:hazard/", "subject:risk/"));
    assertUnknown(step, fact -> fact.replace("kind:hazard.register", "kind:hazard.explode"));
    assertUnknown(step, fact -> fact.replace("value.step:1", "value.step:one"));
    assertUnknown(step, fact -> fact.replace("value.step:1", "value.step:0"));
    assertUnknown(step, fact -> fact.replace("value.from:DISCOVERED", "value.from:NOWHERE"));
    assertUnknown(step, fact -> fact.replace("value.fact.what:", "value.fact.whatever:"));
    assertUnknown(step, fact -> fact + "\tvalue.weather:fine");
    assertUnknown(step, fact -> fact + "\tvalue.weakened:EVERYTHING");
  }

  private static void assertUnknown(HazardStep step, UnaryOperator<String> change) {
    JournalEntry entry =
        JournalEntry.after(
            Optional.empty(), HazardJournal.factOf(step), hour(1), HashAlgorithm.sha256());
    String line = change.apply(entry.line());
    assertThat(line).isNotEqualTo(entry.line());
    String hash = HashAlgorithm.sha256().hash(line.getBytes(StandardCharsets.UTF_8));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> HazardJournal.stepOf(JournalEntry.of(line, hash)));
  }

  @Test
  void entriesOfOtherKindsChangeNothing() {
    HazardStep step = HazardSamples.after(GENERAL, HazardAction.REGISTER).steps().get(0);
    JournalEntry first =
        JournalEntry.after(
            Optional.empty(), HazardJournal.factOf(step), hour(1), HashAlgorithm.sha256());
    Fact other =
        Fact.about(HazardJournal.subject("H-1"), "note.taken", hour(1))
            .value("remark", "示例")
            .build();
    JournalEntry second =
        JournalEntry.after(Optional.of(first), other, hour(2), HashAlgorithm.sha256());

    assertThat(HazardJournal.replay(List.of(first, second)).version()).isEqualTo(1);
  }

  @Test
  void aLineNamesNothingTwice() {
    Transition line =
        CYCLE.transitions().stream()
            .filter(
                each -> each.action() == HazardAction.CLOSE_OUT && each.scope() == GradeScope.MAJOR)
            .findFirst()
            .orElseThrow();
    Cited<HazardFact> what = new Cited<>(HazardFact.WHAT, line.source());

    assertTwice(line, List.of(what, what), Set.of(), line.steps(), line.apart(), List.of());
    assertTwice(
        line, List.of(what), Set.of(HazardFact.WHAT), line.steps(), line.apart(), List.of());
    assertTwice(
        line,
        List.of(),
        Set.of(),
        List.of(line.steps().get(0), line.steps().get(0)),
        line.apart(),
        List.of());
    assertTwice(
        line,
        List.of(),
        Set.of(),
        List.of(),
        List.of(line.steps().get(0), line.steps().get(0)),
        List.of());
    assertTwice(
        line,
        List.of(),
        Set.of(),
        List.of(),
        List.of(),
        List.of(Set.of("A", "B"), Set.of("B", "C")));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Transition(
                    line.from(),
                    line.action(),
                    line.scope(),
                    line.to(),
                    line.duty(),
                    List.of(),
                    Set.of(),
                    List.of(),
                    List.of(),
                    List.of(line.conditions().get(0), line.conditions().get(0)),
                    List.of(),
                    Set.of(),
                    line.source()));
  }

  private static void assertTwice(
      Transition line,
      List<Cited<HazardFact>> facts,
      Set<HazardFact> also,
      List<Cited<HazardAction>> steps,
      List<Cited<HazardAction>> apart,
      List<Set<String>> signatures) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Transition(
                    line.from(),
                    line.action(),
                    line.scope(),
                    line.to(),
                    line.duty(),
                    facts,
                    also,
                    steps,
                    apart,
                    line.conditions(),
                    signatures,
                    Set.of(),
                    line.source()))
        .withMessageContaining("must name each once");
  }

  @Test
  void aChainIsReadInItsOrderFromTheFirstStepOn() {
    Hazard hazard = HazardSamples.in(HazardState.RECTIFIED, Optional.of(GENERAL));
    List<HazardStep> steps = hazard.steps();

    assertThat(Hazard.of(steps)).isEqualTo(hazard);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hazard.of(List.of()))
        .withMessageContaining("steps must not be empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hazard.of(steps.subList(1, steps.size())))
        .withMessageContaining("must be step 1 of H-1 DISCOVERED v0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hazard.of(List.of(steps.get(0), steps.get(2))))
        .withMessageContaining("must be step 2 of H-1 REGISTERED v1");
  }

  @Test
  void thePublishedProfileHasWorkingDaysFromMondayToFriday() {
    LocalDate monday = LocalDate.of(2026, 7, 6);

    for (int i = 0; i < 7; i++) {
      assertThat(HazardProfile.published().calendar().isWorkingDay(monday.plusDays(i)))
          .isEqualTo(i < 5);
    }
  }

  @Test
  void aPlanAndAListingRefuseWhatIsNotThere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Milestone(LocalDate.of(2026, 7, 6), " "));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ImportedHazard(" ", HazardState.REGISTERED, Optional.empty(), Map.of()));
  }
}
