package io.github.dualprevention.core.hazard;

import static io.github.dualprevention.core.hazard.HazardSamples.CYCLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the law demands of the published table, said independently of it. Every changed table asks
 * for at least as much, so these are promises of all of them.
 */
class PublishedLifeCycleTest {

  private static final Set<HazardAction> RECTIFIERS =
      EnumSet.of(HazardAction.START, HazardAction.SUBMIT, HazardAction.FIX_ON_SPOT);
  private static final Set<HazardAction> REPORTS =
      EnumSet.of(HazardAction.REPORT, HazardAction.INFORM);

  /** Action, grades (- none, G general, M major), earlier steps, persons kept apart, conditions. */
  private static final String DEMANDS =
      """
      REGISTER                  -   -                         -                        CHECK_WITH_MEASURE+INFORMANT_LEFT_OUT
      TAKE_INTERIM_MEASURES     -GM -                         -                        -
      MONITOR                   -GM -                         -                        -
      ESCALATE                  -GM -                         -                        -
      RECEIVE_ORDER             -GM -                         -                        -
      PROPOSE_MAJOR             -G  -                         -                        CRITERION_HOLDS
      ASSESS                    -G  -                         -                        LOWERING_REASONED+CRITERION_HOLDS
      ASSESS                    M   -                         START+SUBMIT+FIX_ON_SPOT LOWERING_REASONED+CRITERION_HOLDS
      DISMISS                   -G  -                         START+SUBMIT+FIX_ON_SPOT NOT_ORDERED+NOT_LISTED+NOTHING_SUSPENDED+PROPOSAL_ANSWERED+NEVER_MAJOR
      REPORT                    M   -                         -                        -
      INFORM                    GM  -                         -                        -
      PLAN                      GM  -                         -                        DEADLINE_AHEAD+DEADLINE_KEPT+WITHIN_ORDER
      FIX_ON_SPOT               G   -                         -                        -
      START                     G   -                         -                        DEADLINE_AHEAD+DEADLINE_KEPT+WITHIN_ORDER
      START                     M   PLAN                      -                        -
      REQUEST_EXTENSION         GM  -                         -                        EXTENSION_IN_TIME+EXTENDS
      GRANT_EXTENSION           GM  REQUEST_EXTENSION         REQUEST_EXTENSION        EXTENDS_AS_ASKED+WITHIN_ORDER
      REFUSE_EXTENSION          GM  REQUEST_EXTENSION         REQUEST_EXTENSION        -
      SUBMIT                    GM  -                         -                        -
      ACCEPT                    GM  -                         START+SUBMIT+FIX_ON_SPOT PROPOSAL_ANSWERED
      REJECT                    GM  -                         START+SUBMIT+FIX_ON_SPOT DEADLINE_AHEAD+DEADLINE_KEPT+WITHIN_ORDER
      PASS_RECHECK              GM  -                         -                        ORDERED+ORDER_RECEIVED
      FAIL_RECHECK              GM  -                         -                        ORDERED+ORDER_RECEIVED+DEADLINE_AHEAD+DEADLINE_KEPT+WITHIN_ORDER
      ASSESS_RESUMPTION         GM  -                         START+SUBMIT+FIX_ON_SPOT SUSPENDED
      DECIDE_RESUMPTION         GM  ASSESS_RESUMPTION         ASSESS_RESUMPTION        SUSPENDED
      LIST                      M   -                         -                        NOT_LISTED+LISTING_LEVEL_KNOWN+LISTING_DEADLINE_FITS
      PUBLISH_LISTING           GM  -                         -                        LISTED
      REACH_MILESTONE           GM  -                         -                        LISTED+MILESTONE_OPEN
      REQUEST_LISTING_EXTENSION GM  -                         -                        LISTED+LISTING_ASKED_IN_TIME+LISTING_EXTENDS
      GRANT_LISTING_EXTENSION   GM  REQUEST_LISTING_EXTENSION -                        LISTED+LISTING_EXTENDS_AS_ASKED
      REFUSE_LISTING_EXTENSION  GM  REQUEST_LISTING_EXTENSION -                        LISTED
      DELIST                    GM  -                         -                        LISTED
      PUBLISH_DELISTING         GM  DELIST                    -                        -
      CLOSE_OUT                 G   -                         -                        NOT_LISTED+RECHECKED+NOTHING_SUSPENDED+PROPOSAL_ANSWERED
      CLOSE_OUT                 M   PLAN+REPORT+INFORM        -                        NOT_LISTED+RECHECKED+NOTHING_SUSPENDED+PROPOSAL_ANSWERED
      REOPEN                    -GM -                         -                        -
      CORRECT                   -GM -                         -                        CORRECTS_A_STEP+INFORMANT_LEFT_OUT
      """;

  /** The published line for one grade. */
  private record OneGrade(GradeScope scope, Transition line) {

    String key() {
      return line.action()
          + (scope == GradeScope.ANY ? " -" : scope == GradeScope.MAJOR ? " M" : " G");
    }
  }

  private static Stream<OneGrade> cases() {
    return CYCLE.transitions().stream()
        .flatMap(line -> line.scopes().stream().map(scope -> new OneGrade(scope, line)));
  }

  private static Stream<Transition> lines() {
    return CYCLE.transitions().stream();
  }

  private static Stream<Transition> majorLines() {
    return cases().filter(each -> each.scope() == GradeScope.MAJOR).map(OneGrade::line);
  }

  @Test
  void everyLineAsksForTheStepsPersonsAndConditionsWrittenHere() {
    Map<String, List<Set<String>>> demands = demands();

    assertThat(cases().map(OneGrade::key).distinct())
        .containsExactlyInAnyOrderElementsOf(demands.keySet());
    cases()
        .forEach(
            each ->
                assertThat(
                        List.of(
                            codes(each.line().steps()),
                            codes(each.line().apart()),
                            codes(each.line().conditions())))
                    .as("%s in %s", each.key(), each.line().from())
                    .isEqualTo(demands.get(each.key())));
  }

  private static Set<String> codes(List<? extends Cited<? extends Enum<?>>> items) {
    return items.stream().map(item -> item.value().name()).collect(Collectors.toSet());
  }

  private static Map<String, List<Set<String>>> demands() {
    Map<String, List<Set<String>>> demands = new HashMap<>();
    for (String row : DEMANDS.lines().toList()) {
      String[] cells = row.split(" +");
      for (String grade : cells[1].split("")) {
        demands.put(
            cells[0] + " " + grade,
            Arrays.stream(cells)
                .skip(2)
                .map(cell -> cell.equals("-") ? Set.<String>of() : Set.of(cell.split("\\+")))
                .toList());
      }
    }
    return demands;
  }

  @Test
  void everyLineAsksForTheEvidenceWrittenElsewhere() {
    cases()
        .forEach(
            each -> {
              Transition line = each.line();
              Set<HazardFact> written =
                  new HashSet<>(
                      HazardSamples.evidence(line.from(), line.action(), grade(each.scope()))
                          .keySet());
              if (line.action() == HazardAction.CORRECT) {
                written.remove(HazardFact.WHAT);
              }
              if (line.action() == HazardAction.ASSESS) {
                written.remove(HazardFact.REASON);
              }
              assertThat(Cited.values(line.facts())).as("%s", line).isEqualTo(written);
            });
  }

  private static Optional<HazardGrade> grade(GradeScope scope) {
    return switch (scope) {
      case ANY -> Optional.empty();
      case GENERAL -> Optional.of(HazardSamples.GENERAL);
      case MAJOR -> Optional.of(HazardSamples.MAJOR);
    };
  }

  @Test
  void h1OnlyAnAcceptanceLeadsToAcceptedAndOnlyThenACloseOutToClosed() {
    assertThat(lines().filter(line -> line.moves() && line.to() == HazardState.ACCEPTED))
        .extracting(Transition::action)
        .containsOnly(HazardAction.ACCEPT);
    assertThat(lines().filter(line -> line.moves() && line.to() == HazardState.CLOSED))
        .extracting(Transition::from, Transition::action)
        .containsOnly(tuple(HazardState.ACCEPTED, HazardAction.CLOSE_OUT));
    assertThat(lines().filter(line -> line.action() == HazardAction.ACCEPT))
        .extracting(Transition::from)
        .containsOnly(HazardState.RECTIFIED, HazardState.FIXED_ON_SPOT);
  }

  @Test
  void onlyARectificationLeadsToWhereAcceptanceIsAwaited() {
    Set<HazardState> awaiting = EnumSet.of(HazardState.RECTIFIED, HazardState.FIXED_ON_SPOT);

    assertThat(lines().filter(line -> line.moves() && awaiting.contains(line.to())))
        .extracting(Transition::action)
        .containsOnly(HazardAction.SUBMIT, HazardAction.FIX_ON_SPOT);
  }

  @Test
  void h3AMajorHazardIsRectifiedUnderAPlanOfSixContents() {
    Set<HazardState> before =
        EnumSet.of(HazardState.DISCOVERED, HazardState.REGISTERED, HazardState.ASSESSED);
    assertThat(
            majorLines()
                .filter(line -> line.from() == HazardState.ASSESSED)
                .filter(line -> !before.contains(line.to()) && line.to() != HazardState.DISMISSED))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(Cited.values(line.steps())).contains(HazardAction.PLAN));
    assertThat(majorLines().filter(line -> line.action() == HazardAction.PLAN))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(Cited.values(line.facts()))
                    .contains(
                        HazardFact.GOALS,
                        HazardFact.RESPONSIBLE,
                        HazardFact.MEASURES,
                        HazardFact.FUNDS,
                        HazardFact.DEADLINE,
                        HazardFact.CONTINGENCY));
  }

  @Test
  void h6WhatIsRejectedIsRectifiedAgain() {
    Set<HazardAction> rejecting = EnumSet.of(HazardAction.REJECT, HazardAction.FAIL_RECHECK);

    assertThat(lines().filter(line -> rejecting.contains(line.action())))
        .extracting(Transition::to)
        .containsOnly(HazardState.RECTIFYING);
  }

  @Test
  void h7WhatIsOverIsOnlyReopenedWithAReasonOrSpokenOf() {
    Set<HazardState> over = EnumSet.of(HazardState.CLOSED, HazardState.DISMISSED);

    assertThat(lines().filter(line -> over.contains(line.from()) && line.moves()))
        .allSatisfy(
            line -> {
              assertThat(line.action()).isEqualTo(HazardAction.REOPEN);
              assertThat(line.to()).isEqualTo(HazardState.REGISTERED);
              assertThat(line.asksFor(HazardFact.REASON)).isTrue();
            })
        .hasSize(2);
    assertThat(lines().filter(line -> over.contains(line.from()) && !line.moves()))
        .extracting(Transition::action)
        .containsOnly(HazardAction.CORRECT, HazardAction.PUBLISH_DELISTING);
  }

  @Test
  void h8AGradeAlwaysLeadsToAssessed() {
    assertThat(lines().filter(Transition::grades))
        .isNotEmpty()
        .extracting(Transition::action, Transition::to)
        .containsOnly(tuple(HazardAction.ASSESS, HazardState.ASSESSED));
    assertThat(lines().filter(line -> line.to().isGraded() && !line.from().isGraded()))
        .allMatch(Transition::grades);
    assertThat(lines().filter(line -> line.from().isGraded() && !line.to().isGraded()))
        .extracting(Transition::action)
        .containsOnly(HazardAction.DISMISS, HazardAction.REOPEN);
  }

  @Test
  void h10TheAcceptorHasNotRectified() {
    Set<HazardAction> accepting = EnumSet.of(HazardAction.ACCEPT, HazardAction.REJECT);

    assertThat(lines().filter(line -> accepting.contains(line.action())))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(Cited.values(line.apart()))
                    .containsExactlyInAnyOrderElementsOf(RECTIFIERS));
  }

  @Test
  void h11AMajorHazardIsClosedOutAfterItsPlanAndBothReports() {
    assertThat(majorLines().filter(line -> line.action() == HazardAction.CLOSE_OUT))
        .singleElement()
        .satisfies(
            line ->
                assertThat(Cited.values(line.steps()))
                    .containsExactlyInAnyOrder(
                        HazardAction.PLAN, HazardAction.REPORT, HazardAction.INFORM));
  }

  @Test
  void interimMeasuresAreFreeInEveryOpenState() {
    for (HazardState state : HazardState.values()) {
      List<OneGrade> measures =
          cases()
              .filter(each -> each.line().action() == HazardAction.TAKE_INTERIM_MEASURES)
              .filter(each -> each.line().from() == state)
              .toList();

      assertThat(measures).hasSize(state.isOpen() ? (state.isGraded() ? 2 : 1) : 0);
      assertThat(measures)
          .extracting(OneGrade::line)
          .allSatisfy(
              line -> {
                assertThat(line.duty()).isEmpty();
                assertThat(line.steps()).isEmpty();
                assertThat(line.apart()).isEmpty();
                assertThat(line.conditions()).isEmpty();
                assertThat(line.signatures()).isEmpty();
              });
    }
  }

  @Test
  void rectificationWaitsForNothingButThePlanOfAMajorHazard() {
    assertThat(lines().filter(line -> RECTIFIERS.contains(line.action())))
        .flatMap(line -> Cited.values(line.steps()))
        .containsExactly(HazardAction.PLAN);
    assertThat(lines().filter(line -> line.action() == HazardAction.PLAN))
        .allSatisfy(
            line -> assertThat(Cited.values(line.steps())).doesNotContainAnyElementsOf(REPORTS));
  }

  @Test
  void aHazardIsDismissedBeforeRectificationAndNeverAMajorOne() {
    assertThat(cases().filter(each -> each.line().to() == HazardState.DISMISSED))
        .filteredOn(each -> each.line().moves())
        .extracting(each -> each.line().action(), OneGrade::scope, each -> each.line().from())
        .containsExactlyInAnyOrder(
            tuple(HazardAction.DISMISS, GradeScope.ANY, HazardState.REGISTERED),
            tuple(HazardAction.DISMISS, GradeScope.GENERAL, HazardState.ASSESSED));
  }

  /**
   * Whatever takes a deadline keeps to the one that is set, and to what a regulator has ordered.
   */
  @Test
  void h4OnlyAnExtensionPutsADeadlineOff() {
    assertThat(lines().filter(line -> line.takes(HazardFact.DEADLINE)))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(Cited.values(line.conditions()))
                    .contains(Condition.WITHIN_ORDER)
                    .contains(
                        line.action() == HazardAction.GRANT_EXTENSION
                            ? Condition.EXTENDS_AS_ASKED
                            : Condition.DEADLINE_KEPT));
  }

  @Test
  void aCorrectionTakesNothingThatDecides() {
    assertThat(lines().filter(line -> line.action() == HazardAction.CORRECT))
        .allSatisfy(
            line ->
                assertThat(line.also())
                    .doesNotContain(
                        HazardFact.GRADE,
                        HazardFact.DEADLINE,
                        HazardFact.PROPOSED_DEADLINE,
                        HazardFact.ORDER,
                        HazardFact.ORDERED_DEADLINE,
                        HazardFact.LISTING_DEADLINE,
                        HazardFact.PROPOSED_LISTING_DEADLINE,
                        HazardFact.MILESTONES,
                        HazardFact.MILESTONE,
                        HazardFact.CRITERION,
                        HazardFact.INTERIM_KIND,
                        HazardFact.RESUMPTION,
                        HazardFact.ESCALATED_TO,
                        HazardFact.CHECK,
                        HazardFact.LISTING_LEVEL,
                        HazardFact.RESULT,
                        HazardFact.PROOF,
                        HazardFact.FINDING));
  }

  @Test
  void nothingIsSignedOrWeakened() {
    assertThat(lines()).allMatch(line -> line.signatures().isEmpty() && line.weakens().isEmpty());
  }

  @Test
  void hasOneEdition() {
    assertThat(CYCLE.version()).hasToString("HAZARD:CN@1");
  }
}
