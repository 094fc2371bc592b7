package io.github.dualprevention.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.hazard.GovernancePlan;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardCommand;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardLifeCycle;
import io.github.dualprevention.core.hazard.HazardRegister;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.ImportedHazard;
import io.github.dualprevention.core.hazard.OwedStep;
import io.github.dualprevention.core.hazard.RectificationPlan;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.journal.Ledger;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Duty;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example of an enterprise's own lines: nothing that the published table asks for is lost. */
class JointAcceptanceExampleTest {

  private static final Instant NOW = Instant.parse("2026-07-20T00:00:00Z");
  private static final HazardLifeCycle JOINT =
      HazardLifeCycle.published().overlaid(Path.of("examples/joint-acceptance"));

  private final HazardRegister hazards =
      HazardRegister.over(
              Ledger.inMemory(
                  new CreditCode("91000000000000000K"),
                  InstantSource.fixed(NOW),
                  ZoneId.of("Asia/Shanghai"),
                  () -> new byte[16]))
          .withMeasures(measure -> true)
          .withLifeCycles(JOINT);

  /** What was being rectified in another ledger comes without a plan. */
  @BeforeEach
  void takeOverAMajorHazardThatIsBeingRectified() {
    hazards
        .take(
            new ImportedHazard(
                "OLD-1",
                HazardState.RECTIFYING,
                JOINT.grade("MAJOR"),
                Map.of(
                    HazardFact.SOURCE, "ledger of 2025",
                    HazardFact.WHAT, "The gas alarm is out of order",
                    HazardFact.WHERE, "pump 1",
                    HazardFact.DEADLINE, "2026-07-31")),
            actor("A"))
        .orThrow();
  }

  @Test
  void aTakenOverMajorHazardIsClosedOutUnderAPlanAlone() {
    everythingButThePlan();

    assertThat(JOINT.owed(hazards.hazard("OLD-1")))
        .extracting(OwedStep::action)
        .containsExactly(HazardAction.PLAN);
    assertThat(act(HazardAction.CLOSE_OUT, "C", Map.of()).reasons())
        .extracting(reason -> reason.code() + ": " + reason.message().en())
        .containsExactly(
            "hazard.step.missing: \"close out\" is possible only after \"plan the rectification\"");
    act(HazardAction.PLAN, "C", plan()).orThrow();
    assertThat(act(HazardAction.CLOSE_OUT, "C", Map.of()).orThrow().state())
        .isEqualTo(HazardState.CLOSED);
  }

  private void everythingButThePlan() {
    Map<HazardFact, String> found = Map.of(HazardFact.FINDING, "it works");
    act(
            HazardAction.SUBMIT,
            "A",
            Map.of(HazardFact.RESULT, "detector replaced", HazardFact.PROOF, "after.jpg"))
        .orThrow();
    act(HazardAction.SIGN, "EQUIPMENT", found).orThrow();
    act(HazardAction.SIGN, "POWER", found).orThrow();
    act(HazardAction.ACCEPT, "B", found).orThrow();
    act(
            HazardAction.REPORT,
            "C",
            Map.of(
                HazardFact.STATUS_AND_CAUSE, "sample",
                HazardFact.HARM_AND_DIFFICULTY, "sample",
                HazardFact.GOVERNANCE_PLAN, "sample"))
        .orThrow();
    act(HazardAction.INFORM, "C", Map.of(HazardFact.AUDIENCE, "notice board")).orThrow();
    act(HazardAction.CONFIRM, "C", found).orThrow();
  }

  private static Map<HazardFact, String> plan() {
    RectificationPlan items =
        new RectificationPlan(
            "A",
            "Replace the detector",
            BigDecimal.TEN,
            LocalDate.of(2026, 7, 31),
            "Stop unloading");
    return new GovernancePlan(
            "The gas alarm works again", items, "One detector", "The shift", "Calibrate", "Permit")
        .facts();
  }

  private Outcome<Hazard> act(HazardAction action, String person, Map<HazardFact, String> facts) {
    return hazards.act("OLD-1", new HazardCommand(action, actor(person), NOW, facts));
  }

  /** A sample person whose post is called the same. */
  private static Actor actor(String name) {
    byte[] salt = Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), 32);
    Commitment person = Commitment.of(HashAlgorithm.sha256(), salt, "sample person " + name);
    return new Actor(person, name, EnumSet.allOf(Duty.class));
  }
}
