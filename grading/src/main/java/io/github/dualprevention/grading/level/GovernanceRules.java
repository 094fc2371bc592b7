package io.github.dualprevention.grading.level;

import com.google.common.collect.ImmutableMap;
import io.github.dualprevention.core.Reason;
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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Grades an enterprise by its risks and by its governance of hazards.
 *
 * <p>The level of the risks comes first; poor governance only raises it. No text was found that
 * says by how much, so none of these rules is built in: an enterprise or an authority writes its
 * own.
 *
 * @source 市政办发〔2017〕221号: the overall level follows from the risks, their trend and the governance
 *     of hazards; it gives no formula
 */
public final class GovernanceRules {

  private enum Figure {
    OPEN_MAJOR,
    OVERDUE,
    ACCEPTANCE_RATE
  }

  private static final VersionColumns VERSION = new VersionColumns();
  private static final Column<String> RULE = Column.id("rule");
  private static final Column<Figure> FIGURE =
      Column.code(
          "figure",
          ImmutableMap.of(
              "OPEN_MAJOR",
              Figure.OPEN_MAJOR,
              "OVERDUE",
              Figure.OVERDUE,
              "ACCEPTANCE_RATE",
              Figure.ACCEPTANCE_RATE));
  private static final Column<BigDecimal> LIMIT = Column.decimal("limit");
  private static final Column<Lift> LIFTS = Column.code("lifts", Lift.ONCE);
  private static final Column<Optional<Boolean>> NONE_DUE =
      Column.code("none_due", ImmutableMap.of("LIFTS", true, "HOLDS", false)).optional();
  private static final Column<String> ZH = Column.text("zh");
  private static final Column<String> EN = Column.text("en");
  private static final SourceColumns SOURCE = new SourceColumns();
  private static final TableFormat FORMAT =
      TableFormat.of(
              VERSION.id(),
              VERSION.version(),
              RULE,
              FIGURE,
              LIMIT,
              LIFTS,
              NONE_DUE,
              ZH,
              EN,
              SOURCE.document(),
              SOURCE.clause(),
              SOURCE.evidence())
          .uniqueBy(RULE);

  private final TableVersion version;
  private final List<Row> rules;

  private GovernanceRules(TableVersion version, List<Row> rules) {
    this.version = version;
    this.rules = rules;
  }

  /**
   * Reads a profile from CSV with the columns {@code
   * id,version,rule,figure,limit,lifts,none_due,zh,en,document,clause,evidence}.
   *
   * <p>A line says when it applies: so many or more {@code OPEN_MAJOR} or {@code OVERDUE} hazards,
   * or an {@code ACCEPTANCE_RATE} below a limit above 0 and up to 1. It lifts {@code TO_GENERAL},
   * {@code TO_SIGNIFICANT} or {@code TO_MAJOR}, or by one {@code STEP}. A line about the rate also
   * says what it does when none was due: {@code LIFTS} or {@code HOLDS}; there is no default.
   *
   * @param file the name that faults shall carry
   * @param in the bytes; not closed
   * @return the rules
   * @throws InvalidTableException with every faulty cell or, where all cells are sound, with the
   *     first line beyond 1,000 or with every limit that does not fit its figure, every line that
   *     lacks a word on none being due or has a needless one, and every line that another one makes
   *     needless
   */
  public static GovernanceRules read(String file, InputStream in) {
    List<Row> rows = LevelTables.rows(FORMAT, file, in);
    TableVersion version = VERSION.ofAll(file, rows);
    List<Fault> faults = new ArrayList<>();
    for (Row row : rows) {
      boolean rate = row.get(FIGURE) == Figure.ACCEPTANCE_RATE;
      for (Reason reason : reasonsAgainstLimit(rate, row.get(LIMIT))) {
        faults.add(row.fault(LIMIT, reason));
      }
      if (rate != row.get(NONE_DUE).isPresent()) {
        faults.add(
            row.fault(
                NONE_DUE,
                (rate ? LevelRules.NONE_DUE_MISSING : LevelRules.NONE_DUE_NEEDLESS).broken()));
      }
      LevelTables.requireRuleId(LevelTables.ruleId(version, row.get(RULE)), row, RULE, faults);
    }
    LevelTables.requireEffect(rows, LIMIT, GovernanceRules::covers, faults);
    if (!faults.isEmpty()) {
      throw new InvalidTableException(faults);
    }
    return new GovernanceRules(version, rows);
  }

  private static List<Reason> reasonsAgainstLimit(boolean rate, BigDecimal limit) {
    if (!rate) {
      return LevelTables.count(limit).reasons();
    }
    boolean sound = limit.signum() > 0 && limit.compareTo(BigDecimal.ONE) <= 0;
    return sound ? List.of() : List.of(LevelRules.RATE.broken());
  }

  /** Whether whatever meets the other line meets this one too, and is lifted as far. */
  private static boolean covers(Row line, Row other) {
    int wider = line.get(LIMIT).compareTo(other.get(LIMIT));
    boolean rate = line.get(FIGURE) == Figure.ACCEPTANCE_RATE;
    return line.get(FIGURE) == other.get(FIGURE)
        && (rate ? wider >= 0 : wider <= 0)
        && (line.get(NONE_DUE).orElse(false) || !other.get(NONE_DUE).orElse(false))
        && line.get(LIFTS).isAtLeast(other.get(LIFTS));
  }

  /**
   * The edition of the profile.
   *
   * @return id and version
   */
  public TableVersion version() {
    return version;
  }

  /**
   * Grades an enterprise.
   *
   * <p>Each rule lifts the level of the risks by itself and the highest result stands, so that two
   * steps for two reasons are still one step. As long as a risk is ungraded the level is only known
   * to be at least so high, and the enterprise is ungraded; unless it is major already, above which
   * nothing can raise it.
   *
   * @param risks the levels of its risks
   * @param figures how its governance of hazards stands
   * @return the level with every rule that applies; or what is ungraded
   */
  public EnterpriseLevel grade(AggregatedLevels risks, GovernanceFigures figures) {
    PartLevel enterprise = risks.enterprise();
    Optional<Grade> known =
        enterprise
            .basis()
            .map(basis -> grade(basis, figures))
            .filter(grade -> enterprise.isComplete() || grade.level() == RiskLevel.MAJOR);
    boolean empty = enterprise.basis().isEmpty() && enterprise.ungraded().isEmpty();
    return new EnterpriseLevel(
        version, known, empty ? List.of(enterprise.part()) : enterprise.ungraded());
  }

  private Grade grade(Raise basis, GovernanceFigures figures) {
    return LevelTables.grade(
        Stream.concat(
                Stream.of(basis),
                rules.stream()
                    .filter(rule -> applies(rule, figures))
                    .map(rule -> raise(rule, basis.to(), figures)))
            .toList());
  }

  private static boolean applies(Row rule, GovernanceFigures figures) {
    BigDecimal limit = rule.get(LIMIT);
    return switch (rule.get(FIGURE)) {
      case OPEN_MAJOR -> limit.compareTo(BigDecimal.valueOf(figures.openMajor())) <= 0;
      case OVERDUE -> limit.compareTo(BigDecimal.valueOf(figures.overdue())) <= 0;
      case ACCEPTANCE_RATE ->
          figures.due() == 0
              ? rule.get(NONE_DUE).orElseThrow()
              : BigDecimal.valueOf(figures.acceptedInTime())
                      .compareTo(limit.multiply(BigDecimal.valueOf(figures.due())))
                  < 0;
    };
  }

  private Raise raise(Row rule, RiskLevel level, GovernanceFigures figures) {
    String actual =
        switch (rule.get(FIGURE)) {
          case OPEN_MAJOR -> String.valueOf(figures.openMajor());
          case OVERDUE -> String.valueOf(figures.overdue());
          case ACCEPTANCE_RATE -> figures.acceptedInTime() + "/" + figures.due();
        };
    return new Raise(
        LevelTables.ruleId(version, rule.get(RULE)),
        rule.get(LIFTS).from(level, 1),
        new Wording(rule.get(ZH) + "，实际为" + actual, rule.get(EN) + ", here " + actual),
        SOURCE.of(rule));
  }
}
