package io.github.dualprevention.testkit.jdbc;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.reporting.OutboxItem;
import io.github.dualprevention.reporting.OutboxStore;
import io.github.dualprevention.reporting.ReportEnvelope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps items in a database. */
final class JdbcOutboxStore implements OutboxStore {

  private final JdbcUnitOfWork unit;
  private final CreditCode enterprise;

  JdbcOutboxStore(JdbcUnitOfWork unit, CreditCode enterprise) {
    this.unit = unit;
    this.enterprise = enterprise;
  }

  @Override
  public Optional<OutboxItem> find(String id) {
    return unit
        .list(
            Sql.of(
                "SELECT * FROM outbox_item WHERE enterprise = ? AND envelope_id = ?",
                enterprise.code(),
                id),
            JdbcOutboxStore::item)
        .stream()
        .findFirst();
  }

  @Override
  public boolean save(OutboxItem item, long expected) {
    return unit.call(() -> expected == 0 ? insert(item) : update(item, expected));
  }

  private boolean insert(OutboxItem item) {
    ReportEnvelope envelope = item.envelope();
    boolean follows = lastSequence(envelope.subject()) == envelope.sequence() - 1;
    if (follows) {
      unit.insert(insertion(item), envelope.subject(), envelope.sequence() - 1);
    }
    return follows;
  }

  private Sql insertion(OutboxItem item) {
    ReportEnvelope envelope = item.envelope();
    return Sql.of(
        """
        INSERT INTO outbox_item (
          enterprise, envelope_id, reporter, report_type, report_schema,
          subject, report_sequence, body, digest, first_step, last_step,
          state, attempts, not_before, receipt_no, problem, withdrawal, version)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        enterprise.code(),
        envelope.id(),
        envelope.reporter(),
        envelope.type(),
        envelope.schema(),
        envelope.subject(),
        envelope.sequence(),
        envelope.body(),
        envelope.digest(),
        item.first(),
        item.last(),
        item.state().code(),
        item.attempts(),
        item.notBefore(),
        item.receiptNo(),
        item.problem(),
        item.withdrawal(),
        item.version());
  }

  /** Another transaction may have changed the item since it was found; the version tells. */
  private boolean update(OutboxItem item, long expected) {
    Optional<OutboxItem> kept =
        find(item.envelope().id()).filter(found -> found.version() == expected);
    kept.ifPresent(found -> requireSameReport(found, item));
    return kept.isPresent() && unit.update(change(item, expected)) == 1;
  }

  private static void requireSameReport(OutboxItem kept, OutboxItem item) {
    boolean frozen =
        kept.envelope().equals(item.envelope())
            && kept.first() == item.first()
            && kept.last() == item.last();
    Require.require(frozen, "report", "must stay " + kept, item);
  }

  private Sql change(OutboxItem item, long expected) {
    return Sql.of(
        """
        UPDATE outbox_item
        SET state = ?, attempts = ?, not_before = ?, receipt_no = ?, problem = ?,
            withdrawal = ?, version = ?
        WHERE enterprise = ? AND envelope_id = ? AND version = ?
        """,
        item.state().code(),
        item.attempts(),
        item.notBefore(),
        item.receiptNo(),
        item.problem(),
        item.withdrawal(),
        item.version(),
        enterprise.code(),
        item.envelope().id(),
        expected);
  }

  @Override
  public long lastSequence(String subject) {
    return unit.list(
            Sql.of(
                """
                SELECT COALESCE(MAX(report_sequence), 0) FROM outbox_item
                WHERE enterprise = ? AND subject = ?
                """,
                enterprise.code(),
                subject),
            rows -> rows.getLong(1))
        .get(0);
  }

  /** The step is the first one of all, or follows the last one of some report. */
  @Override
  public int firstUnreported(String subject) {
    return unit.list(
            Sql.of(
                """
                SELECT MIN(step) FROM (
                  SELECT 1 AS step
                  UNION
                  SELECT last_step + 1 FROM outbox_item WHERE enterprise = ? AND subject = ?
                ) AS candidate
                WHERE NOT EXISTS (
                  SELECT 1 FROM outbox_item
                  WHERE enterprise = ? AND subject = ?
                    AND state NOT IN ('REJECTED', 'WITHDRAWN')
                    AND step BETWEEN first_step AND last_step)
                """,
                enterprise.code(),
                subject,
                enterprise.code(),
                subject),
            rows -> rows.getInt(1))
        .get(0);
  }

  @Override
  public List<OutboxItem> due(Instant now, int limit) {
    Require.require(limit >= 1, "limit", "must be at least 1", limit);
    return unit.list(
        Sql.of(
            """
            SELECT * FROM outbox_item AS item
            WHERE enterprise = ? AND state IN ('PENDING', 'LEASED') AND not_before <= ?
              AND NOT EXISTS (
                SELECT 1 FROM outbox_item AS earlier
                WHERE earlier.enterprise = item.enterprise
                  AND earlier.subject = item.subject
                  AND earlier.report_sequence < item.report_sequence
                  AND earlier.state NOT IN ('ACCEPTED', 'WITHDRAWN'))
            ORDER BY not_before, subject
            LIMIT ?
            """,
            enterprise.code(),
            now,
            limit),
        JdbcOutboxStore::item);
  }

  @Override
  public Stream<OutboxItem> rejected() {
    return unit.stream(
        Sql.of(
            """
            SELECT * FROM outbox_item
            WHERE enterprise = ? AND state = 'REJECTED'
            ORDER BY subject, report_sequence
            """,
            enterprise.code()),
        JdbcOutboxStore::item);
  }

  private static OutboxItem item(ResultSet rows) throws SQLException {
    return new OutboxItem(
        envelope(rows),
        rows.getInt("first_step"),
        rows.getInt("last_step"),
        OutboxItem.State.valueOf(rows.getString("state")),
        rows.getInt("attempts"),
        Sql.instant(rows, "not_before").orElseThrow(),
        Optional.ofNullable(rows.getString("receipt_no")),
        Optional.ofNullable(rows.getString("problem")),
        Optional.ofNullable(rows.getString("withdrawal")),
        rows.getLong("version"));
  }

  private static ReportEnvelope envelope(ResultSet rows) throws SQLException {
    return ReportEnvelope.read(
        rows.getString("envelope_id"),
        rows.getString("reporter"),
        rows.getString("report_type"),
        rows.getString("report_schema"),
        rows.getString("subject"),
        rows.getLong("report_sequence"),
        rows.getString("body"),
        rows.getString("digest"));
  }
}
