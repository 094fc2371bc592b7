package io.github.dualprevention.docs;

import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What the written pages are made of. */
final class Markdown {

  private Markdown() {}

  /** The head of a table. */
  static String head(String... names) {
    return head(List.of(names));
  }

  static String head(List<String> names) {
    return "| " + String.join(" | ", names) + " |\n|" + "---|".repeat(names.size()) + "\n";
  }

  /** A row of a table. */
  static String row(String... cells) {
    return row(List.of(cells));
  }

  static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** Several lines in one cell. */
  static String lines(Collection<String> lines) {
    return String.join("<br>", lines);
  }

  static String code(String text) {
    return "`" + text + "`";
  }

  /** Text as it stands, whatever signs are in it. */
  static String text(String text) {
    return text.replaceAll("[*<`]", "\\\\$0");
  }

  /** Both languages, also where they are the same. */
  static String both(Wording wording) {
    return text(wording.zh() + " / " + wording.en());
  }

  static String source(SourceClause source) {
    return source.document() + "; " + source.clause() + " (" + source.evidence() + ").";
  }
}
