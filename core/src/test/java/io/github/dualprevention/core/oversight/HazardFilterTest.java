package io.github.dualprevention.core.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardGrade;
import io.github.dualprevention.core.hazard.HazardOrigin;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.HazardTrait;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HazardFilterTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

  /** A hazard in each state, each general where it has a grade. */
  private static final Map<HazardState, Hazard> IN = inEachState();

  private static Map<HazardState, Hazard> inEachState() {
    Map<HazardState, Hazard> hazards = new EnumMap<>(HazardState.class);
    for (Hazard hazard :
        List.of(
            Tale.of("H").register().hazard(),
            Tale.of("H").register().assess(Tale.GENERAL).hazard(),
            rectifying().hazard(),
            Tale.of("H").register().assess(Tale.GENERAL).fixOnSpot().hazard(),
            rectifying().submit().hazard(),
            rectifying().submit().accept().hazard(),
            rectifying().submit().accept().closeOut().hazard(),
            Tale.of("H").register().dismiss().hazard())) {
      hazards.put(hazard.state(), hazard);
    }
    return hazards;
  }

  /** Due on 2026-11-25. */
  private static Tale rectifying() {
    return Tale.of("H").on("2026-11-01").register().assess(Tale.GENERAL).start("2026-11-25");
  }

  @Test
  void allMeansEveryStateAndOpenTheOpenOnes() {
    assertThat(IN.keySet())
        .containsExactlyElementsOf(EnumSet.complementOf(EnumSet.of(HazardState.DISCOVERED)));
    IN.forEach(
        (state, hazard) -> {
          assertThat(HazardFilter.all().matches(Rows.row(hazard))).isTrue();
          assertThat(HazardFilter.open().matches(Rows.row(hazard)))
              .as(state.code())
              .isEqualTo(state.isOpen());
        });
  }

  @ParameterizedTest
  @EnumSource(HazardState.class)
  void findsTheStatesThatAreMeant(HazardState wanted) {
    IN.forEach(
        (state, hazard) -> {
          assertThat(HazardFilter.open().withStates(wanted).matches(Rows.row(hazard)))
              .isEqualTo(state == wanted);
          assertThat(
                  HazardFilter.open()
                      .withStates(wanted, HazardState.RECTIFIED)
                      .matches(Rows.row(hazard)))
              .isEqualTo(state == wanted || state == HazardState.RECTIFIED);
        });
  }

  @Test
  void findsAGrade() {
    HazardFilter filter = HazardFilter.all().withGrade(" GENERAL ");

    assertThat(filter.grade()).contains("GENERAL");
    assertThat(filter.matches(Rows.row(rectifying().hazard()))).isTrue();
    assertThat(filter.matches(Rows.row(Tale.of("H").register().assess(Tale.MAJOR).hazard())))
        .isFalse();
    assertThat(filter.matches(Rows.row(Tale.of("H").register().hazard()))).isFalse();
  }

  @Test
  void findsWhatIsMajorWhateverTheCodeOfItsGrade() {
    HazardFilter filter = HazardFilter.all().withTrait(HazardTrait.MAJOR);

    assertThat(filter.matches(Rows.row(Tale.of("H").register().assess(Tale.MAJOR).hazard())))
        .isTrue();
    assertThat(
            filter.matches(
                Rows.row(
                    Tale.of("H").register().assess(new HazardGrade("EXTREME", true)).hazard())))
        .isTrue();
    assertThat(filter.matches(Rows.row(rectifying().hazard()))).isFalse();
  }

  @Test
  void findsWhatWasClosedOutElsewhereAndNotVerified() {
    HazardFilter filter = HazardFilter.all().withTrait(HazardTrait.UNVERIFIED);
    Tale taken = Tale.of("H").take(HazardState.CLOSED, Tale.GENERAL, Map.of());

    assertThat(filter.matches(Rows.row(taken.hazard()))).isTrue();
    assertThat(filter.matches(Rows.row(taken.reopen().hazard()))).isFalse();
    assertThat(filter.matches(Rows.row(rectifying().submit().accept().closeOut().hazard())))
        .isFalse();
  }

  @Test
  void findsWhatIsSuspended() {
    HazardFilter filter = HazardFilter.all().withTrait(HazardTrait.SUSPENDED);
    Tale suspended =
        rectifying()
            .beside(
                HazardAction.TAKE_INTERIM_MEASURES,
                Map.of(HazardFact.INTERIM_KIND, "SUSPEND_PRODUCTION"));

    assertThat(filter.matches(Rows.row(rectifying().hazard()))).isFalse();
    assertThat(filter.matches(Rows.row(suspended.hazard()))).isTrue();
    assertThat(filter.matches(Rows.row(suspended.beside(HazardAction.DECIDE_RESUMPTION).hazard())))
        .isFalse();
  }

  @Test
  void findsWhatIsListedUntilItsDelisting() {
    HazardFilter filter = HazardFilter.all().withTrait(HazardTrait.LISTED);
    Tale listed = rectifying().beside(HazardAction.LIST);

    assertThat(filter.matches(Rows.row(rectifying().hazard()))).isFalse();
    assertThat(filter.matches(Rows.row(listed.hazard()))).isTrue();
    assertThat(filter.matches(Rows.row(listed.beside(HazardAction.DELIST).hazard()))).isFalse();
  }

  @Test
  void severalTraitsMustAllBeThere() {
    HazardFilter filter =
        HazardFilter.all().withTrait(HazardTrait.LISTED).withTrait(HazardTrait.MAJOR);
    Tale major = Tale.of("H").register().assess(Tale.MAJOR);

    assertThat(filter.traits()).containsExactly(HazardTrait.MAJOR, HazardTrait.LISTED);
    assertThat(filter.withTrait(HazardTrait.MAJOR)).isEqualTo(filter);
    assertThat(filter.matches(Rows.row(major.hazard()))).isFalse();
    assertThat(filter.matches(Rows.row(rectifying().beside(HazardAction.LIST).hazard()))).isFalse();
    assertThat(filter.matches(Rows.row(major.beside(HazardAction.LIST).hazard()))).isTrue();
  }

  @Test
  void findsByWhatWasToldLastAlsoAfterReopening() {
    Map<HazardFact, String> told =
        Map.of(HazardFact.ORIGIN, "DAILY", HazardFact.AREA, "北区", HazardFact.UNIT, "U-1");
    Tale tale = Tale.of("H").register(told).dismiss().reopen();
    HazardFilter origin = HazardFilter.all().withOrigin(HazardOrigin.DAILY);
    HazardFilter area = HazardFilter.all().withArea("北区");
    HazardFilter unit = HazardFilter.all().withUnit("U-1");

    assertThat(List.of(origin, area, unit))
        .allMatch(filter -> filter.matches(Rows.row(tale.hazard())));

    tale.correct(HazardFact.ORIGIN, "REGULATOR");
    assertThat(origin.matches(Rows.row(tale.hazard()))).isFalse();
    assertThat(origin.withOrigin(HazardOrigin.REGULATOR).matches(Rows.row(tale.hazard()))).isTrue();
    assertThat(List.of(area, unit)).allMatch(filter -> filter.matches(Rows.row(tale.hazard())));
    tale.correct(HazardFact.AREA, "南区");
    assertThat(area.matches(Rows.row(tale.hazard()))).isFalse();
    assertThat(area.withArea("南区").matches(Rows.row(tale.hazard()))).isTrue();
    tale.correct(HazardFact.UNIT, "u-1");
    assertThat(unit.matches(Rows.row(tale.hazard()))).isFalse();
    assertThat(unit.withUnit("u-1").matches(Rows.row(tale.hazard()))).isTrue();
  }

  @Test
  void findsNothingByWhatWasNotTold() {
    Hazard silent = Tale.of("H").register(Map.of()).hazard();

    assertThat(HazardFilter.all().withOrigin(HazardOrigin.DAILY).matches(Rows.row(silent)))
        .isFalse();
    assertThat(HazardFilter.all().withArea("北区").matches(Rows.row(silent))).isFalse();
    assertThat(HazardFilter.all().withUnit("U-1").matches(Rows.row(silent))).isFalse();
  }

  @Test
  void findsWhatIsOverdueOnADay() {
    HazardFilter filter = HazardFilter.all();

    assertThat(filter.withOverdueOn(DAY).matches(Rows.row(rectifying().hazard()))).isFalse();
    assertThat(filter.withOverdueOn(DAY.plusDays(1)).matches(Rows.row(rectifying().hazard())))
        .isTrue();
    assertThat(
            filter
                .withOverdueOn(DAY.plusDays(1))
                .matches(Rows.row(rectifying().submit().accept().hazard())))
        .isFalse();
    assertThat(filter.withOverdueOn(DAY).matches(Rows.row(Tale.of("H").register().hazard())))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24,2026-11-24,false",
    "2026-11-24,2026-11-25,true",
    "2026-11-25,2026-11-25,true",
    "2026-11-25,2026-12-01,true",
    "2026-11-26,2026-12-01,false"
  })
  void findsWhatIsDueSoonAndNotOverdue(LocalDate from, LocalDate until, boolean due) {
    assertThat(HazardFilter.all().withDue(from, until).matches(Rows.row(rectifying().hazard())))
        .isEqualTo(due);
  }

  @Test
  void whatIsAcceptedClosedOrWithoutDeadlineIsNotDue() {
    HazardFilter filter = HazardFilter.all().withDue(DAY, DAY);
    Set<HazardState> due = EnumSet.noneOf(HazardState.class);
    IN.forEach(
        (state, hazard) -> {
          if (filter.matches(Rows.row(hazard))) {
            due.add(state);
          }
        });

    assertThat(due).containsExactly(HazardState.RECTIFYING, HazardState.RECTIFIED);
    Map<HazardFact, String> deadline = Map.of(HazardFact.DEADLINE, DAY.toString());
    assertThat(filter.matches(Rows.row(Tale.of("H").register(deadline).hazard()))).isTrue();
    assertThat(filter.matches(Rows.row(Tale.of("H").register(deadline).dismiss().hazard())))
        .isFalse();
  }

  @Test
  void findsWhatIsOpenAndStuck() {
    Tale tale = rectifying().on("2026-11-10").beside(HazardAction.MONITOR);
    HazardFilter before = HazardFilter.all().withStuckSince(Tale.noon("2026-11-10"));
    HazardFilter after = HazardFilter.all().withStuckSince(Tale.noon("2026-11-10").plusNanos(1));

    assertThat(before.matches(Rows.row(tale.hazard()))).isFalse();
    assertThat(after.matches(Rows.row(tale.hazard()))).isTrue();
    assertThat(after.matches(Rows.row(tale.submit().accept().hazard()))).isTrue();
    assertThat(after.matches(Rows.row(tale.closeOut().hazard()))).isFalse();
  }

  @Test
  void whatIsRecordedLateCountsByWhenItOccurred() {
    Tale tale = rectifying().on("2026-11-10").submit();
    tale.on("2026-10-01").beside(HazardAction.TAKE_INTERIM_MEASURES);

    assertThat(
            HazardFilter.all()
                .withStuckSince(Tale.noon("2026-11-10"))
                .matches(Rows.row(tale.hazard())))
        .isFalse();
    assertThat(
            HazardFilter.all()
                .withStuckSince(Tale.noon("2026-11-11"))
                .matches(Rows.row(tale.hazard())))
        .isTrue();
  }

  @Test
  void toCorrectTheRecordOrToMigrateIsNothingDoneAboutAHazard() {
    Tale tale = rectifying();
    HazardFilter filter = HazardFilter.all().withStuckSince(Tale.noon("2026-11-20"));

    assertThat(
            filter.matches(Rows.row(tale.on("2026-11-24").correct(HazardFact.AREA, "北区").hazard())))
        .isTrue();
    assertThat(filter.matches(Rows.row(tale.beside(HazardAction.MIGRATE).hazard()))).isTrue();
    assertThat(filter.matches(Rows.row(tale.beside(HazardAction.ESCALATE).hazard()))).isFalse();
  }

  @Property
  @Label("A filter finds what each of its conditions finds")
  void conditionsAreJoinedByAnd(@ForAll long seed, @ForAll Set<Condition> conditions) {
    HazardFilter filter = HazardFilter.all();
    for (Condition condition : conditions) {
      filter = condition.add.apply(filter);
    }
    List<Hazard> recorded =
        RandomTale.hazards(seed).stream().filter(hazard -> hazard.version() > 0).toList();
    for (Hazard hazard : recorded) {
      assertThat(filter.matches(Rows.row(hazard)))
          .isEqualTo(
              conditions.stream()
                  .allMatch(each -> each.add.apply(HazardFilter.all()).matches(Rows.row(hazard))));
    }
  }

  enum Condition {
    STATES(
        filter ->
            filter.withStates(
                HazardState.ASSESSED, HazardState.RECTIFYING, HazardState.REGISTERED)),
    MAJOR(filter -> filter.withTrait(HazardTrait.MAJOR)),
    GRADE(filter -> filter.withGrade("GENERAL")),
    ORIGIN(filter -> filter.withOrigin(HazardOrigin.DAILY)),
    AREA(filter -> filter.withArea("area-1")),
    UNIT(filter -> filter.withUnit("unit-1")),
    OVERDUE(filter -> filter.withOverdueOn(LocalDate.of(2026, 2, 1))),
    DUE(filter -> filter.withDue(LocalDate.of(2026, 1, 10), LocalDate.of(2026, 2, 20))),
    STUCK(filter -> filter.withStuckSince(Tale.noon("2026-02-20")));

    @SuppressWarnings("ImmutableEnumChecker") // stateless
    final UnaryOperator<HazardFilter> add;

    Condition(UnaryOperator<HazardFilter> add) {
      this.add = add;
    }
  }

  @Test
  void addingAConditionKeepsTheOthers() {
    HazardFilter filter = HazardFilter.open();
    for (Condition condition : Condition.values()) {
      filter = condition.add.apply(filter);
    }

    assertThat(filter)
        .isEqualTo(
            new HazardFilter(
                Set.of(HazardState.ASSESSED, HazardState.RECTIFYING, HazardState.REGISTERED),
                Set.of(HazardTrait.MAJOR),
                Optional.of("GENERAL"),
                Optional.of(HazardOrigin.DAILY),
                Optional.of("area-1"),
                Optional.of("unit-1"),
                Optional.of(LocalDate.of(2026, 2, 1)),
                Optional.of(new DaySpan(LocalDate.of(2026, 1, 10), LocalDate.of(2026, 2, 20))),
                Optional.of(Tale.noon("2026-02-20"))));
    for (Condition condition : Condition.values()) {
      assertThat(condition.add.apply(filter)).isEqualTo(filter);
    }
    assertThat(filter.states())
        .as("in their own order")
        .containsExactly(HazardState.REGISTERED, HazardState.ASSESSED, HazardState.RECTIFYING);
  }

  @Test
  @SuppressWarnings("NullAway") // what a caller without null checks may do
  void refusesWhatNoFilterCanMean() {
    HazardFilter all = HazardFilter.all();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new HazardFilter(
                    Set.of(),
                    all.traits(),
                    all.grade(),
                    all.origin(),
                    all.area(),
                    all.unit(),
                    all.overdueOn(),
                    all.due(),
                    all.stuckSince()))
        .withMessage("states must not be empty, but was: []");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> all.withDue(DAY, DAY.minusDays(1)))
        .withMessage("until must not be before 2026-11-25, but was: 2026-11-24");
    assertThatIllegalArgumentException().isThrownBy(() -> all.withGrade(" "));
    assertThatIllegalArgumentException().isThrownBy(() -> all.withArea("a\nb"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> all.withUnit("x".repeat(Require.LONGEST_ID + 1)));
    assertThatNullPointerException().isThrownBy(() -> all.withOrigin(null));
  }

  @Test
  void traitsHaveCodesAndNames() {
    assertThat(HazardTrait.byCode())
        .containsOnlyKeys("MAJOR", "UNVERIFIED", "SUSPENDED", "LISTED", "ORDERED");
    assertThat(HazardTrait.byCode().values()).containsExactly(HazardTrait.values());
    assertThat(HazardTrait.values()).allMatch(trait -> trait.code().equals(trait.name()));
    assertThat(Arrays.stream(HazardTrait.values()).map(HazardTrait::term))
        .extracting(term -> term.code() + " " + term.wording())
        .containsExactly(
            "MAJOR 重大隐患 / major",
            "UNVERIFIED 销账未核实 / closed out, unverified",
            "SUSPENDED 停产停用中 / production or use suspended",
            "LISTED 挂牌督办中 / listed for supervision",
            "ORDERED 有未复查通过的监管指令 / under an order of the regulator");
  }
}
