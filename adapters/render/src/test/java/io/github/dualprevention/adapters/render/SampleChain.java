package io.github.dualprevention.adapters.render;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardCommand;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardJournal;
import io.github.dualprevention.core.hazard.HazardRegister;
import io.github.dualprevention.core.hazard.ImportedHazard;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.Fact;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.journal.Ledger;
import io.github.dualprevention.core.journal.Opening;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Duty;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A hazard whose steps are taken one a day; persons, posts and evidence are invented. */
final class SampleChain {

  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** Documents get such a text wrong: every line end, markup, directions, pairs. */
  static final String AWKWARD_TEXT =
      "示例：“泄漏”\t&lt;\r\n第二行\n第三行\r第四行 </pre><script>alert(1)</script> 𠮷😀 \\n & ' \" "
          + "\u202e反\u2066向\u200b\u2028 end";

  private Instant now = Instant.parse("2026-07-01T00:30:00Z");
  private HashCode salt = HashCode.fromInt(0);

  final String id;
  final Ledger ledger =
      Ledger.inMemory(
          new CreditCode("91350100M000100Y43"), this::recorded, SHANGHAI, () -> salt.asBytes());
  final HazardRegister register = HazardRegister.over(ledger).withMeasures(measure -> true);

  SampleChain(String id) {
    this.id = id;
  }

  private Instant recorded() {
    return now.plusMillis(75_250);
  }

  private void nextDay() {
    now = now.plus(Duration.ofDays(1));
  }

  Instant now() {
    return now;
  }

  SampleChain act(String person, HazardAction action, Map<HazardFact, String> facts) {
    tryTo(person, action, facts).orThrow();
    return this;
  }

  Outcome<Hazard> tryTo(String person, HazardAction action, Map<HazardFact, String> facts) {
    HazardCommand command = HazardCommand.of(action, actor(person), now);
    for (Map.Entry<HazardFact, String> fact : facts.entrySet()) {
      command = command.with(fact.getKey(), fact.getValue());
    }
    Outcome<Hazard> outcome = register.act(id, command);
    nextDay();
    return outcome;
  }

  SampleChain act(String person, HazardAction action) {
    return act(person, action, Map.of());
  }

  SampleChain take(String person, ImportedHazard imported) {
    register.take(imported, actor(person)).orThrow();
    return this;
  }

  /** An entry that is no step. */
  SampleChain tell(String kind, Map<String, String> values, Map<String, String> personal) {
    String subject = HazardJournal.subject(id);
    Fact.Builder fact = Fact.about(subject, kind, now);
    values.forEach(fact::value);
    personal.forEach((name, person) -> fact.personal(name, person(person)));
    ledger.record(ledger.journal().head(subject), fact.build(), recorded());
    nextDay();
    return this;
  }

  Actor actor(String person) {
    return new Actor(
        person(person), "示例岗位-" + person.charAt(person.length() - 1), EnumSet.allOf(Duty.class));
  }

  /** The same commitment for the same sample name in every chain. */
  Commitment person(String name) {
    salt = Hashing.sha256().hashString(name, StandardCharsets.UTF_8);
    return ledger.persons().commit(name);
  }

  Optional<Opening> open(Commitment person) {
    return ledger.persons().opening(person);
  }

  List<JournalEntry> entries() {
    return register.chain(id);
  }

  Hazard hazard() {
    return register.hazard(id);
  }

  /** A general hazard of twelve entries. */
  static SampleChain general() {
    return new SampleChain("示例-G1")
        .act(
            "示例人员甲",
            HazardAction.REGISTER,
            Map.of(
                HazardFact.WHAT,
                "示例：护栏松动",
                HazardFact.WHERE,
                "示例：二层平台",
                HazardFact.ORIGIN,
                "DAILY",
                HazardFact.AREA,
                "示例-平台"))
        .act(
            "示例人员乙",
            HazardAction.ASSESS,
            Map.of(HazardFact.GRADE, "GENERAL", HazardFact.GROUNDS, "示例：一人即可修复"))
        .act(
            "示例人员甲",
            HazardAction.CORRECT,
            Map.of(
                HazardFact.CORRECTS, "1",
                HazardFact.WHERE, "示例：三层平台",
                HazardFact.REASON, "示例：楼层写错"))
        .act(
            "示例人员丙",
            HazardAction.START,
            Map.of(HazardFact.MEASURES, "示例：更换螺栓", HazardFact.DEADLINE, "2026-08-31"))
        .act("示例人员甲", HazardAction.MONITOR, Map.of(HazardFact.OBSERVATION, "示例：已拉警戒线"))
        .act("示例人员丙", HazardAction.SUBMIT, result())
        .act("示例人员乙", HazardAction.REJECT, Map.of(HazardFact.REASON, "示例：漏换一处"))
        .act("示例人员丙", HazardAction.SUBMIT, result())
        .act("示例人员乙", HazardAction.ACCEPT, Map.of(HazardFact.FINDING, "示例：牢固"))
        .act("示例人员丁", HazardAction.CLOSE_OUT)
        .act("示例人员丁", HazardAction.REOPEN, Map.of(HazardFact.REASON, "示例：又松动"))
        .act(
            "示例人员乙",
            HazardAction.ASSESS,
            Map.of(HazardFact.GRADE, "GENERAL", HazardFact.GROUNDS, "示例：焊接固定"));
  }

  private static Map<HazardFact, String> result() {
    return Map.of(HazardFact.RESULT, "示例：已更换全部螺栓", HazardFact.PROOF, "示例：照片 IMG-1.jpg");
  }
}
