package io.github.dualprevention.testkit.jdbc;

import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.journal.JournalStore;
import io.github.dualprevention.core.organisation.CreditCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps entries in a database. */
final class JdbcJournalStore implements JournalStore {

  private final JdbcUnitOfWork unit;
  private final CreditCode enterprise;

  JdbcJournalStore(JdbcUnitOfWork unit, CreditCode enterprise) {
    this.unit = unit;
    this.enterprise = enterprise;
  }

  @Override
  public boolean append(JournalEntry entry) {
    return unit.call(
        () -> {
          boolean follows = follows(entry, head(entry.fact().subject()));
          if (follows) {
            insert(entry);
          }
          return follows;
        });
  }

  private static boolean follows(JournalEntry entry, Optional<JournalEntry> head) {
    return entry.number() == head.map(JournalEntry::number).orElse(0L) + 1
        && entry.previous().equals(head.map(JournalEntry::hash));
  }

  private void insert(JournalEntry entry) {
    String subject = entry.fact().subject();
    Sql insert =
        Sql.of(
            """
            INSERT INTO journal_entry (enterprise, subject, entry_number, hash, line)
            VALUES (?, ?, ?, ?, ?)
            """,
            enterprise.code(),
            subject,
            entry.number(),
            entry.hash(),
            entry.line());
    unit.insert(insert, subject, entry.number() - 1);
  }

  @Override
  public Optional<JournalEntry> head(String subject) {
    return unit
        .list(chainOf(subject).add(" ORDER BY entry_number DESC LIMIT 1"), JdbcJournalStore::entry)
        .stream()
        .findFirst();
  }

  @Override
  public List<JournalEntry> chain(String subject) {
    return unit.list(chainOf(subject).add(" ORDER BY entry_number"), JdbcJournalStore::entry);
  }

  private Sql chainOf(String subject) {
    return Sql.of(
        "SELECT line, hash FROM journal_entry WHERE enterprise = ? AND subject = ?",
        enterprise.code(),
        subject);
  }

  @Override
  public Stream<JournalEntry> entries() {
    return unit.stream(
        Sql.of(
            """
            SELECT line, hash FROM journal_entry
            WHERE enterprise = ?
            ORDER BY subject, entry_number
            """,
            enterprise.code()),
        JdbcJournalStore::entry);
  }

  @Override
  public Stream<JournalEntry> heads() {
    return unit.stream(
        Sql.of(
            """
            SELECT line, hash FROM journal_entry AS head
            WHERE enterprise = ? AND NOT EXISTS (
              SELECT 1 FROM journal_entry AS later
              WHERE later.enterprise = head.enterprise
                AND later.subject = head.subject
                AND later.entry_number = head.entry_number + 1)
            ORDER BY subject
            """,
            enterprise.code()),
        JdbcJournalStore::entry);
  }

  private static JournalEntry entry(ResultSet rows) throws SQLException {
    return JournalEntry.of(rows.getString("line"), rows.getString("hash"));
  }
}
