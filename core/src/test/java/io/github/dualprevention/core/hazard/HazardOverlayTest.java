package io.github.dualprevention.core.hazard;

import static io.github.dualprevention.core.hazard.HazardSamples.CYCLE;
import static io.github.dualprevention.core.hazard.HazardSamples.GENERAL;
import static io.github.dualprevention.core.hazard.HazardSamples.INSPECTOR;
import static io.github.dualprevention.core.hazard.HazardSamples.MAJOR;
import static io.github.dualprevention.core.hazard.HazardSamples.NOW;
import static io.github.dualprevention.core.hazard.HazardSamples.WORKER;
import static io.github.dualprevention.core.hazard.HazardSamples.command;
import static io.github.dualprevention.core.hazard.HazardSamples.hour;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Duty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Second acceptance, joint and any-one sign-off, and what a profile weakens. */
class HazardOverlayTest {

  private static final String SIGN =
      "ANY,RECTIFIED,SIGN,SAME,,FINDING,,,START SUBMIT FIX_ON_SPOT,NOT_SIGNED_YET,,,OWN";
  private static final String JOINT =
      "MAJOR,RECTIFIED,ACCEPT,ACCEPTED,ACCEPT,FINDING,,,START SUBMIT FIX_ON_SPOT,PROPOSAL_ANSWERED,EQUIPMENT PRODUCTION|SAFETY,,OWN";
  private static final String CONFIRM =
      "MAJOR,ACCEPTED,CONFIRM,SAME,ACCEPT,FINDING,,,START SUBMIT FIX_ON_SPOT ACCEPT,,,,OWN";
  private static final String CLOSED_AFTER_IT =
      "MAJOR,ACCEPTED,CLOSE_OUT,CLOSED,CLOSE_OUT,,,PLAN REPORT INFORM CONFIRM,,NOT_LISTED RECHECKED NOTHING_SUSPENDED PROPOSAL_ANSWERED,,,OWN";
  private static final String SAME_PERSON =
      "GENERAL,FIXED_ON_SPOT,ACCEPT,ACCEPTED,ACCEPT,FINDING REASON,,,,PROPOSAL_ANSWERED,,ACCEPTOR_RECTIFIED,OWN";
  private static final String SAME_DECIDER =
      "GENERAL,ASSESSED RECTIFYING,GRANT_EXTENSION,SAME,PLAN,DEADLINE,,REQUEST_EXTENSION,,EXTENDS_AS_ASKED WITHIN_ORDER,,DECIDER_ASKED,OWN";

  @Test
  void whatIsNotLaidOverStays() {
    HazardLifeCycle own = overlaid(SIGN, JOINT);

    assertThat(own.version()).hasToString("SAMPLE:OWN@1");
    assertThat(own.grades()).isEqualTo(CYCLE.grades());
    assertThat(own.profile()).isEqualTo(CYCLE.profile());
    assertThat(own.transitions()).hasSize(CYCLE.transitions().size() + 2);
    assertThat(own.transitions())
        .filteredOn(
            line -> line.from() == HazardState.RECTIFIED && line.action() == HazardAction.ACCEPT)
        .extracting(Transition::scope, line -> line.signatures().size())
        .containsExactlyInAnyOrder(tuple(GradeScope.GENERAL, 0), tuple(GradeScope.MAJOR, 2));
  }

  @Test
  void aLineForAllHazardsReplacesThoseForSome() {
    HazardLifeCycle own =
        overlaid(
            "ANY,ASSESSED,PLAN,SAME,PLAN,GOALS RESPONSIBLE ORGANISATION MEASURES FUNDS MATERIALS DEADLINE REQUIREMENTS SAFETY_MEASURES CONTINGENCY,,,,DEADLINE_AHEAD DEADLINE_KEPT WITHIN_ORDER,,,OWN");

    assertThat(own.transitions())
        .filteredOn(
            line -> line.from() == HazardState.ASSESSED && line.action() == HazardAction.PLAN)
        .extracting(Transition::scope)
        .containsExactly(GradeScope.ANY);
  }

  @Test
  void jointSignOffNeedsOneOfEachGroup() {
    HazardLifeCycle own = overlaid(SIGN, JOINT);
    Hazard submitted = submitted(own);
    Commitment other = HazardSamples.person("示例人员丙");

    assertThat(accept(own, submitted))
        .extracting(Reason::code, reason -> reason.value("posts"))
        .containsExactly(
            tuple("hazard.signature.missing", "EQUIPMENT"),
            tuple("hazard.signature.missing", "PRODUCTION|SAFETY"));
    Hazard once = signed(own, submitted, INSPECTOR, "EQUIPMENT");
    assertThat(accept(own, once))
        .extracting(reason -> reason.value("posts"))
        .containsExactly("PRODUCTION|SAFETY");
    assertThat(codes(sign(own, once, INSPECTOR, "SAFETY")))
        .containsExactly("hazard.signature.twice");
    assertThat(codes(sign(own, once, WORKER, "SAFETY")))
        .containsExactly("hazard.person.not-apart", "hazard.person.not-apart");
    assertThat(accept(own, signed(own, once, other, "SAFETY"))).isEmpty();
    assertThat(accept(own, signed(own, once, other, "PRODUCTION"))).isEmpty();
    assertThat(accept(own, signed(own, once, other, "OTHER"))).hasSize(1);
    assertThat(own.options(once, HazardSamples.actor(other), NOW).isPossible(HazardAction.ACCEPT))
        .isFalse();
  }

  @Test
  void whatIsSubmittedAnewIsSignedAnew() {
    HazardLifeCycle own = overlaid(SIGN, JOINT);
    Hazard signed =
        signed(
            own,
            signed(own, submitted(own), INSPECTOR, "EQUIPMENT"),
            HazardSamples.person("示例人员丙"),
            "SAFETY");
    Hazard rejected = taken(own, signed, HazardAction.REJECT, INSPECTOR);
    Hazard again = taken(own, rejected, HazardAction.SUBMIT, WORKER);

    assertThat(accept(own, again)).hasSize(2);
    assertThat(accept(own, signed(own, again, INSPECTOR, "EQUIPMENT"))).hasSize(1);
  }

  @Test
  void aMajorHazardIsAcceptedTwiceByTwoPersons() {
    HazardLifeCycle own = overlaid(CONFIRM, CLOSED_AFTER_IT);
    Hazard accepted = taken(own, submitted(own), HazardAction.ACCEPT, INSPECTOR);
    Hazard reported =
        taken(own, taken(own, accepted, HazardAction.REPORT, WORKER), HazardAction.INFORM, WORKER);
    Commitment second = HazardSamples.person("示例人员丙");

    assertThat(codes(decide(own, reported, HazardAction.CLOSE_OUT, WORKER)))
        .containsExactly("hazard.step.missing");
    assertThat(codes(decide(own, reported, HazardAction.CONFIRM, INSPECTOR)))
        .containsExactly("hazard.person.not-apart");
    Hazard confirmed = taken(own, reported, HazardAction.CONFIRM, second);
    assertThat(decide(own, confirmed, HazardAction.CLOSE_OUT, WORKER)).isEmpty();

    Hazard rejected = taken(own, confirmed, HazardAction.REJECT, INSPECTOR);
    Hazard again =
        taken(
            own, taken(own, rejected, HazardAction.SUBMIT, WORKER), HazardAction.ACCEPT, INSPECTOR);
    assertThat(codes(decide(own, again, HazardAction.CLOSE_OUT, WORKER)))
        .containsExactly("hazard.step.missing");
  }

  @Test
  void everyDecisionUnderAWeakenedRuleSaysSo() {
    HazardLifeCycle own = overlaid(SAME_PERSON);
    Hazard fixed =
        HazardSamples.taken(
            taken(
                own,
                taken(own, Hazard.discovered("H-1", own.version()), HazardAction.REGISTER, WORKER),
                HazardAction.ASSESS,
                WORKER),
            HazardAction.FIX_ON_SPOT,
            HazardState.FIXED_ON_SPOT,
            HazardSamples.samples(HazardFact.RESULT));
    HazardCommand accept =
        command(fixed, HazardAction.ACCEPT, HazardSamples.actor(WORKER), hour(50));

    assertThat(codes(own.decide(fixed, accept, NOW).reasons()))
        .containsExactly("hazard.fact.missing");
    HazardCommand explained = accept.with(HazardFact.REASON, "示例：班组仅一人");
    assertThat(own.decide(fixed, explained, NOW).orThrow().weakens())
        .containsExactly(Weakening.ACCEPTOR_RECTIFIED);
    HazardStep step = own.step(fixed, explained, NOW).orThrow();
    assertThat(step.weakened()).containsExactly(Weakening.ACCEPTOR_RECTIFIED);
    assertThat(
            own.options(fixed, HazardSamples.actor(WORKER), NOW)
                .option(HazardAction.ACCEPT)
                .weakens())
        .containsExactly(Weakening.ACCEPTOR_RECTIFIED);
    JournalEntry entry =
        JournalEntry.after(
            Optional.empty(), HazardJournal.factOf(step), NOW, HashAlgorithm.sha256());
    assertThat(entry.line()).contains("value.weakened:ACCEPTOR_RECTIFIED");
    assertThat(HazardJournal.stepOf(entry)).isEqualTo(step);
  }

  @Test
  void whoeverAskedMayDecideOnAGeneralHazardWhereAProfileSaysSo() {
    HazardLifeCycle own = overlaid(SAME_DECIDER);
    Hazard asked = taken(own, assessed(own, GENERAL), HazardAction.PLAN, WORKER);
    asked = taken(own, asked, HazardAction.REQUEST_EXTENSION, WORKER);
    HazardCommand grant =
        command(asked, HazardAction.GRANT_EXTENSION, HazardSamples.actor(WORKER), hour(50));

    assertThat(own.decide(asked, grant, NOW).orThrow().weakens())
        .containsExactly(Weakening.DECIDER_ASKED);
    Hazard major = taken(own, assessed(own, MAJOR), HazardAction.PLAN, WORKER);
    major = taken(own, major, HazardAction.REQUEST_EXTENSION, WORKER);
    assertThat(codes(decide(own, major, HazardAction.GRANT_EXTENSION, WORKER)))
        .containsExactly("hazard.person.not-apart");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        // a weakening that is not said, or not there, or for major hazards
        "GENERAL,FIXED_ON_SPOT,ACCEPT,ACCEPTED,ACCEPT,FINDING REASON,,,,PROPOSAL_ANSWERED,,,OWN > apart not-kept-apart",
        "GENERAL,FIXED_ON_SPOT,ACCEPT,ACCEPTED,ACCEPT,FINDING,,,,PROPOSAL_ANSWERED,,ACCEPTOR_RECTIFIED,OWN > facts fact-not-asked",
        "GENERAL,FIXED_ON_SPOT,ACCEPT,ACCEPTED,ACCEPT,FINDING REASON,,,START SUBMIT FIX_ON_SPOT,PROPOSAL_ANSWERED,,ACCEPTOR_RECTIFIED,OWN > weakens weakens-nothing",
        "GENERAL,RECTIFIED,ACCEPT,ACCEPTED,ACCEPT,FINDING REASON,,,,PROPOSAL_ANSWERED,,ACCEPTOR_RECTIFIED,OWN > apart not-kept-apart",
        "ANY,ASSESSED RECTIFYING,GRANT_EXTENSION,SAME,PLAN,DEADLINE,,REQUEST_EXTENSION,,EXTENDS_AS_ASKED WITHIN_ORDER,,DECIDER_ASKED,OWN > apart not-kept-apart",
        "GENERAL,ASSESSED RECTIFYING,REFUSE_EXTENSION,SAME,PLAN,REASON,,REQUEST_EXTENSION,,,,,OWN > apart not-kept-apart",
        "ANY,RECTIFYING,MONITOR,SAME,MONITOR,OBSERVATION,,,,,,DECIDER_ASKED,OWN > weakens weakens-nothing",
        // second acceptance and signatures by those who may not
        "MAJOR,ACCEPTED,CONFIRM,SAME,ACCEPT,FINDING,,,START SUBMIT FIX_ON_SPOT,,,,OWN > apart not-kept-apart",
        "MAJOR,RECTIFIED,CONFIRM,SAME,ACCEPT,FINDING,,,START SUBMIT FIX_ON_SPOT ACCEPT,,,,OWN > action case-new",
        "ANY,RECTIFIED,SIGN,SAME,,FINDING,,,START SUBMIT,NOT_SIGNED_YET,,,OWN > apart not-kept-apart",
      })
  void refusesWhatWeakensMoreThanItSaysOrMay(String line, String flaw) {
    String[] parts = flaw.split(" ", -1);

    assertThat(Overlay.of(line).places())
        .contains("transitions.csv:2 " + parts[0] + " hazard.table." + parts[1]);
  }

  @Test
  void refusesSignaturesThatNobodyCanGive() {
    assertThat(Overlay.of(JOINT).places())
        .containsExactly("transitions.csv:2 signatures hazard.table.step-never-possible");
  }

  @Test
  void refusesAPostInTwoGroups() {
    for (String groups : List.of("EQUIPMENT|SAFETY", "PRODUCTION|")) {
      assertThat(Overlay.of(SIGN, JOINT.replace("PRODUCTION|SAFETY", groups)).places())
          .containsExactly("transitions.csv:3 signatures hazard.table.listed-twice");
    }
  }

  @Test
  void refusesLinesOfAnEditionThatIsNotOne() {
    assertThat(Overlay.of().places()).containsExactly("transitions.csv:1  table.edition.empty");
  }

  @Test
  void saysWhichFileIsMissing(@TempDir Path directory) throws IOException {
    Files.createFile(directory.resolve("clauses.csv"));

    assertThatThrownBy(() -> CYCLE.overlaid(directory))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("grades.csv");
  }

  private static HazardLifeCycle overlaid(String... lines) {
    return Overlay.of(lines).over(CYCLE);
  }

  private static Hazard assessed(HazardLifeCycle own, HazardGrade grade) {
    Hazard registered =
        taken(own, Hazard.discovered("H-1", own.version()), HazardAction.REGISTER, WORKER);
    HazardCommand assess =
        command(
                registered,
                HazardAction.ASSESS,
                HazardSamples.actor(WORKER),
                hour(registered.version()))
            .with(HazardFact.GRADE, grade.code());
    return registered.apply(own.step(registered, assess, NOW).orThrow());
  }

  private static Hazard submitted(HazardLifeCycle own) {
    Hazard planned = taken(own, assessed(own, MAJOR), HazardAction.PLAN, WORKER);
    return taken(own, taken(own, planned, HazardAction.START, WORKER), HazardAction.SUBMIT, WORKER);
  }

  private static Hazard taken(
      HazardLifeCycle own, Hazard hazard, HazardAction action, Commitment person) {
    HazardCommand command =
        command(hazard, action, HazardSamples.actor(person), hour(hazard.version()));
    return hazard.apply(own.step(hazard, command, NOW).orThrow());
  }

  private static List<Reason> decide(
      HazardLifeCycle own, Hazard hazard, HazardAction action, Commitment person) {
    HazardCommand command = command(hazard, action, HazardSamples.actor(person), hour(100));
    return own.decide(hazard, command, NOW).reasons();
  }

  private static List<Reason> accept(HazardLifeCycle own, Hazard hazard) {
    return decide(own, hazard, HazardAction.ACCEPT, INSPECTOR);
  }

  private static List<Reason> sign(
      HazardLifeCycle own, Hazard hazard, Commitment person, String post) {
    return own.decide(hazard, signature(hazard, person, post), NOW).reasons();
  }

  private static Hazard signed(HazardLifeCycle own, Hazard hazard, Commitment person, String post) {
    return hazard.apply(own.step(hazard, signature(hazard, person, post), NOW).orThrow());
  }

  private static HazardCommand signature(Hazard hazard, Commitment person, String post) {
    return new HazardCommand(
        HazardAction.SIGN,
        new Actor(person, post, EnumSet.noneOf(Duty.class)),
        hour(hazard.version()),
        Map.of(HazardFact.FINDING, "示例：同意"));
  }

  private static List<String> codes(List<Reason> reasons) {
    return reasons.stream().map(Reason::code).toList();
  }
}
