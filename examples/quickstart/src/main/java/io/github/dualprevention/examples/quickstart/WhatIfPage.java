package io.github.dualprevention.examples.quickstart;

import static io.github.dualprevention.examples.quickstart.Html.badge;
import static io.github.dualprevention.examples.quickstart.Html.both;
import static io.github.dualprevention.examples.quickstart.Html.cell;
import static io.github.dualprevention.examples.quickstart.Html.escape;
import static io.github.dualprevention.examples.quickstart.Html.header;
import static io.github.dualprevention.examples.quickstart.Html.row;
import static io.github.dualprevention.examples.quickstart.Html.section;
import static io.github.dualprevention.examples.quickstart.Html.table;
import static io.github.dualprevention.examples.quickstart.Html.td;

import com.google.common.collect.Maps;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.grading.register.Move;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a changed standard would do, as a section of the page. */
final class WhatIfPage {

  private static final String NO_LEVEL =
      "<span class=\"level none\">" + both("无法评价", "cannot be graded") + "</span>";

  private WhatIfPage() {}

  /** Nothing where no changed standard is tried. */
  static String render(List<WhatIf> registers) {
    String content = registers.stream().map(WhatIfPage::register).collect(Collectors.joining());
    return registers.isEmpty()
        ? ""
        : section("what-if", both("若采用变更后的标准", "What if the changed standard held"), content);
  }

  private static String register(WhatIf whatIf) {
    String moves =
        whatIf.moves().isEmpty()
            ? "<p>" + both("没有风险会改变等级。", "No risk would change its level.") + "</p>\n"
            : table(
                header(
                    "编号",
                    "Id",
                    "风险事件",
                    "Risk event",
                    "现等级",
                    "Level now",
                    "变更后",
                    "Level then",
                    "现依据",
                    "Why now",
                    "变更后依据",
                    "Why then"),
                moves(whatIf));
    return "<h3>" + escape(whatIf.register().file()) + "</h3>\n" + counts(whatIf) + moves;
  }

  /** How many risks would go from the level of the line to the level of the column. */
  private static String counts(WhatIf whatIf) {
    StringBuilder header =
        new StringBuilder("<th>" + both("现等级 ↓ 变更后 →", "now ↓ then →") + "</th>");
    StringBuilder rows = new StringBuilder();
    for (RiskLevel level : RiskLevel.values()) {
      header.append("<th scope=\"col\">").append(badge(level)).append("</th>");
      StringBuilder cells = new StringBuilder("<th scope=\"row\">" + badge(level) + "</th>");
      for (RiskLevel to : RiskLevel.values()) {
        cells.append(number(whatIf.count(level, Optional.of(to))));
      }
      rows.append(row(cells.toString(), number(whatIf.count(level, Optional.empty()))));
    }
    header.append("<th scope=\"col\">").append(NO_LEVEL).append("</th>");
    return "<div class=\"counts\">" + table(row(header.toString()), rows.toString()) + "</div>\n";
  }

  private static String number(long count) {
    return "<td class=\"number\">" + count + "</td>";
  }

  private static String moves(WhatIf whatIf) {
    Map<String, GradedRisk> byId =
        Maps.uniqueIndex(whatIf.register().risks(), risk -> risk.event().id());
    return whatIf.moves().stream()
        .map(move -> move(move, Objects.requireNonNull(byId.get(move.id()))))
        .collect(Collectors.joining());
  }

  private static String move(Move move, GradedRisk risk) {
    return row(
        cell(risk.event().id()),
        cell(risk.event().name()),
        td(level(move.before())),
        td(level(move.after())),
        td(why(move.before())),
        td(why(move.after())));
  }

  private static String level(Outcome<Grade> outcome) {
    return outcome instanceof Outcome.Accepted<Grade> grade
        ? badge(grade.value().level())
        : NO_LEVEL;
  }

  private static String why(Outcome<Grade> outcome) {
    return outcome instanceof Outcome.Accepted<Grade> grade
        ? "<span class=\"why\">" + both(grade.value().explanation()) + "</span>"
        : outcome.reasons().stream().map(Html::reason).collect(Collectors.joining("<br>"));
  }
}
