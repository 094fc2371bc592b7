package io.github.dualprevention.core.oversight;

import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardGrade;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.HazardStep;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.table.TableVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The steps of an invented hazard, told as facts that nobody decides about. */
final class Tale {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final HazardGrade GENERAL = new HazardGrade("GENERAL", false);
  static final HazardGrade MAJOR = new HazardGrade("MAJOR", true);

  private static final Commitment PERSON =
      Commitment.of(HashAlgorithm.sha256(), new byte[32], "示例人员");

  private Hazard hazard;
  private Instant now = noon("2026-01-01");

  private Tale(String id) {
    hazard = Hazard.discovered(id, new TableVersion("SAMPLE", "1"));
  }

  static Tale of(String id) {
    return new Tale(id);
  }

  static Instant noon(String day) {
    return LocalDate.parse(day).atTime(LocalTime.NOON).atZone(ZONE).toInstant();
  }

  /** What follows happens at noon of a day. */
  Tale on(String day) {
    return at(noon(day));
  }

  Tale at(Instant moment) {
    now = moment;
    return this;
  }

  Tale step(HazardAction action, HazardState to, Map<HazardFact, String> facts) {
    return step(action, to, hazard.grade(), facts);
  }

  Tale step(
      HazardAction action,
      HazardState to,
      Optional<HazardGrade> grade,
      Map<HazardFact, String> facts) {
    hazard =
        hazard.apply(
            new HazardStep(
                hazard.id(),
                hazard.version() + 1,
                action,
                hazard.state(),
                to,
                grade.filter(given -> to.isGraded()),
                PERSON,
                "岗位-1",
                now,
                facts,
                hazard.table(),
                Set.of()));
    return this;
  }

  /** Something that changes no state. */
  Tale beside(HazardAction action, Map<HazardFact, String> facts) {
    return step(action, hazard.state(), facts);
  }

  Tale beside(HazardAction action) {
    return beside(action, Map.of());
  }

  Tale register(Map<HazardFact, String> facts) {
    return step(HazardAction.REGISTER, HazardState.REGISTERED, facts);
  }

  Tale register() {
    return register(Map.of(HazardFact.ORIGIN, "DAILY"));
  }

  Tale take(HazardState state, HazardGrade grade, Map<HazardFact, String> facts) {
    return step(HazardAction.IMPORT, state, Optional.of(grade), facts);
  }

  Tale assess(HazardGrade grade) {
    return step(HazardAction.ASSESS, HazardState.ASSESSED, Optional.of(grade), Map.of());
  }

  Tale start(String deadline) {
    return step(HazardAction.START, HazardState.RECTIFYING, Map.of(HazardFact.DEADLINE, deadline));
  }

  Tale fixOnSpot() {
    return step(HazardAction.FIX_ON_SPOT, HazardState.FIXED_ON_SPOT, Map.of());
  }

  Tale submit() {
    return step(HazardAction.SUBMIT, HazardState.RECTIFIED, Map.of());
  }

  Tale accept() {
    return step(HazardAction.ACCEPT, HazardState.ACCEPTED, Map.of());
  }

  Tale reject() {
    return step(HazardAction.REJECT, HazardState.RECTIFYING, Map.of());
  }

  Tale failRecheck() {
    return step(HazardAction.FAIL_RECHECK, HazardState.RECTIFYING, Map.of());
  }

  Tale closeOut() {
    return step(HazardAction.CLOSE_OUT, HazardState.CLOSED, Map.of());
  }

  Tale dismiss() {
    return step(HazardAction.DISMISS, HazardState.DISMISSED, Map.of());
  }

  Tale reopen() {
    return step(HazardAction.REOPEN, HazardState.REGISTERED, Map.of());
  }

  Tale correct(HazardFact fact, String text) {
    return beside(HazardAction.CORRECT, Map.of(HazardFact.CORRECTS, "1", fact, text));
  }

  Hazard hazard() {
    return hazard;
  }
}
