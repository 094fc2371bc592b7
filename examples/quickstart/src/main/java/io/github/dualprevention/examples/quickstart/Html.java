package io.github.dualprevention.examples.quickstart;

import com.google.common.html.HtmlEscapers;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.risk.RiskLevel;

/** The pieces of HTML that the page is made of; every text is escaped here and nowhere else. */
final class Html {

  private Html() {}

  static String section(String id, String heading, String content) {
    return "<section id=\"%s\">\n<h2>%s</h2>\n%s</section>\n".formatted(id, heading, content);
  }

  static String table(String header, String rows) {
    return "<table><thead>%s</thead><tbody>\n%s</tbody></table>\n".formatted(header, rows);
  }

  static String header(String... wordings) {
    StringBuilder cells = new StringBuilder();
    for (int i = 0; i < wordings.length; i += 2) {
      cells.append("<th scope=\"col\">").append(both(wordings[i], wordings[i + 1])).append("</th>");
    }
    return "<tr>" + cells + "</tr>";
  }

  static String row(String... cells) {
    return "<tr>" + String.join("", cells) + "</tr>\n";
  }

  static String cell(String text) {
    return td(escape(text));
  }

  static String td(String html) {
    return "<td>" + html + "</td>";
  }

  /** Sentence, code and clause of a refusal. */
  static String reason(Reason reason) {
    String clause = reason.source().map(source -> " · " + source).orElse("");
    return both(reason.message()) + "<br>" + why(reason.code() + clause);
  }

  static String why(String text) {
    return "<span class=\"why\">" + escape(text) + "</span>";
  }

  static String both(Wording wording) {
    return both(wording.zh(), wording.en());
  }

  static String both(String zh, String en) {
    return "<span lang=\"zh-CN\">"
        + escape(zh)
        + "</span><span lang=\"en\">"
        + escape(en)
        + "</span>";
  }

  static String badge(RiskLevel level) {
    return "<span class=\"level "
        + level.colour().code()
        + "\">"
        + both(level.wording())
        + "</span>";
  }

  static String escape(String text) {
    return HtmlEscapers.htmlEscaper().escape(text);
  }
}
