package io.github.dualprevention.adapters.render;

import com.google.common.html.HtmlEscapers;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import java.util.regex.Pattern;

/** The pieces of HTML that a page is made of; every text is escaped here and nowhere else. */
final class Html {

  private static final Pattern LINE_END = Pattern.compile("\r\n|\r");

  /** What could hide text or turn its direction, so that it reads otherwise than it is. */
  private static final Pattern HIDDEN =
      Pattern.compile(
          "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F"
              + "\\u061C\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF]");

  /** Stands where there is nothing. */
  static final String NONE = both("无", "none");

  private Html() {}

  /** A table under a heading. */
  static String section(String id, String heading, String rows) {
    return "<section id=\"%s\">\n<h2>%s</h2>\n<table>\n%s</table>\n</section>\n"
        .formatted(id, heading, rows);
  }

  /** A row of a table. */
  static String field(String zh, String en, String html) {
    return field(both(zh, en), html);
  }

  static String field(String name, String html) {
    return "<tr><th scope=\"row\">" + name + "</th><td>" + html + "</td></tr>\n";
  }

  static String note(String html) {
    return "<p class=\"note\">" + html + "</p>";
  }

  static String both(String zh, String en) {
    return zh.equals(en) ? escape(zh) : escape(zh) + " <span lang=\"en\">" + escape(en) + "</span>";
  }

  static String both(Wording wording) {
    return both(wording.zh(), wording.en());
  }

  static String both(Term term) {
    return both(term.wording()) + " " + code(term.code());
  }

  static String code(Object text) {
    return "<code>" + free(text.toString()) + "</code>";
  }

  /** A text that somebody has written, so that it can be read for nothing else than it is. */
  static String free(String text) {
    String lines = LINE_END.matcher(text).replaceAll("\n");
    String shown =
        HIDDEN
            .matcher(lines)
            .replaceAll(match -> "\\\\u%04X".formatted((int) match.group().charAt(0)));
    return "<bdi>" + HtmlEscapers.htmlEscaper().escape(shown) + "</bdi>";
  }

  /** A text that {@link #unescape} and every browser give back exactly, on one line. */
  static String escape(String text) {
    return HtmlEscapers.htmlEscaper().escape(text).replace("\r", "&#13;").replace("\n", "&#10;");
  }

  static String unescape(String html) {
    return html.replace("&#13;", "\r")
        .replace("&#10;", "\n")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
