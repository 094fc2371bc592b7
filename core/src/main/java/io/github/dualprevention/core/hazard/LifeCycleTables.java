package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.responsibility.Duty;
import io.github.dualprevention.core.table.Column;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.Row;
import io.github.dualprevention.core.table.SourceColumns;
import io.github.dualprevention.core.table.TableFiles;
import io.github.dualprevention.core.table.TableFormat;
import io.github.dualprevention.core.table.TableVersion;
import io.github.dualprevention.core.table.VersionColumns;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a life cycle from its three files; all faults of all files come together. */
final class LifeCycleTables {

  private static final String TRANSITIONS_FILE = "transitions.csv";

  private static final Column<String> KEY = Column.id("key");
  private static final SourceColumns SOURCE = new SourceColumns();
  private static final TableFormat CLAUSES =
      TableFormat.of(KEY, SOURCE.document(), SOURCE.clause(), SOURCE.evidence()).uniqueBy(KEY);

  private static final VersionColumns VERSION = new VersionColumns();
  private static final Column<String> CLAUSE = Column.id("clause");
  private static final Column<String> GRADE = Column.id("grade");
  private static final Column<Boolean> MAJOR =
      Column.code("major", ImmutableMap.of("yes", true, "no", false));
  private static final Column<String> ZH = Column.text("zh");
  private static final Column<String> EN = Column.text("en");
  private static final TableFormat GRADES =
      TableFormat.of(VERSION.id(), VERSION.version(), GRADE, MAJOR, ZH, EN, CLAUSE).uniqueBy(GRADE);

  private static final Column<GradeScope> SCOPE = Column.code("scope", GradeScope.byCode());
  private static final Column<HazardState> FROM = Column.code("from", HazardState.byCode());
  private static final Column<HazardAction> ACTION = Column.code("action", HazardAction.byCode());
  private static final Column<HazardState> TO = Column.code("to", HazardState.byCode());
  private static final Column<Optional<Duty>> DUTY = Column.code("duty", Duty.byCode()).optional();
  private static final ImmutableMap<String, HazardFact> FACT_NAMES =
      Maps.uniqueIndex(List.of(HazardFact.values()), HazardFact::name);
  private static final Column<Optional<List<Item<HazardFact>>>> FACTS = items("facts", FACT_NAMES);
  private static final Column<Optional<List<Item<HazardFact>>>> ALSO = items("also", FACT_NAMES);
  private static final Column<Optional<List<Item<HazardAction>>>> STEPS =
      items("steps", HazardAction.byCode());
  private static final Column<Optional<List<Item<HazardAction>>>> APART =
      items("apart", HazardAction.byCode());
  private static final TableFormat TRANSITIONS =
      TableFormat.of(
          VERSION.id(),
          VERSION.version(),
          SCOPE,
          FROM,
          ACTION,
          TO,
          DUTY,
          FACTS,
          ALSO,
          STEPS,
          APART,
          CLAUSE);

  /** Stands in for a clause that is missing, until the file is refused for it. */
  private static final SourceClause SOURCE_UNKNOWN = new SourceClause("?", "?", Evidence.RECALLED);

  /** One of several in a cell, as in {@code PLAN@O16-15}; without a clause the line's own holds. */
  private record Item<T>(T value, Optional<String> clause) {}

  private final TableFiles files;
  private final Map<String, SourceClause> clauses;
  private final List<Row> gradeRows;
  private final List<Row> transitionRows;

  private LifeCycleTables(TableFiles files) {
    this.files = files;
    List<Row> clauseRows = files.rows(CLAUSES, "clauses.csv");
    clauses =
        clauseRows.stream().collect(Collectors.toMap(row -> row.get(KEY), row -> SOURCE.of(row)));
    gradeRows = files.rows(GRADES, "grades.csv");
    transitionRows = files.rows(TRANSITIONS, TRANSITIONS_FILE);
  }

  /** Reads, proves and joins; throws {@link InvalidTableException} with every fault. */
  static HazardLifeCycle read(TableFiles files) {
    return new LifeCycleTables(files).lifeCycle();
  }

  private HazardLifeCycle lifeCycle() {
    files.refuseFaults();
    List<Row> all = new ArrayList<>(transitionRows);
    all.addAll(gradeRows);
    TableVersion version = VERSION.ofAll(TRANSITIONS_FILE, all);
    List<ListedGrade> grades = gradeRows.stream().map(this::grade).toList();
    Map<Transition, Row> places = new IdentityHashMap<>();
    List<Transition> transitions = new ArrayList<>();
    for (Row row : transitionRows) {
      if (namesAFactTwice(row)) {
        continue;
      }
      Transition line = transition(row);
      transitions.add(line);
      places.put(line, row);
    }
    files.refuseFaults();
    for (LifeCycleProof.Finding finding : LifeCycleProof.of(grades, transitions)) {
      Optional<Row> place = finding.line().map(places::get);
      files.fault(
          place
              .map(row -> row.fault(ACTION, finding.reason()))
              .orElseGet(() -> new Fault(TRANSITIONS_FILE, 1, "", "", finding.reason())));
    }
    files.refuseFaults();
    return HazardLifeCycle.proved(version, grades, transitions);
  }

  private ListedGrade grade(Row row) {
    return new ListedGrade(
        new HazardGrade(row.get(GRADE), row.get(MAJOR)),
        new Wording(row.get(ZH), row.get(EN)),
        clause(row, CLAUSE, row.get(CLAUSE)));
  }

  private boolean namesAFactTwice(Row row) {
    List<HazardFact> facts = row.get(FACTS).orElse(List.of()).stream().map(Item::value).toList();
    Optional<HazardFact> twice =
        row.get(ALSO).orElse(List.of()).stream()
            .map(Item::value)
            .filter(facts::contains)
            .findFirst();
    twice.ifPresent(
        fact -> files.fault(row.fault(ALSO, HazardRules.LISTED_TWICE.broken("item", fact))));
    return twice.isPresent();
  }

  private Transition transition(Row row) {
    SourceClause own = clause(row, CLAUSE, row.get(CLAUSE));
    return new Transition(
        row.get(FROM),
        row.get(ACTION),
        row.get(SCOPE),
        row.get(TO),
        row.get(DUTY),
        cited(row, FACTS, own),
        row.get(ALSO).orElse(List.of()).stream().map(Item::value).collect(Collectors.toSet()),
        cited(row, STEPS, own),
        cited(row, APART, own),
        own);
  }

  private <T> List<Cited<T>> cited(
      Row row, Column<Optional<List<Item<T>>>> column, SourceClause own) {
    return row.get(column).orElse(List.of()).stream()
        .map(
            item ->
                new Cited<>(
                    item.value(), item.clause().map(key -> clause(row, column, key)).orElse(own)))
        .toList();
  }

  /** The clause behind a key; an unknown key is a fault, and any clause stands in until then. */
  private SourceClause clause(Row row, Column<?> place, String key) {
    SourceClause clause = clauses.get(key);
    if (clause == null) {
      files.fault(row.fault(place, HazardRules.CLAUSE_UNKNOWN.broken("clause", key)));
      return SOURCE_UNKNOWN;
    }
    return clause;
  }

  private static <T> Column<Optional<List<Item<T>>>> items(String name, Map<String, T> codes) {
    return Column.text(name)
        .then(
            cell -> {
              List<Item<T>> items = new ArrayList<>();
              for (String item : cell.split(" +")) {
                int at = item.indexOf('@');
                T value = codes.get(at < 0 ? item : item.substring(0, at));
                if (value == null) {
                  return Outcome.<List<Item<T>>>refused(
                      HazardRules.LIST.broken(
                          "item", item, "known", String.join(", ", codes.keySet())));
                }
                if (items.stream().anyMatch(other -> other.value().equals(value))) {
                  return Outcome.<List<Item<T>>>refused(
                      HazardRules.LISTED_TWICE.broken("item", item));
                }
                items.add(
                    new Item<>(
                        value, at < 0 ? Optional.empty() : Optional.of(item.substring(at + 1))));
              }
              return Outcome.accepted(List.copyOf(items));
            })
        .optional();
  }
}
