package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Require;
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
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads life cycles from their files; all faults of all files come together. */
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
  private static final Column<List<HazardState>> FROM = codes("from", HazardState.byCode());
  static final Column<HazardAction> ACTION = Column.code("action", HazardAction.byCode());

  /** A state, or {@code SAME} for lines that leave the state as it is. */
  static final Column<Optional<HazardState>> TO =
      Column.code(
          "to",
          ImmutableMap.<String, Optional<HazardState>>builder()
              .put("SAME", Optional.empty())
              .putAll(Maps.transformValues(HazardState.byCode(), Optional::of))
              .buildOrThrow());

  static final Column<Optional<Duty>> DUTY = Column.code("duty", Duty.byCode()).optional();
  private static final ImmutableMap<String, HazardFact> FACT_NAMES =
      Maps.uniqueIndex(List.of(HazardFact.values()), HazardFact::name);
  static final Column<Optional<List<Item<HazardFact>>>> FACTS = items("facts", FACT_NAMES);
  static final Column<Optional<List<Item<HazardFact>>>> ALSO = items("also", FACT_NAMES);
  static final Column<Optional<List<Item<HazardAction>>>> STEPS =
      items("steps", HazardAction.byCode());
  static final Column<Optional<List<Item<HazardAction>>>> APART =
      items("apart", HazardAction.byCode());
  static final Column<Optional<List<Item<Condition>>>> CONDITIONS =
      items("conditions", Condition.byCode());
  static final Column<Optional<List<Set<String>>>> SIGNATURES =
      Column.text("signatures").then(LifeCycleTables::signatures).optional();
  static final Column<Optional<List<Weakening>>> WEAKENS =
      codes("weakens", Weakening.byCode()).optional();
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
          CONDITIONS,
          SIGNATURES,
          WEAKENS,
          CLAUSE);

  /** Stands in for a clause that is missing, until the file is refused for it. */
  private static final SourceClause SOURCE_UNKNOWN = new SourceClause("?", "?", Evidence.RECALLED);

  /** One of several in a cell, as in {@code PLAN@O16-15}; without a clause the line's own holds. */
  private record Item<T>(T value, Optional<String> clause) {}

  /**
   * The published table, read and proved once.
   *
   * @param lifeCycle what comes with the library
   * @param known its lines, and those on offer to changed tables beside it
   */
  private record Published(HazardLifeCycle lifeCycle, List<Transition> known) {

    static final Published TABLE = new LifeCycleTables(TableFiles.of(Published::open)).table();

    private static InputStream open(String name) {
      return Require.notNull(LifeCycleTables.class.getResourceAsStream("published/" + name), name);
    }
  }

  private final TableFiles files;
  private final Map<String, SourceClause> clauses = new HashMap<>();
  private final List<Row> gradeRows;
  private final List<Row> transitionRows;

  /** Where the lines of these files stand. */
  private final Map<Transition, Row> places = new IdentityHashMap<>();

  private LifeCycleTables(TableFiles files) {
    this.files = files;
    List<Row> clauseRows = files.rows(CLAUSES, "clauses.csv");
    clauseRows.forEach(row -> clauses.put(row.get(KEY), SOURCE.of(row)));
    gradeRows = files.rows(GRADES, "grades.csv");
    transitionRows = files.rows(TRANSITIONS, TRANSITIONS_FILE);
  }

  /** The life cycle that comes with the library. */
  static HazardLifeCycle published() {
    return Published.TABLE.lifeCycle();
  }

  /**
   * Reads what is laid over a life cycle, and proves the whole against the published one; throws
   * {@link InvalidTableException} with every fault.
   */
  static HazardLifeCycle overlay(HazardLifeCycle below, TableFiles files) {
    return new LifeCycleTables(files).over(below, Published.TABLE);
  }

  private Published table() {
    List<Row> rowsOnOffer = files.rows(TRANSITIONS, "optional.csv");
    TableVersion version = version();
    List<ListedGrade> grades = gradeRows.stream().map(this::grade).toList();
    List<Transition> lines = lines(transitionRows);
    List<Transition> onOffer = lines(rowsOnOffer);
    files.refuseFaults();
    refuse(LifeCycleProof.of(lines));
    return new Published(
        HazardLifeCycle.proved(version, grades, lines),
        Stream.concat(lines.stream(), onOffer.stream()).toList());
  }

  private HazardLifeCycle over(HazardLifeCycle below, Published published) {
    TableVersion version = version();
    for (HazardLifeCycle taken : List.of(below, published.lifeCycle())) {
      againstEdition(version, taken.version());
    }
    gradeRows.forEach(row -> againstGrade(row, below));
    List<ListedGrade> grades = new ArrayList<>(below.grades());
    gradeRows.stream().map(this::grade).forEach(grades::add);
    List<Transition> own = lines(transitionRows);
    files.refuseFaults();
    List<Transition> lines = new ArrayList<>();
    below.transitions().forEach(line -> lines.addAll(leftOf(line, own)));
    lines.addAll(own);
    refuse(LineProof.of(published.known(), lines));
    refuse(LifeCycleProof.of(lines));
    return HazardLifeCycle.proved(version, grades, lines);
  }

  private List<Row> rows() {
    return Stream.concat(transitionRows.stream(), gradeRows.stream()).toList();
  }

  private TableVersion version() {
    files.refuseFaults();
    return VERSION.ofAll(TRANSITIONS_FILE, rows());
  }

  private void againstEdition(TableVersion version, TableVersion taken) {
    if (version.equals(taken)) {
      Row first = rows().get(0);
      files.fault(first.fault(VERSION.id(), HazardRules.EDITION_TAKEN.broken("table", version)));
    }
  }

  private void againstGrade(Row row, HazardLifeCycle below) {
    String code = row.get(GRADE);
    if (below.grade(code).isPresent()) {
      files.fault(row.fault(GRADE, HazardRules.GRADE_TWICE.broken("grade", code)));
    }
  }

  private List<Transition> lines(List<Row> rows) {
    List<Transition> lines = new ArrayList<>();
    for (Row row : rows) {
      againstScope(row);
      if (!namesSomethingTwice(row)) {
        for (HazardState from : row.get(FROM)) {
          Transition line = transition(row, from);
          lines.add(line);
          places.put(line, row);
        }
      }
    }
    return lines;
  }

  private void refuse(List<TableFlaw> flaws) {
    for (TableFlaw flaw : flaws) {
      Optional<Row> place = flaw.line().map(places::get);
      files.fault(
          place
              .map(row -> row.fault(flaw.column(), flaw.reason()))
              .orElseGet(() -> new Fault(TRANSITIONS_FILE, 1, "", "", flaw.reason())));
    }
    files.refuseFaults();
  }

  /** A line from below for those of its hazards that no line laid over it is about. */
  private static List<Transition> leftOf(Transition line, List<Transition> over) {
    List<GradeScope> left =
        line.scopes().stream()
            .filter(
                scope ->
                    over.stream()
                        .noneMatch(other -> other.isAbout(line.from(), line.action(), scope)))
            .toList();
    return left.size() == line.scopes().size()
        ? List.of(line)
        : left.stream().map(line::withScope).toList();
  }

  private void againstScope(Row row) {
    if (row.get(SCOPE) != GradeScope.ANY) {
      row.get(FROM).stream()
          .filter(from -> !from.isGraded())
          .map(from -> HazardRules.SCOPE_WITHOUT_GRADE.broken("from", from.term()))
          .forEach(reason -> files.fault(row.fault(SCOPE, reason)));
    }
  }

  private ListedGrade grade(Row row) {
    return new ListedGrade(
        new HazardGrade(row.get(GRADE), row.get(MAJOR)),
        new Wording(row.get(ZH), row.get(EN)),
        clause(row, CLAUSE, row.get(CLAUSE)));
  }

  private boolean namesSomethingTwice(Row row) {
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

  private Transition transition(Row row, HazardState from) {
    SourceClause own = clause(row, CLAUSE, row.get(CLAUSE));
    return new Transition(
        from,
        row.get(ACTION),
        row.get(SCOPE),
        row.get(TO).orElse(from),
        row.get(DUTY),
        cited(row, FACTS, own),
        row.get(ALSO).orElse(List.of()).stream().map(Item::value).collect(Collectors.toSet()),
        cited(row, STEPS, own),
        cited(row, APART, own),
        cited(row, CONDITIONS, own),
        row.get(SIGNATURES).orElse(List.of()),
        Set.copyOf(row.get(WEAKENS).orElse(List.of())),
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
    return Column.text(name).then(cell -> list(cell, item -> item(item, codes))).optional();
  }

  private static <T> Column<List<T>> codes(String name, Map<String, T> codes) {
    return Column.text(name).then(cell -> list(cell, code -> known(code, code, codes)));
  }

  private static <T> Outcome<Item<T>> item(String text, Map<String, T> codes) {
    int at = text.indexOf('@');
    Optional<String> clause = at < 0 ? Optional.empty() : Optional.of(text.substring(at + 1));
    return known(at < 0 ? text : text.substring(0, at), text, codes)
        .map(value -> new Item<>(value, clause));
  }

  private static <T> Outcome<T> known(String code, String text, Map<String, T> codes) {
    T value = codes.get(code);
    return value == null
        ? Outcome.refused(
            HazardRules.LIST.broken("item", text, "known", String.join(", ", codes.keySet())))
        : Outcome.accepted(value);
  }

  /** Several items in a cell, each once. */
  private static <T> Outcome<List<T>> list(String cell, Function<String, Outcome<T>> reading) {
    List<T> items = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (String text : cell.split(" +")) {
      Outcome<T> item = reading.apply(text);
      if (!(item instanceof Outcome.Accepted<T> sound)) {
        return new Outcome.Refused<>(item.reasons());
      }
      boolean first =
          seen.add(sound.value() instanceof Item<?> named ? named.value() : sound.value());
      if (!first) {
        return Outcome.refused(HazardRules.LISTED_TWICE.broken("item", text));
      }
      items.add(sound.value());
    }
    return Outcome.accepted(List.copyOf(items));
  }

  /** Groups of posts as in {@code SAFETY|MANAGER EQUIPMENT}, each post once. */
  private static Outcome<List<Set<String>>> signatures(String cell) {
    List<Set<String>> groups = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String group : cell.split(" +")) {
      for (String post : group.split("\\|", -1)) {
        if (post.isEmpty() || !seen.add(post)) {
          return Outcome.refused(HazardRules.LISTED_TWICE.broken("item", post));
        }
      }
      groups.add(Set.of(group.split("\\|", -1)));
    }
    return Outcome.accepted(List.copyOf(groups));
  }
}
