package io.github.dualprevention.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.journal.JournalStore;
import io.github.dualprevention.core.journal.PersonalDataStore;
import io.github.dualprevention.core.store.UnitFailedException;
import io.github.dualprevention.core.store.UnitOfWork;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every {@link UnitOfWork} keeps to, shown with two stores that belong to it.
 *
 * <p>A database in a plain transaction can keep it: no test needs a savepoint, and after a failure
 * no test asks the same unit for anything.
 */
public abstract class UnitOfWorkContract {

  private static final String SUBJECT = "hazard/H-17";
  private static final String NAME = "示例人员甲";

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
   * Another store that belongs to the unit of work, of the same enterprise.
   *
   * @return the same one for the whole of a test, empty at its beginning
   */
  protected abstract PersonalDataStore personalData();

  /** The caller gets what the work returns. */
  @Test
  public void givesWhatTheWorkGives() {
    String text = unit().call(() -> "result");

    assertThat(text).isEqualTo("result");
  }

  /** Both stores keep their changes, whether or not the work has a result. */
  @Test
  public void keepsTheChangesOfAllStoresTogether() {
    unit().run(this::changeBoth);

    assertBoth(true);

    boolean appended = unit().call(() -> journal().append(entry(2)));

    assertThat(appended).isTrue();
    assertThat(journal().head(SUBJECT)).contains(entry(2));
  }

  /** Each call to a store outside of any unit is a unit of its own. */
  @Test
  public void keepsWhatIsDoneOutsideOfAnyUnit() {
    changeJournal();
    fails(this::changePersonalData);

    assertThat(journal().chain(SUBJECT)).containsExactly(entry(1));
    assertThat(personalData().commitmentFor(NAME)).isEmpty();
  }

  /** No store keeps its changes, and the caller sees the very exception. */
  @Test
  public void keepsNoneOfTheChangesIfTheWorkFails() {
    Failure failure = new Failure();

    Throwable seen =
        catchThrowable(
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
            });
  }

  /** An inner unit is part of the outer one. */
  @Test
  public void keepsTheChangesOfAnInnerUnitTogetherWithTheOuterOne() {
    unit()
        .run(
            () -> {
              changeJournal();
              unit().run(this::changePersonalData);
            });

    assertBoth(true);
  }

  /** An inner unit that ended well is undone if the outer one fails. */
  @Test
  public void undoesAnInnerUnitIfTheOuterOneFails() {
    fails(
        () -> {
          changeJournal();
          unit().run(this::changePersonalData);
        });

    assertBoth(false);
  }

  /** The exception of an inner unit passes through the outer one as it is. */
  @Test
  public void keepsNothingIfAnInnerUnitFails() {
    Failure failure = new Failure();

    Throwable seen =
        catchThrowable(
            () ->
                unit()
                    .run(
                        () -> {
                          changeJournal();
                          unit()
                              .run(
                                  () -> {
                                    changePersonalData();
                                    throw failure;
                                  });
                        }));

    assertThat(seen).isSameAs(failure);
    assertBoth(false);
  }

  /** The outer unit fails too, even if it catches the exception of the inner one. */
  @Test
  public void failsIfAnInnerUnitHasFailed() {
    assertUnitFails(
        () -> {
          changeJournal();
          fails(this::changePersonalData);
        });
  }

  /** An inner unit can lie as deep as it likes; a unit between them does not help. */
  @Test
  public void failsIfAUnitInsideAnInnerUnitHasFailed() {
    assertUnitFails(
        () -> {
          changeJournal();
          unit().run(() -> fails(this::changePersonalData));
        });
  }

  /** A failed inner unit without any change fails the outer one as well. */
  @Test
  public void failsEvenIfTheInnerUnitHadChangedNothing() {
    assertUnitFails(
        () -> {
          changeBoth();
          fails(() -> {});
        });
  }

  /** The caller sees what the outer unit has made of the failure. */
  @Test
  public void givesTheOuterUnitsOwnExceptionAfterAnInnerOneHasFailed() {
    IllegalStateException own = new IllegalStateException("sample");

    Throwable seen =
        catchThrowable(
            () ->
                unit()
                    .run(
                        () -> {
                          changeJournal();
                          fails(this::changePersonalData);
                          throw own;
                        }));

    assertThat(seen).isSameAs(own);
    assertBoth(false);
  }

  /** A failed unit leaves nothing behind that could disturb the next one. */
  @Test
  public void worksAgainAfterAFailure() {
    fails(this::changeBoth);
    assertUnitFails(() -> fails(this::changeBoth));

    unit().run(this::changeBoth);

    assertBoth(true);
  }

  private void assertUnitFails(Runnable work) {
    assertThatExceptionOfType(UnitFailedException.class)
        .isThrownBy(() -> unit().run(work))
        .satisfies(failed -> assertThat(failed.code()).isEqualTo("store.unit.failed"));

    assertBoth(false);
  }

  /** Does work in a unit that fails, and catches the failure. */
  private void fails(Runnable work) {
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(
            () ->
                unit()
                    .run(
                        () -> {
                          work.run();
                          throw new Failure();
                        }));
  }

  private void changeBoth() {
    changeJournal();
    changePersonalData();
  }

  private void changeJournal() {
    assertThat(journal().append(entry(1))).isTrue();
  }

  private void changePersonalData() {
    personalData().put(Samples.commitment(NAME, 1), Samples.opening(NAME, 1));
  }

  private static JournalEntry entry(int number) {
    List<JournalEntry> chain = Samples.chain(SUBJECT, "a", number);
    return chain.get(number - 1);
  }

  private void assertBoth(boolean there) {
    assertThat(journal().head(SUBJECT).isPresent()).isEqualTo(there);
    assertThat(journal().chain(SUBJECT)).hasSize(there ? 1 : 0);
    assertThat(personalData().find(Samples.commitment(NAME, 1)).isPresent()).isEqualTo(there);
    assertThat(personalData().commitmentFor(NAME).isPresent()).isEqualTo(there);
  }

  private static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
