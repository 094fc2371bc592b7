package io.github.dualprevention.examples.quickstart;

import com.google.common.collect.ImmutableMap;
import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Rule;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.risk.Factors;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.Raise;
import io.github.dualprevention.core.risk.RiskEvent;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.table.Column;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.Row;
import io.github.dualprevention.core.table.TableFormat;
import io.github.dualprevention.grading.DirectRules;
import io.github.dualprevention.grading.GradingMethod;
import io.github.dualprevention.grading.GradingMethods;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a risk register and grades each of its rows by the method that the row names. */
final class RegisterReader {

  private static final Column<String> ID = Column.id("id");
  private static final Column<String> RISK_POINT = Column.text("risk_point");
  private static final Column<String> RISK_UNIT = Column.text("risk_unit");
  private static final Column<String> RISK_EVENT = Column.text("risk_event");
  private static final List<Column<Optional<BigDecimal>>> FACTORS =
      Stream.of("L", "E", "C", "S").map(name -> Column.decimal(name).optional()).toList();

  private static final Rule UNGRADED =
      Rule.of(
          "register.row.ungraded",
          "必须填写评价方法或直接判定规则",
          "a grading method or a direct rule must be named");
  private static final Rule FACTOR_WITHOUT_METHOD =
      Rule.of(
          "register.factor.without-method",
          "未填写评价方法时，因子必须留空",
          "a factor must be empty where no method is named");

  private static final Rule EMPTY =
      Rule.of("register.empty", "清单中没有任何风险", "the register holds no risk");

  private final Column<Optional<GradingMethod>> method;
  private final Column<Optional<Raise>> directRule;
  private final TableFormat format;

  /**
   * Takes the methods to grade by, the rules of direct judgement if a list is kept, and the day of
   * the grading.
   */
  RegisterReader(GradingMethods methods, Optional<DirectRules> directRules, LocalDate day) {
    method = Column.id("method").then(name -> methods.find(name, day)).optional();
    directRule =
        Column.id("direct_rule")
            .then(rule -> directRules.map(rules -> rules.find(rule)).orElseGet(() -> asCited(rule)))
            .optional();
    List<Column<?>> columns =
        new ArrayList<>(List.of(ID, RISK_POINT, RISK_UNIT, RISK_EVENT, method));
    columns.addAll(FACTORS);
    columns.add(directRule);
    format = TableFormat.of(columns.toArray(Column<?>[]::new)).uniqueBy(ID);
  }

  /**
   * Where no list of rules is kept, the register's word stands: what is judged directly is a major
   * risk.
   */
  private static Outcome<Raise> asCited(String rule) {
    SourceClause source = new SourceClause("risks.csv", "direct_rule " + rule, Evidence.ENTERPRISE);
    Wording because = new Wording("按登记表引用", "as cited by the register");
    return Outcome.accepted(new Raise(rule, RiskLevel.MAJOR, because, source));
  }

  GradedRegister read(String file, InputStream in) {
    RiskTreeBuilder tree = new RiskTreeBuilder();
    List<GradedRisk> risks = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    format.forEach(
        file,
        in,
        row -> {
          List<Fault> wrong = wrong(row);
          if (row.isSound() && wrong.isEmpty()) {
            risks.add(risk(row, tree));
          }
          faults.addAll(wrong);
        },
        faults::add);
    if (risks.isEmpty() && faults.isEmpty()) {
      faults.add(new Fault(file, 1, "", "", EMPTY.broken()));
    }
    List<String> columns = format.columns().stream().map(Column::name).toList();
    return new GradedRegister(columns, tree.build(), risks, faults);
  }

  /** What is wrong with the row beyond its single cells. */
  private List<Fault> wrong(Row row) {
    List<Fault> wrong = new ArrayList<>();
    if (row.isSound(method) && row.get(method).isPresent()) {
      for (Reason reason : row.get(method).get().tryGrade(factors(row)).reasons()) {
        Column<?> place = columnOf(reason.value("factor"));
        if (row.isSound(place)) {
          wrong.add(row.fault(place, reason));
        }
      }
    } else if (row.isSound(method)) {
      factors(row)
          .values()
          .keySet()
          .forEach(
              factor -> wrong.add(row.fault(columnOf(factor), FACTOR_WITHOUT_METHOD.broken())));
      if (row.isSound(directRule) && row.get(directRule).isEmpty()) {
        wrong.add(row.fault(method, UNGRADED.broken()));
      }
    }
    return wrong;
  }

  /** The factors whose cells could be read. */
  private static Factors factors(Row row) {
    ImmutableMap.Builder<String, BigDecimal> factors = ImmutableMap.builder();
    for (Column<Optional<BigDecimal>> column : FACTORS) {
      if (row.isSound(column)) {
        row.get(column).ifPresent(value -> factors.put(column.name(), value));
      }
    }
    return new Factors(factors.buildOrThrow());
  }

  /**
   * The column of a factor; a factor that the register has no column for is a matter of the method.
   */
  private Column<?> columnOf(String factor) {
    return format.columns().stream()
        .filter(column -> column.name().equals(factor))
        .findFirst()
        .orElse(method);
  }

  private GradedRisk risk(Row row, RiskTreeBuilder tree) {
    RiskEvent event =
        tree.add(row.get(RISK_POINT), row.get(RISK_UNIT), row.get(ID), row.get(RISK_EVENT));
    List<String> cells = format.columns().stream().map(row::raw).toList();
    return new GradedRisk(event, cells, grade(row));
  }

  private Grade grade(Row row) {
    Optional<Grade> assessed = row.get(method).map(found -> found.grade(factors(row)));
    Optional<Raise> raise = row.get(directRule);
    return assessed
        .map(grade -> raise.map(grade::raisedBy).orElse(grade))
        .orElseGet(() -> Grade.direct(raise.orElseThrow()));
  }
}
