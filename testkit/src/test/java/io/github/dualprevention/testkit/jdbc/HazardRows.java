package io.github.dualprevention.testkit.jdbc;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardDue;
import io.github.dualprevention.core.hazard.HazardGrade;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.HazardSummary;
import io.github.dualprevention.core.hazard.HazardTrait;
import io.github.dualprevention.core.hazard.LatestStep;
import io.github.dualprevention.core.organisation.CreditCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads hazards from rows that hold a hazard beside one of its dues.
 *
 * <p>One query gives both: two of them could see two versions of a hazard at READ COMMITTED.
 */
final class HazardRows {

  private final ResultSet rows;
  private boolean isOnRow;

  private HazardRows(ResultSet rows) throws SQLException {
    this.rows = rows;
    isOnRow = rows.next();
  }

  /** The query for hazards with their dues, in the order of their ids. */
  static Sql select(Sql hazards) {
    return Sql.of(
            """
            SELECT hazard.*, due_action, due_promptly, due_day, due_post,
                   due_document, due_clause, due_evidence
            FROM (
            """)
        .add(hazards)
        .add(
            """
            ) AS hazard LEFT JOIN hazard_due AS due
              ON due.enterprise = hazard.enterprise AND due.hazard_id = hazard.hazard_id
            ORDER BY hazard.hazard_id, due.due_place
            """);
  }

  /** The column that says whether a hazard has a trait. */
  static String column(HazardTrait trait) {
    return "is_" + trait.code().toLowerCase(Locale.ROOT);
  }

  static List<HazardSummary> read(ResultSet rows) throws SQLException {
    HazardRows hazards = new HazardRows(rows);
    List<HazardSummary> found = new ArrayList<>();
    while (hazards.isOnRow) {
      found.add(hazards.hazard());
    }
    return List.copyOf(found);
  }

  /** Reads the dues last, since that leads on to the next hazard. */
  private HazardSummary hazard() throws SQLException {
    return new HazardSummary(
        new CreditCode(rows.getString("enterprise")),
        rows.getString("hazard_id"),
        rows.getInt("version"),
        known(HazardState.byCode(), "state"),
        grade(),
        text("title"),
        text("origin"),
        text("area"),
        text("unit"),
        text("measure"),
        day("deadline"),
        latest(),
        text("responsible"),
        traits(),
        dues(rows.getString("hazard_id")));
  }

  private Optional<HazardGrade> grade() throws SQLException {
    boolean major = rows.getBoolean("grade_major");
    return text("grade").map(code -> new HazardGrade(code, major));
  }

  private Optional<LatestStep> latest() throws SQLException {
    Optional<Instant> occurred = Sql.instant(rows, "latest_occurred");
    if (occurred.isEmpty()) {
      return Optional.empty();
    }
    HazardAction action = known(HazardAction.byCode(), "latest_action");
    return Optional.of(new LatestStep(rows.getInt("latest_number"), action, occurred.get()));
  }

  private Set<HazardTrait> traits() throws SQLException {
    Set<HazardTrait> traits = EnumSet.noneOf(HazardTrait.class);
    for (HazardTrait trait : HazardTrait.values()) {
      if (rows.getBoolean(column(trait))) {
        traits.add(trait);
      }
    }
    return traits;
  }

  private List<HazardDue> dues(String id) throws SQLException {
    List<HazardDue> dues = new ArrayList<>();
    do {
      if (text("due_action").isPresent()) {
        dues.add(due());
      }
      isOnRow = rows.next();
    } while (isOnRow && rows.getString("hazard_id").equals(id));
    return dues;
  }

  private HazardDue due() throws SQLException {
    return new HazardDue(
        known(HazardAction.byCode(), "due_action"),
        rows.getBoolean("due_promptly"),
        day("due_day"),
        text("due_post"),
        new SourceClause(
            rows.getString("due_document"),
            rows.getString("due_clause"),
            Evidence.valueOf(rows.getString("due_evidence"))));
  }

  private Optional<String> text(String column) throws SQLException {
    return Optional.ofNullable(rows.getString(column));
  }

  private Optional<LocalDate> day(String column) throws SQLException {
    return Optional.ofNullable(rows.getObject(column, LocalDate.class));
  }

  private <T> T known(Map<String, T> byCode, String column) throws SQLException {
    String code = rows.getString(column);
    T known = byCode.get(code);
    if (known == null) {
      throw Require.refusal(column, "must be known to this release", code);
    }
    return known;
  }
}
