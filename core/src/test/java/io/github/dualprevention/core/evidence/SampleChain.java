package io.github.dualprevention.core.evidence;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardCommand;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardJournal;
import io.github.dualprevention.core.hazard.HazardLifeCycle;
import io.github.dualprevention.core.hazard.HazardRegister;
import io.github.dualprevention.core.hazard.ImportedHazard;
import io.github.dualprevention.core.hazard.InMemoryHazardStore;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.Fact;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.journal.InMemoryJournalStore;
import io.github.dualprevention.core.journal.Journal;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.journal.Opening;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Duty;
import io.github.dualprevention.core.store.InMemoryUnitOfWork;
import io.github.dualprevention.core.table.TableVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A hazard whose steps are taken one a day; persons, posts and evidence are invented. */
final class SampleChain {

  static final Instant T0 = Instant.parse("2026-07-01T00:30:00Z");
  static final HazardLifeCycle PUBLISHED = HazardLifeCycle.published();

  /** A line of an enterprise's own over the published ones. */
  static final HazardLifeCycle OWN =
      PUBLISHED.overlaid(Path.of("src/test/resources/own-life-cycle"));

  /** Stores and documents get such a text wrong: every line end, markup, directions, pairs. */
  static final String AWKWARD_TEXT =
      "示例：“泄漏”\t&lt;\r\n第二行\n第三行\r第四行 </pre><script>alert(1)</script> 𠮷😀 \\n & ' \" "
          + "\u202e反\u2066向\u200b\u2028 end";

  private final String id;
  private final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
  private final InMemoryJournalStore entries = new InMemoryJournalStore(unit);
  private final Journal journal = new Journal(entries, HashAlgorithm.sha256());
  private final Map<Commitment, Opening> openings = new HashMap<>();
  private final HazardRegister register;
  private Instant now = T0;

  SampleChain(String id, HazardLifeCycle... lifeCycles) {
    this.id = id;
    register =
        new HazardRegister(
            unit,
            new InMemoryHazardStore(unit),
            journal,
            () -> now.plusMillis(75_250),
            List.of(lifeCycles),
            measure -> true);
  }

  SampleChain act(String person, HazardAction action, Map<HazardFact, String> facts) {
    Map<HazardFact, String> texts = new EnumMap<>(HazardFact.class);
    texts.putAll(facts);
    register.act(id, new HazardCommand(action, actor(person), now, texts)).orThrow();
    now = now.plus(Duration.ofDays(1));
    return this;
  }

  SampleChain act(String person, HazardAction action) {
    return act(person, action, Map.of());
  }

  SampleChain take(String person, ImportedHazard imported) {
    register.take(imported, actor(person)).orThrow();
    return this;
  }

  SampleChain migrate(String person, TableVersion edition, String reason) {
    register.migrate(register.hazard(id), edition, actor(person), reason).orThrow();
    now = now.plus(Duration.ofDays(1));
    return this;
  }

  /** An entry that is no step. */
  SampleChain tell(String kind, Map<String, String> values, Map<String, String> personal) {
    Map<String, Commitment> seals = new HashMap<>();
    personal.forEach((name, person) -> seals.put(name, person(person)));
    Fact fact =
        Fact.of(
            HazardJournal.subject(id),
            kind,
            now,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            values,
            seals);
    journal.record(fact, now.plusMillis(75_250));
    now = now.plus(Duration.ofDays(1));
    return this;
  }

  private Actor actor(String person) {
    return new Actor(person(person), "示例岗位-" + person.charAt(person.length() - 1), duties());
  }

  private static Set<Duty> duties() {
    return EnumSet.allOf(Duty.class);
  }

  /** The same commitment for the same sample name, always. */
  Commitment person(String name) {
    HashCode salt = Hashing.sha256().hashString(name, StandardCharsets.UTF_8);
    Commitment person = Commitment.of(HashAlgorithm.sha256(), salt.asBytes(), name);
    openings.put(person, new Opening(salt.toString(), name));
    return person;
  }

  Optional<Opening> open(Commitment person) {
    return Optional.ofNullable(openings.get(person));
  }

  List<JournalEntry> entries() {
    return entries.entries(HazardJournal.subject(id));
  }

  /** A general hazard of twelve entries. */
  static SampleChain general() {
    return new SampleChain("示例-G1", PUBLISHED)
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

  /** A major hazard with everything that a document can tell, under two life cycles. */
  static SampleChain major() {
    SampleChain chain = new SampleChain("示例-M1", OWN, PUBLISHED);
    discovered(chain);
    listed(chain);
    return closed(chain);
  }

  private static void discovered(SampleChain chain) {
    chain
        .act(
            "示例人员甲",
            HazardAction.REGISTER,
            Map.of(
                HazardFact.WHAT, "示例：储罐液位联锁失效，高液位时不切断进料",
                HazardFact.WHERE, "示例：罐区T-101",
                HazardFact.ORIGIN, "PROFESSIONAL"))
        .act(
            "示例人员乙",
            HazardAction.ASSESS,
            Map.of(
                HazardFact.GRADE, "MAJOR",
                HazardFact.GROUNDS, "示例：联锁失效可致满溢，整改须停用储罐"))
        .tell(
            "notice.sent",
            Map.of("channel", "示例：电话", "content", AWKWARD_TEXT),
            Map.of("recipient", "示例人员戊"))
        .act(
            "示例人员丁",
            HazardAction.REPORT,
            Map.of(
                HazardFact.STATUS_AND_CAUSE, "示例：液位变送器老化",
                HazardFact.HARM_AND_DIFFICULTY, "示例：危害大，须停用",
                HazardFact.GOVERNANCE_PLAN, "示例：更换变送器并试验联锁"))
        .act("示例人员丁", HazardAction.INFORM, Map.of(HazardFact.AUDIENCE, "示例：罐区全体，班前会"))
        .migrate("示例人员丁", PUBLISHED.version(), "示例：改用公布的流转表")
        .act(
            "示例人员甲",
            HazardAction.TAKE_INTERIM_MEASURES,
            Map.of(
                HazardFact.INTERIM_MEASURE, "示例：停用T-101",
                HazardFact.INTERIM_KIND, "SUSPEND_USE"))
        .act(
            "示例人员甲",
            HazardAction.CORRECT,
            Map.of(
                HazardFact.CORRECTS, "1",
                HazardFact.WHERE, "示例：罐区T-102",
                HazardFact.REASON, "示例：罐号写错"));
  }

  private static void listed(SampleChain chain) {
    chain
        .act(
            "示例人员丙",
            HazardAction.PLAN,
            Map.of(
                HazardFact.GOALS, "示例：恢复联锁",
                HazardFact.RESPONSIBLE, "示例岗位-丙",
                HazardFact.ORGANISATION, "示例：设备部",
                HazardFact.MEASURES, "示例：更换变送器",
                HazardFact.FUNDS, "120000.5",
                HazardFact.MATERIALS, "示例：变送器两台",
                HazardFact.DEADLINE, "2026-09-30",
                HazardFact.REQUIREMENTS, "示例：八月底到货",
                HazardFact.SAFETY_MEASURES, "示例：动火作业许可",
                HazardFact.CONTINGENCY, "示例：倒罐预案"))
        .act(
            "示例人员丁",
            HazardAction.LIST,
            Map.of(
                HazardFact.DOCUMENT, "示例督办〔2026〕7号",
                HazardFact.BODY, "示例市应急管理局",
                HazardFact.LISTING_LEVEL, "CITY",
                HazardFact.LISTING_DEADLINE, "2026-12-31",
                HazardFact.RESPONSIBLE, "示例岗位-丁",
                HazardFact.MILESTONES, "2026-08-01 示例：设计 | 2026-09-01 示例：施工"))
        .act("示例人员丁", HazardAction.PUBLISH_LISTING, Map.of(HazardFact.PUBLICATION, "示例：厂门口公告栏"))
        .act("示例人员丙", HazardAction.START)
        .act(
            "示例人员丁",
            HazardAction.REACH_MILESTONE,
            Map.of(HazardFact.MILESTONE, "2026-08-01", HazardFact.FINDING, "示例：设计完成"))
        .act(
            "示例人员丙",
            HazardAction.SUBMIT,
            Map.of(HazardFact.RESULT, "示例：联锁已恢复", HazardFact.PROOF, "示例：试验记录"));
  }

  private static SampleChain closed(SampleChain chain) {
    return chain
        .act("示例人员乙", HazardAction.ACCEPT, Map.of(HazardFact.FINDING, "示例：联锁动作正常"))
        .act("示例人员乙", HazardAction.ASSESS_RESUMPTION, Map.of(HazardFact.FINDING, "示例：可恢复使用"))
        .act(
            "示例人员丁",
            HazardAction.DECIDE_RESUMPTION,
            Map.of(HazardFact.RESUMPTION, "RESUMED", HazardFact.REASON, "示例：条件具备"))
        .act(
            "示例人员丁",
            HazardAction.DELIST,
            Map.of(HazardFact.DOCUMENT, "示例摘牌〔2026〕9号", HazardFact.BODY, "示例市应急管理局"))
        .act("示例人员丁", HazardAction.CLOSE_OUT);
  }
}
