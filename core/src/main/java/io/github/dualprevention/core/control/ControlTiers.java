package io.github.dualprevention.core.control;

import com.google.common.collect.Maps;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Rule;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The tiers at which a risk is controlled, by its level; proved when read.
 *
 * <p>A greater risk is never controlled at a lower tier than a smaller one, and what a tier
 * controls is controlled by every tier below it as well.
 *
 * @source graded control as re-posted (360docs.net/doc/5d10375362): the greater the risk, the
 *     higher the tier; what an upper tier manages, every lower one manages too
 */
public final class ControlTiers {

  private static final Rule LEVEL_MISSING =
      Rule.of(
          "control.tiers.level-missing",
          "管控层级表缺少风险等级：{level}",
          "the table does not say at which tier a risk of level {level} is controlled");
  private static final Rule NOT_MONOTONE =
      Rule.of(
          "control.tiers.not-monotone",
          "{level}的管控层级{tier}低于较小风险{lower}的管控层级{lower-tier}",
          "{level} is controlled at {tier}, below {lower-tier} where the smaller {lower} is");

  private static final VersionColumns VERSION = new VersionColumns();
  private static final Column<RiskLevel> LEVEL = Column.code("level", RiskLevel.byCode());
  private static final Column<ControlTier> TIER =
      Column.code("tier", Maps.uniqueIndex(Arrays.asList(ControlTier.values()), ControlTier::code));
  private static final SourceColumns SOURCE = new SourceColumns();
  private static final TableFormat FORMAT =
      TableFormat.of(
              VERSION.id(),
              VERSION.version(),
              LEVEL,
              TIER,
              SOURCE.document(),
              SOURCE.clause(),
              SOURCE.evidence())
          .uniqueBy(LEVEL);

  private final TableVersion version;
  private final Map<RiskLevel, ControlTier> highest;

  private ControlTiers(TableVersion version, Map<RiskLevel, ControlTier> highest) {
    this.version = version;
    this.highest = highest;
  }

  /**
   * The published table {@code TIERS:A}: major and significant risks from the company down, general
   * ones from the department down, low ones from the team down.
   *
   * @return the tiers
   */
  public static ControlTiers published() {
    return Published.TIERS;
  }

  /**
   * Reads a table from CSV with the columns {@code id,version,level,tier,document,clause,evidence};
   * a line names the highest tier for one level.
   *
   * @param file the name that faults shall carry
   * @param in the bytes; not closed
   * @return the tiers
   * @throws InvalidTableException with every fault: a level that is missing, or a greater risk at a
   *     lower tier
   */
  public static ControlTiers read(String file, InputStream in) {
    List<Row> rows = FORMAT.read(file, in).rowsOrThrow();
    TableVersion version = VERSION.ofAll(file, rows);
    Map<RiskLevel, Row> byLevel = Maps.uniqueIndex(rows, row -> row.get(LEVEL));
    List<Fault> faults = new ArrayList<>();
    for (RiskLevel level : RiskLevel.values()) {
      Row row = byLevel.get(level);
      if (row == null) {
        faults.add(new Fault(file, 1, "", "", LEVEL_MISSING.broken("level", level.term())));
        continue;
      }
      for (Row lower : rows) {
        boolean smaller = !lower.get(LEVEL).isAtLeast(level);
        if (smaller && !row.get(TIER).isAtLeast(lower.get(TIER))) {
          faults.add(row.fault(TIER, notMonotone(row, lower)));
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new InvalidTableException(faults);
    }
    return new ControlTiers(
        version, Map.copyOf(Maps.transformValues(byLevel, row -> row.get(TIER))));
  }

  private static Reason notMonotone(Row row, Row lower) {
    return NOT_MONOTONE.broken(
        "level",
        row.get(LEVEL).term(),
        "tier",
        row.get(TIER).term(),
        "lower",
        lower.get(LEVEL).term(),
        "lower-tier",
        lower.get(TIER).term());
  }

  /**
   * The edition of the table.
   *
   * @return id and version
   */
  public TableVersion version() {
    return version;
  }

  /**
   * The tiers that control a risk.
   *
   * @param level the risk's level
   * @return every tier from the highest one down to the post
   */
  public List<ControlTier> controlling(RiskLevel level) {
    return Require.notNull(highest.get(level), "tier").downwards();
  }

  /** Read once, when it is first asked for. */
  private static final class Published {
    static final ControlTiers TIERS =
        read(
            "control-tiers.csv",
            Require.notNull(
                ControlTiers.class.getResourceAsStream("control-tiers.csv"), "control-tiers.csv"));
  }
}
