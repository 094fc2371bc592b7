package io.github.dualprevention.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardStore;
import io.github.dualprevention.core.store.StaleRecordException;
import io.github.dualprevention.core.store.UnitOfWork;
import org.junit.jupiter.api.Test;

/** What every {@link HazardStore} keeps to. */
public abstract class HazardStoreContract {

  private static final String ID = "H-1";

  /** Each contract is extended where it is tested. */
  protected HazardStoreContract() {}

  /**
   * The unit of work that the store belongs to.
   *
   * @return the same one for the whole of a test
   */
  protected abstract UnitOfWork unit();

  /**
   * The store under test.
   *
   * @return the same one for the whole of a test, empty at its beginning
   */
  protected abstract HazardStore hazards();

  /** Nothing is found before it is saved, and nothing under another id. */
  @Test
  public void findsNothingThatWasNotSaved() {
    save(Samples.hazard(ID, 1), 0);

    assertThat(hazards().find("H-2")).isEmpty();
    assertThat(hazards().find("h-1")).isEmpty();
    assertThat(hazards().find(" H-1")).isEmpty();
  }

  /** A hazard comes back with every step, its grade, its evidence and its version. */
  @Test
  public void keepsEveryStepOfAHazard() {
    for (int version = 1; version <= Samples.HAZARD_STEPS; version++) {
      save(Samples.hazard(ID, version), version - 1);

      assertThat(hazards().find(ID)).contains(Samples.hazard(ID, version));
    }
  }

  /** Whoever has read an older version is refused, and nothing changes. */
  @Test
  public void refusesAChangeThatIsBasedOnAnOlderVersion() {
    save(Samples.hazard(ID, 1), 0);
    save(Samples.hazard(ID, 2), 1);

    assertStale(Samples.hazard(ID, 2), 1);
    assertStale(Samples.hazard(ID, 1), 0);
    assertThat(hazards().find(ID)).contains(Samples.hazard(ID, 2));
  }

  /** A hazard that is not there has no older version. */
  @Test
  public void refusesAChangeOfAHazardThatIsNotThere() {
    assertStale(Samples.hazard(ID, 2), 1);
    assertThat(hazards().find(ID)).isEmpty();
  }

  /** What a failed unit of work has saved is gone, and can be saved again. */
  @Test
  public void forgetsWhatAFailedUnitOfWorkHasSaved() {
    save(Samples.hazard(ID, 1), 0);

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                unit()
                    .run(
                        () -> {
                          save(Samples.hazard(ID, 2), 1);
                          save(Samples.hazard("H-2", 1), 0);
                          throw new IllegalStateException("the unit fails");
                        }));

    assertThat(hazards().find(ID)).contains(Samples.hazard(ID, 1));
    assertThat(hazards().find("H-2")).isEmpty();
    save(Samples.hazard(ID, 2), 1);
    assertThat(hazards().find(ID)).contains(Samples.hazard(ID, 2));
  }

  private void save(Hazard hazard, int expected) {
    unit()
        .run(
            () -> {
              hazards().save(hazard, expected);
              return hazard;
            });
  }

  private void assertStale(Hazard hazard, int expected) {
    assertThatExceptionOfType(StaleRecordException.class).isThrownBy(() -> save(hazard, expected));
  }
}
