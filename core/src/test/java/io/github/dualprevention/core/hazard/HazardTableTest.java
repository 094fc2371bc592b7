package io.github.dualprevention.core.hazard;

import static io.github.dualprevention.core.hazard.HazardSamples.CYCLE;
import static io.github.dualprevention.core.hazard.HazardSamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Duty;
import io.github.dualprevention.core.table.Fault;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published life cycle, every case of it, against a table written by hand. */
class HazardTableTest {

  /** State, action, grades (- none, G general, M major), state after, duty (- nobody's). */
  private static final String ALLOWED =
      """
      DISCOVERED    REGISTER                  -  REGISTERED    REGISTER
      REGISTERED    TAKE_INTERIM_MEASURES     -  REGISTERED    -
      REGISTERED    MONITOR                   -  REGISTERED    MONITOR
      REGISTERED    ESCALATE                  -  REGISTERED    -
      REGISTERED    RECEIVE_ORDER             -  REGISTERED    REGISTER
      REGISTERED    PROPOSE_MAJOR             -  REGISTERED    -
      REGISTERED    CORRECT                   -  REGISTERED    REGISTER
      REGISTERED    ASSESS                    -  ASSESSED      ASSESS
      REGISTERED    DISMISS                   -  DISMISSED     ASSESS
      ASSESSED      TAKE_INTERIM_MEASURES     GM ASSESSED      -
      ASSESSED      MONITOR                   GM ASSESSED      MONITOR
      ASSESSED      ESCALATE                  GM ASSESSED      -
      ASSESSED      RECEIVE_ORDER             GM ASSESSED      REGISTER
      ASSESSED      PROPOSE_MAJOR             G  ASSESSED      -
      ASSESSED      CORRECT                   GM ASSESSED      REGISTER
      ASSESSED      ASSESS                    GM ASSESSED      ASSESS
      ASSESSED      DISMISS                   G  DISMISSED     ASSESS
      ASSESSED      REPORT                    M  ASSESSED      REPORT
      ASSESSED      INFORM                    GM ASSESSED      REPORT
      ASSESSED      PLAN                      GM ASSESSED      PLAN
      ASSESSED      START                     GM RECTIFYING    RECTIFY
      ASSESSED      FIX_ON_SPOT               G  FIXED_ON_SPOT RECTIFY
      ASSESSED      REQUEST_EXTENSION         GM ASSESSED      RECTIFY
      ASSESSED      GRANT_EXTENSION           GM ASSESSED      PLAN
      ASSESSED      REFUSE_EXTENSION          GM ASSESSED      PLAN
      ASSESSED      LIST                      M  ASSESSED      REPORT
      ASSESSED      PUBLISH_LISTING           GM ASSESSED      REPORT
      ASSESSED      REACH_MILESTONE           GM ASSESSED      REPORT
      ASSESSED      REQUEST_LISTING_EXTENSION GM ASSESSED      REPORT
      ASSESSED      GRANT_LISTING_EXTENSION   GM ASSESSED      REPORT
      ASSESSED      REFUSE_LISTING_EXTENSION  GM ASSESSED      REPORT
      RECTIFYING    TAKE_INTERIM_MEASURES     GM RECTIFYING    -
      RECTIFYING    MONITOR                   GM RECTIFYING    MONITOR
      RECTIFYING    ESCALATE                  GM RECTIFYING    -
      RECTIFYING    RECEIVE_ORDER             GM RECTIFYING    REGISTER
      RECTIFYING    PROPOSE_MAJOR             G  RECTIFYING    -
      RECTIFYING    CORRECT                   GM RECTIFYING    REGISTER
      RECTIFYING    ASSESS                    GM ASSESSED      ASSESS
      RECTIFYING    REPORT                    M  RECTIFYING    REPORT
      RECTIFYING    INFORM                    GM RECTIFYING    REPORT
      RECTIFYING    PLAN                      GM RECTIFYING    PLAN
      RECTIFYING    REQUEST_EXTENSION         GM RECTIFYING    RECTIFY
      RECTIFYING    GRANT_EXTENSION           GM RECTIFYING    PLAN
      RECTIFYING    REFUSE_EXTENSION          GM RECTIFYING    PLAN
      RECTIFYING    SUBMIT                    GM RECTIFIED     RECTIFY
      RECTIFYING    LIST                      M  RECTIFYING    REPORT
      RECTIFYING    PUBLISH_LISTING           GM RECTIFYING    REPORT
      RECTIFYING    REACH_MILESTONE           GM RECTIFYING    REPORT
      RECTIFYING    REQUEST_LISTING_EXTENSION GM RECTIFYING    REPORT
      RECTIFYING    GRANT_LISTING_EXTENSION   GM RECTIFYING    REPORT
      RECTIFYING    REFUSE_LISTING_EXTENSION  GM RECTIFYING    REPORT
      FIXED_ON_SPOT TAKE_INTERIM_MEASURES     GM FIXED_ON_SPOT -
      FIXED_ON_SPOT MONITOR                   GM FIXED_ON_SPOT MONITOR
      FIXED_ON_SPOT ESCALATE                  GM FIXED_ON_SPOT -
      FIXED_ON_SPOT RECEIVE_ORDER             GM FIXED_ON_SPOT REGISTER
      FIXED_ON_SPOT PROPOSE_MAJOR             G  FIXED_ON_SPOT -
      FIXED_ON_SPOT CORRECT                   GM FIXED_ON_SPOT REGISTER
      FIXED_ON_SPOT ASSESS                    G  ASSESSED      ASSESS
      FIXED_ON_SPOT INFORM                    GM FIXED_ON_SPOT REPORT
      FIXED_ON_SPOT ACCEPT                    G  ACCEPTED      ACCEPT
      FIXED_ON_SPOT REJECT                    G  RECTIFYING    ACCEPT
      RECTIFIED     TAKE_INTERIM_MEASURES     GM RECTIFIED     -
      RECTIFIED     MONITOR                   GM RECTIFIED     MONITOR
      RECTIFIED     ESCALATE                  GM RECTIFIED     -
      RECTIFIED     RECEIVE_ORDER             GM RECTIFIED     REGISTER
      RECTIFIED     PROPOSE_MAJOR             G  RECTIFIED     -
      RECTIFIED     CORRECT                   GM RECTIFIED     REGISTER
      RECTIFIED     ASSESS                    GM ASSESSED      ASSESS
      RECTIFIED     PLAN                      M  RECTIFIED     PLAN
      RECTIFIED     REPORT                    M  RECTIFIED     REPORT
      RECTIFIED     INFORM                    GM RECTIFIED     REPORT
      RECTIFIED     ACCEPT                    GM ACCEPTED      ACCEPT
      RECTIFIED     REJECT                    GM RECTIFYING    ACCEPT
      RECTIFIED     LIST                      M  RECTIFIED     REPORT
      RECTIFIED     PUBLISH_LISTING           GM RECTIFIED     REPORT
      RECTIFIED     REACH_MILESTONE           GM RECTIFIED     REPORT
      RECTIFIED     REQUEST_LISTING_EXTENSION GM RECTIFIED     REPORT
      RECTIFIED     GRANT_LISTING_EXTENSION   GM RECTIFIED     REPORT
      RECTIFIED     REFUSE_LISTING_EXTENSION  GM RECTIFIED     REPORT
      ACCEPTED      TAKE_INTERIM_MEASURES     GM ACCEPTED      -
      ACCEPTED      MONITOR                   GM ACCEPTED      MONITOR
      ACCEPTED      ESCALATE                  GM ACCEPTED      -
      ACCEPTED      RECEIVE_ORDER             GM ACCEPTED      REGISTER
      ACCEPTED      PROPOSE_MAJOR             G  ACCEPTED      -
      ACCEPTED      CORRECT                   GM ACCEPTED      REGISTER
      ACCEPTED      ASSESS                    GM ASSESSED      ASSESS
      ACCEPTED      PLAN                      M  ACCEPTED      PLAN
      ACCEPTED      REPORT                    M  ACCEPTED      REPORT
      ACCEPTED      INFORM                    GM ACCEPTED      REPORT
      ACCEPTED      REJECT                    GM RECTIFYING    ACCEPT
      ACCEPTED      PASS_RECHECK              GM ACCEPTED      REPORT
      ACCEPTED      FAIL_RECHECK              GM RECTIFYING    REPORT
      ACCEPTED      ASSESS_RESUMPTION         GM ACCEPTED      ASSESS
      ACCEPTED      DECIDE_RESUMPTION         GM ACCEPTED      CLOSE_OUT
      ACCEPTED      PUBLISH_LISTING           GM ACCEPTED      REPORT
      ACCEPTED      REACH_MILESTONE           GM ACCEPTED      REPORT
      ACCEPTED      DELIST                    GM ACCEPTED      REPORT
      ACCEPTED      PUBLISH_DELISTING         GM ACCEPTED      REPORT
      ACCEPTED      CLOSE_OUT                 GM CLOSED        CLOSE_OUT
      CLOSED        CORRECT                   GM CLOSED        REGISTER
      CLOSED        PUBLISH_DELISTING         GM CLOSED        REPORT
      CLOSED        REOPEN                    GM REGISTERED    CHECK
      DISMISSED     CORRECT                   -  DISMISSED     REGISTER
      DISMISSED     REOPEN                    -  REGISTERED    CHECK
      """;

  private static final Map<String, Allowed> TABLE = table();

  private record Allowed(HazardState to, Optional<Duty> duty) {}

  record Case(HazardState state, Optional<HazardGrade> grade, HazardAction action) {

    String key() {
      String letter = grade.map(found -> found.major() ? "M" : "G").orElse("-");
      return state + " " + action + " " + letter;
    }

    @Override
    public String toString() {
      return key();
    }
  }

  static Stream<Case> cases() {
    return Stream.of(HazardState.values())
        .flatMap(
            state ->
                (state.isGraded()
                        ? Stream.of(HazardSamples.GENERAL, HazardSamples.MAJOR).map(Optional::of)
                        : Stream.of(Optional.<HazardGrade>empty()))
                    .flatMap(
                        grade ->
                            Stream.of(HazardAction.values())
                                .map(action -> new Case(state, grade, action))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void h2EveryStateAnswersEveryActionOfEveryDuty(Case cell) {
    Hazard hazard =
        HazardSamples.ready(HazardSamples.in(cell.state(), cell.grade()), cell.action());
    Optional<Allowed> allowed = Optional.ofNullable(TABLE.get(cell.key()));
    for (Set<Duty> duties : singleDuties()) {
      Actor actor = HazardSamples.actor(HazardSamples.INSPECTOR, duties);
      HazardCommand command =
          HazardSamples.command(hazard, cell.action(), actor, HazardSamples.hour(100));

      Outcome<HazardStep> outcome = CYCLE.step(hazard, command, NOW);

      assertThat(CYCLE.step(hazard, command, NOW)).isEqualTo(outcome);
      assertThat(CYCLE.decide(hazard, command, NOW).reasons()).isEqualTo(outcome.reasons());
      String expected =
          allowed
              .map(
                  line ->
                      line.duty().stream().allMatch(duties::contains)
                          ? "to " + line.to()
                          : "hazard.actor.without-duty")
              .orElse("hazard.action.not-now");
      String actual =
          outcome instanceof Outcome.Accepted<HazardStep> step
              ? "to " + step.value().to()
              : outcome.reasons().stream().map(Reason::code).collect(Collectors.joining(" "));
      assertThat(actual).as("%s by %s", cell, duties).isEqualTo(expected);
      outcome.reasons().forEach(HazardTableTest::assertSpoken);
    }
  }

  @Test
  void h2TheTableHasNoFurtherLine() {
    assertThat(cases().map(Case::key).filter(TABLE::containsKey)).hasSize(TABLE.size());
    assertThat(CYCLE.transitions()).hasSize(112);
  }

  @Test
  void saysWhatIsPossibleInEachCase() {
    cases()
        .forEach(
            cell ->
                assertThat(
                        CYCLE
                            .possible(HazardSamples.in(cell.state(), cell.grade()))
                            .contains(cell.action()))
                    .as(cell.key())
                    .isEqualTo(TABLE.containsKey(cell.key())));
  }

  /** Both sentences are filled in, and each is in its own language. */
  static void assertSpoken(Reason reason) {
    assertThat(reason.message().zh()).doesNotContainPattern("[{}]|[A-Za-z_]{3,}");
    assertThat(reason.message().en()).doesNotContainPattern("[{}]|[\\p{IsHan}&&[^岗位示例]]");
  }

  /** Both sentences of a refused table are filled in, and the English one is English. */
  static void assertFilledIn(Fault fault) {
    assertThat(fault.reason().message().zh()).doesNotContainPattern("[{}]");
    assertThat(fault.reason().message().en()).doesNotContainPattern("[{}]|\\p{IsHan}");
  }

  private static List<Set<Duty>> singleDuties() {
    List<Set<Duty>> duties = new ArrayList<>(List.of(Set.of()));
    EnumSet.allOf(Duty.class).forEach(duty -> duties.add(Set.of(duty)));
    return duties;
  }

  private static Map<String, Allowed> table() {
    Map<String, Allowed> table = new HashMap<>();
    ALLOWED
        .lines()
        .map(line -> line.split(" +"))
        .forEach(
            cells -> {
              Optional<Duty> duty =
                  cells[4].equals("-") ? Optional.empty() : Optional.of(Duty.valueOf(cells[4]));
              for (String grade : cells[2].split("")) {
                table.put(
                    cells[0] + " " + cells[1] + " " + grade,
                    new Allowed(HazardState.valueOf(cells[3]), duty));
              }
            });
    return table;
  }
}
