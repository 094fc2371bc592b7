package io.github.dualprevention.core.hazard;

import com.google.common.hash.Hashing;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.journal.Ledger;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Duty;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
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
  static final Instant NOW = T0.plus(Duration.ofDays(60));
  static final HazardGrade GENERAL = new HazardGrade("GENERAL", false);
  static final HazardGrade MAJOR = new HazardGrade("MAJOR", true);
  static final Commitment WORKER = person("示例人员甲");
  static final Commitment INSPECTOR = person("示例人员乙");

  private HazardSamples() {}

  /** An empty ledger in memory; its salts are no secret. */
  static Ledger ledger(InstantSource clock) {
    return Ledger.inMemory(
        new CreditCode("91350100M000100Y43"),
        clock,
        ZoneId.of("Asia/Shanghai"),
        () -> new byte[16]);
  }

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
      case CHECK, MEASURE, EARLIER, AREA, UNIT -> "示例-1";
      case GRADE -> "GENERAL";
      case CRITERION -> "MEM-10/3/1";
      case FUNDS -> "1200.5";
      case DEADLINE, ORDERED_DEADLINE -> "2026-09-30";
      case PROPOSED_DEADLINE -> "2026-10-31";
      case LISTING_DEADLINE -> "2026-12-31";
      case PROPOSED_LISTING_DEADLINE -> "2027-03-31";
      case LISTING_LEVEL -> "CITY";
      case MILESTONES -> "2026-08-01 示例：设计 | 2026-09-01 示例：施工";
      case MILESTONE -> "2026-08-01";
      case INTERIM_KIND -> "WITHDRAW";
      case RESUMPTION -> "RESUMED";
      case ESCALATED_TO -> "DEPARTMENT";
      case CORRECTS, ORDER -> "1";
      case FOUND_ON, CLOSED_ON -> "2026-05-01";
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
      case IMPORT -> samples(HazardFact.SOURCE, HazardFact.WHAT, HazardFact.WHERE);
      case ASSESS ->
          major
              ? samples(HazardFact.GRADE, HazardFact.GROUNDS, HazardFact.REASON)
              : samples(HazardFact.GRADE, HazardFact.GROUNDS);
      case PROPOSE_MAJOR -> samples(HazardFact.CRITERION);
      case TAKE_INTERIM_MEASURES -> samples(HazardFact.INTERIM_MEASURE, HazardFact.INTERIM_KIND);
      case MONITOR -> samples(HazardFact.OBSERVATION);
      case ESCALATE -> samples(HazardFact.ESCALATED_TO, HazardFact.REASON);
      case RECEIVE_ORDER ->
          samples(HazardFact.DOCUMENT, HazardFact.BODY, HazardFact.ORDERED_DEADLINE);
      case PLAN -> {
        Map<HazardFact, String> plan =
            samples(
                HazardFact.RESPONSIBLE,
                HazardFact.MEASURES,
                HazardFact.FUNDS,
                HazardFact.DEADLINE,
                HazardFact.CONTINGENCY);
        if (major) {
          plan.putAll(
              samples(
                  HazardFact.GOALS,
                  HazardFact.MATERIALS,
                  HazardFact.ORGANISATION,
                  HazardFact.REQUIREMENTS,
                  HazardFact.SAFETY_MEASURES));
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
      case FIX_ON_SPOT, SUBMIT -> samples(HazardFact.RESULT, HazardFact.PROOF);
      case REQUEST_EXTENSION ->
          samples(HazardFact.PROPOSED_DEADLINE, HazardFact.REASON, HazardFact.INTERIM_MEASURE);
      case GRANT_EXTENSION ->
          new EnumMap<>(Map.of(HazardFact.DEADLINE, sample(HazardFact.PROPOSED_DEADLINE)));
      case SIGN, ACCEPT, CONFIRM, ASSESS_RESUMPTION -> samples(HazardFact.FINDING);
      case REJECT ->
          state == HazardState.FIXED_ON_SPOT
              ? samples(HazardFact.REASON, HazardFact.DEADLINE)
              : samples(HazardFact.REASON);
      case PASS_RECHECK ->
          samples(HazardFact.DOCUMENT, HazardFact.BODY, HazardFact.ORDER, HazardFact.FINDING);
      case FAIL_RECHECK ->
          samples(HazardFact.DOCUMENT, HazardFact.BODY, HazardFact.ORDER, HazardFact.REASON);
      case REFUSE_LISTING_EXTENSION ->
          samples(HazardFact.DOCUMENT, HazardFact.BODY, HazardFact.REASON);
      case DECIDE_RESUMPTION -> samples(HazardFact.RESUMPTION, HazardFact.REASON);
      case LIST ->
          samples(
              HazardFact.DOCUMENT,
              HazardFact.BODY,
              HazardFact.LISTING_LEVEL,
              HazardFact.LISTING_DEADLINE,
              HazardFact.RESPONSIBLE);
      case PUBLISH_LISTING, PUBLISH_DELISTING -> samples(HazardFact.PUBLICATION);
      case REACH_MILESTONE -> samples(HazardFact.MILESTONE);
      case REQUEST_LISTING_EXTENSION ->
          samples(HazardFact.PROPOSED_LISTING_DEADLINE, HazardFact.REASON);
      case GRANT_LISTING_EXTENSION -> {
        Map<HazardFact, String> granted = samples(HazardFact.DOCUMENT, HazardFact.BODY);
        granted.put(HazardFact.LISTING_DEADLINE, sample(HazardFact.PROPOSED_LISTING_DEADLINE));
        yield granted;
      }
      case DELIST -> samples(HazardFact.DOCUMENT, HazardFact.BODY);
      case CORRECT -> samples(HazardFact.CORRECTS, HazardFact.REASON, HazardFact.WHAT);
      case CLOSE_OUT -> samples();
      case DISMISS, REFUSE_EXTENSION, REOPEN, MIGRATE -> samples(HazardFact.REASON);
    };
  }

  static HazardCommand command(Hazard hazard, HazardAction action, Actor actor, Instant occurred) {
    Map<HazardFact, String> facts = evidence(hazard.state(), action, hazard.grade());
    hazard
        .last(HazardAction.RECEIVE_ORDER)
        .ifPresent(order -> facts.replace(HazardFact.ORDER, Integer.toString(order.number())));
    return new HazardCommand(action, actor, occurred, facts);
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
          case DISMISSED -> List.of(HazardAction.DISMISS);
        });
    Hazard hazard = after(given, way.toArray(HazardAction[]::new));
    return state == HazardState.FIXED_ON_SPOT
        ? taken(hazard, HazardAction.FIX_ON_SPOT, HazardState.FIXED_ON_SPOT)
        : hazard;
  }

  /** The same hazard after all that an action may wait for, taken as facts. */
  static Hazard ready(Hazard hazard, HazardAction action) {
    return switch (action) {
      case REQUEST_EXTENSION -> taken(hazard, HazardAction.PLAN);
      case GRANT_EXTENSION, REFUSE_EXTENSION ->
          taken(taken(hazard, HazardAction.PLAN), HazardAction.REQUEST_EXTENSION);
      case PASS_RECHECK, FAIL_RECHECK -> taken(hazard, HazardAction.RECEIVE_ORDER);
      case ASSESS_RESUMPTION -> suspended(hazard);
      case DECIDE_RESUMPTION -> taken(suspended(hazard), HazardAction.ASSESS_RESUMPTION);
      case PUBLISH_LISTING, REQUEST_LISTING_EXTENSION, DELIST -> taken(hazard, HazardAction.LIST);
      case REACH_MILESTONE ->
          taken(
              hazard,
              HazardAction.LIST,
              hazard.state(),
              samples(
                  HazardFact.DOCUMENT,
                  HazardFact.BODY,
                  HazardFact.LISTING_LEVEL,
                  HazardFact.LISTING_DEADLINE,
                  HazardFact.RESPONSIBLE,
                  HazardFact.MILESTONES));
      case GRANT_LISTING_EXTENSION, REFUSE_LISTING_EXTENSION ->
          taken(taken(hazard, HazardAction.LIST), HazardAction.REQUEST_LISTING_EXTENSION);
      case PUBLISH_DELISTING -> taken(taken(hazard, HazardAction.LIST), HazardAction.DELIST);
      default -> hazard;
    };
  }

  static Hazard suspended(Hazard hazard) {
    Map<HazardFact, String> stop = samples(HazardFact.INTERIM_MEASURE, HazardFact.INTERIM_KIND);
    stop.put(HazardFact.INTERIM_KIND, InterimMeasureKind.SUSPEND_USE.code());
    return taken(hazard, HazardAction.TAKE_INTERIM_MEASURES, hazard.state(), stop);
  }

  /** The hazard after a step that nobody decides about. */
  static Hazard taken(Hazard hazard, HazardAction action) {
    return taken(hazard, action, hazard.state());
  }

  private static Hazard taken(Hazard hazard, HazardAction action, HazardState to) {
    return taken(hazard, action, to, evidence(hazard.state(), action, hazard.grade()));
  }

  static Hazard taken(
      Hazard hazard, HazardAction action, HazardState to, Map<HazardFact, String> facts) {
    return hazard.apply(
        new HazardStep(
            hazard.id(),
            hazard.version() + 1,
            action,
            hazard.state(),
            to,
            hazard.grade(),
            WORKER,
            "岗位-1",
            hour(hazard.version()),
            facts,
            hazard.table(),
            Set.of()));
  }
}
