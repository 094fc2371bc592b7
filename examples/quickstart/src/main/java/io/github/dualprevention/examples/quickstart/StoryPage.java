package io.github.dualprevention.examples.quickstart;

import static io.github.dualprevention.examples.quickstart.Html.both;
import static io.github.dualprevention.examples.quickstart.Html.cell;
import static io.github.dualprevention.examples.quickstart.Html.escape;
import static io.github.dualprevention.examples.quickstart.Html.header;
import static io.github.dualprevention.examples.quickstart.Html.reason;
import static io.github.dualprevention.examples.quickstart.Html.row;
import static io.github.dualprevention.examples.quickstart.Html.section;
import static io.github.dualprevention.examples.quickstart.Html.table;
import static io.github.dualprevention.examples.quickstart.Html.td;
import static io.github.dualprevention.examples.quickstart.Html.why;

import io.github.dualprevention.checklist.Checklist;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.journal.Verification;
import io.github.dualprevention.reporting.ReportEnvelope;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The story as sections of the page; a section without content is left out. */
final class StoryPage {

  private final Story story;
  private final YearMonth month;

  StoryPage(Story story, YearMonth month) {
    this.story = story;
    this.month = month;
  }

  String render() {
    return holes() + tasks() + hazards() + reports() + journal();
  }

  private String holes() {
    List<Reason> holes = story.holes();
    String rows = holes.stream().map(hole -> row(td(reason(hole)))).collect(Collectors.joining());
    return holes.isEmpty()
        ? ""
        : section(
            "holes",
            both("责任缺口", "Holes in the responsibility"),
            table(header("缺什么", "What is missing"), rows));
  }

  private String tasks() {
    Map<String, List<String>> days =
        story.tasks(month).stream()
            .collect(
                Collectors.groupingBy(
                    task -> task.listId(),
                    Collectors.mapping(
                        task -> String.valueOf(task.day().getDayOfMonth()), Collectors.toList())));
    StringBuilder rows = new StringBuilder();
    for (Checklist list : story.lists()) {
      String items =
          list.items().stream()
              .map(item -> "<li>" + escape(item.measureId() + " " + item.content()) + "</li>")
              .collect(Collectors.joining("", "<ul>", "</ul>"));
      rows.append(
          row(
              cell(list.id() + " v" + list.version()),
              cell(story.nameOfPost(list.postId())),
              td(items),
              cell(String.join(" ", days.getOrDefault(list.id(), List.of("—"))))));
    }
    return story.lists().isEmpty()
        ? ""
        : section(
            "tasks",
            both("排查清单与" + month + "的排查任务", "Checklists, and their tasks in " + month),
            table(
                header("清单", "List", "岗位", "Post", "排查内容", "Items", "日期", "Days"),
                rows.toString()));
  }

  private String hazards() {
    StringBuilder hazards = new StringBuilder();
    List<String> filed = List.copyOf(story.evidence().keySet());
    story
        .hazards()
        .forEach(
            (alias, hazard) -> {
              String steps =
                  story.told().stream()
                      .filter(told -> told.hazard().equals(alias))
                      .map(this::step)
                      .collect(Collectors.joining());
              hazards
                  .append("<h3>")
                  .append(escape(alias))
                  .append(" — ")
                  .append(both(hazard.state().wording()))
                  .append(filed.contains(alias) ? evidenceLink(filed.indexOf(alias)) : "")
                  .append("</h3>\n")
                  .append(
                      table(
                          header(
                              "时间",
                              "Time",
                              "动作",
                              "Action",
                              "岗位",
                              "Post",
                              "填写内容",
                              "Evidence",
                              "结果",
                              "Result"),
                          steps));
            });
    return story.told().isEmpty()
        ? ""
        : section(
            "hazards", both("隐患治理", "Hazards, from registration to close-out"), hazards.toString());
  }

  private static String evidenceLink(int place) {
    return " · <a href=\"" + evidenceName(place) + "\">" + both("证据档案", "evidence file") + "</a>";
  }

  /** What the evidence file of a hazard is called, by its place. */
  static String evidenceName(int place) {
    return "evidence-" + (place + 1) + ".html";
  }

  private String step(Story.Told told) {
    String facts =
        told.attempt().facts().entrySet().stream()
            .map(fact -> both(fact.getKey().wording()) + ": " + escape(fact.getValue()))
            .collect(Collectors.joining("<br>"));
    return row(
        "<td class=\"time\">" + escape(story.timeOf(told)) + "</td>",
        td(both(told.attempt().action().wording())),
        cell(story.postOf(told)),
        td(facts),
        result(told.outcome()));
  }

  private static String result(Outcome<Hazard> outcome) {
    if (outcome instanceof Outcome.Accepted<Hazard> accepted) {
      return "<td class=\"done\"><b>✓</b> " + both(accepted.value().state().wording()) + "</td>";
    }
    String reasons =
        outcome.reasons().stream().map(Html::reason).collect(Collectors.joining("<br>"));
    return "<td class=\"no\"><b>✗ " + both("拒绝", "refused") + "</b><br>" + reasons + "</td>";
  }

  private String reports() {
    List<ReportEnvelope> reports = story.reports();
    String rows =
        reports.stream()
            .map(
                report ->
                    row(
                        cell(report.subject()),
                        cell(String.valueOf(report.sequence())),
                        cell(report.id()),
                        td("<code>" + escape(report.digest()) + "</code>")))
            .collect(Collectors.joining());
    return reports.isEmpty()
        ? ""
        : section(
            "reports",
            both(
                "报告（共%d份，已送达%d份）".formatted(reports.size(), story.delivered()),
                "Reports (%d of %d delivered)".formatted(story.delivered(), reports.size())),
            table(header("对象", "Subject", "序号", "Sequence", "报告编号", "Id", "摘要", "Digest"), rows));
  }

  private String journal() {
    if (story.told().isEmpty()) {
      return "";
    }
    return section(
        "journal",
        both("日志核验", "Proof of the journal"),
        table(
            header("日志", "Journal", "结论", "Verdict"),
            row(td(both("原样", "as written")), verdict(story.verify()))
                + row(
                    td(both("改动一个字节之后", "after one byte was changed")),
                    verdict(story.verifyTampered()))));
  }

  private static String verdict(Verification verification) {
    if (verification instanceof Verification.Broken broken) {
      return "<td class=\"no\"><b>✗</b> "
          + both("第" + broken.line() + "行起不可信：", "from line " + broken.line() + ": ")
          + reason(broken.reason())
          + "</td>";
    }
    Verification.Sound sound = (Verification.Sound) verification;
    return "<td class=\"done\"><b>✓</b> "
        + both(
            sound.entries() + "条记录，" + sound.heads().heads().size() + "条链，全部可信",
            sound.entries() + " entries in " + sound.heads().heads().size() + " chains, all sound")
        + "<br>"
        + why("SHA-256")
        + "</td>";
  }
}
