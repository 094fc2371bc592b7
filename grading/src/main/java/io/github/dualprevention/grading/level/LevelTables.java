package io.github.dualprevention.grading.level;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.Raise;
import io.github.dualprevention.core.table.Column;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.Row;
import io.github.dualprevention.core.table.TableFormat;
import io.github.dualprevention.core.table.TableVersion;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiPredicate;

/** What the tables of this package have in common. */
final class LevelTables {

  /** Far beyond any number of parts or hazards that a rule can mean. */
  private static final BigDecimal MOST = new BigDecimal("1000000");

  /** Far beyond any table that a person writes; every line is held against every other one. */
  private static final int MOST_LINES = 1_000;

  private LevelTables() {}

  /** The sound rows of a table that has not too many of them. */
  static List<Row> rows(TableFormat format, String file, InputStream in) {
    List<Row> rows = format.read(file, in).rowsOrThrow();
    if (rows.size() > MOST_LINES) {
      Reason tooMany = LevelRules.LINES.broken("most", MOST_LINES);
      throw new InvalidTableException(
          List.of(new Fault(file, rows.get(MOST_LINES).line(), "", "", tooMany)));
    }
    return rows;
  }

  /** A column of whole numbers from 1 up. */
  static Column<Integer> count(String name) {
    return Column.decimal(name).then(LevelTables::count);
  }

  static Outcome<Integer> count(BigDecimal number) {
    boolean sound = number.scale() == 0 && number.signum() > 0 && number.compareTo(MOST) <= 0;
    return sound
        ? Outcome.accepted(number.intValueExact())
        : Outcome.refused(LevelRules.COUNT.broken("most", MOST));
  }

  /** The id under which a rule of a table appears in a grade. */
  static String ruleId(TableVersion version, String rule) {
    return version + "/" + rule;
  }

  /** The id must fit where a grade keeps it. */
  static void requireRuleId(String id, Row row, Column<?> at, List<Fault> faults) {
    if (id.length() > Require.LONGEST_ID) {
      faults.add(row.fault(at, LevelRules.RULE_ID.broken("rule", id, "most", Require.LONGEST_ID)));
    }
  }

  /** The grade of what several rules raise, at least one. */
  static Grade grade(List<Raise> raises) {
    Grade grade = Grade.direct(raises.get(0));
    for (Raise raise : raises.subList(1, raises.size())) {
      grade = grade.raisedBy(raise);
    }
    return grade;
  }

  /**
   * No line may be needless beside another; of two that are equal the later one is. Each line
   * covers itself.
   */
  static void requireEffect(
      List<Row> rows, Column<?> at, BiPredicate<Row, Row> covers, List<Fault> faults) {
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      for (int j = 0; j < rows.size(); j++) {
        Row other = rows.get(j);
        boolean needless = covers.test(other, row) && (j < i || !covers.test(row, other));
        if (needless) {
          faults.add(row.fault(at, LevelRules.NEEDLESS.broken("line", other.line())));
          break;
        }
      }
    }
  }
}
