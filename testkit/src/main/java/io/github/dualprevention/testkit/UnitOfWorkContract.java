package io.github.dualprevention.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dualprevention.core.journal.JournalStore;
import io.github.dualprevention.core.journal.PersonalDataStore;
import io.github.dualprevention.core.store.UnitOfWork;
import org.junit.jupiter.api.Test;

/** What every {@link UnitOfWork} keeps to, shown with two stores that belong to it. */
public abstract class UnitOfWorkContract {

  private static final String SUBJECT = "hazard/H-17";

  /** Each contract is extended where it is tested. */
  protected UnitOfWorkContract() {}

  /**
   * The unit of work under test.
   *
   * @return the same one for the whole of a test
   */
  protected abstract UnitOfWork unit();

  /**
   * A store that belongs to the unit of work.
   *
   * @return the same one for the whole of a test, empty at its beginning
   */
  protected abstract JournalStore journal();

  /**
   * Another store that belongs to the unit of work.
   *
   * @return the same one for the whole of a test, empty at its beginning
   */
  protected abstract PersonalDataStore personalData();

  /** What the work returns is what the caller gets. */
  @Test
  public void givesWhatTheWorkGives() {
    String text = unit().run(() -> "result");

    assertThat(text).isEqualTo("result");
  }

  /** Both stores keep their changes. */
  @Test
  public void keepsTheChangesOfAllStoresTogether() {
    unit().run(this::changeBoth);

    assertBoth(true);
  }

  /** Neither store keeps its changes, and the caller sees the very exception. */
  @Test
  public void keepsNoneOfTheChangesIfTheWorkFails() {
    Failure failure = new Failure();

    Throwable seen =
        catchThrowableOfType(
            Failure.class,
            () ->
                unit()
                    .run(
                        () -> {
                          changeBoth();
                          throw failure;
                        }));

    assertThat(seen).isSameAs(failure);
    assertBoth(false);
  }

  /** An error undoes as an exception does. */
  @Test
  public void keepsNoneOfTheChangesIfTheWorkEndsInAnError() {
    assertThatExceptionOfType(LinkageError.class)
        .isThrownBy(
            () ->
                unit()
                    .run(
                        () -> {
                          changeBoth();
                          throw new LinkageError("sample");
                        }));

    assertBoth(false);
  }

  /** Work reads what it has itself changed. */
  @Test
  public void showsTheWorkItsOwnChanges() {
    unit()
        .run(
            () -> {
              changeBoth();
              assertBoth(true);
              return true;
            });
  }

  /** An inner unit is part of the outer one. */
  @Test
  public void keepsTheChangesOfAnInnerUnitTogetherWithTheOuterOne() {
    unit()
        .run(
            () -> {
              changeJournal();
              return unit().run(this::changePersonalData);
            });

    assertBoth(true);
  }

  /** An inner unit that ended well is undone if the outer one fails. */
  @Test
  public void undoesAnInnerUnitIfTheOuterOneFails() {
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(
            () ->
                unit()
                    .run(
                        () -> {
                          changeJournal();
                          unit().run(this::changePersonalData);
                          throw new Failure();
                        }));

    assertBoth(false);
  }

  /** What a failed inner unit did is gone, even if the outer one catches the exception. */
  @Test
  public void keepsNothingOfAnInnerUnitWhoseFailureTheOuterOneCatches() {
    unit()
        .run(
            () -> {
              changeJournal();
              failInside();
              assertThat(personalData().find(Samples.commitment("示例人员甲", 1))).isEmpty();
              assertThat(journal().entries(SUBJECT)).hasSize(1);
              return true;
            });

    assertThat(journal().entries(SUBJECT)).hasSize(1);
    assertThat(personalData().find(Samples.commitment("示例人员甲", 1))).isEmpty();
  }

  /** After a failed inner unit the outer one goes on as if nothing had been. */
  @Test
  public void letsTheOuterUnitGoOnAfterAnInnerOneHasFailed() {
    unit()
        .run(
            () -> {
              failInside();
              return changeBoth();
            });

    assertBoth(true);
  }

  /** A unit that failed leaves nothing behind that could disturb the next one. */
  @Test
  public void worksAgainAfterAFailure() {
    failInside();

    unit().run(this::changeBoth);

    assertBoth(true);
  }

  private void failInside() {
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(
            () ->
                unit()
                    .run(
                        () -> {
                          journal()
                              .append(
                                  Samples.chain(SUBJECT, "a", 2)
                                      .get(journal().entries(SUBJECT).size()));
                          changePersonalData();
                          throw new Failure();
                        }));
  }

  private boolean changeBoth() {
    return changeJournal() && changePersonalData();
  }

  private boolean changeJournal() {
    journal().append(Samples.chain(SUBJECT, "a", 1).get(0));
    return true;
  }

  private boolean changePersonalData() {
    personalData().put(Samples.commitment("示例人员甲", 1), Samples.opening("示例人员甲", 1));
    return true;
  }

  private void assertBoth(boolean there) {
    assertThat(journal().head(SUBJECT).isPresent()).isEqualTo(there);
    assertThat(journal().subjects().contains(SUBJECT)).isEqualTo(there);
    assertThat(personalData().find(Samples.commitment("示例人员甲", 1)).isPresent()).isEqualTo(there);
    assertThat(personalData().commitmentFor("示例人员甲").isPresent()).isEqualTo(there);
  }

  private static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
