package io.github.dualprevention.core.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.hazard.EscalationLevel;
import io.github.dualprevention.core.hazard.GradeScope;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.TableVersion;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscalationLadderTest {

  private static final String HEADER =
      "id,version,level,scope,days,basis,document,clause,evidence\n";

  private static EscalationLadder ladder(String... lines) {
    StringBuilder csv = new StringBuilder(HEADER);
    for (String line : lines) {
      csv.append("L,1,").append(line).append(",示例,").append(line.length()).append(",ENTERPRISE\n");
    }
    return read(csv.toString());
  }

  private static EscalationLadder read(String csv) {
    return EscalationLadder.read(
        "ladder.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Fault> faults(String... lines) {
    List<Fault> faults = new ArrayList<>();
    assertThatExceptionOfType(InvalidTableException.class)
        .isThrownBy(() -> ladder(lines))
        .satisfies(refused -> faults.addAll(refused.faults()));
    return faults;
  }

  /** General, due on 2026-11-10, and nothing done since 2026-11-01. */
  private static Tale general() {
    return Tale.of("H-1").on("2026-11-01").register().assess(Tale.GENERAL).start("2026-11-10");
  }

  private static Optional<EscalationDue> due(EscalationLadder ladder, Tale tale, String day) {
    return ladder.due(tale.hazard(), Tale.noon(day), Tale.ZONE);
  }

  private static Optional<EscalationLevel> level(EscalationLadder ladder, Tale tale, String day) {
    return due(ladder, tale, day).map(EscalationDue::level);
  }

  @Test
  void saysToWhomSinceWhenAndWhy() {
    EscalationLadder ladder = ladder("DEPARTMENT,ANY,3,OVERDUE");

    assertThat(ladder.version()).hasToString("L@1");
    assertThat(due(ladder, general(), "2026-11-20"))
        .contains(
            new EscalationDue(
                "H-1",
                EscalationLevel.DEPARTMENT,
                EscalationBasis.OVERDUE,
                LocalDate.of(2026, 11, 14),
                new SourceClause("示例", "24", Evidence.ENTERPRISE),
                new TableVersion("L", "1")));
  }

  @ParameterizedTest
  @CsvSource({
    "0,2026-11-10,", // the last day in time
    "0,2026-11-11,2026-11-11",
    "1,2026-11-11,",
    "1,2026-11-12,2026-11-12",
    "1,2026-12-31,2026-11-12",
    "3650,2036-11-07,",
    "3650,2036-11-08,2036-11-08"
  })
  void countsOverdueFromTheFirstDayAfterTheDeadline(int days, String today, LocalDate since) {
    assertThat(due(ladder("POST,ANY," + days + ",OVERDUE"), general(), today))
        .map(EscalationDue::since)
        .isEqualTo(Optional.ofNullable(since));
  }

  @ParameterizedTest
  @CsvSource({
    "0,2026-11-01,2026-11-01",
    "5,2026-11-05,",
    "5,2026-11-06,2026-11-06",
    "5,2026-12-31,2026-11-06"
  })
  void countsStuckFromTheDayOfTheLastStep(int days, String today, LocalDate since) {
    assertThat(due(ladder("POST,ANY," + days + ",STUCK"), general(), today))
        .map(EscalationDue::since)
        .isEqualTo(Optional.ofNullable(since));
  }

  @Test
  void daysAreThoseOfThePlaceWhereTheHazardIs() {
    EscalationLadder overdue = ladder("POST,ANY,0,OVERDUE");
    EscalationLadder stuck = ladder("POST,ANY,1,STUCK");
    Instant midnight = Instant.parse("2026-11-10T16:00:00Z"); // the 11th begins in Shanghai
    Hazard hazard = general().at(midnight.minusMillis(1)).beside(HazardAction.MONITOR).hazard();

    assertThat(overdue.due(hazard, midnight.minusMillis(1), Tale.ZONE)).isEmpty();
    assertThat(overdue.due(hazard, midnight, Tale.ZONE)).isPresent();
    assertThat(stuck.due(hazard, midnight.minusMillis(1), Tale.ZONE)).isEmpty();
    assertThat(stuck.due(hazard, midnight, Tale.ZONE)).isPresent();
  }

  @Test
  void whatIsAcceptedIsNotOverdueButCanBeStuck() {
    Tale accepted = general().submit().accept();

    assertThat(due(ladder("POST,ANY,0,OVERDUE"), accepted, "2026-11-30")).isEmpty();
    assertThat(due(ladder("POST,ANY,0,STUCK"), accepted, "2026-11-30")).isPresent();
  }

  @ParameterizedTest
  @EnumSource(HazardState.class)
  void onlyOpenHazardsAreEscalated(HazardState state) {
    Tale tale =
        state == HazardState.DISCOVERED
            ? Tale.of("H-1")
            : Tale.of("H-1").on("2026-11-01").take(state, Tale.GENERAL, Map.of());

    assertThat(due(ladder("POST,ANY,3,STUCK"), tale, "2026-11-30").isPresent())
        .isEqualTo(state.isOpen());
  }

  @Test
  void theHighestLevelThatIsDueCounts() {
    EscalationLadder ladder =
        ladder(
            "SPECIAL_REGULATOR,ANY,20,OVERDUE", "POST,ANY,0,OVERDUE", "DEPARTMENT,ANY,10,OVERDUE");

    assertThat(level(ladder, general(), "2026-11-10")).isEmpty();
    assertThat(level(ladder, general(), "2026-11-20")).contains(EscalationLevel.POST);
    assertThat(level(ladder, general(), "2026-11-21")).contains(EscalationLevel.DEPARTMENT);
    assertThat(level(ladder, general(), "2026-12-01")).contains(EscalationLevel.SPECIAL_REGULATOR);
  }

  @Test
  void ofTheSameLevelTheEarliestDayCountsAndThenTheFirstLine() {
    String early = "POST,ANY,2,OVERDUE"; // 2026-11-13
    String late = "POST,GENERAL,9,OVERDUE"; // 2026-11-20
    String same = "POST,ANY,12,STUCK"; // 2026-11-13

    assertThat(due(ladder(early, late), general(), "2026-11-30"))
        .isEqualTo(due(ladder(early), general(), "2026-11-30"));
    assertThat(due(ladder(late, early), general(), "2026-11-30"))
        .isEqualTo(due(ladder(early), general(), "2026-11-30"));
    assertThat(due(ladder(early, same), general(), "2026-11-30").map(EscalationDue::basis))
        .contains(EscalationBasis.OVERDUE);
    assertThat(due(ladder(same, early), general(), "2026-11-30").map(EscalationDue::basis))
        .contains(EscalationBasis.STUCK);
  }

  @Test
  void aLineIsAboutTheHazardsOfItsScope() {
    Tale ungraded = Tale.of("H-1").on("2026-11-01").register();
    Tale major = Tale.of("H-1").on("2026-11-01").register().assess(Tale.MAJOR);
    Map<GradeScope, List<Boolean>> expected =
        Map.of(
            GradeScope.ANY, List.of(true, true, true),
            GradeScope.GENERAL, List.of(false, true, false),
            GradeScope.MAJOR, List.of(false, false, true));

    expected.forEach(
        (scope, due) ->
            assertThat(
                    Stream.of(ungraded, general(), major)
                        .map(
                            tale ->
                                due(ladder("POST," + scope.code() + ",0,STUCK"), tale, "2026-11-30")
                                    .isPresent()))
                .as(scope.code())
                .isEqualTo(due));
  }

  @Test
  void onlyAHigherLevelThanTheLastOneIsDue() {
    for (EscalationLevel last : EscalationLevel.values()) {
      Tale tale =
          general().beside(HazardAction.ESCALATE, Map.of(HazardFact.ESCALATED_TO, last.code()));
      for (EscalationLevel next : EscalationLevel.values()) {
        boolean higher = next.code().compareTo(last.code()) != 0 && next.isAbove(last);
        assertThat(level(ladder(next.code() + ",ANY,0,OVERDUE"), tale, "2026-11-30"))
            .isEqualTo(higher ? Optional.of(next) : Optional.empty());
      }
    }
  }

  @Test
  void theLevelsAreInTheOrderOfTheirDeclaration() {
    List<EscalationLevel> levels = Arrays.asList(EscalationLevel.values());
    for (EscalationLevel one : levels) {
      for (EscalationLevel other : levels) {
        assertThat(one.isAbove(other)).isEqualTo(levels.indexOf(one) > levels.indexOf(other));
      }
    }
  }

  @Test
  void whatWasEscalatedInAnEarlierRoundCountsNoLonger() {
    Tale tale =
        general()
            .beside(HazardAction.ESCALATE, Map.of(HazardFact.ESCALATED_TO, "SAFETY_COMMITTEE"))
            .submit()
            .accept()
            .closeOut()
            .reopen();

    assertThat(level(ladder("POST,ANY,3,STUCK"), tale, "2026-11-30"))
        .contains(EscalationLevel.POST);
  }

  @Test
  void anEscalationGivesTheNextLevelItsWholeTime() {
    EscalationLadder ladder = ladder("POST,ANY,5,STUCK", "DEPARTMENT,ANY,10,STUCK");
    Tale tale = general();
    tale.on("2026-11-06").beside(HazardAction.ESCALATE, Map.of(HazardFact.ESCALATED_TO, "POST"));

    assertThat(level(ladder, tale, "2026-11-15")).isEmpty();
    assertThat(level(ladder, tale, "2026-11-16")).contains(EscalationLevel.DEPARTMENT);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  @Label(
      "What is due is the highest line that is, and later or for higher stakes never a lower one")
  void theLevelNeverFallsWhileNothingIsDone(
      @ForAll @Size(4) List<@IntRange(max = 40) Integer> days,
      @ForAll EscalationBasis basis,
      @ForAll @IntRange(max = 60) int today) {
    List<Integer> rising = days.stream().sorted().toList();
    List<String> lines = new ArrayList<>();
    for (EscalationLevel level : EscalationLevel.values()) {
      lines.add(level.code() + ",ANY," + rising.get(lines.size()) + "," + basis.code());
    }
    EscalationLadder ladder = ladder(lines.toArray(String[]::new));
    Instant start = Tale.noon(basis == EscalationBasis.STUCK ? "2026-11-01" : "2026-11-11");

    Optional<EscalationLevel> due =
        ladder
            .due(general().hazard(), start.plus(today, ChronoUnit.DAYS), Tale.ZONE)
            .map(EscalationDue::level);

    long reached = rising.stream().filter(least -> least <= today).count();
    assertThat(due)
        .isEqualTo(
            Arrays.stream(EscalationLevel.values()).limit(reached).reduce((lower, next) -> next));
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @Label("Of all pairs of lines those are refused in which the higher level has fewer days")
  void ofAllPairsOfLinesTheSoundOnesAreRead(
      @ForAll EscalationLevel one,
      @ForAll EscalationLevel other,
      @ForAll GradeScope scope,
      @ForAll GradeScope otherScope,
      @ForAll EscalationBasis basis,
      @ForAll EscalationBasis otherBasis,
      @ForAll @IntRange(max = 3) int days,
      @ForAll @IntRange(max = 3) int otherDays) {
    String first = one.code() + "," + scope.code() + "," + days + "," + basis.code();
    String second =
        other.code() + "," + otherScope.code() + "," + otherDays + "," + otherBasis.code();
    boolean alike = scope == otherScope && basis == otherBasis;
    if (alike && one == other) {
      assertThat(faults(first, second))
          .extracting(fault -> fault.reason().code(), Fault::line)
          .containsExactly(tuple("table.row.duplicate", 3L));
    } else if (alike && one.isAbove(other) && days < otherDays) {
      assertThat(faults(first, second))
          .extracting(Fault::line, Fault::column, Fault::value)
          .containsExactly(tuple(2L, "days", String.valueOf(days)));
    } else if (alike && other.isAbove(one) && otherDays < days) {
      assertThat(faults(first, second))
          .extracting(Fault::line, Fault::column, Fault::value)
          .containsExactly(tuple(3L, "days", String.valueOf(otherDays)));
    } else {
      assertThat(ladder(first, second)).isNotNull();
    }
  }

  @Test
  void saysWhichLevelsAreInTheWrongOrder() {
    assertThat(
            faults(
                "SAFETY_COMMITTEE,MAJOR,5,STUCK", "DEPARTMENT,MAJOR,7,STUCK", "POST,MAJOR,9,STUCK"))
        .extracting(Fault::toString)
        .containsExactly(
            "ladder.csv:2: days = \"5\": oversight.ladder.not-monotone:"
                + " 安全生产委员会的天数5少于较低层级部门的天数7"
                + " / safety committee has 5 days, fewer than the 7 of the lower level department",
            "ladder.csv:2: days = \"5\": oversight.ladder.not-monotone:"
                + " 安全生产委员会的天数5少于较低层级岗位的天数9"
                + " / safety committee has 5 days, fewer than the 9 of the lower level post",
            "ladder.csv:3: days = \"7\": oversight.ladder.not-monotone:"
                + " 部门的天数7少于较低层级岗位的天数9"
                + " / department has 7 days, fewer than the 9 of the lower level post");
    assertThat(faults("DEPARTMENT,ANY,1,STUCK", "POST,ANY,2,STUCK").get(0).reason())
        .satisfies(
            reason -> {
              assertThat(reason.value("level")).isEqualTo("DEPARTMENT");
              assertThat(reason.value("days")).isEqualTo("1");
              assertThat(reason.value("lower")).isEqualTo("POST");
              assertThat(reason.value("lower-days")).isEqualTo("2");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0.5", "3651", "1000000000000"})
  void refusesDaysThatAreNoWholeNumberInBounds(String days) {
    assertThat(faults("POST,ANY," + days + ",STUCK"))
        .extracting(
            fault -> fault.reason().code(),
            Fault::line,
            Fault::column,
            Fault::value,
            fault -> fault.reason().value("most"))
        .containsExactly(tuple("oversight.ladder.days", 2L, "days", days, "3650"));
  }

  @Test
  void everyFaultyCellIsNamedWithItsPlace() {
    assertThat(
            faults(
                "NOBODY,ANY,0,STUCK",
                "POST,SOME,0,STUCK",
                "POST,ANY,soon,STUCK",
                "POST,ANY,0,BORED"))
        .extracting(fault -> fault.reason().code(), Fault::line, Fault::column)
        .containsExactly(
            tuple("table.cell.code", 2L, "level"),
            tuple("table.cell.code", 3L, "scope"),
            tuple("table.cell.decimal", 4L, "days"),
            tuple("table.cell.code", 5L, "basis"));
  }

  @Test
  void refusesAnEmptyFileAndTwoEditionsInOne() {
    assertThatExceptionOfType(InvalidTableException.class)
        .isThrownBy(() -> read(HEADER))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo("table.edition.empty"));
    assertThatExceptionOfType(InvalidTableException.class)
        .isThrownBy(
            () ->
                read(
                    HEADER
                        + "L,1,POST,ANY,0,STUCK,示例,1,ENTERPRISE\n"
                        + "L,2,DEPARTMENT,ANY,0,STUCK,示例,1,ENTERPRISE\n"))
        .satisfies(
            refused -> {
              assertThat(refused.code()).isEqualTo("table.edition.other");
              assertThat(refused.faults().get(0).line()).isEqualTo(3);
            });
  }

  @Test
  @SuppressWarnings("NullAway") // what a caller without null checks may do
  void refusesToGuessThePresent() {
    EscalationLadder ladder = ladder("POST,ANY,0,STUCK");
    Hazard closed = general().submit().accept().closeOut().hazard();

    assertThatNullPointerException()
        .isThrownBy(() -> ladder.due(closed, null, Tale.ZONE))
        .withMessage("now must not be null");
    assertThatNullPointerException()
        .isThrownBy(() -> ladder.due(closed, Tale.noon("2026-11-25"), null))
        .withMessage("zone must not be null");
  }

  @Test
  void theBasesHaveCodesAndNames() {
    assertThat(EscalationBasis.byCode().values()).containsExactly(EscalationBasis.values());
    assertThat(Arrays.stream(EscalationBasis.values()).map(EscalationBasis::term))
        .extracting(term -> term.code() + " " + term.wording())
        .containsExactly("OVERDUE 逾期 / overdue", "STUCK 停滞 / stuck");
  }
}
