package io.github.dualprevention.core.journal;

import io.github.dualprevention.core.store.InMemoryTable;
import io.github.dualprevention.core.store.InMemoryUnitOfWork;
import java.util.Optional;

/** Keeps openings in memory. */
public final class InMemoryPersonalDataStore implements PersonalDataStore {

  private final InMemoryUnitOfWork unit;
  private final InMemoryTable<Opening> openings;
  private final InMemoryTable<Commitment> byText;

  /**
   * Creates an empty store.
   *
   * @param unit the unit of work that its changes belong to
   */
  public InMemoryPersonalDataStore(InMemoryUnitOfWork unit) {
    this.unit = unit;
    openings = new InMemoryTable<>(unit, row -> 1);
    byText = new InMemoryTable<>(unit, row -> 1);
  }

  @Override
  public Commitment put(Commitment commitment, Opening opening) {
    return unit.call(
        () -> {
          Optional<Commitment> before = commitmentFor(opening.text());
          if (before.isEmpty() && openings.save(commitment.value(), opening, 0)) {
            byText.put(opening.text(), commitment);
          }
          return before.orElse(commitment);
        });
  }

  @Override
  public Optional<Opening> find(Commitment commitment) {
    return openings.find(commitment.value());
  }

  @Override
  public Optional<Commitment> commitmentFor(String text) {
    return byText.find(text);
  }

  @Override
  public void erase(Commitment commitment) {
    unit.run(
        () -> {
          find(commitment).ifPresent(opening -> byText.erase(opening.text()));
          openings.erase(commitment.value());
        });
  }
}
