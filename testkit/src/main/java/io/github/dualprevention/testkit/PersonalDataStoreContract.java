package io.github.dualprevention.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.Opening;
import io.github.dualprevention.core.journal.PersonalDataStore;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.store.UnitOfWork;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link PersonalDataStore} keeps to. */
public abstract class PersonalDataStoreContract {

  private static final String NAME = "示例人员甲";

  /** Each contract is extended where it is tested. */
  protected PersonalDataStoreContract() {}

  /**
   * The unit of work that the stores belong to.
   *
   * @return the same one for the whole of a test
   */
  protected abstract UnitOfWork unit();

  /**
   * The store under test.
   *
   * @param enterprise whose personal data it keeps; one database holds those of all enterprises
   * @return the enterprise's store; empty at the beginning of a test
   */
  protected abstract PersonalDataStore personalDataOf(CreditCode enterprise);

  private PersonalDataStore personalData() {
    return personalDataOf(Samples.enterprise());
  }

  /** What was put in is found both ways. */
  @Test
  public void findsWhatItKeepsBySealAndByText() {
    put(NAME, 1);

    assertKept(NAME, 1);
  }

  /** Texts come back character by character, and open their seals. */
  @Test
  public void keepsEveryCharacterOfAText() {
    put(Samples.AWKWARD_TEXT, 1);

    assertKept(Samples.AWKWARD_TEXT, 1);
  }

  /** A text may be long. */
  @Test
  public void keepsALongText() {
    String text = "住址".repeat(500);
    put(text, 1);

    assertKept(text, 1);
  }

  /** A salt of the greatest length is kept. */
  @Test
  public void keepsALongSalt() {
    Opening opening = new Opening("ab".repeat(255), NAME);
    personalData().put(Samples.commitment(NAME, 1), opening);

    assertThat(personalData().find(Samples.commitment(NAME, 1))).contains(opening);
  }

  /** Never kept, never found. */
  @Test
  public void findsNothingThatItDoesNotKeep() {
    put(NAME, 1);

    assertThat(personalData().find(Samples.commitment(NAME, 2))).isEmpty();
    assertThat(personalData().commitmentFor("示例人员乙")).isEmpty();
  }

  /** A text keeps its first seal, and that one is the answer from then on. */
  @Test
  public void answersWithTheSealThatItKeeps() {
    Commitment first = Samples.commitment(NAME, 1);

    assertThat(personalData().put(first, Samples.opening(NAME, 1))).isEqualTo(first);
    assertThat(personalData().put(first, Samples.opening(NAME, 1))).isEqualTo(first);
    assertThat(personalData().put(Samples.commitment(NAME, 2), Samples.opening(NAME, 2)))
        .isEqualTo(first);

    assertKept(NAME, 1);
    assertThat(personalData().find(Samples.commitment(NAME, 2))).isEmpty();
  }

  /** A text that is kept is no failure: the unit of work goes on and keeps the rest. */
  @Test
  public void aUnitOfWorkGoesOnAfterATextThatIsKept() {
    put(NAME, 1);

    unit()
        .run(
            () -> {
              put(NAME, 2);
              put("示例人员乙", 3);
            });

    assertKept(NAME, 1);
    assertKept("示例人员乙", 3);
  }

  /** A seal that is kept opens what it has opened before. */
  @Test
  public void doesNotReplaceWhatItKeeps() {
    put(NAME, 1);

    personalData().put(Samples.commitment(NAME, 1), Samples.opening("示例人员乙", 2));

    assertKept(NAME, 1);
    assertThat(personalData().commitmentFor("示例人员乙")).isEmpty();
  }

  /** Texts are equal only if every character is, whatever a database takes for equal. */
  @Test
  public void tellsTextsApartByEveryCharacter() {
    List<String> texts = List.of("Li", "li", "Ｌi", "Lí", "示例人员甲", "示例人員甲", "L_", "L%", "𠮷", "吉");

    for (int i = 0; i < texts.size(); i++) {
      put(texts.get(i), i);
    }

    for (int i = 0; i < texts.size(); i++) {
      assertKept(texts.get(i), i);
    }
  }

  /** Erased is erased, both ways, and nothing else with it. */
  @Test
  public void erasesForGood() {
    put(NAME, 1);
    put("示例人员乙", 2);

    personalData().erase(Samples.commitment(NAME, 1));

    assertGone(NAME, 1);
    assertKept("示例人员乙", 2);
  }

  /** There is nothing wrong with erasing twice. */
  @Test
  public void erasesNothingIfNothingIsKept() {
    put(NAME, 1);

    personalData().erase(Samples.commitment(NAME, 2));

    assertKept(NAME, 1);
  }

  /** A person who comes back gets a seal of another salt. */
  @Test
  public void keepsATextAgainAfterItWasErased() {
    put(NAME, 1);
    personalData().erase(Samples.commitment(NAME, 1));

    put(NAME, 2);

    assertKept(NAME, 2);
    assertThat(personalData().find(Samples.commitment(NAME, 1))).isEmpty();
  }

  /** What a failing unit of work has put in is gone. */
  @Test
  public void forgetsWhatAFailingUnitOfWorkHasPut() {
    fail(() -> put(NAME, 1));

    assertGone(NAME, 1);
  }

  /** What a failing unit of work has erased is there again. */
  @Test
  public void keepsWhatAFailingUnitOfWorkHasErased() {
    put(NAME, 1);

    fail(() -> personalData().erase(Samples.commitment(NAME, 1)));

    assertKept(NAME, 1);
  }

  /** Two enterprises in one database never see each other, even if they know the same person. */
  @Test
  public void keepsEnterprisesApart() {
    PersonalDataStore another = personalDataOf(Samples.anotherEnterprise());
    Commitment mine = Samples.commitment(NAME, 1);
    Commitment theirs = Samples.commitment(NAME, 2);
    put(NAME, 1);

    assertThat(another.commitmentFor(NAME)).isEmpty();
    assertThat(another.find(mine)).isEmpty();
    assertThat(another.put(theirs, Samples.opening(NAME, 2))).isEqualTo(theirs);
    another.erase(mine);
    assertKept(NAME, 1);

    personalData().erase(mine);
    personalData().erase(theirs);
    assertGone(NAME, 1);
    assertThat(another.commitmentFor(NAME)).contains(theirs);
    assertThat(another.find(theirs)).contains(Samples.opening(NAME, 2));
  }

  /** The same seal may stand in two enterprises, as after a take-over of records. */
  @Test
  public void keepsTheSameSealForTwoEnterprises() {
    PersonalDataStore another = personalDataOf(Samples.anotherEnterprise());
    Commitment seal = Samples.commitment(NAME, 1);
    put(NAME, 1);

    assertThat(another.put(seal, Samples.opening(NAME, 1))).isEqualTo(seal);
    personalData().erase(seal);

    assertThat(another.find(seal)).contains(Samples.opening(NAME, 1));
    assertGone(NAME, 1);
  }

  private void fail(Runnable work) {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                unit()
                    .run(
                        () -> {
                          work.run();
                          throw new IllegalStateException("sample");
                        }));
  }

  private void put(String text, int salt) {
    personalData().put(Samples.commitment(text, salt), Samples.opening(text, salt));
  }

  private void assertKept(String text, int salt) {
    Commitment seal = Samples.commitment(text, salt);
    assertThat(personalData().find(seal)).contains(Samples.opening(text, salt));
    assertThat(personalData().commitmentFor(text)).contains(seal);
  }

  private void assertGone(String text, int salt) {
    assertThat(personalData().find(Samples.commitment(text, salt))).isEmpty();
    assertThat(personalData().commitmentFor(text)).isEmpty();
  }
}
