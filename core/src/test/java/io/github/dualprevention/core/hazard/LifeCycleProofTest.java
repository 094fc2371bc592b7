package io.github.dualprevention.core.hazard;

import static io.github.dualprevention.core.hazard.HazardSamples.CYCLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.Sets;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.responsibility.Duty;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.TableVersion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What may be laid over the published table: more than it asks for, in the right places, and never
 * less. Small changes are enumerated whole.
 */
class LifeCycleProofTest {

  /** The two lines on offer, for all cases in which they are. */
  private static final String SIGN =
      "ANY,FIXED_ON_SPOT RECTIFIED,SIGN,SAME,,FINDING,,,START SUBMIT FIX_ON_SPOT,NOT_SIGNED_YET,,,OWN";

  private static final String CONFIRM =
      "ANY,ACCEPTED,CONFIRM,SAME,ACCEPT,FINDING,,,START SUBMIT FIX_ON_SPOT ACCEPT,,,,OWN";

  private static final TableVersion SECOND = new TableVersion("SAMPLE:SECOND", "1");

  /** Every case that a changed table can have. */
  private static final List<TableLine> KNOWN =
      TableLine.cases(Overlay.of(SIGN, CONFIRM).over(CYCLE).transitions()).toList();

  /** Evidence that rules or counts read; all other evidence may be asked for anywhere. */
  private static final Set<HazardFact> DECIDING =
      EnumSet.of(
          HazardFact.ORIGIN,
          HazardFact.CHECK,
          HazardFact.GRADE,
          HazardFact.CRITERION,
          HazardFact.DEADLINE,
          HazardFact.PROPOSED_DEADLINE,
          HazardFact.INTERIM_KIND,
          HazardFact.RESUMPTION,
          HazardFact.ESCALATED_TO,
          HazardFact.ORDER,
          HazardFact.ORDERED_DEADLINE,
          HazardFact.LISTING_LEVEL,
          HazardFact.LISTING_DEADLINE,
          HazardFact.PROPOSED_LISTING_DEADLINE,
          HazardFact.MILESTONES,
          HazardFact.MILESTONE,
          HazardFact.CORRECTS,
          HazardFact.SOURCE,
          HazardFact.FOUND_ON,
          HazardFact.CLOSED_ON);

  private static final Map<String, String> MISSING =
      Map.of(
          "facts", "hazard.table.fact-not-asked",
          "steps", "hazard.table.step-not-awaited",
          "apart", "hazard.table.not-kept-apart",
          "conditions", "hazard.table.condition-missing");

  /** A change of the published line for one case, and what must be wrong with it. */
  private record Change(TableLine line, String column, String code) {}

  @Test
  void thePublishedLinesMayBeRepeated() {
    Overlay repeated = Overlay.of();
    KNOWN.forEach(line -> repeated.with(line.toString()));

    assertThat(repeated.places()).isEmpty();
    assertThat(KNOWN).hasSize(184);
  }

  /** Each piece of evidence, earlier step, separation and condition of each line. */
  @Test
  void refusesEachLineThatLacksOneDemand() {
    List<Change> changes = omissions();

    assertRefused(changes);
    assertThat(changes).hasSize(704);
  }

  @ParameterizedTest
  @EnumSource(Weakening.class)
  void noWeakeningGrantsAnythingButASeparation(Weakening weakening) {
    List<Change> changes =
        omissions().stream()
            .filter(change -> !change.column().equals("apart"))
            .map(
                change ->
                    new Change(
                        change.line().set("weakens", weakening.code()),
                        change.column(),
                        change.code()))
            .toList();

    inTurns(changes).forEach(turn -> assertThat(placesOf(turn)).containsAll(expectedOf(turn)));
  }

  private static List<Change> omissions() {
    List<Change> changes = new ArrayList<>();
    for (TableLine line : KNOWN) {
      MISSING.forEach(
          (column, code) ->
              line.words(column)
                  .forEach(
                      word -> changes.add(new Change(line.without(column, word), column, code))));
    }
    return changes;
  }

  @ParameterizedTest
  @EnumSource(Duty.class)
  void refusesEachLineForAnotherDuty(Duty duty) {
    assertRefused(
        changes(
            line -> !line.cell("duty").equals(duty.name()),
            line -> line.set("duty", duty.name()),
            "duty",
            "hazard.table.duty-other"));
  }

  @Test
  void refusesEachLineWithoutItsDuty() {
    assertRefused(
        changes(
            line -> !line.cell("duty").isEmpty(),
            line -> line.set("duty", ""),
            "duty",
            "hazard.table.duty-other"));
  }

  @ParameterizedTest
  @EnumSource(HazardState.class)
  void refusesEachLineThatLeadsElsewhere(HazardState to) {
    assertRefused(
        changes(
            line -> !line.cell("to").equals(to.name()),
            line -> line.set("to", to.name()),
            "to",
            "hazard.table.leads-elsewhere"));
  }

  @Test
  void refusesEachCaseThatIsNeitherPublishedNorOnOffer() {
    Set<String> known = KNOWN.stream().map(TableLine::name).collect(Collectors.toSet());
    List<Change> changes = new ArrayList<>();
    for (HazardState from : HazardState.values()) {
      for (HazardAction action : HazardAction.values()) {
        scopes(from)
            .map(scope -> like(action).set("scope", scope.name()).set("from", from.name()))
            .filter(line -> !known.contains(line.name()))
            .forEach(line -> changes.add(new Change(line, "action", "hazard.table.case-new")));
      }
    }

    assertRefused(changes);
    assertThat(changes).hasSize(386);
  }

  /** A line of the same action, wherever that is possible. */
  private static TableLine like(HazardAction action) {
    return KNOWN.stream()
        .filter(line -> line.isFor(action.name()))
        .findFirst()
        .orElseGet(() -> KNOWN.get(0).set("action", action.name()));
  }

  private static Stream<GradeScope> scopes(HazardState from) {
    return from.isGraded()
        ? Stream.of(GradeScope.GENERAL, GradeScope.MAJOR)
        : Stream.of(GradeScope.ANY);
  }

  @Test
  void h1RefusesAStartThatIsASubmission() {
    TableLine start =
        TableLine.published(GradeScope.GENERAL, HazardState.ASSESSED, HazardAction.START);

    assertThat(Overlay.of(start.set("to", "RECTIFIED")).places())
        .containsExactly("transitions.csv:2 to hazard.table.leads-elsewhere");
  }

  @ParameterizedTest
  @ValueSource(strings = {"IMPORT", "MIGRATE"})
  void noTableDecidesAboutWhatIsTakenAsAFact(String action) {
    assertThat(Overlay.of("ANY,REGISTERED," + action + ",SAME,,SOURCE,,,,,,,OWN").places())
        .containsExactly("transitions.csv:2 action hazard.table.case-new");
  }

  /** Wherever the published line of the case does not take it; there it may be asked for. */
  @ParameterizedTest
  @EnumSource(HazardFact.class)
  void whatDecidesIsOnlyTakenWhereItIsPublished(HazardFact fact) {
    boolean decides = DECIDING.contains(fact);
    String word = fact.name();
    Predicate<TableLine> taken =
        line -> line.words("facts").contains(word) || line.words("also").contains(word);
    Predicate<TableLine> measures = line -> line.isFor(HazardAction.TAKE_INTERIM_MEASURES.name());
    Predicate<TableLine> refused =
        taken.negate().and(line -> decides || line.isFor(HazardAction.CORRECT.name()));
    assertRefused(
        changes(refused, line -> line.with("also", word), "also", "hazard.table.fact-of-others"));
    assertRefused(
        changes(
            refused.and(measures.negate()),
            line -> line.with("facts", word),
            "facts",
            "hazard.table.fact-of-others"));
    assertAccepted(
        refused.negate().and(measures.negate()),
        line -> line.without("also", word).without("facts", word).with("facts", word));
    assertAccepted(refused.or(taken).negate().and(measures), line -> line.with("also", word));
  }

  @ParameterizedTest
  @EnumSource(Condition.class)
  void conditionsAreThoseOfThePublishedLine(Condition condition) {
    assertRefused(
        changes(
            line -> !line.words("conditions").contains(condition.name()),
            line -> line.with("conditions", condition.name()),
            "conditions",
            "hazard.table.condition-added"));
  }

  /** Interim measures, and what makes the rules for a hazard stricter. */
  @Test
  void nothingHoldsUpWhatProtects() {
    Set<HazardAction> free =
        Set.of(
            HazardAction.TAKE_INTERIM_MEASURES,
            HazardAction.PROPOSE_MAJOR,
            HazardAction.RECEIVE_ORDER,
            HazardAction.LIST);
    for (Map.Entry<String, String> more :
        Map.of("steps", "REGISTER", "apart", "REGISTER", "signatures", "SAFETY").entrySet()) {
      assertRefused(
          changes(
              line -> free.contains(HazardAction.valueOf(line.cell("action"))),
              line -> line.with(more.getKey(), more.getValue()),
              more.getKey(),
              "hazard.table.held-up"));
    }
  }

  @ParameterizedTest
  @EnumSource(HazardFact.class)
  void interimMeasuresAskForNothingMore(HazardFact fact) {
    for (TableLine line : KNOWN) {
      boolean more =
          line.isFor(HazardAction.TAKE_INTERIM_MEASURES.name())
              && !line.words("facts").contains(fact.name());
      if (more) {
        assertThat(
                Overlay.of(line.without("also", fact.name()).with("facts", fact.name())).places())
            .contains("transitions.csv:2 facts hazard.table.held-up");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MAJOR, ASSESSED, START, REPORT",
    "MAJOR, ASSESSED, START, INFORM",
    "GENERAL, ASSESSED, START, INFORM",
    "GENERAL, RECTIFYING, SUBMIT, INFORM",
    "MAJOR, RECTIFYING, SUBMIT, REPORT",
    "GENERAL, ASSESSED, FIX_ON_SPOT, INFORM",
    "MAJOR, ASSESSED, PLAN, REPORT",
    "MAJOR, RECTIFIED, PLAN, INFORM",
  })
  void rectificationNeverWaitsForAReport(
      GradeScope scope, HazardState from, HazardAction action, String report) {
    TableLine line = TableLine.published(scope, from, action);

    assertThat(Overlay.of(line.with("steps", report)).places())
        .containsExactly("transitions.csv:2 steps hazard.table.held-up");
  }

  @Test
  void rectificationNeverWaitsForAReportInTurn() {
    String start =
        TableLine.published(GradeScope.GENERAL, HazardState.ASSESSED, HazardAction.START)
            .with("steps", "MONITOR")
            .toString();
    String monitor = "ANY,ASSESSED RECTIFYING,MONITOR,SAME,MONITOR,OBSERVATION,,INFORM,,,,,OWN";

    assertThat(Overlay.of(start).places()).isEmpty();
    assertThat(Overlay.of(monitor).places()).isEmpty();
    assertThat(Overlay.of(start, monitor).places())
        .containsExactly("transitions.csv:3 steps hazard.table.held-up");
    HazardLifeCycle monitored = Overlay.of(monitor).over(CYCLE);
    assertThat(Overlay.under(SECOND).with(start).faults(monitored))
        .extracting(fault -> fault.reason().code())
        .containsOnly("hazard.table.held-up");
  }

  @Test
  void rectificationAndItsPlanTakeNoSignatures() {
    for (TableLine line :
        List.of(
            TableLine.published(GradeScope.MAJOR, HazardState.RECTIFIED, HazardAction.PLAN),
            TableLine.published(GradeScope.MAJOR, HazardState.RECTIFYING, HazardAction.SUBMIT))) {
      assertThat(Overlay.of(SIGN, line.set("signatures", "SAFETY").toString()).places())
          .containsExactly("transitions.csv:3 signatures hazard.table.held-up");
    }
  }

  /** Every weakening in every case, with its evidence: it lets through what it may and no more. */
  @ParameterizedTest
  @EnumSource(Weakening.class)
  void aWeakeningGrantsOneSeparationOfOneActionForGeneralHazards(Weakening weakening) {
    Set<String> granted =
        switch (weakening) {
          case ACCEPTOR_RECTIFIED ->
              Set.of(
                  "general FIXED_ON_SPOT ACCEPT START",
                  "general FIXED_ON_SPOT ACCEPT SUBMIT",
                  "general FIXED_ON_SPOT ACCEPT FIX_ON_SPOT");
          case DECIDER_ASKED ->
              Set.of(
                  "general ASSESSED GRANT_EXTENSION REQUEST_EXTENSION",
                  "general ASSESSED REFUSE_EXTENSION REQUEST_EXTENSION",
                  "general RECTIFYING GRANT_EXTENSION REQUEST_EXTENSION",
                  "general RECTIFYING REFUSE_EXTENSION REQUEST_EXTENSION");
        };
    Set<String> passed = Sets.newHashSet();
    for (TableLine line : KNOWN) {
      for (String person : line.words("apart")) {
        TableLine weakened = line.without("apart", person).set("weakens", weakening.code());
        List<String> codes = Overlay.of(reasoned(weakened)).codes();
        if (codes.isEmpty()) {
          passed.add(line.name() + " " + person);
        } else {
          assertThat(codes).contains("hazard.table.not-kept-apart", "hazard.table.weakens-nothing");
        }
      }
    }

    assertThat(passed).isEqualTo(granted);
  }

  private static TableLine reasoned(TableLine line) {
    String reason = HazardFact.REASON.name();
    return line.without("facts", reason).without("also", reason).with("facts", reason);
  }

  @Test
  void aWeakeningMayGrantSeveralSeparationsAtOnce() {
    TableLine accept =
        TableLine.published(GradeScope.GENERAL, HazardState.FIXED_ON_SPOT, HazardAction.ACCEPT)
            .set("apart", "")
            .set("weakens", "ACCEPTOR_RECTIFIED");

    assertThat(Overlay.of(reasoned(accept)).places()).isEmpty();
    assertThat(Overlay.of(accept).places())
        .containsExactly("transitions.csv:2 facts hazard.table.fact-not-asked");
    assertThat(Overlay.of(reasoned(accept.set("weakens", ""))).places())
        .containsExactly("transitions.csv:2 apart hazard.table.not-kept-apart");
    assertThat(Overlay.of(reasoned(accept.with("weakens", "DECIDER_ASKED"))).places())
        .containsExactly("transitions.csv:2 weakens hazard.table.weakens-nothing");
  }

  @ParameterizedTest
  @EnumSource(Weakening.class)
  void refusesAWeakeningThatWeakensNothing(Weakening weakening) {
    assertRefused(
        changes(
            line -> true,
            line -> line.set("weakens", weakening.code()),
            "weakens",
            "hazard.table.weakens-nothing"));
  }

  /** A line for any grade is held against both lines that it replaces. */
  @Test
  void aLineForAllHazardsAsksForWhatEachGradeNeeds() {
    String closeOut =
        "ANY,ACCEPTED,CLOSE_OUT,CLOSED,CLOSE_OUT,,,%s,,NOT_LISTED RECHECKED NOTHING_SUSPENDED PROPOSAL_ANSWERED,,,OWN";

    List<Fault> faults = Overlay.of(closeOut.formatted("INFORM")).faults();

    assertThat(faults)
        .extracting(fault -> fault.reason().message().en())
        .containsExactly(
            "\"close out\" in accepted (major hazards) must wait for \"plan the rectification\"",
            "\"close out\" in accepted (major hazards) must wait for \"report to the regulator\"");
    assertThat(faults)
        .extracting(fault -> fault.reason().source().map(SourceClause::clause).orElseThrow())
        .allSatisfy(clause -> assertThat(clause).startsWith("art. "));
    assertThat(Overlay.of(closeOut.formatted("PLAN REPORT INFORM")).places())
        .containsExactly("transitions.csv:2 steps hazard.table.step-never-possible");
  }

  @Test
  void moreMayBeAskedFor() {
    HazardLifeCycle own =
        Overlay.of(
                SIGN,
                CONFIRM,
                TableLine.published(GradeScope.MAJOR, HazardState.RECTIFIED, HazardAction.ACCEPT)
                    .with("facts", "PROOF")
                    .with("apart", "PLAN")
                    .set("signatures", "SAFETY EQUIPMENT|POWER")
                    .toString(),
                TableLine.published(GradeScope.MAJOR, HazardState.ACCEPTED, HazardAction.CLOSE_OUT)
                    .with("steps", "CONFIRM", "MONITOR")
                    .toString())
            .over(CYCLE);

    assertThat(own.transitions()).hasSize(CYCLE.transitions().size() + 4);
  }

  /** What is laid over an own table is held against the published one too. */
  @Test
  void anOverlayOverAnOverlayMayTakeBackWhatThatHasAdded() {
    TableLine closeOut =
        TableLine.published(GradeScope.MAJOR, HazardState.ACCEPTED, HazardAction.CLOSE_OUT);
    HazardLifeCycle own = Overlay.of(CONFIRM, closeOut.with("steps", "CONFIRM") + "").over(CYCLE);

    assertThat(Overlay.under(SECOND).with(closeOut + "").faults(own)).isEmpty();
    assertThat(Overlay.under(SECOND).with(closeOut.without("steps", "PLAN") + "").faults(own))
        .extracting(fault -> fault.reason().code())
        .containsExactly("hazard.table.step-not-awaited");
  }

  @Test
  void anOverlayHasAnEditionOfItsOwn() {
    String line = "ANY,RECTIFYING,MONITOR,SAME,MONITOR,OBSERVATION,,,,,,,OWN";
    HazardLifeCycle own = Overlay.of(line).over(CYCLE);

    for (TableVersion taken : List.of(CYCLE.version(), own.version())) {
      assertThat(Overlay.under(taken).with(line).faults(own))
          .extracting(fault -> fault.reason().code())
          .containsExactly("hazard.table.edition-taken");
    }
    assertThat(Overlay.under(SECOND).with(line).faults(own)).isEmpty();
    assertThat(Overlay.under(new TableVersion("HAZARD:CN", "1b")).with(line).places()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GENERAL,RECTIFYING,SUBMIT,RECTIFIED,RECTIFY,RESULT PROOF,,,,,,,OWN",
        "MAJOR,RECTIFYING,SUBMIT,RECTIFIED,RECTIFY,RESULT PROOF,,,,,,,OWN",
        "ANY,RECTIFYING,SUBMIT,RECTIFIED,RECTIFY,RESULT PROOF,,,,,,,OWN",
      })
  void refusesTwoLinesForOneCase(String line) {
    assertThat(
            Overlay.of("ANY,RECTIFYING,SUBMIT,RECTIFIED,RECTIFY,RESULT PROOF,,,,,,,OWN", line)
                .places())
        .containsExactly("transitions.csv:3 action hazard.table.case-twice");
  }

  @Test
  void refusesSignaturesThatNobodyCanGive() {
    String accept =
        TableLine.published(GradeScope.MAJOR, HazardState.RECTIFIED, HazardAction.ACCEPT)
            .set("signatures", "SAFETY")
            .toString();

    assertThat(Overlay.of(accept).places())
        .containsExactly("transitions.csv:2 signatures hazard.table.step-never-possible");
    assertThat(Overlay.of(SIGN.replace("ANY", "GENERAL"), accept).places())
        .containsExactly("transitions.csv:3 signatures hazard.table.step-never-possible");
    assertThat(Overlay.of(SIGN.replace("ANY", "MAJOR"), accept).places()).isEmpty();
  }

  @Test
  void refusesAStepThatNobodyCanTake() {
    TableLine closeOut =
        TableLine.published(GradeScope.GENERAL, HazardState.ACCEPTED, HazardAction.CLOSE_OUT);

    assertThat(Overlay.of(closeOut.with("steps", "REPORT")).places())
        .containsExactly("transitions.csv:2 steps hazard.table.step-never-possible");
    assertThat(Overlay.of(closeOut.with("steps", "CONFIRM")).places())
        .containsExactly("transitions.csv:2 steps hazard.table.step-never-possible");
  }

  /** An extension counts no longer once the hazard is submitted; another grade is no way out. */
  @ParameterizedTest
  @CsvSource({
    "GENERAL, ACCEPTED, CLOSE_OUT",
    "MAJOR, ACCEPTED, CLOSE_OUT",
    "MAJOR, RECTIFIED, ACCEPT",
  })
  void refusesAWayThatEndsBecauseItsStepIsNoLongerPossible(
      GradeScope scope, HazardState from, HazardAction action) {
    TableLine line = TableLine.published(scope, from, action).with("steps", "REQUEST_EXTENSION");

    assertThat(Overlay.of(line).faults())
        .isNotEmpty()
        .extracting(fault -> fault.reason().code(), fault -> fault.reason().value("scope"))
        .containsOnly(tuple("hazard.table.no-way-out", scope.term().toString()));
  }

  @Test
  void refusesASignatureThatWaitsForWhatItIsWaitedFor() {
    String accept =
        TableLine.published(GradeScope.MAJOR, HazardState.RECTIFIED, HazardAction.ACCEPT)
            .set("signatures", "SAFETY")
            .toString();

    assertThat(Overlay.of(SIGN, accept).places()).isEmpty();
    assertThat(
            Overlay.of(
                    "ANY,RECTIFIED,SIGN,SAME,,FINDING,,ACCEPT,START SUBMIT FIX_ON_SPOT,NOT_SIGNED_YET,,,OWN",
                    accept)
                .codes())
        .containsExactly("hazard.table.no-way-out");
  }

  @ParameterizedTest
  @CsvSource({
    "FIX_ON_SPOT, hazard.table.unreachable",
    "CLOSE_OUT, hazard.table.unreachable",
    "REOPEN, hazard.table.no-way-out",
    "DELIST, hazard.table.step-never-possible",
    "PASS_RECHECK, hazard.table.step-never-possible",
    "DECIDE_RESUMPTION, hazard.table.step-never-possible",
    "PLAN, hazard.table.step-never-possible",
  })
  void aTableWithoutAnActionIsNotWhole(HazardAction without, String code) {
    List<Transition> lines =
        CYCLE.transitions().stream().filter(line -> line.action() != without).toList();

    assertThat(LifeCycleProof.of(lines)).extracting(flaw -> flaw.reason().code()).contains(code);
    assertThat(LifeCycleProof.of(CYCLE.transitions())).isEmpty();
  }

  @Test
  void aFurtherGradeIsOneThatTheTableBelowDoesNotHave() {
    String line = "ANY,RECTIFYING,MONITOR,SAME,MONITOR,OBSERVATION,,,,,,,OWN";
    String large = "LARGE,no,较大隐患,larger hazard,OWN";

    assertThat(Overlay.of(line).withGrade("GENERAL,no,一般隐患,general hazard,OWN").places())
        .containsExactly("grades.csv:2 grade hazard.table.grade-twice");
    assertThat(Overlay.of(line).withGrade(large).over(CYCLE).grades())
        .extracting(listed -> listed.grade().code())
        .containsExactly("GENERAL", "MAJOR", "LARGE");
  }

  @Test
  void refusesAGradedScopeWhereThereIsNoGrade() {
    assertThat(
            Overlay.of("GENERAL,REGISTERED ASSESSED,MONITOR,SAME,MONITOR,OBSERVATION,,,,,,,OWN")
                .places())
        .containsExactly("transitions.csv:2 scope hazard.table.scope-without-grade");
  }

  @Test
  void refusesALineThatNamesSomethingTwice() {
    assertThat(
            Overlay.of(
                    "ANY,REGISTERED,MONITOR,SAME,MONITOR,OBSERVATION OBSERVATION,,,,,,,OWN",
                    "ANY,ASSESSED,MONITOR,SAME,MONITOR,OBSERVATION,,,,,A|B A,,OWN")
                .places())
        .containsExactly(
            "transitions.csv:2 facts hazard.table.listed-twice",
            "transitions.csv:3 signatures hazard.table.listed-twice");
    assertThat(
            Overlay.of("ANY,REGISTERED,MONITOR,SAME,MONITOR,OBSERVATION,OBSERVATION,,,,,,OWN")
                .places())
        .containsExactly("transitions.csv:2 also hazard.table.listed-twice");
  }

  @Test
  void refusesUnknownClausesAndListsAllOfThem() {
    assertThat(
            Overlay.of(
                    "ANY,REGISTERED,MONITOR,SAME,MONITOR,OBSERVATION@NONE,,,,,,,OWN",
                    "ANY,ASSESSED,MONITOR,SAME,MONITOR,OBSERVATION,,,,,,,NEVER")
                .withGrade("LARGE,no,较大隐患,larger hazard,O17")
                .places())
        .containsExactlyInAnyOrder(
            "transitions.csv:2 facts hazard.table.clause-unknown",
            "transitions.csv:3 clause hazard.table.clause-unknown",
            "grades.csv:2 clause hazard.table.clause-unknown");
  }

  @Test
  void refusesWhatIsNoListOfCodes() {
    assertThat(
            Overlay.of(
                    "ANY,REGISTERED,MONITOR,SAME,MONITOR,OBSERVATION;REASON,,,,,,,OWN",
                    "ANY,ASSESSED,MONITOR,SAME,MONITOR,OBSERVATION,,plan,,,,,OWN")
                .places())
        .containsExactly(
            "transitions.csv:2 facts hazard.table.list",
            "transitions.csv:3 steps hazard.table.list");
  }

  private static List<Change> changes(
      Predicate<TableLine> where, UnaryOperator<TableLine> change, String column, String code) {
    return KNOWN.stream()
        .filter(where)
        .map(line -> new Change(change.apply(line), column, code))
        .toList();
  }

  /** Each line is refused for its own change and for nothing else. */
  private static void assertRefused(List<Change> changes) {
    inTurns(changes)
        .forEach(
            turn ->
                assertThat(placesOf(turn))
                    .as("%s", turn)
                    .containsExactlyInAnyOrderElementsOf(expectedOf(turn)));
  }

  /** One change of each case at a time, since two lines for a case would be another flaw. */
  private static Stream<List<Change>> inTurns(List<Change> changes) {
    Map<String, List<Change>> byCase =
        changes.stream().collect(Collectors.groupingBy(change -> change.line().name()));
    int most = byCase.values().stream().mapToInt(List::size).max().orElse(0);
    return IntStream.range(0, most)
        .mapToObj(
            turn ->
                byCase.values().stream()
                    .filter(each -> each.size() > turn)
                    .map(each -> each.get(turn))
                    .toList());
  }

  private static List<String> placesOf(List<Change> changes) {
    Overlay overlay = Overlay.of();
    changes.forEach(change -> overlay.with(change.line().toString()));
    return overlay.places();
  }

  private static List<String> expectedOf(List<Change> changes) {
    return IntStream.range(0, changes.size())
        .mapToObj(
            i ->
                "transitions.csv:%d %s %s"
                    .formatted(i + 2, changes.get(i).column(), changes.get(i).code()))
        .toList();
  }

  private static void assertAccepted(Predicate<TableLine> where, UnaryOperator<TableLine> change) {
    List<TableLine> changed = KNOWN.stream().filter(where).map(change).toList();
    if (!changed.isEmpty()) {
      Overlay overlay = Overlay.of();
      changed.forEach(line -> overlay.with(line.toString()));
      assertThat(overlay.places()).isEmpty();
    }
  }
}
