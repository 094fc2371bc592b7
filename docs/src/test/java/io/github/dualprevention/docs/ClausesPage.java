package io.github.dualprevention.docs;

import static io.github.dualprevention.docs.Markdown.code;
import static io.github.dualprevention.docs.Markdown.head;
import static io.github.dualprevention.docs.Markdown.lines;
import static io.github.dualprevention.docs.Markdown.row;
import static io.github.dualprevention.docs.Markdown.text;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.hazard.HazardLifeCycle;
import io.github.dualprevention.core.hazard.ListedGrade;
import io.github.dualprevention.core.hazard.Transition;
import io.github.dualprevention.docs.LifeCycleLine.Asked;
import io.github.dualprevention.docs.LifeCycleLine.Kind;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Each clause, what cites it, and the tests of that. */
final class ClausesPage {

  private static final String HEAD =
      """
      # Clauses

      Each clause that a rule or a line of the published life cycle of hazards cites, what cites it, and the test classes that
      name that, written by a test from the rules and the table. A rule stands here by its code (see [the errors](errors.md)), a
      line by its action, the hazards it is about and the states in which it is possible (see
      [the life cycle](hazard-life-cycle.md)); a condition is named where its clause is not the line's own. The tests are those
      of the table that name the action. Clauses of grading methods stand on [their own page](../guide/methods.md); other tables carry
      theirs in each line. What the evidence means: `PRESCRIBED`, the law's own text; `PUBLISHED`, a document that is not
      the law itself; `DERIVED`, by arithmetic or logic from those.
      """;

  /**
   * Something that cites a clause, in whatever states.
   *
   * @param what a rule or an action
   * @param asks the conditions that do; empty if it is the rule or the line as a whole
   */
  private record Citing(String what, String asks) {

    String in(Set<String> states) {
      return what
          + (states.isEmpty() ? "" : " in " + String.join(", ", states))
          + (asks.isEmpty() ? "" : ": " + asks);
    }
  }

  /** What cites a clause, each with the states in which it does, and the tests that name it. */
  private static final class Citations {
    final Map<Citing, Set<String>> states = new LinkedHashMap<>();
    final Set<String> tests = new TreeSet<>();
  }

  private final List<JavaSource> tests;
  private final List<JavaSource> tableTests;
  private final Map<SourceClause, Citations> clauses = new LinkedHashMap<>();

  private ClausesPage(List<JavaSource> tests) {
    this.tests = tests;
    Path folder = Path.of(HazardLifeCycle.class.getPackageName().replace('.', '/'));
    tableTests = tests.stream().filter(test -> test.folder().endsWith(folder)).toList();
  }

  static String of(List<HeldRule> rules, HazardLifeCycle lifeCycle, List<JavaSource> tests) {
    ClausesPage page = new ClausesPage(tests);
    rules.forEach(page::cite);
    lifeCycle.grades().forEach(page::cite);
    lifeCycle.transitions().forEach(page::cite);
    return HEAD + page.sections();
  }

  private void cite(HeldRule held) {
    held.rule()
        .source()
        .ifPresent(
            clause -> cite(clause, new Citing(code(held.code()), ""), naming(tests, held.code())));
  }

  private void cite(ListedGrade listed) {
    String grade = listed.grade().code();
    cite(listed.source(), new Citing("the grade " + code(grade), ""), naming(tableTests, grade));
  }

  private void cite(Transition line) {
    cite(line, line.source(), "");
    for (Kind kind : LifeCycleLine.KINDS) {
      kind.conditions().apply(line).stream()
          .filter(condition -> !condition.source().equals(line.source()))
          .collect(
              Collectors.groupingBy(
                  Asked::source,
                  LinkedHashMap::new,
                  Collectors.mapping(
                      condition -> code(condition.term().code()), Collectors.joining(", "))))
          .forEach((clause, asked) -> cite(line, clause, kind.name() + " " + asked));
    }
  }

  private void cite(Transition line, SourceClause clause, String asks) {
    String action = line.action().code();
    cite(
            clause,
            new Citing(code(action) + LifeCycleLine.scope(line.scope()), asks),
            naming(tableTests, action))
        .add(code(line.from().code()));
  }

  /** Notes it and gives the states in which it does. */
  private Set<String> cite(SourceClause clause, Citing citing, List<String> itsTests) {
    Citations citations = clauses.computeIfAbsent(clause, first -> new Citations());
    citations.tests.addAll(itsTests);
    return citations.states.computeIfAbsent(citing, first -> new LinkedHashSet<>());
  }

  private static List<String> naming(Collection<JavaSource> sources, String code) {
    return sources.stream()
        .filter(source -> source.mentions(code) || source.mentions("HazardAction." + code))
        .map(source -> code(source.name()))
        .toList();
  }

  private String sections() {
    return clauses.keySet().stream()
        .collect(Collectors.groupingBy(SourceClause::document, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(each -> section(each.getKey(), each.getValue()))
        .collect(Collectors.joining());
  }

  private String section(String document, List<SourceClause> cited) {
    return "\n## "
        + text(document)
        + "\n\n"
        + head("clause", "evidence", "cited by", "tests")
        + cited.stream()
            .map(clause -> line(clause, Require.notNull(clauses.get(clause), "citations")))
            .collect(Collectors.joining());
  }

  private static String line(SourceClause clause, Citations citations) {
    List<String> cited =
        citations.states.entrySet().stream()
            .map(each -> each.getKey().in(each.getValue()))
            .toList();
    return row(
        text(clause.clause()), clause.evidence().name(), lines(cited), lines(citations.tests));
  }
}
