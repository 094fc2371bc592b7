package io.github.dualprevention.docs;

import static io.github.dualprevention.docs.Markdown.both;
import static io.github.dualprevention.docs.Markdown.code;
import static io.github.dualprevention.docs.Markdown.head;
import static io.github.dualprevention.docs.Markdown.lines;
import static io.github.dualprevention.docs.Markdown.row;
import static io.github.dualprevention.docs.Markdown.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.hazard.GradeScope;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardLifeCycle;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.Transition;
import io.github.dualprevention.core.table.Column;
import io.github.dualprevention.core.table.Row;
import io.github.dualprevention.core.table.SourceColumns;
import io.github.dualprevention.core.table.TableFormat;
import io.github.dualprevention.docs.LifeCycleLine.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The published life cycle of hazards, as a picture and as tables. */
final class HazardLifeCyclePage {

  private static final String HEAD =
      """
      # The life cycle of hazards

      `%s`, written by a test from the table itself. A line says what may be done in a state, about which hazards, and what is asked
      for: a duty of the actor, evidence, what must have been done before in this round, and who may not do it because of what he
      did in this round; `=` leaves the state as it is. What is asked for follows the line's clause unless it names its own. The
      clauses stand at the end; what tests them, on [the page of clauses](clauses.md).

      """;

  private static final Column<String> KEY = Column.id("key");
  private static final SourceColumns SOURCE = new SourceColumns();

  /** The keys, which only the file itself knows. */
  private static final ImmutableMap<SourceClause, String> KEYS = keys();

  private HazardLifeCyclePage() {}

  static String of(HazardLifeCycle lifeCycle) {
    return HEAD.formatted(lifeCycle.version())
        + "```mermaid\n"
        + picture(lifeCycle.transitions())
        + "```\n"
        + states(lifeCycle.transitions())
        + grades(lifeCycle)
        + clauses();
  }

  private static ImmutableMap<SourceClause, String> keys() {
    TableFormat format = TableFormat.of(KEY, SOURCE.document(), SOURCE.clause(), SOURCE.evidence());
    try (InputStream in =
        Require.notNull(
            HazardLifeCycle.class.getResourceAsStream("published/clauses.csv"), "clauses.csv")) {
      List<Row> rows = format.read("clauses.csv", in).rowsOrThrow();
      return rows.stream().collect(ImmutableMap.toImmutableMap(SOURCE::of, row -> row.get(KEY)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The lines that move a hazard, as a Mermaid diagram. */
  static String picture(List<Transition> transitions) {
    StringBuilder picture = new StringBuilder("stateDiagram-v2\n");
    for (HazardState state : HazardState.values()) {
      picture.append("  state \"").append(both(state.wording())).append("\" as ");
      picture.append(state.code()).append('\n');
    }
    picture.append("  [*] --> ").append(HazardState.DISCOVERED.code()).append('\n');
    arrows(transitions)
        .forEach(
            (arrow, lines) ->
                picture.append("  ").append(arrow).append(remarks(lines)).append('\n'));
    return picture.toString();
  }

  /** As in {@code ASSESSED --> RECTIFYING: START}, with the lines of all grades. */
  static Map<String, List<Transition>> arrows(List<Transition> transitions) {
    return transitions.stream()
        .filter(line -> line.from() != line.to())
        .collect(
            Collectors.groupingBy(
                line ->
                    line.from().code() + " --> " + line.to().code() + ": " + line.action().code(),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  /** As in {@code (major, after PLAN)}; nothing where nothing is particular. */
  private static String remarks(List<Transition> lines) {
    boolean partial = lines.size() == 1 && lines.get(0).scope() != GradeScope.ANY;
    List<String> remarks = new ArrayList<>();
    for (Transition line : lines) {
      String remark = remark(line);
      if (partial || !remark.isEmpty()) {
        String grade =
            line.scope() == GradeScope.ANY ? "" : line.scope().code().toLowerCase(Locale.ROOT);
        remarks.add(grade + (grade.isEmpty() || remark.isEmpty() ? "" : ", ") + remark);
      }
    }
    return remarks.isEmpty() ? "" : " (" + String.join(" / ", remarks) + ")";
  }

  private static String remark(Transition line) {
    List<String> parts = new ArrayList<>();
    if (!line.steps().isEmpty()) {
      parts.add(
          "after "
              + line.steps().stream()
                  .map(step -> step.value().code())
                  .collect(Collectors.joining(" and ")));
    }
    if (!line.apart().isEmpty()) {
      parts.add("by someone else");
    }
    return String.join(", ", parts);
  }

  private static String states(List<Transition> transitions) {
    return transitions.stream()
        .collect(Collectors.groupingBy(Transition::from, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(each -> state(each.getKey(), each.getValue()))
        .collect(Collectors.joining());
  }

  private static String state(HazardState from, List<Transition> lines) {
    return "\n## "
        + from.code()
        + " "
        + both(from.wording())
        + "\n\n"
        + head(
            ImmutableList.<String>builder()
                .add("action", "hazards", "to", "duty")
                .addAll(LifeCycleLine.KINDS.stream().map(Kind::name).iterator())
                .add("may bring", "clause")
                .build())
        + lines.stream().map(HazardLifeCyclePage::line).collect(Collectors.joining());
  }

  private static String line(Transition line) {
    return row(
        ImmutableList.<String>builder()
            .add(
                term(line.action().term()),
                both(line.scope().term().wording()),
                line.from() == line.to() ? "=" : term(line.to().term()),
                line.duty().map(duty -> term(duty.term())).orElse("任何人 / anybody"))
            .addAll(LifeCycleLine.KINDS.stream().map(kind -> conditions(line, kind)).iterator())
            .add(mayBring(line), key(line.source()))
            .build());
  }

  private static String conditions(Transition line, Kind kind) {
    return lines(
        kind.conditions().apply(line).stream()
            .map(
                condition ->
                    term(condition.term())
                        + (condition.source().equals(line.source())
                            ? ""
                            : " (" + key(condition.source()) + ")"))
            .toList());
  }

  private static String mayBring(Transition line) {
    return lines(
        Arrays.stream(HazardFact.values())
            .filter(line.also()::contains)
            .map(fact -> term(fact.term()))
            .toList());
  }

  private static String term(Term term) {
    return code(term.code()) + " " + both(term.wording());
  }

  private static String key(SourceClause clause) {
    return Require.notNull(KEYS.get(clause), "key of " + clause);
  }

  private static String grades(HazardLifeCycle lifeCycle) {
    return "\n## Grades\n\n"
        + head("grade", "major", "clause")
        + lifeCycle.grades().stream()
            .map(
                listed ->
                    row(
                        term(new Term(listed.grade().code(), listed.wording())),
                        listed.grade().major() ? "yes" : "no",
                        key(listed.source())))
            .collect(Collectors.joining());
  }

  private static String clauses() {
    return "\n## Clauses\n\n"
        + head("key", "document", "clause", "evidence")
        + KEYS.entrySet().stream()
            .map(
                each ->
                    row(
                        each.getValue(),
                        text(each.getKey().document()),
                        text(each.getKey().clause()),
                        each.getKey().evidence().name()))
            .collect(Collectors.joining());
  }
}
