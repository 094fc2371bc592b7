package io.github.dualprevention.testkit.jdbc;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.hazard.HazardDue;
import io.github.dualprevention.core.hazard.HazardGrade;
import io.github.dualprevention.core.hazard.HazardSummary;
import io.github.dualprevention.core.hazard.HazardSummaryStore;
import io.github.dualprevention.core.hazard.HazardTrait;
import io.github.dualprevention.core.hazard.LatestStep;
import io.github.dualprevention.core.organisation.CreditCode;
import java.util.Optional;

/** Keeps rows in a database; what is due stands in a table of its own. */
final class JdbcHazardSummaryStore implements HazardSummaryStore {

  private final JdbcUnitOfWork unit;
  private final CreditCode enterprise;

  JdbcHazardSummaryStore(JdbcUnitOfWork unit, CreditCode enterprise) {
    this.unit = unit;
    this.enterprise = enterprise;
  }

  @Override
  public void put(HazardSummary summary) {
    boolean own = summary.enterprise().equals(enterprise);
    Require.require(own, "enterprise", "must be " + enterprise, summary.enterprise());
    unit.run(
        () -> {
          delete(summary.id());
          insert(summary);
          insertDues(summary);
        });
  }

  /** Deletes the row with all that is due. */
  private void delete(String id) {
    unit.update(
        Sql.of(
            "DELETE FROM hazard_summary WHERE enterprise = ? AND hazard_id = ?",
            enterprise.code(),
            id));
  }

  private void insert(HazardSummary row) {
    Optional<HazardGrade> grade = row.grade();
    Optional<LatestStep> latest = row.latest();
    unit.update(
        Sql.of(
            """
            INSERT INTO hazard_summary (
              enterprise, hazard_id, version, state, grade, grade_major,
              title, origin, area, unit, measure, deadline,
              latest_number, latest_action, latest_occurred, responsible,
              is_major, is_unverified, is_suspended, is_listed, is_ordered)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            enterprise.code(),
            row.id(),
            row.version(),
            row.state().code(),
            grade.map(HazardGrade::code),
            grade.map(HazardGrade::major),
            row.title(),
            row.origin(),
            row.area(),
            row.unit(),
            row.measure(),
            row.deadline(),
            latest.map(LatestStep::number),
            latest.map(step -> step.action().code()),
            latest.map(LatestStep::occurred),
            row.responsiblePostId(),
            row.is(HazardTrait.MAJOR),
            row.is(HazardTrait.UNVERIFIED),
            row.is(HazardTrait.SUSPENDED),
            row.is(HazardTrait.LISTED),
            row.is(HazardTrait.ORDERED)));
  }

  private void insertDues(HazardSummary row) {
    for (int place = 0; place < row.dues().size(); place++) {
      HazardDue due = row.dues().get(place);
      unit.update(
          Sql.of(
              """
              INSERT INTO hazard_due (
                enterprise, hazard_id, due_place, due_action, due_promptly, due_day, due_post,
                due_document, due_clause, due_evidence)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              """,
              enterprise.code(),
              row.id(),
              place,
              due.action().code(),
              due.promptly(),
              due.day(),
              due.postId(),
              due.source().document(),
              due.source().clause(),
              due.source().evidence().name()));
    }
  }

  @Override
  public Optional<HazardSummary> find(String id) {
    Sql hazard =
        Sql.of(
            "SELECT * FROM hazard_summary WHERE enterprise = ? AND hazard_id = ?",
            enterprise.code(),
            id);
    return unit.query(HazardRows.select(hazard), HazardRows::read).stream().findFirst();
  }
}
