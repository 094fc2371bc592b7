package io.github.dualprevention.testkit.jdbc;

import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.journal.Opening;
import io.github.dualprevention.core.journal.PersonalDataStore;
import io.github.dualprevention.core.organisation.CreditCode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Keeps openings in a database. */
final class JdbcPersonalDataStore implements PersonalDataStore {

  private final JdbcUnitOfWork unit;
  private final CreditCode enterprise;

  JdbcPersonalDataStore(JdbcUnitOfWork unit, CreditCode enterprise) {
    this.unit = unit;
    this.enterprise = enterprise;
  }

  @Override
  public Commitment put(Commitment commitment, Opening opening) {
    return unit.call(
        () -> {
          Optional<Commitment> kept = commitmentFor(opening.text());
          if (kept.isEmpty() && find(commitment).isEmpty()) {
            insert(commitment, opening);
          }
          return kept.orElse(commitment);
        });
  }

  private void insert(Commitment commitment, Opening opening) {
    Sql insert =
        Sql.of(
            """
            INSERT INTO personal_data (enterprise, commitment, salt, content, text_digest)
            VALUES (?, ?, ?, ?, ?)
            """,
            enterprise.code(),
            commitment.value(),
            opening.salt(),
            opening.text(),
            digest(opening.text()));
    unit.insert(insert, commitment.value(), 0);
  }

  @Override
  public Optional<Opening> find(Commitment commitment) {
    return unit
        .list(
            Sql.of(
                "SELECT salt, content FROM personal_data WHERE enterprise = ? AND commitment = ?",
                enterprise.code(),
                commitment.value()),
            rows -> new Opening(rows.getString("salt"), rows.getString("content")))
        .stream()
        .findFirst();
  }

  @Override
  public Optional<Commitment> commitmentFor(String text) {
    return unit
        .list(
            Sql.of(
                "SELECT commitment FROM personal_data WHERE enterprise = ? AND text_digest = ?",
                enterprise.code(),
                digest(text)),
            rows -> new Commitment(rows.getString("commitment")))
        .stream()
        .findFirst();
  }

  @Override
  public void erase(Commitment commitment) {
    unit.update(
        Sql.of(
            "DELETE FROM personal_data WHERE enterprise = ? AND commitment = ?",
            enterprise.code(),
            commitment.value()));
  }

  private static String digest(String text) {
    return HashAlgorithm.sha256().hash(text.getBytes(StandardCharsets.UTF_8));
  }
}
