package io.github.dualprevention.grading.register;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Rule;
import io.github.dualprevention.core.risk.Factors;
import io.github.dualprevention.core.table.Column;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.Row;
import io.github.dualprevention.core.table.TableFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The columns of a register and what its rows say; knows nothing of grading. */
final class RegisterForm {

  private static final Rule EMPTY =
      Rule.of("register.empty", "清单中没有任何风险", "the register holds no risk");

  static final Column<String> ID = Column.id("id");
  private static final Column<String> RISK_POINT = Column.text("risk_point");
  private static final Column<String> RISK_UNIT = Column.text("risk_unit");
  private static final Column<String> RISK_EVENT = Column.text("risk_event");

  /** The names that every register has in its header. */
  static final ImmutableList<String> REQUIRED =
      ImmutableList.of("id", "risk_point", "risk_unit", "risk_event", "method");

  private final Column<Optional<String>> method;
  private final Column<Optional<String>> directRule;
  private final List<Column<Optional<BigDecimal>>> factors;
  private final TableFormat format;

  /** The columns on which the grade depends. */
  private final Column<?>[] judged;

  /** Takes the factors that may have a column, and how methods and direct rules are checked. */
  RegisterForm(
      Set<String> factorNames,
      Function<String, ? extends Outcome<?>> methodCheck,
      Function<String, ? extends Outcome<?>> ruleCheck) {
    method = checked("method", methodCheck);
    directRule = checked("direct_rule", ruleCheck);
    factors = factorNames.stream().map(name -> Column.decimal(name).optional()).toList();
    List<Column<?>> columns =
        new ArrayList<>(List.of(ID, RISK_POINT, RISK_UNIT, RISK_EVENT, method));
    columns.addAll(factors);
    columns.add(directRule);
    List<Column<?>> dispensable = new ArrayList<>(factors);
    dispensable.add(directRule);
    format =
        TableFormat.of(columns.toArray(Column<?>[]::new))
            .mayLack(dispensable.toArray(Column<?>[]::new));
    dispensable.add(method);
    judged = dispensable.toArray(Column<?>[]::new);
  }

  /** A form that takes any name of a method or rule. */
  RegisterForm(Set<String> factorNames) {
    this(factorNames, Outcome::accepted, Outcome::accepted);
  }

  private static Column<Optional<String>> checked(
      String name, Function<String, ? extends Outcome<?>> check) {
    return Column.id(name).then(cell -> check.apply(cell).map(found -> cell)).optional();
  }

  TableFormat format() {
    return format;
  }

  /** The fault of a register without any line. */
  static Fault empty(String file) {
    return new Fault(file, 1, "", "", EMPTY.broken());
  }

  Column<Optional<String>> method() {
    return method;
  }

  Column<Optional<String>> directRule() {
    return directRule;
  }

  /** Everything in a sound row on which its grade depends. */
  List<Object> judged(Row row) {
    Object[] values = new Object[judged.length];
    for (int i = 0; i < judged.length; i++) {
      values[i] = row.get(judged[i]);
    }
    return List.of(values);
  }

  /** The factors whose cells could be read and are not empty. */
  Factors factors(Row row) {
    ImmutableMap.Builder<String, BigDecimal> values = ImmutableMap.builder();
    for (Column<Optional<BigDecimal>> column : factors) {
      if (row.isSound(column)) {
        row.get(column).ifPresent(value -> values.put(column.name(), value));
      }
    }
    return new Factors(values.buildOrThrow());
  }

  /** The column of the factor that a reason names; the method's if it names none that has one. */
  Column<?> columnOf(Reason reason) {
    String factor = reason.values().getOrDefault("factor", "");
    for (Column<?> column : factors) {
      if (column.name().equals(factor)) {
        return column;
      }
    }
    return method;
  }
}
