package io.github.dualprevention.examples.quickstart;

import com.google.common.collect.Multimaps;
import io.github.dualprevention.adapters.jackson.HazardDocument;
import io.github.dualprevention.adapters.render.EvidenceFile;
import io.github.dualprevention.adapters.render.EvidenceVerification;
import io.github.dualprevention.checklist.CheckAnswer;
import io.github.dualprevention.checklist.CheckPlan;
import io.github.dualprevention.checklist.CheckRecord;
import io.github.dualprevention.checklist.CheckTask;
import io.github.dualprevention.checklist.Checklist;
import io.github.dualprevention.checklist.Finding;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Rule;
import io.github.dualprevention.core.control.ControlMeasure;
import io.github.dualprevention.core.control.ControlTiers;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardCommand;
import io.github.dualprevention.core.hazard.HazardOrigin;
import io.github.dualprevention.core.hazard.HazardRegister;
import io.github.dualprevention.core.journal.Checkpoint;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.journal.JournalFile;
import io.github.dualprevention.core.journal.Ledger;
import io.github.dualprevention.core.journal.Verification;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.organisation.Post;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.ResponsibilityCheck;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.risk.RiskUnit;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.reporting.Outbox;
import io.github.dualprevention.reporting.ReportEnvelope;
import io.github.dualprevention.reporting.ReportTransport;
import io.github.dualprevention.reporting.RetryPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What goes on after the register is graded: who answers, what is checked, which hazards come of
 * it, how they are closed out, reported and recorded. All stores are in memory.
 */
final class Story {

  private static final Rule NOTHING_TO_CHECK =
      Rule.of(
          "story.plan.nothing-to-check",
          "没有任何由岗位“{post}”排查的措施",
          "no measure falls to the post {post} to check");
  private static final Rule NOT_DUE =
      Rule.of(
          "story.check.not-due",
          "清单{list}在{day}没有排查任务",
          "no check of the list {list} is due on {day}");

  /** Sound by its check character, of a region that does not exist. */
  private static final CreditCode SAMPLE_ENTERPRISE = new CreditCode("91000000000000000K");

  private static final int REPORTS_AT_ONCE = 100;

  /** What somebody tried, and what came of it. */
  record Told(String hazard, StoryData.Attempt attempt, Outcome<Hazard> outcome) {}

  private final GradedRegister register;
  private final StoryData data;
  private final ZoneId zone;
  private final DateTimeFormatter time;
  private final ResponsibilityCheck responsibility;

  private final Ledger ledger;
  private final HazardRegister hazards;
  private final Outbox outbox;
  private Instant now = Instant.EPOCH;
  private int delivered;

  private final Map<String, Checklist> lists = new LinkedHashMap<>();
  private final Map<String, CheckPlan> plans = new LinkedHashMap<>();
  private final Map<String, String> idByAlias = new LinkedHashMap<>();
  private final List<Told> told = new ArrayList<>();
  private final List<ReportEnvelope> reports = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  /**
   * Takes the graded register, the files beside it, where reports go, the zone and fresh random
   * bytes.
   */
  Story(
      GradedRegister register,
      StoryData data,
      ReportTransport transport,
      ZoneId zone,
      Supplier<byte[]> salts) {
    this.register = register;
    this.zone = zone;
    this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone);
    this.data = data;
    responsibility = new ResponsibilityCheck(ControlTiers.published(), data.matrix());
    ledger = Ledger.inMemory(SAMPLE_ENTERPRISE, () -> now, zone, salts);
    hazards =
        HazardRegister.over(ledger)
            .withMeasures(
                measure -> data.measures().stream().anyMatch(known -> known.id().equals(measure)));
    RetryPolicy retry = new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(1));
    outbox = Outbox.over(ledger, transport, retry, Duration.ofMinutes(1));
    makeLists();
    inOrderOfTime();
  }

  /** What is wrong with the files beyond their single rows. */
  List<Fault> faults() {
    return faults;
  }

  List<Reason> holes() {
    Map<String, RiskLevel> levels =
        register.risks().stream()
            .collect(Collectors.toMap(risk -> risk.event().id(), risk -> risk.grade().level()));
    return data.posts().isEmpty()
        ? List.of()
        : responsibility.holes(
            register.tree(), levels, data.measures(), data.posts(), data.withoutNeed());
  }

  List<Checklist> lists() {
    return List.copyOf(lists.values());
  }

  List<CheckTask> tasks(YearMonth month) {
    return plans.values().stream()
        .flatMap(plan -> plan.tasks(month).stream())
        .sorted(Comparator.comparing(CheckTask::day).thenComparing(CheckTask::listId))
        .toList();
  }

  List<Told> told() {
    return told;
  }

  /** The hazards by the names that the files give them. */
  Map<String, Hazard> hazards() {
    Map<String, Hazard> byAlias = new LinkedHashMap<>();
    told.forEach(step -> byAlias.put(step.hazard(), hazards.hazard(idOf(step.hazard()))));
    return byAlias;
  }

  /** When it was done, where the program runs. */
  String timeOf(Told step) {
    return time.format(step.attempt().deed().at());
  }

  /** The name of the post that did it. */
  String postOf(Told step) {
    return nameOfPost(step.attempt().deed().postId());
  }

  String nameOfPost(String id) {
    return data.posts().stream()
        .filter(post -> post.id().equals(id))
        .map(Post::name)
        .findFirst()
        .orElse(id);
  }

  List<ReportEnvelope> reports() {
    return reports;
  }

  /** Sends every report, in the order of each hazard. */
  void deliver() {
    int accepted;
    do {
      accepted = outbox.runOnce(REPORTS_AT_ONCE);
      delivered += accepted;
    } while (accepted > 0);
  }

  /** How many reports were taken. */
  int delivered() {
    return delivered;
  }

  String journal() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    file().write(ledger.journal(), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The evidence files of all registered hazards, by their own names; no person is named. */
  Map<String, byte[]> evidence() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (Map.Entry<String, Hazard> hazard : hazards().entrySet()) {
      if (hazard.getValue().version() > 0) {
        files.put(hazard.getKey(), EvidenceFile.published().write(ledger, hazard.getValue().id()));
      }
    }
    return files;
  }

  /** The proof of an evidence file against the journal's heads. */
  EvidenceVerification verify(byte[] evidence) {
    return EvidenceFile.published().verify(evidence, checkpoint());
  }

  Checkpoint checkpoint() {
    return Checkpoint.of(ledger.journal());
  }

  Verification verify() {
    return proved(journal().getBytes(StandardCharsets.UTF_8));
  }

  /** The proof of the same journal after one step in its middle was dated otherwise. */
  Verification verifyTampered() {
    String journal = journal();
    int date = journal.indexOf("occurred:2026", journal.length() / 2);
    byte[] bytes = journal.getBytes(StandardCharsets.UTF_8);
    int at = journal.substring(0, Math.max(date, 0)).getBytes(StandardCharsets.UTF_8).length;
    bytes[at + "occurred:202".length()] ^= 2; // 2026 becomes 2024
    return proved(bytes);
  }

  private Verification proved(byte[] journal) {
    return file().verify(new ByteArrayInputStream(journal), checkpoint());
  }

  private static JournalFile file() {
    return new JournalFile(HashAlgorithm.sha256());
  }

  private void makeLists() {
    for (StoryData.Plan plan : data.plans()) {
      List<ControlMeasure> measures =
          responsibility.checkedBy(plan.postId(), register.tree(), data.measures());
      if (measures.isEmpty()) {
        faults.add(
            plan.place().fault(StoryReader.POST, NOTHING_TO_CHECK.broken("post", plan.postId())));
        continue;
      }
      Checklist list = Checklist.of(plan.listId(), plan.postId(), measures);
      lists.put(list.id(), list);
      plans.put(list.id(), new CheckPlan(list, plan.cycle(), plan.firstDay()));
    }
  }

  private void inOrderOfTime() {
    record Event(Instant at, Runnable happens) {}
    List<Event> events = new ArrayList<>();
    Multimaps.asMap(
            Multimaps.index(data.answers(), answer -> List.of(answer.listId(), answer.day())))
        .values()
        .forEach(check -> events.add(new Event(check.get(0).deed().at(), () -> happened(check))));
    data.attempts()
        .forEach(attempt -> events.add(new Event(attempt.deed().at(), () -> tried(attempt))));
    events.stream()
        .sorted(Comparator.comparing(Event::at))
        .forEach(
            event -> {
              now = event.at();
              event.happens().run();
            });
  }

  /** A check: all answers of one list on one day. */
  private void happened(List<StoryData.Answer> check) {
    StoryData.Answer first = check.get(0);
    Optional<CheckTask> due =
        Optional.ofNullable(plans.get(first.listId()))
            .flatMap(plan -> plan.tasks(first.day(), first.day().plusDays(1)).stream().findFirst());
    if (due.isEmpty()) {
      Reason reason = NOT_DUE.broken("list", first.listId(), "day", first.day());
      faults.add(first.place().fault(StoryReader.LIST, reason));
      return;
    }
    Checklist list = Objects.requireNonNull(lists.get(first.listId()));
    Actor actor = actor(first.deed());
    Map<String, CheckAnswer> answers = new LinkedHashMap<>();
    check.forEach(answer -> answers.put(answer.measureId(), answer.answer()));
    Outcome<CheckRecord> record =
        CheckRecord.of(due.get(), list, actor, first.deed().at().atZone(zone), answers, now);
    record.reasons().forEach(reason -> faults.add(first.place().fault(StoryReader.LIST, reason)));
    if (record instanceof Outcome.Accepted<CheckRecord> accepted) {
      for (Finding finding : accepted.value().findings()) {
        String alias = finding.taskId() + "/" + finding.measureId();
        idByAlias.put(alias, finding.hazardId());
        HazardCommand command =
            finding.registration(actor, nameOf(first.deed().unitId()), HazardOrigin.DAILY);
        tell(alias, first.deed(), command);
      }
    }
  }

  private void tried(StoryData.Attempt attempt) {
    StoryData.Deed deed = attempt.deed();
    HazardCommand command =
        new HazardCommand(attempt.action(), actor(deed), deed.at(), attempt.facts());
    tell(attempt.hazard(), deed, command);
  }

  /** The step and its report, both or neither. */
  private void tell(String alias, StoryData.Deed deed, HazardCommand command) {
    String id = idOf(alias);
    Outcome<Hazard> outcome =
        ledger
            .unit()
            .call(
                () -> {
                  Outcome<Hazard> done = hazards.act(id, command);
                  if (done instanceof Outcome.Accepted<Hazard>) {
                    outbox.enqueue(HazardDocument.of(hazards.chain(id))).ifPresent(reports::add);
                  }
                  return done;
                });
    told.add(
        new Told(
            alias, new StoryData.Attempt(alias, command.action(), deed, command.facts()), outcome));
  }

  private Actor actor(StoryData.Deed deed) {
    return data.matrix().actor(ledger, deed.person(), deed.postId(), deed.unitId());
  }

  private String nameOf(String unitId) {
    return register.tree().units().stream()
        .filter(riskUnit -> riskUnit.id().equals(unitId))
        .map(RiskUnit::name)
        .findFirst()
        .orElse(unitId);
  }

  private String idOf(String alias) {
    return idByAlias.getOrDefault(alias, alias);
  }
}
