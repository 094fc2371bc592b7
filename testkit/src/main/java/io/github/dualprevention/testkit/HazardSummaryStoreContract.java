package io.github.dualprevention.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardDue;
import io.github.dualprevention.core.hazard.HazardGrade;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.HazardSummary;
import io.github.dualprevention.core.hazard.HazardSummaryStore;
import io.github.dualprevention.core.hazard.HazardTrait;
import io.github.dualprevention.core.hazard.LatestStep;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.store.UnitOfWork;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link HazardSummaryStore} keeps to. */
public abstract class HazardSummaryStoreContract {

  private static final String ID = "H-1";
  private static final int LONGEST_FACT = 4_000;
  private static final int LONGEST_SOURCE = 500;

  /** Each contract is extended where it is tested. */
  protected HazardSummaryStoreContract() {}

  /**
   * The unit of work that the stores belong to.
   *
   * @return the same one for the whole of a test
   */
  protected abstract UnitOfWork unit();

  /**
   * The store under test.
   *
   * @param enterprise whose rows it keeps; one database holds those of all enterprises
   * @return the enterprise's store; empty at the beginning of a test
   */
  protected abstract HazardSummaryStore summariesOf(CreditCode enterprise);

  private HazardSummaryStore summaries() {
    return summariesOf(Samples.enterprise());
  }

  /** Nothing is found before it is put in, and nothing under another id. */
  @Test
  public void findsNothingThatWasNotPut() {
    summaries().put(Samples.summary(ID));

    assertThat(summaries().find("H-2")).isEmpty();
    assertThat(summaries().find("h-1")).isEmpty();
    assertThat(summaries().find(" H-1")).isEmpty();
  }

  /** Ids are equal only if every character is, whatever a database takes for equal. */
  @Test
  public void tellsIdsApartByEveryCharacter() {
    List<HazardSummary> rows = Samples.lookalikes().map(Samples::summary).toList();

    rows.forEach(summaries()::put);

    assertThat(rows).allSatisfy(row -> assertThat(summaries().find(row.id())).contains(row));
  }

  /** An id may have a hundred characters. */
  @Test
  public void tellsLongIdsApart() {
    String id = "隐".repeat(99);

    assertKept(full(id + "a"));
    assertKept(bare(id + "b"));

    assertThat(summaries().find(id + "a")).contains(full(id + "a"));
  }

  /** A row comes back as it was put in, after each of the hazard's steps. */
  @Test
  public void keepsTheRowAfterEveryStep() {
    for (int steps = 1; steps <= Samples.HAZARD_STEPS; steps++) {
      assertKept(Samples.summary(ID, steps));
    }
  }

  /** Every field comes back, whatever the text. */
  @Test
  public void keepsEveryField() {
    assertKept(full(ID));
  }

  /** What is empty comes back empty. */
  @Test
  public void keepsEmptyFields() {
    assertKept(bare(ID));
  }

  /** Every mixture of fields comes back. */
  @Test
  public void keepsAnyRow() {
    Lots lots = new Lots(1);

    for (int i = 0; i < 200; i++) {
      assertKept(lots.summary(ID + i % 20));
    }
  }

  /** All codes come back. */
  @Test
  public void keepsEveryStateActionAndTrait() {
    for (HazardState state : HazardState.values()) {
      assertKept(new SummaryBuilder(ID, state).build());
    }
    for (HazardTrait trait : HazardTrait.values()) {
      assertKept(new SummaryBuilder(ID, HazardState.ASSESSED).traits(trait).build());
    }
    for (HazardAction action : HazardAction.values()) {
      LatestStep latest = new LatestStep(7, action, Samples.moment().plusMillis(123));
      assertKept(new SummaryBuilder(ID, HazardState.CLOSED).latest(latest).build());
    }
  }

  /** A text of a step may have 4,000 characters, and a row tells several of them. */
  @Test
  public void keepsTheLongestTexts() {
    String text = "隐".repeat(LONGEST_FACT);
    HazardDue due =
        new HazardDue(
            HazardAction.SUBMIT,
            false,
            Optional.empty(),
            Optional.of(text),
            new SourceClause(
                "文".repeat(LONGEST_SOURCE), "条".repeat(LONGEST_SOURCE), Evidence.PUBLISHED));

    assertKept(row(ID, text, List.of(due)));
  }

  /** Dues come back in their order, also if two are the same, with and without a day. */
  @Test
  public void keepsTheOrderOfDues() {
    HazardDue first = due(HazardAction.SUBMIT, false, Optional.of(LocalDate.of(2026, 7, 31)));
    HazardDue second = due(HazardAction.DELIST, true, Optional.empty());
    HazardDue third = due(HazardAction.ACCEPT, false, Optional.of(LocalDate.of(9999, 12, 31)));

    assertKept(row(ID, "a", List.of(first, second, third)));
    assertKept(row(ID, "a", List.of(third, first, first, second, third)));

    List<HazardDue> many = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      many.add(due(HazardAction.REACH_MILESTONE, false, Optional.of(LocalDate.of(2026, 9, 1))));
      many.add(due(HazardAction.REACH_MILESTONE, true, Optional.of(LocalDate.of(2026, 8, 1))));
    }
    assertKept(row(ID, "a", many));
  }

  /** Of the earlier row nothing is left, no field and no due. */
  @Test
  public void replacesTheEarlierRow() {
    summaries().put(full("H-2"));
    for (HazardSummary row : List.of(full(ID), bare(ID), bare(ID), full(ID), full(ID))) {
      assertKept(row);
    }

    assertThat(summaries().find("H-2")).contains(full("H-2"));
  }

  /** A unit of work reads what it has itself put in. */
  @Test
  public void showsAUnitOfWorkItsOwnRows() {
    unit()
        .run(
            () -> {
              assertKept(bare(ID));
              assertKept(full(ID));
            });

    assertThat(summaries().find(ID)).contains(full(ID));
  }

  /** What a failing unit of work has put in is gone, and the earlier row is there again. */
  @Test
  public void forgetsWhatAFailingUnitOfWorkHasPut() {
    summaries().put(full(ID));

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                unit()
                    .run(
                        () -> {
                          summaries().put(bare(ID));
                          summaries().put(full("H-2"));
                          throw new IllegalStateException("the unit fails");
                        }));

    assertThat(summaries().find(ID)).contains(full(ID));
    assertThat(summaries().find("H-2")).isEmpty();
    assertKept(full("H-2"));
  }

  /** Two enterprises in one database never see each other, even under the same id. */
  @Test
  public void keepsEnterprisesApart() {
    HazardSummaryStore another = summariesOf(Samples.anotherEnterprise());
    HazardSummary theirs =
        new SummaryBuilder(ID, HazardState.CLOSED).enterprise(Samples.anotherEnterprise()).build();
    summaries().put(full(ID));

    assertThat(another.find(ID)).isEmpty();
    another.put(theirs);

    assertThat(summaries().find(ID)).contains(full(ID));
    assertThat(another.find(ID)).contains(theirs);
    assertKept(bare(ID));
    assertThat(another.find(ID)).contains(theirs);
  }

  private void assertKept(HazardSummary row) {
    summaries().put(row);

    assertThat(summaries().find(row.id())).contains(row);
  }

  private static HazardSummary bare(String id) {
    return new SummaryBuilder(id, HazardState.REGISTERED).build();
  }

  private static HazardSummary full(String id) {
    LocalDate day = LocalDate.of(2026, 7, 31);
    return row(
        id,
        Samples.AWKWARD_TEXT,
        List.of(
            due(HazardAction.SUBMIT, false, Optional.of(day)),
            due(HazardAction.DELIST, true, Optional.of(day.minusDays(1))),
            due(HazardAction.REPORT, false, Optional.empty())));
  }

  /** A row without an empty field; all its texts are the same. */
  private static HazardSummary row(String id, String text, List<HazardDue> dues) {
    return new HazardSummary(
        Samples.enterprise(),
        id,
        999_999_999,
        HazardState.RECTIFYING,
        Optional.of(new HazardGrade("重大-Ⅰ", true)),
        Optional.of(text),
        Optional.of(text),
        Optional.of(text),
        Optional.of(text),
        Optional.of(text),
        Optional.of(LocalDate.of(2028, 2, 29)),
        Optional.of(
            new LatestStep(999_999_998, HazardAction.START, Samples.moment().plusMillis(7))),
        Optional.of(text),
        Set.of(HazardTrait.values()),
        dues);
  }

  private static HazardDue due(HazardAction action, boolean promptly, Optional<LocalDate> day) {
    SourceClause source =
        new SourceClause(Samples.AWKWARD_TEXT, Samples.AWKWARD_TEXT, Evidence.PRESCRIBED);
    return new HazardDue(action, promptly, day, day.map(last -> Samples.AWKWARD_TEXT), source);
  }
}
