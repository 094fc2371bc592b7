package io.github.dualprevention.docs;

import static io.github.dualprevention.docs.Markdown.code;
import static io.github.dualprevention.docs.Markdown.head;
import static io.github.dualprevention.docs.Markdown.row;
import static io.github.dualprevention.docs.Markdown.source;
import static io.github.dualprevention.docs.Markdown.text;

import io.github.dualprevention.core.Rule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The error catalogue. */
final class ErrorsPage {

  private static final String HEAD =
      """
      # Errors

      Every rule that data or a request can break, written by a test from the rules themselves. Programs decide by the code, which
      is stable and never changes meaning; people read the sentence of their language, in which `{name}` stands for a value that
      `Reason.value(name)` gives. A clause stands here where one text prescribes the rule always; where a table says which clause
      its line follows, the reason cites that one: see [the clauses](clauses.md). What is no rule of the field but a mistake of
      the calling program is an `IllegalArgumentException` or a `NullPointerException` and has no code.
      """;

  private ErrorsPage() {}

  static String of(List<HeldRule> rules) {
    Map<String, List<HeldRule>> packages =
        rules.stream()
            .collect(Collectors.groupingBy(HeldRule::place, TreeMap::new, Collectors.toList()));
    return HEAD
        + packages.entrySet().stream()
            .map(each -> section(each.getKey(), each.getValue()))
            .collect(Collectors.joining());
  }

  private static String section(String place, List<HeldRule> rules) {
    return "\n## "
        + place
        + "\n\n"
        + head("code", "zh", "en", "clause")
        + rules.stream().map(held -> line(held.rule())).collect(Collectors.joining());
  }

  private static String line(Rule rule) {
    return row(
        code(rule.code()),
        text(rule.template().zh()),
        text(rule.template().en()),
        rule.source().map(clause -> source(clause)).orElse(""));
  }
}
