package io.github.dualprevention.grading.level;

import com.google.common.collect.ImmutableMap;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.Raise;
import io.github.dualprevention.core.risk.RiskLevel;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Raises the grade of a risk while hazards of it are open, and no longer.
 *
 * <p>Nothing is stored: the current grade is computed from the assessed one and the hazards that
 * are open now, so that closing them gives the assessed grade back. No text was found that says how
 * far a hazard raises a risk, so none of these rules is built in.
 */
public final class OpenHazardRules {

  private static final VersionColumns VERSION = new VersionColumns();
  private static final Column<String> RULE = Column.id("rule");
  private static final Column<Boolean> MAJOR_ONLY =
      Column.code("hazards", ImmutableMap.of("ANY", false, "MAJOR", true));
  private static final Column<Integer> COUNT = LevelTables.count("count");
  private static final Column<Lift> LIFTS = Column.code("lifts", Lift.BY_CODE);
  private static final Column<String> ZH = Column.text("zh");
  private static final Column<String> EN = Column.text("en");
  private static final SourceColumns SOURCE = new SourceColumns();
  private static final TableFormat FORMAT =
      TableFormat.of(
              VERSION.id(),
              VERSION.version(),
              RULE,
              MAJOR_ONLY,
              COUNT,
              LIFTS,
              ZH,
              EN,
              SOURCE.document(),
              SOURCE.clause(),
              SOURCE.evidence())
          .uniqueBy(RULE);

  private final TableVersion version;
  private final List<Row> rules;

  private OpenHazardRules(TableVersion version, List<Row> rules) {
    this.version = version;
    this.rules = rules;
  }

  /**
   * Reads rules from CSV with the columns {@code
   * id,version,rule,hazards,count,lifts,zh,en,document,clause,evidence}.
   *
   * <p>A line applies to so many or more open hazards: {@code MAJOR} ones, or {@code ANY}, among
   * which a major one counts as well, so that giving a hazard a higher grade never lowers the risk.
   * It lifts {@code TO_GENERAL}, {@code TO_SIGNIFICANT} or {@code TO_MAJOR}; by one {@code STEP},
   * also for twice the count; or by {@code STEP_EACH}, two for twice the count.
   *
   * @param file the name that faults shall carry
   * @param in the bytes; not closed
   * @return the rules
   * @throws InvalidTableException with every faulty cell or, where all cells are sound, with the
   *     first line beyond 1,000 or with every line that another one makes needless
   */
  public static OpenHazardRules read(String file, InputStream in) {
    List<Row> rows = LevelTables.rows(FORMAT, file, in);
    TableVersion version = VERSION.ofAll(file, rows);
    List<Fault> faults = new ArrayList<>();
    for (Row row : rows) {
      LevelTables.requireRuleId(LevelTables.ruleId(version, row.get(RULE)), row, RULE, faults);
    }
    LevelTables.requireEffect(rows, COUNT, OpenHazardRules::covers, faults);
    if (!faults.isEmpty()) {
      throw new InvalidTableException(faults);
    }
    return new OpenHazardRules(version, rows);
  }

  /** Whether whatever meets the other line meets this one too, and is lifted as far. */
  private static boolean covers(Row line, Row other) {
    return (!line.get(MAJOR_ONLY) || other.get(MAJOR_ONLY))
        && line.get(COUNT) <= other.get(COUNT)
        && line.get(LIFTS).isAtLeast(other.get(LIFTS));
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
   * The grade of a risk as it is now.
   *
   * <p>Each rule lifts the assessed level by itself and the highest result stands.
   *
   * @param assessed the grade without regard to open hazards
   * @param open the hazards of the risk that are open; one that is named twice counts once, as
   *     major if it is so called once
   * @return the same grade, raised by every rule that applies; each raise names its hazards
   */
  public Grade current(Grade assessed, Collection<OpenHazard> open) {
    Map<String, Boolean> majorById = new TreeMap<>();
    open.forEach(hazard -> majorById.merge(hazard.id(), hazard.major(), Boolean::logicalOr));
    RiskLevel level = assessed.level();
    Grade current = assessed;
    for (Row rule : rules) {
      List<String> hazards =
          majorById.entrySet().stream()
              .filter(hazard -> hazard.getValue() || !rule.get(MAJOR_ONLY))
              .map(Map.Entry::getKey)
              .toList();
      int times = hazards.size() / rule.get(COUNT);
      if (times > 0) {
        current = current.raisedBy(raise(rule, rule.get(LIFTS).from(level, times), hazards));
      }
    }
    return current;
  }

  private Raise raise(Row rule, RiskLevel to, List<String> hazards) {
    return new Raise(
        LevelTables.ruleId(version, rule.get(RULE)),
        to,
        new Wording(
            rule.get(ZH) + "：" + String.join("、", hazards),
            rule.get(EN) + ": " + String.join(", ", hazards)),
        SOURCE.of(rule));
  }
}
