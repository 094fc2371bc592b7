package io.github.dualprevention.grading.accident;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table by which accidents are graded; proved when read.
 *
 * <p>Each criterion that is above zero gives a grade, and the highest of them counts. A criterion
 * of zero gives none: an accident without death, serious injury and direct loss is refused and not
 * called a general one, since the order is for accidents that cause casualties or loss.
 *
 * @source 国务院令第493号, 第二条 and 第三条; “以上” includes the number, “以下” does not
 */
public final class AccidentGrades {

  private static final VersionColumns VERSION = new VersionColumns();
  private static final Column<AccidentGrade> GRADE = Column.code("grade", AccidentGrade.byCode());
  private static final ImmutableMap<AccidentCriterion, Column<BigDecimal>> FROM =
      ImmutableMap.of(
          AccidentCriterion.DEATHS, from("deaths"),
          AccidentCriterion.SERIOUS_INJURIES, from("serious-injuries"),
          AccidentCriterion.DIRECT_LOSS, from("direct-loss"));
  private static final SourceColumns SOURCE = new SourceColumns();

  private final TableVersion version;
  private final Map<AccidentCriterion, List<Limit>> fromHighest;

  /** Where a grade begins, which belongs to it, and where the next higher one does. */
  private record Limit(
      BigDecimal from, Optional<BigDecimal> below, AccidentGrade grade, SourceClause source) {}

  private AccidentGrades(TableVersion version, Map<AccidentCriterion, List<Limit>> fromHighest) {
    this.version = version;
    this.fromHighest = fromHighest;
  }

  private static Column<BigDecimal> from(String name) {
    return Column.decimal(name)
        .then(
            least ->
                least.signum() < 0
                    ? Outcome.refused(AccidentRules.NEGATIVE.broken())
                    : Outcome.accepted(least));
  }

  /**
   * The table of State Council order 493, {@code ORDER-493}.
   *
   * @return the grades
   */
  public static AccidentGrades published() {
    return Published.GRADES;
  }

  /**
   * Reads a table from CSV with the columns {@code
   * id,version,grade,deaths,serious-injuries,direct-loss,document,clause,evidence}; a line gives
   * the least amounts of a grade, in persons and yuan. For sectors with rules of their own.
   *
   * @param file the name that faults shall carry
   * @param in the bytes; not closed
   * @return the grades
   * @throws InvalidTableException with every fault: a grade that is missing, a higher grade that
   *     begins at no more than a lower one, or a lowest grade that does not begin at zero
   */
  public static AccidentGrades read(String file, InputStream in) {
    List<Column<?>> columns = new ArrayList<>(List.of(VERSION.id(), VERSION.version(), GRADE));
    columns.addAll(FROM.values());
    columns.addAll(List.of(SOURCE.document(), SOURCE.clause(), SOURCE.evidence()));
    TableFormat format = TableFormat.of(columns.toArray(Column<?>[]::new)).uniqueBy(GRADE);
    List<Row> rows = format.read(file, in).rowsOrThrow();
    TableVersion version = VERSION.ofAll(file, rows);
    List<Row> fromHighest = fromHighest(file, rows);
    List<Fault> faults = new ArrayList<>();
    FROM.values().forEach(column -> againstOrder(fromHighest, column, faults));
    if (!faults.isEmpty()) {
      throw new InvalidTableException(faults);
    }
    return new AccidentGrades(
        version, Map.copyOf(Maps.transformValues(FROM, column -> limits(fromHighest, column))));
  }

  private static List<Limit> limits(List<Row> fromHighest, Column<BigDecimal> column) {
    List<Limit> limits = new ArrayList<>();
    Optional<BigDecimal> below = Optional.empty();
    for (Row row : fromHighest) {
      limits.add(new Limit(row.get(column), below, row.get(GRADE), SOURCE.of(row)));
      below = Optional.of(row.get(column));
    }
    return List.copyOf(limits);
  }

  /** One row for each grade; the faults of grades that have none. */
  private static List<Row> fromHighest(String file, List<Row> rows) {
    Map<AccidentGrade, Row> byGrade = Maps.uniqueIndex(rows, row -> row.get(GRADE));
    List<Fault> faults =
        Arrays.stream(AccidentGrade.values())
            .filter(grade -> !byGrade.containsKey(grade))
            .map(grade -> AccidentRules.GRADE_MISSING.broken("grade", grade.term()))
            .map(reason -> new Fault(file, 1, "", "", reason))
            .toList();
    if (!faults.isEmpty()) {
      throw new InvalidTableException(faults);
    }
    return Arrays.stream(AccidentGrade.values())
        .flatMap(grade -> Optional.ofNullable(byGrade.get(grade)).stream())
        .toList();
  }

  private static void againstOrder(
      List<Row> fromHighest, Column<BigDecimal> column, List<Fault> faults) {
    for (int i = 1; i < fromHighest.size(); i++) {
      Row row = fromHighest.get(i - 1);
      Row lower = fromHighest.get(i);
      if (row.get(column).compareTo(lower.get(column)) <= 0) {
        faults.add(
            row.fault(
                column,
                AccidentRules.NOT_FALLING.broken(
                    "grade",
                    row.get(GRADE).term(),
                    "from",
                    row.get(column).toPlainString(),
                    "lower",
                    lower.get(GRADE).term(),
                    "lower-from",
                    lower.get(column).toPlainString())));
      }
    }
    Row lowest = fromHighest.get(fromHighest.size() - 1);
    if (lowest.get(column).signum() > 0) {
      faults.add(
          lowest.fault(
              column,
              AccidentRules.LOWEST_NOT_ZERO.broken("from", lowest.get(column).toPlainString())));
    }
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
   * Grades an accident.
   *
   * @param consequences what it has done
   * @return the grade and what decided it; refused if every criterion is zero
   */
  public Outcome<GradedAccident> grade(AccidentConsequences consequences) {
    List<CriterionGrade> criteria =
        Arrays.stream(AccidentCriterion.values())
            .flatMap(criterion -> grade(criterion, consequences.amount(criterion)).stream())
            .toList();
    return criteria.isEmpty()
        ? Outcome.refused(AccidentRules.NO_CONSEQUENCE.broken())
        : Outcome.accepted(new GradedAccident(version, criteria));
  }

  private Optional<CriterionGrade> grade(AccidentCriterion criterion, BigDecimal amount) {
    return amount.signum() == 0
        ? Optional.empty()
        : Require.notNull(fromHighest.get(criterion), "criterion").stream()
            .filter(limit -> amount.compareTo(limit.from()) >= 0)
            .findFirst()
            .map(
                limit ->
                    new CriterionGrade(
                        criterion,
                        amount,
                        limit.from(),
                        limit.below(),
                        limit.grade(),
                        limit.source()));
  }

  /** Read once, when it is first asked for. */
  private static final class Published {
    static final AccidentGrades GRADES =
        read(
            "grades.csv",
            Require.notNull(AccidentGrades.class.getResourceAsStream("grades.csv"), "grades.csv"));
  }
}
