package io.github.dualprevention.core.hazard;

import com.google.common.hash.Hashing;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Duty;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sample persons, evidence and hazards; all invented. */
final class HazardSamples {

  static final HazardLifeCycle CYCLE = HazardLifeCycle.published();
  static final Instant T0 = Instant.parse("2026-07-01T00:00:00Z");
  static final Instant NOW = T0.plus(Duration.ofDays(365));
  static final HazardGrade GENERAL = new HazardGrade("GENERAL", false);
  static final HazardGrade MAJOR = new HazardGrade("MAJOR", true);
  static final Commitment WORKER = person("示例人员甲");
  static final Commitment INSPECTOR = person("示例人员乙");

  private HazardSamples() {}

  /** The same commitment for the same sample name, always. */
  static Commitment person(String sampleName) {
    byte[] salt = Hashing.sha256().hashString(sampleName, StandardCharsets.UTF_8).asBytes();
    return Commitment.of(HashAlgorithm.sha256(), salt, sampleName);
  }

  static Actor actor(Commitment person) {
    return new Actor(person, "岗位-1", EnumSet.allOf(Duty.class));
  }

  static Actor actor(Commitment person, Set<Duty> duties) {
    return new Actor(person, "岗位-1", duties);
  }

  /** A text that has the form of the fact. */
  static String sample(HazardFact fact) {
    return switch (fact) {
      case ORIGIN -> "DAILY";
      case GRADE -> "GENERAL";
      case FUNDS -> "1200.5";
      case DEADLINE -> "2026-09-30";
      default -> "示例：" + fact.wording().zh();
    };
  }

  static Map<HazardFact, String> samples(HazardFact... facts) {
    Map<HazardFact, String> texts = new EnumMap<>(HazardFact.class);
    for (HazardFact fact : facts) {
      texts.put(fact, sample(fact));
    }
    return texts;
  }

  /** What the published life cycle asks for, written down once more by hand. */
  static Map<HazardFact, String> evidence(
      HazardState state, HazardAction action, Optional<HazardGrade> grade) {
    boolean major = grade.filter(HazardGrade::major).isPresent();
    return switch (action) {
      case REGISTER -> samples(HazardFact.WHAT, HazardFact.WHERE, HazardFact.ORIGIN);
      case ASSESS -> samples(HazardFact.GRADE, HazardFact.GROUNDS);
      case TAKE_INTERIM_MEASURES -> samples(HazardFact.INTERIM_MEASURE);
      case MONITOR -> samples(HazardFact.OBSERVATION);
      case PLAN -> {
        Map<HazardFact, String> plan =
            samples(
                HazardFact.RESPONSIBLE,
                HazardFact.MEASURES,
                HazardFact.FUNDS,
                HazardFact.DEADLINE,
                HazardFact.CONTINGENCY);
        if (major) {
          plan.putAll(samples(HazardFact.GOALS));
        }
        yield plan;
      }
      case REPORT ->
          samples(
              HazardFact.STATUS_AND_CAUSE,
              HazardFact.HARM_AND_DIFFICULTY,
              HazardFact.GOVERNANCE_PLAN);
      case INFORM -> samples(HazardFact.AUDIENCE);
      case START -> major ? samples() : samples(HazardFact.MEASURES, HazardFact.DEADLINE);
      case FIX_ON_SPOT, SUBMIT -> samples(HazardFact.RESULT);
      case ACCEPT -> samples(HazardFact.FINDING);
      case REJECT ->
          state == HazardState.FIXED_ON_SPOT
              ? samples(HazardFact.REASON, HazardFact.DEADLINE)
              : samples(HazardFact.REASON);
      case CLOSE_OUT -> samples();
      case REOPEN -> samples(HazardFact.REASON);
    };
  }

  static HazardCommand command(Hazard hazard, HazardAction action, Actor actor, Instant occurred) {
    return new HazardCommand(
        action, actor, occurred, evidence(hazard.state(), action, hazard.grade()));
  }

  /** The hazard after some allowed actions, one an hour; whoever accepts is the inspector. */
  static Hazard after(HazardGrade grade, HazardAction... actions) {
    return after(Hazard.discovered("H-1", CYCLE.version()), grade, actions);
  }

  static Hazard after(Hazard begun, HazardGrade grade, HazardAction... actions) {
    Hazard hazard = begun;
    for (HazardAction action : actions) {
      boolean judges = action == HazardAction.ACCEPT || action == HazardAction.REJECT;
      HazardCommand command =
          command(hazard, action, actor(judges ? INSPECTOR : WORKER), hour(hazard.version()));
      if (action == HazardAction.ASSESS) {
        command = command.with(HazardFact.GRADE, grade.code());
      }
      hazard = hazard.apply(CYCLE.step(hazard, command, NOW).orThrow());
    }
    return hazard;
  }

  static Instant hour(int hour) {
    return T0.plus(Duration.ofHours(hour));
  }

  /** A hazard in a state, everything done that the next steps may wait for. */
  static Hazard in(HazardState state, Optional<HazardGrade> grade) {
    HazardGrade given = grade.orElse(GENERAL);
    List<HazardAction> way = new ArrayList<>();
    if (state != HazardState.DISCOVERED) {
      way.add(HazardAction.REGISTER);
    }
    if (state.isGraded()) {
      way.add(HazardAction.ASSESS);
      if (given.major()) {
        way.addAll(List.of(HazardAction.PLAN, HazardAction.REPORT, HazardAction.INFORM));
      }
    }
    way.addAll(
        switch (state) {
          case DISCOVERED, REGISTERED, ASSESSED, FIXED_ON_SPOT -> List.of();
          case RECTIFYING -> List.of(HazardAction.START);
          case RECTIFIED -> List.of(HazardAction.START, HazardAction.SUBMIT);
          case ACCEPTED -> List.of(HazardAction.START, HazardAction.SUBMIT, HazardAction.ACCEPT);
          case CLOSED ->
              List.of(
                  HazardAction.START,
                  HazardAction.SUBMIT,
                  HazardAction.ACCEPT,
                  HazardAction.CLOSE_OUT);
        });
    Hazard hazard = after(given, way.toArray(HazardAction[]::new));
    return state == HazardState.FIXED_ON_SPOT ? fixed(hazard, given) : hazard;
  }

  /** Taken as a fact, since no major hazard gets there by the published table. */
  private static Hazard fixed(Hazard hazard, HazardGrade grade) {
    return hazard.apply(
        new HazardStep(
            hazard.id(),
            hazard.version() + 1,
            HazardAction.FIX_ON_SPOT,
            HazardState.ASSESSED,
            HazardState.FIXED_ON_SPOT,
            Optional.of(grade),
            WORKER,
            "岗位-1",
            hour(hazard.version()),
            samples(HazardFact.RESULT),
            CYCLE.version()));
  }
}
