package io.github.dualprevention.grading.installation;

import com.google.common.collect.ImmutableMap;
import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.table.Column;
import io.github.dualprevention.core.table.Row;
import io.github.dualprevention.core.table.SourceColumns;
import io.github.dualprevention.core.table.TableFiles;
import io.github.dualprevention.core.table.TableFormat;
import io.github.dualprevention.core.table.TableVersion;
import io.github.dualprevention.core.table.VersionColumns;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tables 3 to 6 of GB 18218-2018. */
final class StandardTables {

  static final SourceClause IDENTIFICATION =
      new SourceClause("GB 18218-2018", "4.2.1", Evidence.PRESCRIBED);

  private static final String HIGHEST_OF_SEVERAL =
      "4.3.2, table 4; silent on several classes, hence the highest β of them";

  private static final VersionColumns VERSION = new VersionColumns();
  private static final SourceColumns SOURCE = new SourceColumns();
  private static final Column<String> SUBSTANCE = Column.id("substance");
  private static final Column<String> CLASS = Column.id("class");
  private static final Column<String> RESIDENTS = Column.id("residents");
  private static final Column<BigDecimal> BETA = Column.decimal("beta");
  private static final Column<BigDecimal> ALPHA = Column.decimal("alpha");
  private static final Column<MajorHazardLevel> LEVEL =
      Column.code("level", MajorHazardLevel.byCode());
  private static final Column<BigDecimal> FROM = Column.decimal("from");

  private final TableVersion version;
  private final ImmutableMap<String, ListedValue> betaByName;
  private final ImmutableMap<String, ListedValue> betaByClass;
  private final List<ListedValue> alphas;
  private final List<LevelLine> levels;

  /**
   * A line of table 6.
   *
   * @param from the least R of the level, which belongs to it
   */
  record LevelLine(MajorHazardLevel level, BigDecimal from, SourceClause source) {}

  /** Reads the four files; throws {@code InvalidTableException} if one is faulty. */
  StandardTables(TableFiles files) {
    List<Row> names = rows(files, "beta-by-name.csv", SUBSTANCE, BETA);
    version = VERSION.ofAll("beta-by-name.csv", names);
    betaByName = listed(names, SUBSTANCE, BETA);
    betaByClass = listed(rows(files, "beta-by-class.csv", CLASS, BETA), CLASS, BETA);
    alphas = listed(rows(files, "alpha.csv", RESIDENTS, ALPHA), RESIDENTS, ALPHA).values().asList();
    levels =
        rows(files, "levels.csv", LEVEL, FROM).stream()
            .map(row -> new LevelLine(row.get(LEVEL), row.get(FROM), SOURCE.of(row)))
            .toList();
  }

  static StandardTables published() {
    return Published.TABLES;
  }

  private static List<Row> rows(
      TableFiles files, String file, Column<?> key, Column<BigDecimal> value) {
    TableFormat format =
        TableFormat.of(
                VERSION.id(),
                VERSION.version(),
                key,
                value,
                SOURCE.document(),
                SOURCE.clause(),
                SOURCE.evidence())
            .uniqueBy(key);
    List<Row> rows = files.rows(format, file);
    files.refuseFaults();
    return rows;
  }

  private static ImmutableMap<String, ListedValue> listed(
      List<Row> rows, Column<String> key, Column<BigDecimal> value) {
    return rows.stream()
        .map(row -> new ListedValue(row.get(key), row.get(value), SOURCE.of(row)))
        .collect(ImmutableMap.toImmutableMap(ListedValue::key, line -> line));
  }

  TableVersion version() {
    return version;
  }

  /** β of every hazard class of table 4, by its symbol. */
  ImmutableMap<String, ListedValue> betaByClass() {
    return betaByClass;
  }

  /** β of every substance that table 3 names, by that name. */
  ImmutableMap<String, ListedValue> betaByName() {
    return betaByName;
  }

  /** The highest β of several classes in table 4; none without a class. */
  static Optional<ListedValue> highest(Collection<ListedValue> classes) {
    boolean alike = classes.stream().map(ListedValue::value).distinct().count() == 1;
    return classes.stream()
        .max(Comparator.comparing(ListedValue::value))
        .map(highest -> alike ? highest : chosen(highest));
  }

  private static ListedValue chosen(ListedValue line) {
    return new ListedValue(
        line.key(),
        line.value(),
        new SourceClause(line.source().document(), HIGHEST_OF_SEVERAL, Evidence.DERIVED));
  }

  /** The line of table 5, whose lines begin with the most residents and end with none. */
  ListedValue alpha(int residents) {
    return alphas.stream()
        .filter(line -> Integer.parseInt(line.key()) <= residents)
        .findFirst()
        .orElseThrow();
  }

  /** The line of table 6, whose lines begin with the most serious level and end with R = 0. */
  LevelLine level(Ratio r) {
    return levels.stream().filter(line -> r.isAtLeast(line.from())).findFirst().orElseThrow();
  }

  /** Read once, when it is first asked for. */
  private static final class Published {
    static final StandardTables TABLES =
        new StandardTables(
            TableFiles.of(
                name -> Require.notNull(StandardTables.class.getResourceAsStream(name), name)));
  }
}
