package io.github.dualprevention.core.journal;

import io.github.dualprevention.core.store.InMemoryTable;
import io.github.dualprevention.core.store.InMemoryUnitOfWork;
import java.util.Optional;

/** Keeps openings in memory. */
public final class InMemoryPersonalDataStore implements PersonalDataStore {

  /**
   * A line of the table.
   *
   * @param commitment the seal
   * @param opening what opens it
   */
  private record Sealed(Commitment commitment, Opening opening) {}

  private final InMemoryUnitOfWork unit;
  private final InMemoryTable<Sealed> rows;

  /**
   * Creates an empty store.
   *
   * @param unit the unit of work that its changes belong to
   */
  public InMemoryPersonalDataStore(InMemoryUnitOfWork unit) {
    this.unit = unit;
    rows = new InMemoryTable<>(unit, row -> 1);
  }

  @Override
  public Commitment put(Commitment commitment, Opening opening) {
    return unit.run(
        () -> {
          Optional<Commitment> before = commitmentFor(opening.text());
          if (before.isEmpty() && find(commitment).isEmpty()) {
            rows.save(commitment.value(), new Sealed(commitment, opening), 0);
          }
          return before.orElse(commitment);
        });
  }

  @Override
  public Optional<Opening> find(Commitment commitment) {
    return rows.find(commitment.value()).map(Sealed::opening);
  }

  @Override
  public Optional<Commitment> commitmentFor(String text) {
    return rows.all().stream()
        .filter(row -> row.opening().text().equals(text))
        .map(Sealed::commitment)
        .findFirst();
  }

  @Override
  public void erase(Commitment commitment) {
    rows.erase(commitment.value());
  }
}
