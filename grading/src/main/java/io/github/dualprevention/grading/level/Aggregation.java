package io.github.dualprevention.grading.level;

import com.google.common.collect.ImmutableListMultimap;
import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.organisation.Enterprise;
import io.github.dualprevention.core.risk.Raise;
import io.github.dualprevention.core.risk.RiskEvent;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.risk.RiskPoint;
import io.github.dualprevention.core.risk.RiskTree;
import io.github.dualprevention.core.risk.RiskUnit;
import io.github.dualprevention.core.table.Column;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.Row;
import io.github.dualprevention.core.table.SourceColumns;
import io.github.dualprevention.core.table.TableFormat;
import io.github.dualprevention.core.table.TableVersion;
import io.github.dualprevention.core.table.VersionColumns;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The rules by which the levels of parts make the level of a whole.
 *
 * <p>A whole is never below its highest part. Beyond that a table may say how many parts of a level
 * lift it further: three significant ones to major, say. Whatever the table, raising a part or
 * adding one never lowers the whole, and a whole without any graded part is ungraded.
 *
 * @source whole mine graded by its highest system, as published (chinacaj.net/i,2,414774)
 */
public final class Aggregation {

  private static final SourceClause HIGHEST_PART =
      new SourceClause(
          "chinacaj.net/i,2,414774",
          "the grade of the whole mine is the highest of its systems",
          Evidence.PUBLISHED);
  private static final Wording HIGHEST = new Wording("取最高的部分", "as its highest parts");

  private static final VersionColumns VERSION = new VersionColumns();
  private static final Column<RiskLevel> OF = Column.code("of", RiskLevel.byCode());
  private static final Column<Integer> COUNT = LevelTables.count("count");
  private static final Column<RiskLevel> TO = Column.code("to", RiskLevel.byCode());
  private static final SourceColumns SOURCE = new SourceColumns();
  private static final TableFormat FORMAT =
      TableFormat.of(
          VERSION.id(),
          VERSION.version(),
          OF,
          COUNT,
          TO,
          SOURCE.document(),
          SOURCE.clause(),
          SOURCE.evidence());

  private final TableVersion version;
  private final List<Counting> countings;

  /** So many parts of a level or above make the whole at least another level. */
  private record Counting(RiskLevel of, int count, RiskLevel to, SourceClause source) {}

  /** The level of a whole; the parts from some level up have made it so. */
  private record Verdict(RiskLevel from, RiskLevel to, Wording because, SourceClause source) {}

  /** A part on its way into a whole. */
  private record Child(RiskPart part, Optional<RiskLevel> level, List<RiskPart> ungraded) {
    static Child of(PartLevel level) {
      return new Child(level.part(), level.level(), level.ungraded());
    }

    Stream<RiskPart> missing() {
      return level.isPresent() ? ungraded.stream() : Stream.of(part);
    }
  }

  private Aggregation(TableVersion version, List<Counting> countings) {
    this.version = version;
    this.countings = countings;
  }

  /**
   * The maximum, {@code LEVEL:MAX}: a whole is as high as its highest part.
   *
   * @return the rules
   */
  public static Aggregation maximum() {
    return new Aggregation(new TableVersion("LEVEL:MAX", "1"), List.of());
  }

  /**
   * Reads a table from CSV with the columns {@code
   * id,version,of,count,to,document,clause,evidence}: so many parts of one level, or above it, lift
   * the whole to another level. The maximum always holds beside the table.
   *
   * @param file the name that faults shall carry
   * @param in the bytes; not closed
   * @return the rules
   * @throws InvalidTableException with every faulty cell or, where all cells are sound, with the
   *     first line beyond 1,000 or with every line that does not lift or that another line makes
   *     needless
   */
  public static Aggregation read(String file, InputStream in) {
    List<Row> rows = LevelTables.rows(FORMAT, file, in);
    TableVersion version = VERSION.ofAll(file, rows);
    List<Fault> faults = new ArrayList<>();
    LevelTables.requireRuleId(version.toString(), rows.get(0), VERSION.id(), faults);
    for (Row row : rows) {
      if (row.get(OF).isAtLeast(row.get(TO))) {
        faults.add(
            row.fault(
                TO, LevelRules.NO_LIFT.broken("to", row.get(TO).term(), "of", row.get(OF).term())));
      }
    }
    LevelTables.requireEffect(rows, TO, Aggregation::covers, faults);
    if (!faults.isEmpty()) {
      throw new InvalidTableException(faults);
    }
    return new Aggregation(version, rows.stream().map(Aggregation::counting).toList());
  }

  /** Whether whatever meets the other line meets this one too, and is lifted as high. */
  private static boolean covers(Row line, Row other) {
    return other.get(OF).isAtLeast(line.get(OF))
        && line.get(COUNT) <= other.get(COUNT)
        && line.get(TO).isAtLeast(other.get(TO));
  }

  private static Counting counting(Row row) {
    return new Counting(row.get(OF), row.get(COUNT), row.get(TO), SOURCE.of(row));
  }

  /**
   * The edition of the rules.
   *
   * @return id and version
   */
  public TableVersion version() {
    return version;
  }

  /**
   * The level of any whole, for hosts that have a tree of their own.
   *
   * @param parts the levels of all graded parts, in any order
   * @return the level of the whole; empty if there are no parts
   */
  public Optional<RiskLevel> levelOf(Collection<RiskLevel> parts) {
    return verdict(parts).map(Verdict::to);
  }

  /**
   * Carries levels upward from events to units, points, areas and the enterprise.
   *
   * @param enterprise the enterprise whose risks they are
   * @param tree its risks
   * @param areas the name of the area for the id of each point, as in an organisation's unit or on
   *     the map; at most 100 characters
   * @param events the level for the id of each graded event; an event that is missing is ungraded
   * @return every level with its reasons; or every point without an area, and every area or level
   *     of something that is not in the tree
   */
  public Outcome<AggregatedLevels> over(
      Enterprise enterprise,
      RiskTree tree,
      Map<String, String> areas,
      Map<String, RiskLevel> events) {
    List<Reason> reasons = reasonsAgainst(tree, areas, events);
    if (!reasons.isEmpty()) {
      return new Outcome.Refused<>(reasons);
    }
    Map<String, List<RiskEvent>> eventsByUnit = tree.eventsByUnit();
    ImmutableListMultimap.Builder<String, PartLevel> unitsByPoint = ImmutableListMultimap.builder();
    List<PartLevel> units = new ArrayList<>();
    for (RiskUnit unit : tree.units()) {
      List<Child> children =
          eventsByUnit.getOrDefault(unit.id(), List.of()).stream()
              .map(event -> child(event, events))
              .toList();
      PartLevel level = level(new RiskPart(PartKind.UNIT, unit.id(), unit.name()), children);
      units.add(level);
      unitsByPoint.put(unit.pointId(), level);
    }
    ImmutableListMultimap<String, PartLevel> unitsOf = unitsByPoint.build();
    Map<String, List<PartLevel>> pointsByArea = new LinkedHashMap<>();
    List<PartLevel> points = new ArrayList<>();
    for (RiskPoint point : tree.points()) {
      RiskPart part = new RiskPart(PartKind.POINT, point.id(), point.name());
      PartLevel level = whole(part, unitsOf.get(point.id()));
      points.add(level);
      String area = Require.id(areas.get(point.id()), "area");
      pointsByArea.computeIfAbsent(area, name -> new ArrayList<>()).add(level);
    }
    List<PartLevel> areaLevels = new ArrayList<>();
    pointsByArea.forEach(
        (area, inside) -> areaLevels.add(whole(new RiskPart(PartKind.AREA, area, area), inside)));
    RiskPart all =
        new RiskPart(PartKind.ENTERPRISE, enterprise.creditCode().toString(), enterprise.name());
    return Outcome.accepted(
        new AggregatedLevels(
            version,
            Stream.of(List.of(whole(all, areaLevels)), areaLevels, points, units)
                .flatMap(List::stream)
                .toList()));
  }

  private static Child child(RiskEvent event, Map<String, RiskLevel> events) {
    return new Child(
        new RiskPart(PartKind.EVENT, event.id(), event.name()),
        Optional.ofNullable(events.get(event.id())),
        List.of());
  }

  private PartLevel whole(RiskPart part, List<PartLevel> parts) {
    return level(part, parts.stream().map(Child::of).toList());
  }

  private PartLevel level(RiskPart part, List<Child> children) {
    Optional<Verdict> verdict =
        verdict(children.stream().flatMap(child -> child.level().stream()).toList());
    return new PartLevel(
        part,
        verdict.map(
            found -> new Raise(version.toString(), found.to(), found.because(), found.source())),
        children.stream()
            .filter(
                child ->
                    verdict.isPresent()
                        && child
                            .level()
                            .filter(level -> level.isAtLeast(verdict.get().from()))
                            .isPresent())
            .map(Child::part)
            .toList(),
        children.stream().flatMap(Child::missing).toList());
  }

  private Optional<Verdict> verdict(Collection<RiskLevel> parts) {
    return RiskLevel.highest(parts)
        .map(
            highest -> {
              Verdict verdict = new Verdict(highest, highest, HIGHEST, HIGHEST_PART);
              for (Counting counting : countings) {
                long count = parts.stream().filter(part -> part.isAtLeast(counting.of())).count();
                if (count >= counting.count() && !verdict.to().isAtLeast(counting.to())) {
                  verdict =
                      new Verdict(
                          counting.of(),
                          counting.to(),
                          because(counting, count),
                          counting.source());
                }
              }
              return verdict;
            });
  }

  private static Wording because(Counting counting, long count) {
    Wording level = counting.of().wording();
    return new Wording(
        "有%d个部分不低于%s，达到%d个".formatted(count, level.zh(), counting.count()),
        "as %d parts are at least %s, and %d suffice"
            .formatted(count, level.en(), counting.count()));
  }

  private static List<Reason> reasonsAgainst(
      RiskTree tree, Map<String, String> areas, Map<String, RiskLevel> events) {
    List<Reason> reasons = new ArrayList<>();
    TreeSet<String> strangePoints = new TreeSet<>(areas.keySet());
    for (RiskPoint point : tree.points()) {
      if (!strangePoints.remove(point.id())) {
        reasons.add(LevelRules.AREA_MISSING.broken("point", point.id()));
      }
    }
    strangePoints.forEach(point -> reasons.add(LevelRules.POINT_UNKNOWN.broken("point", point)));
    TreeSet<String> strangeEvents = new TreeSet<>(events.keySet());
    tree.events().forEach(event -> strangeEvents.remove(event.id()));
    strangeEvents.forEach(event -> reasons.add(LevelRules.EVENT_UNKNOWN.broken("event", event)));
    return reasons;
  }
}
