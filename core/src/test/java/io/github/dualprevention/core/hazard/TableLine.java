package io.github.dualprevention.core.hazard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line as a file has it, cell by cell, so that a test can change one of them. */
final class TableLine {

  static final String HEADER =
      "scope,from,action,to,duty,facts,also,steps,apart,conditions,signatures,weakens,clause";

  private final Map<String, String> cells;

  private TableLine(Map<String, String> cells) {
    this.cells = cells;
  }

  static TableLine of(Transition line) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("scope", line.scope().code());
    cells.put("from", line.from().code());
    cells.put("action", line.action().code());
    cells.put("to", line.to().code());
    cells.put("duty", line.duty().map(Enum::name).orElse(""));
    cells.put("facts", words(Cited.values(line.facts())));
    cells.put("also", words(line.also()));
    cells.put("steps", words(Cited.values(line.steps())));
    cells.put("apart", words(Cited.values(line.apart())));
    cells.put("conditions", words(Cited.values(line.conditions())));
    cells.put("signatures", "");
    cells.put("weakens", words(line.weakens()));
    cells.put("clause", "OWN");
    return new TableLine(cells);
  }

  /** Lines for one grade at a time. */
  static Stream<TableLine> cases(List<Transition> lines) {
    return lines.stream()
        .flatMap(line -> line.scopes().stream().sorted().map(line::withScope))
        .map(TableLine::of);
  }

  /** The published line for a case. */
  static TableLine published(GradeScope scope, HazardState from, HazardAction action) {
    return HazardLifeCycle.published().transitions().stream()
        .filter(line -> line.isAbout(from, action, scope))
        .map(line -> of(line.withScope(scope)))
        .findFirst()
        .orElseThrow();
  }

  private static String words(Collection<? extends Enum<?>> codes) {
    return codes.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
  }

  String cell(String column) {
    return cells.getOrDefault(column, "");
  }

  List<String> words(String column) {
    return cell(column).isEmpty() ? List.of() : List.of(cell(column).split(" ", -1));
  }

  boolean isFor(String action) {
    return cell("action").equals(action);
  }

  TableLine set(String column, String cell) {
    Map<String, String> changed = new LinkedHashMap<>(cells);
    changed.put(column, cell);
    return new TableLine(changed);
  }

  TableLine without(String column, String word) {
    List<String> words = new ArrayList<>(words(column));
    words.remove(word);
    return set(column, String.join(" ", words));
  }

  TableLine with(String column, String... more) {
    List<String> words = new ArrayList<>(words(column));
    words.addAll(Arrays.asList(more));
    return set(column, String.join(" ", words));
  }

  /** The name for reports of tests, as in {@code major ACCEPTED CLOSE_OUT}. */
  String name() {
    return cell("scope").toLowerCase(Locale.ROOT) + " " + cell("from") + " " + cell("action");
  }

  @Override
  public String toString() {
    return String.join(",", cells.values());
  }
}
