package io.github.dualprevention.core.evidence;

import static io.github.dualprevention.core.evidence.Html.NONE;
import static io.github.dualprevention.core.evidence.Html.both;
import static io.github.dualprevention.core.evidence.Html.code;
import static io.github.dualprevention.core.evidence.Html.free;
import static io.github.dualprevention.core.evidence.Html.row;
import static io.github.dualprevention.core.evidence.Html.table;
import static io.github.dualprevention.core.evidence.Html.td;
import static io.github.dualprevention.core.evidence.Html.th;
import static io.github.dualprevention.core.evidence.Html.wide;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardJournal;
import io.github.dualprevention.core.hazard.HazardStep;
import io.github.dualprevention.core.hazard.Transition;
import io.github.dualprevention.core.hazard.Weakening;
import io.github.dualprevention.core.journal.Fact;
import io.github.dualprevention.core.journal.JournalEntry;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One entry of the chain, in words. */
final class EntryPart {

  private final EvidenceContent content;
  private final JournalEntry entry;
  private final Fact fact;

  EntryPart(EvidenceContent content, JournalEntry entry) {
    this.content = content;
    this.entry = entry;
    this.fact = entry.fact();
  }

  String render() {
    Optional<HazardStep> step =
        HazardJournal.holdsStep(entry)
            ? Optional.of(HazardJournal.stepOf(entry))
            : Optional.empty();
    return "<article>\n<h3>"
        + step.map(this::heading).orElseGet(this::genericHeading)
        + "</h3>\n"
        + table(when() + step.map(this::step).orElseGet(this::generic) + personal())
        + "</article>\n";
  }

  private String heading(HazardStep step) {
    Wording action = step.action().wording();
    return both(
        "第" + entry.number() + "条（步骤" + step.number() + "）" + action.zh(),
        "Entry " + entry.number() + " (step " + step.number() + "): " + action.en());
  }

  private String genericHeading() {
    return both("第" + entry.number() + "条", "Entry " + entry.number() + ":")
        + " "
        + code(fact.kind());
  }

  private String when() {
    return row(
            th("发生时间", "occurred"),
            td(content.time(fact.occurred())),
            th("记录时间", "recorded"),
            td(content.time(entry.recorded())))
        + row(
            th("岗位", "post"),
            td(fact.post().map(Html::free).orElse(NONE)),
            th("人员", "person"),
            td(fact.person().map(content::person).orElse(NONE)));
  }

  private String step(HazardStep step) {
    StringBuilder rows = new StringBuilder(states(step)).append(rule(step));
    if (!step.weakened().isEmpty()) {
      rows.append(row(th("放宽的规则", "weakened rules"), wide(weakened(step))));
    }
    corrections(step).ifPresent(rows::append);
    Map<HazardFact, String> facts = new EnumMap<>(HazardFact.class);
    facts.putAll(step.facts());
    for (HazardFact told : facts.keySet()) {
      Wording name = told.wording();
      rows.append(row(th(name.zh(), name.en()), wide(value(content, step, told))));
    }
    return rows.toString();
  }

  private String states(HazardStep step) {
    return row(
        th("状态", "state"),
        td(
            (step.from() == step.to() ? "" : both(step.from().wording()) + " → ")
                + both(step.to().wording())),
        th("等级", "grade"),
        td(
            step.grade()
                .map(grade -> both(content.grade(grade.code(), step.table())))
                .orElse(both("尚无等级", "none"))));
  }

  private String rule(HazardStep step) {
    return row(th("依据", "allowed by"), wide(code(step.table().toString()) + "<br>" + clause(step)));
  }

  private String clause(HazardStep step) {
    Optional<Transition> line = content.line(step);
    if (line.isPresent()) {
      return clause(line.get().source());
    }
    if (!content.lifeCycles().containsKey(step.table())) {
      return both("本文件未附该版流转表的条款", "the clauses of this edition are not in this file");
    }
    return step.action() == HazardAction.IMPORT || step.action() == HazardAction.MIGRATE
        ? both("作为事实记录，不依流转表的条目", "recorded as a fact, by no line of the life cycle")
        : "<strong>"
            + both("该版流转表中没有允许这一步的条目", "no line of this edition allows this step")
            + "</strong>";
  }

  private static String clause(SourceClause source) {
    return free(source.document() + ", " + source.clause())
        + " ("
        + both(name(source.evidence()))
        + ")";
  }

  private static Wording name(Evidence evidence) {
    return switch (evidence) {
      case PRESCRIBED -> new Wording("法规标准原文", "prescribed");
      case PUBLISHED -> new Wording("公开资料", "published");
      case DERIVED -> new Wording("由规定推得", "derived");
      case ENTERPRISE -> new Wording("企业自定", "set by the enterprise");
      case RECALLED -> new Wording("未经核对", "not checked against a text");
    };
  }

  private static String weakened(HazardStep step) {
    Set<Weakening> weakened = EnumSet.copyOf(step.weakened());
    return weakened.stream().map(rule -> both(rule.term())).collect(Collectors.joining("<br>"));
  }

  /** Which later steps correct this one. */
  private Optional<String> corrections(HazardStep step) {
    Set<Integer> later = new TreeSet<>();
    for (HazardStep other : content.steps()) {
      String corrected = other.facts().get(HazardFact.CORRECTS);
      if (other.number() > step.number() && String.valueOf(step.number()).equals(corrected)) {
        later.add(other.number());
      }
    }
    String numbers = later.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return later.isEmpty()
        ? Optional.empty()
        : Optional.of(
            row(
                th("更正", "correction"),
                wide(
                    SummaryPart.note(
                        both("已由步骤" + numbers + "更正", "corrected by step " + numbers)))));
  }

  /** What a step tells, with the name of a code. */
  static String value(EvidenceContent content, HazardStep step, HazardFact fact) {
    String text = String.valueOf(step.facts().get(fact));
    if (fact == HazardFact.GRADE) {
      return both(content.grade(text, step.table()));
    }
    return fact.choices().stream()
        .filter(choice -> choice.code().equals(text))
        .findFirst()
        .map(Html::both)
        .orElseGet(() -> free(text));
  }

  private String generic() {
    String table = fact.table().map(found -> code(found.toString())).orElse(NONE);
    return row(th("依据", "allowed by"), wide(table))
        + fact.values().entrySet().stream()
            .map(named -> named(named.getKey(), free(named.getValue())))
            .collect(Collectors.joining());
  }

  private String personal() {
    return fact.personal().entrySet().stream()
        .map(named -> named(named.getKey(), content.person(named.getValue())))
        .collect(Collectors.joining());
  }

  private static String named(String name, String html) {
    return row("<th scope=\"row\">" + code(name) + "</th>", wide(html));
  }
}
