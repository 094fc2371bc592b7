package io.github.dualprevention.testkit.jdbc;

import io.github.dualprevention.core.hazard.GovernancePlan;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardCommand;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.RectificationPlan;
import io.github.dualprevention.core.journal.PersonalData;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Duty;
import io.github.dualprevention.testkit.Samples;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A major hazard from its registration to its close-out, one step an hour; all of it is made up.
 */
final class MajorHazard {

  static final String ID = "示例-M1";

  /** Who finds and rectifies the hazard. */
  static final String WORKER = "示例人员甲";

  /** Who judges. */
  static final String INSPECTOR = "示例人员乙";

  private final Actor worker;
  private final Actor inspector;
  private final List<HazardCommand> commands = new ArrayList<>();

  private MajorHazard(PersonalData persons) {
    worker = actor(persons, WORKER, "示例岗位-1");
    inspector = actor(persons, INSPECTOR, "示例岗位-2");
  }

  private static Actor actor(PersonalData persons, String name, String post) {
    return new Actor(persons.commit(name), post, Set.of(Duty.values()));
  }

  /** The commands in turn; the register takes them all. */
  static List<HazardCommand> commands(PersonalData persons) {
    MajorHazard hazard = new MajorHazard(persons);
    hazard.discover();
    hazard.rectify();
    hazard.accept();
    return hazard.commands;
  }

  private void discover() {
    add(
        worker,
        HazardAction.REGISTER,
        Map.of(
            HazardFact.WHAT, Samples.AWKWARD_TEXT,
            HazardFact.WHERE, "示例：罐区T-101",
            HazardFact.ORIGIN, "PROFESSIONAL",
            HazardFact.AREA, "示例-罐区"));
    add(
        inspector,
        HazardAction.ASSESS,
        Map.of(HazardFact.GRADE, "MAJOR", HazardFact.GROUNDS, "示例：联锁失效可致满溢"));
    add(
        worker,
        HazardAction.TAKE_INTERIM_MEASURES,
        Map.of(HazardFact.INTERIM_MEASURE, "示例：停用T-101", HazardFact.INTERIM_KIND, "SUSPEND_USE"));
    add(
        worker,
        HazardAction.REPORT,
        Map.of(
            HazardFact.STATUS_AND_CAUSE, "示例：液位变送器老化",
            HazardFact.HARM_AND_DIFFICULTY, "示例：危害大，须停用",
            HazardFact.GOVERNANCE_PLAN, "示例：更换变送器并试验联锁"));
    add(worker, HazardAction.INFORM, Map.of(HazardFact.AUDIENCE, "示例：罐区全体，班前会"));
    add(
        worker,
        HazardAction.RECEIVE_ORDER,
        Map.of(
            HazardFact.DOCUMENT, "示例指令〔2026〕3号",
            HazardFact.BODY, "示例市应急管理局",
            HazardFact.ORDERED_DEADLINE, "2026-10-31"));
  }

  private void rectify() {
    RectificationPlan plan =
        new RectificationPlan(
            "示例岗位-1", "示例：更换变送器", BigDecimal.TEN, LocalDate.of(2026, 9, 30), "示例：倒罐预案");
    add(
        worker,
        HazardAction.PLAN,
        new GovernancePlan("示例：恢复联锁", plan, "示例：变送器两台", "示例：设备部", "示例：八月底到货", "示例：动火许可").facts());
    add(
        worker,
        HazardAction.LIST,
        Map.of(
            HazardFact.DOCUMENT, "示例督办〔2026〕7号",
            HazardFact.BODY, "示例市应急管理局",
            HazardFact.LISTING_LEVEL, "CITY",
            HazardFact.LISTING_DEADLINE, "2026-12-31",
            HazardFact.RESPONSIBLE, "示例岗位-1",
            HazardFact.MILESTONES, "2026-08-01 示例：设计 | 2026-09-01 示例：施工"));
    add(worker, HazardAction.START, Map.of());
    add(worker, HazardAction.REACH_MILESTONE, Map.of(HazardFact.MILESTONE, "2026-08-01"));
    add(
        worker,
        HazardAction.SUBMIT,
        Map.of(HazardFact.RESULT, "示例：联锁已恢复", HazardFact.PROOF, "示例：试验记录"));
  }

  private void accept() {
    add(inspector, HazardAction.ACCEPT, Map.of(HazardFact.FINDING, "示例：联锁动作正常"));
    add(inspector, HazardAction.ASSESS_RESUMPTION, Map.of(HazardFact.FINDING, "示例：可恢复使用"));
    add(
        worker,
        HazardAction.DECIDE_RESUMPTION,
        Map.of(HazardFact.RESUMPTION, "RESUMED", HazardFact.REASON, "示例：条件具备"));
    add(
        worker,
        HazardAction.PASS_RECHECK,
        Map.of(
            HazardFact.DOCUMENT, "示例复查〔2026〕8号",
            HazardFact.BODY, "示例市应急管理局",
            HazardFact.ORDER, "6",
            HazardFact.FINDING, "示例：已整改"));
    add(
        worker,
        HazardAction.DELIST,
        Map.of(HazardFact.DOCUMENT, "示例摘牌〔2026〕9号", HazardFact.BODY, "示例市应急管理局"));
    add(worker, HazardAction.CLOSE_OUT, Map.of());
  }

  private void add(Actor actor, HazardAction action, Map<HazardFact, String> facts) {
    Duration hours = Duration.ofHours(commands.size());
    commands.add(new HazardCommand(action, actor, Samples.moment().plus(hours), facts));
  }
}
