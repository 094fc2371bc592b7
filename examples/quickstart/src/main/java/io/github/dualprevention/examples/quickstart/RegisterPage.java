package io.github.dualprevention.examples.quickstart;

import static io.github.dualprevention.examples.quickstart.Html.badge;
import static io.github.dualprevention.examples.quickstart.Html.both;
import static io.github.dualprevention.examples.quickstart.Html.cell;
import static io.github.dualprevention.examples.quickstart.Html.escape;
import static io.github.dualprevention.examples.quickstart.Html.header;
import static io.github.dualprevention.examples.quickstart.Html.reason;
import static io.github.dualprevention.examples.quickstart.Html.row;
import static io.github.dualprevention.examples.quickstart.Html.section;
import static io.github.dualprevention.examples.quickstart.Html.td;

import com.google.common.collect.Maps;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.risk.Assessment;
import io.github.dualprevention.core.risk.Band;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.Raise;
import io.github.dualprevention.core.risk.RiskEvent;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.risk.RiskPoint;
import io.github.dualprevention.core.risk.RiskUnit;
import io.github.dualprevention.core.risk.Score;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.grading.GradingMethod;
import io.github.dualprevention.grading.GradingMethods;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The graded registers as one self-contained page in both languages. Nothing in it comes from
 * elsewhere and nothing runs; the language is switched by two radio buttons.
 */
final class RegisterPage {

  private static final String STYLE =
      """
      :root { --red: #c8201f; --orange: #e8710a; --yellow: #f7c600; --blue: #1a62b7; }
      body { font: 15px/1.55 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; margin: 0 auto; max-width: 76rem;
        padding: 1.5rem; color: #1b1f24; }
      h1 { margin: .6rem 0 .2rem; font-size: 1.6rem; } h2 { margin-top: 2.2rem; font-size: 1.15rem; }
      input[name=language] { position: absolute; opacity: 0; }
      label { padding: .15rem .7rem; border: 1px solid #8a929c; border-radius: 1rem; cursor: pointer; }
      #zh:checked ~ label[for=zh], #en:checked ~ label[for=en] { background: #1b1f24; color: #fff; }
      input:focus-visible ~ label { outline: 2px solid #1a62b7; outline-offset: 2px; }
      #zh:checked ~ main [lang=en], #en:checked ~ main [lang=zh-CN] { display: none; }
      table { border-collapse: collapse; width: 100%; } caption { text-align: left; color: #57606a; padding-bottom: .4rem; }
      th, td { border-bottom: 1px solid #d5dae0; padding: .45rem .6rem; text-align: left; vertical-align: top; }
      th { background: #f3f5f7; font-weight: 600; } td.number { text-align: right; font-variant-numeric: tabular-nums; }
      .level { display: inline-block; min-width: 5.2em; padding: .1rem .6rem; border-radius: .3rem; text-align: center;
        font-weight: 600; white-space: nowrap; }
      .RED { background: var(--red); color: #fff; } .ORANGE { background: var(--orange); color: #1b1f24; }
      .YELLOW { background: var(--yellow); color: #1b1f24; } .BLUE { background: var(--blue); color: #fff; }
      .totals { display: flex; gap: .8rem; flex-wrap: wrap; padding: 0; list-style: none; }
      .totals b { font-size: 1.3rem; margin-left: .5rem; }
      .refused { border-left: 4px solid var(--red); padding-left: .8rem; }
      .why { color: #57606a; font-size: .92em; }
      .done { color: #116329; } .no { color: var(--red); } .no b, .done b { white-space: nowrap; }
      .none { border: 1px dashed #8a929c; } .counts table { width: auto; margin-bottom: 1rem; }
      td.time { white-space: nowrap; } code { overflow-wrap: anywhere; }
      @media print { label { display: none; } }
      """;

  private static final List<Score> SHARED_EDGES =
      Stream.of("20", "70", "160", "320").map(Score::parse).toList();

  private final GradingMethods methods;
  private final LocalDate day;

  RegisterPage(GradingMethods methods, LocalDate day) {
    this.methods = methods;
    this.day = day;
  }

  /** The first register with its story, the others, and what a changed standard would do. */
  String render(List<GradedRegister> registers, String story, List<WhatIf> whatIfs) {
    GradedRegister register = registers.get(0);
    List<GradedRisk> risks = registers.stream().flatMap(read -> read.risks().stream()).toList();
    List<Fault> faults = registers.stream().flatMap(read -> read.faults().stream()).toList();
    String samples =
        registers.stream().skip(1).map(RegisterPage::sample).collect(Collectors.joining());
    return """
    <!doctype html>
    <html lang="zh-CN">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>安全风险分级清单 / Graded risk register</title>
    <style>
    %s</style>
    </head>
    <body>
    <input type="radio" name="language" id="zh" checked><input type="radio" name="language" id="en">
    <label for="zh">中文</label> <label for="en">English</label>
    <main>
    <h1>%s</h1>
    <p class="why">%s</p>
    %s%s%s%s%s%s%s%s</main>
    </body>
    </html>
    """
        .formatted(
            STYLE,
            both("安全风险分级清单", "Graded risk register"),
            both("评价日期：" + day, "Graded on " + day),
            refused(faults),
            totals(register),
            risks("risks", register),
            story,
            samples,
            WhatIfPage.render(whatIfs),
            edges(),
            sources(risks));
  }

  private static String refused(List<Fault> faults) {
    if (faults.isEmpty()) {
      return "";
    }
    String rows =
        faults.stream()
            .map(
                fault ->
                    row(
                        cell(fault.file() + ":" + fault.line()),
                        cell(fault.column()),
                        cell(fault.value()),
                        td(reason(fault.reason()))))
            .collect(Collectors.joining());
    return """
    <section class="refused" id="faults">
    <h2>%s</h2>
    <table><thead>%s</thead><tbody>
    %s</tbody></table>
    </section>
    """
        .formatted(
            both("未予分级的行及其错误", "Faults; the rows they stand in were not graded"),
            header("位置", "Place", "列", "Column", "内容", "Value", "原因", "Reason"),
            rows);
  }

  /** A register that mixes methods; nothing more is told of its risks. */
  private static String sample(GradedRegister register) {
    String note =
        both(
            "示例数据，并非真实企业的清单：每行按其所写方法评价，依据逐行列出（" + register.file() + "）。",
            "Sample data, not the register of a real enterprise: each row is graded by the method that it"
                + " names, and says why ("
                + register.file()
                + ").");
    return section(
        "sample",
        both("示例清单：混用各种方法", "Sample register: all kinds of methods mixed"),
        "<p class=\"why\">" + note + "</p>\n" + totals(register) + risks("sample-risks", register));
  }

  private static String totals(GradedRegister register) {
    String items =
        Arrays.stream(RiskLevel.values())
            .map(level -> "<li>" + badge(level) + "<b>" + register.count(level) + "</b></li>\n")
            .collect(Collectors.joining());
    return "<ul class=\"totals\">\n" + items + "</ul>\n";
  }

  /** One body for each risk unit, headed by its risk point. */
  private static String risks(String id, GradedRegister register) {
    Map<String, GradedRisk> byId = Maps.uniqueIndex(register.risks(), risk -> risk.event().id());
    Map<String, List<RiskUnit>> units = register.tree().unitsByPoint();
    Map<String, List<RiskEvent>> events = register.tree().eventsByUnit();
    StringBuilder bodies = new StringBuilder();
    for (RiskPoint point : register.tree().points()) {
      for (RiskUnit unit : units.getOrDefault(point.id(), List.of())) {
        bodies.append("<tbody>\n<tr><th scope=\"rowgroup\" colspan=\"6\">");
        bodies.append(escape(point.name())).append(" › ").append(escape(unit.name()));
        bodies.append("</th></tr>\n");
        for (RiskEvent event : events.getOrDefault(unit.id(), List.of())) {
          bodies.append(risk(Objects.requireNonNull(byId.get(event.id()))));
        }
        bodies.append("</tbody>\n");
      }
    }
    return """
    <table id="%s">
    <thead>%s</thead>
    %s</table>
    """
        .formatted(
            id,
            header(
                "编号",
                "Id",
                "风险事件",
                "Risk event",
                "得分",
                "Score",
                "评价级别",
                "Class",
                "风险等级",
                "Risk level",
                "依据",
                "Why"),
            bodies);
  }

  private static String risk(GradedRisk risk) {
    Grade grade = risk.grade();
    Optional<Assessment> found = grade.assessment();
    return row(
        cell(risk.event().id()),
        cell(risk.event().name()),
        "<td class=\"number\">"
            + found.flatMap(Assessment::score).map(Score::toString).orElse("—")
            + "</td>",
        td(found.map(f -> both(f.band().assessmentClass())).orElse("—")),
        td(badge(grade.level())),
        td("<span class=\"why\">" + both(grade.explanation()) + "</span>"));
  }

  /** LEC and its twin at the scores that the published table prints for two classes each. */
  private String edges() {
    GradingMethod higher = methods.inForce("LEC", day);
    GradingMethod lower = methods.inForce("LEC:EDGE_TO_LOWER", day);
    String rows =
        SHARED_EDGES.stream()
            .map(edge -> row(cell("D = " + edge), onEdge(higher, edge), onEdge(lower, edge)))
            .collect(Collectors.joining());
    return """
    <section id="edges">
    <h2>%s</h2>
    <table><caption>%s</caption><thead>%s</thead><tbody>
    %s</tbody></table>
    </section>
    """
        .formatted(
            both("LEC的边界值", "LEC on its edges"),
            both(
                "公开的分级表把边界值同时写入相邻两级；LEC按从严从高归入高一级，另一方案归入低一级。",
                "Published tables print each edge for two classes. LEC puts it into the higher one; its twin into the lower."),
            header(
                "分值",
                "Score",
                higher.toString(),
                higher.toString(),
                lower.toString(),
                lower.toString()),
            rows);
  }

  private static String onEdge(GradingMethod method, Score edge) {
    Band band = method.bandOf(edge).orElseThrow();
    return td(badge(band.level()) + " " + both(band.assessmentClass()));
  }

  private String sources(List<GradedRisk> risks) {
    Set<String> lines = new LinkedHashSet<>();
    for (GradedRisk risk : risks) {
      risk.grade()
          .assessment()
          .ifPresent(
              found -> {
                GradingMethod method = methods.edition(found.method()).orThrow();
                lines.add(
                    source(method.toString(), method.edition().name(), method.edition().source()));
              });
      for (Raise raise : risk.grade().raises()) {
        lines.add(source(raise.rule(), raise.because(), raise.source()));
      }
    }
    return lines.stream()
        .collect(
            Collectors.joining(
                "\n",
                "<section id=\"sources\">\n<h2>" + both("出处", "Sources") + "</h2>\n<ul>\n",
                "\n</ul>\n</section>\n"));
  }

  private static String source(String id, Wording name, SourceClause source) {
    return "<li>"
        + escape(id)
        + " "
        + both(name)
        + "<br><span class=\"why\">"
        + escape(source.toString())
        + "</span></li>";
  }
}
