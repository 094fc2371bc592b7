package io.github.dualprevention.adapters.render;

import static io.github.dualprevention.adapters.render.Html.NONE;
import static io.github.dualprevention.adapters.render.Html.both;
import static io.github.dualprevention.adapters.render.Html.code;
import static io.github.dualprevention.adapters.render.Html.field;
import static io.github.dualprevention.adapters.render.Html.free;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardJournal;
import io.github.dualprevention.core.hazard.HazardStep;
import io.github.dualprevention.core.hazard.Weakening;
import io.github.dualprevention.core.journal.Fact;
import io.github.dualprevention.core.journal.JournalEntry;
import java.util.Optional;
import java.util.stream.Collectors;

/** One entry of the chain, in words. */
final class EntryPart {

  private final EvidencePage page;
  private final JournalEntry entry;
  private final Fact fact;

  EntryPart(EvidencePage page, JournalEntry entry) {
    this.page = page;
    this.entry = entry;
    this.fact = entry.fact();
  }

  String render() {
    return HazardJournal.holdsStep(entry) ? step(HazardJournal.stepOf(entry)) : other();
  }

  private String step(HazardStep step) {
    Wording action = step.action().wording();
    String heading =
        both(
            "第" + entry.number() + "条（步骤" + step.number() + "）" + action.zh(),
            "Entry " + entry.number() + " (step " + step.number() + "): " + action.en());
    return article(
        heading,
        field("状态", "state", states(step))
            + field("依据", "allowed by", code(step.table()) + "<br>" + clause(step))
            + weakened(step)
            + correction(step)
            + told(step));
  }

  private String other() {
    String heading = both("第" + entry.number() + "条", "Entry " + entry.number() + ":");
    String values =
        fact.values().entrySet().stream()
            .map(named -> field(code(named.getKey()), free(named.getValue())))
            .collect(Collectors.joining());
    return article(
        heading + " " + code(fact.kind()),
        field("依据", "allowed by", fact.table().map(Html::code).orElse(NONE)) + values);
  }

  private String article(String heading, String rows) {
    String personal =
        fact.personal().entrySet().stream()
            .map(named -> field(code(named.getKey()), page.person(named.getValue())))
            .collect(Collectors.joining());
    return "<article>\n<h3>%s</h3>\n<table>\n%s</table>\n</article>\n"
        .formatted(heading, who() + rows + personal);
  }

  private String who() {
    return field("发生时间", "occurred", page.time(fact.occurred()))
        + field("记录时间", "recorded", page.time(entry.recorded()))
        + field("岗位", "post", fact.post().map(Html::free).orElse(NONE))
        + field("人员", "person", fact.person().map(page::person).orElse(NONE));
  }

  private String states(HazardStep step) {
    String from = step.from() == step.to() ? "" : both(step.from().wording()) + " → ";
    String grade =
        step.grade()
            .map(found -> both(page.grade(found.code(), step.table())))
            .orElse(both("尚无等级", "no grade"));
    return from + both(step.to().wording()) + " · " + grade;
  }

  private String clause(HazardStep step) {
    if (!page.lifeCycles().containsKey(step.table())) {
      return both("本文件未附该版流转表的条款", "the clauses of this edition are not in this file");
    }
    return page.line(step).map(line -> clause(line.source())).orElseGet(() -> lineless(step));
  }

  private static String lineless(HazardStep step) {
    return step.action() == HazardAction.IMPORT || step.action() == HazardAction.MIGRATE
        ? both("作为事实记录，不依流转表的条目", "recorded as a fact, by no line of the life cycle")
        : "<strong>"
            + both("该版流转表中没有允许这一步的条目", "no line of this edition allows this step")
            + "</strong>";
  }

  private static String clause(SourceClause source) {
    return "%s (%s)"
        .formatted(free(source.document() + ", " + source.clause()), both(name(source.evidence())));
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
    String rules =
        step.weakened().stream()
            .sorted()
            .map(Weakening::term)
            .map(Html::both)
            .collect(Collectors.joining("<br>"));
    return rules.isEmpty() ? "" : field("放宽的规则", "weakened rules", rules);
  }

  /** Which later steps correct this one. */
  private String correction(HazardStep step) {
    String corrected = String.valueOf(step.number());
    String later =
        page.hazard().steps().stream()
            .filter(other -> other.number() > step.number())
            .filter(other -> corrected.equals(other.facts().get(HazardFact.CORRECTS)))
            .map(other -> String.valueOf(other.number()))
            .collect(Collectors.joining(", "));
    return later.isEmpty()
        ? ""
        : field(
            "更正",
            "correction",
            Html.note(both("已由步骤" + later + "更正", "corrected by step " + later)));
  }

  private String told(HazardStep step) {
    return step.facts().entrySet().stream()
        .map(told -> field(both(told.getKey().wording()), value(step, told.getKey())))
        .collect(Collectors.joining());
  }

  private String value(HazardStep step, HazardFact about) {
    String text = String.valueOf(step.facts().get(about));
    return about == HazardFact.GRADE ? both(page.grade(text, step.table())) : value(about, text);
  }

  /** What was told, with its name if it is a code. */
  static String value(HazardFact about, String text) {
    Optional<Term> chosen =
        about.choices().stream().filter(choice -> choice.code().equals(text)).findFirst();
    return chosen.map(Html::both).orElseGet(() -> free(text));
  }
}
