package io.github.dualprevention.testkit.jdbc;

import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.oversight.HazardFilter;
import io.github.dualprevention.core.oversight.HazardPage;
import io.github.dualprevention.core.oversight.HazardQueries;
import io.github.dualprevention.core.oversight.PageRequest;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds hazards in a database. */
final class JdbcHazardQueries implements HazardQueries {

  private final JdbcUnitOfWork unit;
  private final CreditCode enterprise;

  JdbcHazardQueries(JdbcUnitOfWork unit, CreditCode enterprise) {
    this.unit = unit;
    this.enterprise = enterprise;
  }

  @Override
  public HazardPage find(HazardFilter filter, PageRequest page) {
    Sql hazards = matching("*", filter);
    page.afterId().ifPresent(id -> hazards.add(" AND hazard_id > ?", id));
    hazards.add(" ORDER BY hazard_id LIMIT ?", page.size() + 1);
    return HazardPage.of(page, unit.query(HazardRows.select(hazards), HazardRows::read));
  }

  @Override
  public long count(HazardFilter filter) {
    return unit.list(matching("COUNT(*)", filter), rows -> rows.getLong(1)).get(0);
  }

  /** Asks in SQL what {@link HazardFilter#matches} asks of a row. */
  private Sql matching(String columns, HazardFilter filter) {
    Sql sql =
        Sql.of(
            "SELECT " + columns + " FROM hazard_summary WHERE enterprise = ?", enterprise.code());
    in(sql, filter.states());
    filter.traits().forEach(trait -> sql.add(" AND " + HazardRows.column(trait)));
    filter.grade().ifPresent(code -> sql.add(" AND grade = ?", code));
    filter.origin().ifPresent(origin -> sql.add(" AND origin = ?", origin.code()));
    filter.area().ifPresent(id -> sql.add(" AND area = ?", id));
    filter.unit().ifPresent(id -> sql.add(" AND unit = ?", id));
    filter
        .overdueOn()
        .ifPresent(day -> in(sql, HazardState::awaitsAcceptance).add(" AND deadline < ?", day));
    filter
        .due()
        .ifPresent(
            days ->
                in(sql, HazardState::awaitsAcceptance)
                    .add(" AND deadline BETWEEN ? AND ?", days.from(), days.until()));
    filter
        .stuckSince()
        .ifPresent(moment -> in(sql, HazardState::isOpen).add(" AND latest_occurred < ?", moment));
    return sql;
  }

  private static Sql in(Sql sql, Predicate<HazardState> meant) {
    return in(sql, Stream.of(HazardState.values()).filter(meant).toList());
  }

  private static Sql in(Sql sql, Collection<HazardState> states) {
    return sql.add(" AND state IN ").list(states.stream().map(HazardState::code).toList());
  }
}
