package io.github.dualprevention.core.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Life cycles that must not be: each is the published one with one line broken. */
class LifeCycleProofTest {

  private static final String TRANSITIONS = "transitions.csv";
  private static final String ID = "HAZARD:CN,1,";

  @TempDir Path directory;

  @BeforeEach
  void copyThePublishedFiles() throws IOException {
    for (String name : List.of(TRANSITIONS, "grades.csv", "clauses.csv")) {
      try (InputStream in = HazardLifeCycle.class.getResourceAsStream("published/1/" + name)) {
        Files.copy(Objects.requireNonNull(in), directory.resolve(name));
      }
    }
  }

  @Test
  void theCopyIsSound() {
    HazardLifeCycle copy = HazardLifeCycle.read(directory);

    assertThat(copy.version()).isEqualTo(HazardLifeCycle.editions().get(1).version());
    assertThat(copy.transitions()).isEqualTo(HazardLifeCycle.editions().get(1).transitions());
    assertThat(copy.grades()).isEqualTo(HazardLifeCycle.editions().get(1).grades());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ANY,RECTIFYING,SUBMIT,RECTIFIED,RECTIFY,RESULT,,,,JA11",
        "GENERAL,RECTIFYING,SUBMIT,RECTIFIED,RECTIFY,RESULT,,,,JA11",
        "MAJOR,RECTIFYING,SUBMIT,RECTIFYING,RECTIFY,RESULT,,,,JA11",
        "ANY,ASSESSED,TAKE_INTERIM_MEASURES,ASSESSED,,INTERIM_MEASURE,,,,O16-16",
      })
  void refusesTwoLinesForOneCase(String line) {
    int at = add(line);

    assertThat(faults())
        .isNotEmpty()
        .allMatch(fault -> fault.equals(place(at, "hazard.table.case-twice")));
  }

  @Test
  void refusesAGradedScopeWhereThereIsNoGrade() {
    int at = edit("ANY,REGISTERED,MONITOR,", "ANY,", "GENERAL,");

    assertThat(faults()).containsExactly(place(at, "hazard.table.scope-without-grade"));
  }

  @Test
  void refusesAGradedStateThatNobodyGrades() {
    int at = edit("ANY,REGISTERED,ASSESS,", "GRADE GROUNDS", "GROUNDS");

    assertThat(faults())
        .containsExactly(
            place(at, "hazard.table.grade-from-nowhere"), place(at, "hazard.table.line-must"));
  }

  @Test
  void refusesAStateToWhichNoWayLeads() {
    remove("GENERAL,ASSESSED,FIX_ON_SPOT,");

    assertThat(faults()).containsExactly(place(1, "hazard.table.unreachable"));
  }

  @Test
  void refusesAStateFromWhichNoWayLeadsToTheCloseOut() {
    remove("GENERAL,ACCEPTED,CLOSE_OUT,");
    remove("MAJOR,ACCEPTED,CLOSE_OUT,");

    assertThat(faults()).contains(place(1, "hazard.table.no-way-out"));
  }

  @Test
  void refusesAWayThatEndsBecauseItsStepIsNoLongerPossible() {
    remove("MAJOR,RECTIFYING,REPORT,");
    remove("MAJOR,RECTIFIED,REPORT,");
    remove("MAJOR,ACCEPTED,REPORT,");
    for (String state : List.of("RECTIFYING", "RECTIFIED", "ACCEPTED")) {
      remove("ANY," + state + ",ASSESS,");
    }

    assertThat(faults()).isNotEmpty().containsOnly(place(1, "hazard.table.no-way-out"));
  }

  @Test
  void refusesAGradingThatLeavesTheHazardWhereItsNewGradeHasNoWay() {
    int at = edit("GENERAL,FIXED_ON_SPOT,ASSESS,", "ASSESSED,ASSESS", "FIXED_ON_SPOT,ASSESS");

    assertThat(faults())
        .contains(place(at, "hazard.table.graded-elsewhere"))
        .contains(place(1, "hazard.table.no-way-out"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GENERAL,RECTIFIED,CLOSE_OUT,CLOSED,CLOSE_OUT,,,,,JA11",
        "GENERAL,ASSESSED,CLOSE_OUT,CLOSED,CLOSE_OUT,,,,,JA11",
        "ANY,RECTIFIED,SUBMIT,ACCEPTED,RECTIFY,RESULT,,,,JA11",
        "GENERAL,FIXED_ON_SPOT,SUBMIT,ACCEPTED,RECTIFY,RESULT,,,,JA11",
        "GENERAL,ACCEPTED,START,CLOSED,ACCEPT,REASON,,,,JA11",
      })
  void h1RefusesEveryWayAroundTheAcceptance(String line) {
    int at = add(line);

    assertThat(faults()).containsExactly(place(at, "hazard.table.closed-without-acceptance"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"REGISTERED", "ACCEPTED"})
  void h6RefusesARejectionThatLeadsElsewhere(String to) {
    int at = edit("ANY,ACCEPTED,REJECT,", "RECTIFYING", to);

    assertThat(faults()).contains(place(at, "hazard.table.rejected-elsewhere"));
  }

  @ParameterizedTest
  @CsvSource({"REGISTERED, ASSESSED", "REASON, ''", "REASON, OBSERVATION"})
  void h7RefusesAReopeningWithoutReasonOrToElsewhere(String from, String to) {
    int at = edit("ANY,CLOSED,REOPEN,", from, to);

    assertThat(faults()).containsExactly(place(at, "hazard.table.closed-not-final"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MONITOR,CLOSED", "START,RECTIFYING", "REJECT,RECTIFYING"})
  void h7RefusesEverythingElseAfterTheCloseOut(String way) {
    int at = add("GENERAL,CLOSED," + way + ",,REASON,,,,JA11");

    assertThat(faults()).contains(place(at, "hazard.table.closed-not-final"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"START@APART ", "SUBMIT@APART ", "FIX_ON_SPOT@APART"})
  void h10RefusesAMajorAcceptanceByTheRectifier(String left) {
    int at = edit("ANY,RECTIFIED,ACCEPT,", left, "");

    assertThat(faults())
        .containsExactly(
            place(at, "hazard.table.line-must"), place(at, "hazard.table.major-not-apart"));
  }

  @Test
  void h10IsNotRelaxedByALineThatDoesNotSaySo() {
    int at =
        edit(
            "GENERAL,FIXED_ON_SPOT,ACCEPT,",
            "FINDING,,,START@APART SUBMIT@APART FIX_ON_SPOT@APART",
            "FINDING REASON,,,SUBMIT@APART");

    assertThat(faults()).containsExactly(place(at, "hazard.table.line-must"));
  }

  /** Whatever a line is called, it must be what its action says. */
  @ParameterizedTest
  @CsvSource({
    "'ANY,RECTIFIED,ACCEPT,', 'ACCEPTED,ACCEPT', 'ACCEPTED,CHECK'",
    "'ANY,RECTIFIED,ACCEPT,', 'FINDING', ''",
    "'ANY,RECTIFYING,SUBMIT,', 'RESULT', ''",
    "'ANY,RECTIFYING,SUBMIT,', 'RECTIFIED,RECTIFY', 'RECTIFIED,'",
    "'ANY,RECTIFYING,MONITOR,', 'RECTIFYING,MONITOR,OBS', 'RECTIFIED,MONITOR,OBS'",
    "'MAJOR,ASSESSED,PLAN,', 'GOALS ', ''",
    "'MAJOR,ASSESSED,PLAN,', ' DEADLINE', ''",
    "'MAJOR,ASSESSED,REPORT,', 'STATUS_AND_CAUSE ', ''",
    "'ANY,ASSESSED,INFORM,', 'AUDIENCE', ''",
    "'ANY,RECTIFIED,ASSESS,', ' GROUNDS', ''",
    "'ANY,RECTIFIED,ASSESS,', 'ASSESSED,ASSESS', 'ASSESSED,'",
    "'ANY,RECTIFIED,TAKE_INTERIM_MEASURES,', ',INTERIM_MEASURE,', ',INTERIM_MEASURE FUNDS,'",
    "'ANY,RECTIFIED,TAKE_INTERIM_MEASURES,', ',,,O16-16', ',,START,O16-16'",
    "'GENERAL,FIXED_ON_SPOT,ACCEPT,', 'START@APART ', ''",
  })
  void refusesALineThatIsNotWhatItsActionSays(String line, String from, String to) {
    int at = edit(line, from, to);

    assertThat(faults()).contains(place(at, "hazard.table.line-must"));
  }

  @Test
  void refusesAWayToTheAcceptanceWithoutAnyRectification() {
    int accepted =
        add("GENERAL,ASSESSED,ACCEPT,ACCEPTED,ACCEPT,FINDING,,,START SUBMIT FIX_ON_SPOT,JA11");
    int monitored = add("MAJOR,RECTIFYING,REOPEN,RECTIFIED,RECTIFY,RESULT,,,,JA11");

    assertThat(faults())
        .contains(place(accepted, "hazard.table.line-must"))
        .contains(place(monitored, "hazard.table.line-must"));
  }

  @Test
  void refusesALineThatNamesSomethingTwice() {
    int twice = edit("ANY,REGISTERED,MONITOR,", "OBSERVATION", "OBSERVATION OBSERVATION");
    assertThat(faults()).containsExactly(place(twice, "hazard.table.listed-twice"));
    edit("ANY,REGISTERED,MONITOR,", "OBSERVATION OBSERVATION,", "OBSERVATION,OBSERVATION");
    assertThat(faults()).containsExactly(place(twice, "hazard.table.listed-twice"));
  }

  @ParameterizedTest
  @CsvSource({
    "'MAJOR,ASSESSED,START,', 'PLAN'",
    "'MAJOR,ACCEPTED,CLOSE_OUT,', 'REPORT@LAW-41 '",
    "'MAJOR,ACCEPTED,CLOSE_OUT,', ' INFORM@LAW-41'",
  })
  void h11RefusesAMajorHazardWithoutPlanOrReports(String line, String left) {
    int at = edit(line, left, "");

    assertThat(faults()).containsExactly(place(at, "hazard.table.major-without-step"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MAJOR,ASSESSED,SUBMIT,RECTIFIED,RECTIFY,RESULT,,,,JA11",
        "MAJOR,ASSESSED,REJECT,RECTIFYING,ACCEPT,REASON,,,,JA11",
        "ANY,REGISTERED,START,RECTIFYING,RECTIFY,GRADE MEASURES,,,,JA11",
        "ANY,REGISTERED,SUBMIT,RECTIFIED,RECTIFY,GRADE RESULT,,,,JA11",
      })
  void h3RefusesEveryWayOfAMajorHazardAroundItsPlan(String line) {
    int at = add(line);

    assertThat(faults()).contains(place(at, "hazard.table.major-without-step"));
  }

  @ParameterizedTest
  @CsvSource({
    "'ANY,ASSESSED,TAKE_INTERIM_MEASURES,', ',INTERIM_MEASURE,,,,', ',INTERIM_MEASURE,,PLAN,,'",
    "'ANY,RECTIFYING,TAKE_INTERIM_MEASURES,', ',INTERIM_MEASURE,,,,', ',INTERIM_MEASURE,,INFORM,,'",
    "'MAJOR,ASSESSED,START,', ',PLAN,', ',PLAN REPORT,'",
    "'MAJOR,ASSESSED,START,', ',PLAN,', ',INFORM PLAN,'",
    "'ANY,RECTIFYING,SUBMIT,', ',RESULT,,,,', ',RESULT,,INFORM,,'",
    "'GENERAL,ASSESSED,FIX_ON_SPOT,', ',RESULT,,,,', ',RESULT,,INFORM,,'",
  })
  void refusesMeasuresAndRectificationThatWait(String line, String from, String to) {
    int at = edit(line, from, to);

    assertThat(faults()).containsExactly(place(at, "hazard.table.blocked-by-report"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"REGISTERED", "ASSESSED", "RECTIFYING", "RECTIFIED", "ACCEPTED"})
  void refusesAnOpenStateWithoutInterimMeasures(String state) {
    remove("ANY," + state + ",TAKE_INTERIM_MEASURES,");

    assertThat(faults()).isNotEmpty().containsOnly(place(1, "hazard.table.interim-missing"));
  }

  @Test
  void refusesInterimMeasuresThatAskForADuty() {
    edit("ANY,RECTIFIED,TAKE_INTERIM_MEASURES,", ",,INTERIM", ",RECTIFY,INTERIM");

    assertThat(faults()).isNotEmpty().containsOnly(place(1, "hazard.table.interim-missing"));
  }

  @Test
  void refusesAStepThatNobodyCanTake() {
    int at = edit("GENERAL,ACCEPTED,CLOSE_OUT,", "CLOSE_OUT,,,,,", "CLOSE_OUT,,,REPORT,,");

    assertThat(faults()).containsExactly(place(at, "hazard.table.step-never-possible"));
  }

  @Test
  void refusesGradesOfOneKindOnly() {
    edit("grades.csv", ",MAJOR,yes,", "yes", "no");

    assertThat(faults())
        .extracting(fault -> fault.substring(fault.indexOf(' ') + 1))
        .containsExactly("hazard.table.grades-one-sided");
  }

  @Test
  void refusesUnknownClausesAndListsAllOfThem() {
    int first = edit("ANY,RECTIFIED,ACCEPT,", "SUBMIT@APART", "SUBMIT@NONE");
    int second = edit("ANY,CLOSED,REOPEN,", "AGAIN", "NEVER");
    int third = edit("grades.csv", ",GENERAL,no,", "O16-3", "O17");

    assertThat(faults())
        .containsExactlyInAnyOrder(
            place(first, "hazard.table.clause-unknown"),
            place(second, "hazard.table.clause-unknown"),
            "grades.csv:" + third + " hazard.table.clause-unknown");
  }

  @Test
  void refusesWhatIsNoListOfCodes() {
    int first = edit("ANY,DISCOVERED,REGISTER,", "WHAT WHERE", "WHAT,WHERE".replace(',', ';'));
    int second = edit("MAJOR,ASSESSED,START,", ",PLAN,", ",plan,");

    assertThat(faults())
        .containsExactly(place(first, "hazard.table.list"), place(second, "hazard.table.list"));
  }

  @Test
  void refusesTheSameTableFromListsForTheSameReason() {
    HazardLifeCycle published = HazardLifeCycle.editions().get(1);
    List<Transition> lines = new ArrayList<>(published.transitions());
    lines.removeIf(
        line ->
            line.action() == HazardAction.TAKE_INTERIM_MEASURES
                && line.from() == HazardState.ACCEPTED);
    lines.add(lines.get(0));

    Outcome<HazardLifeCycle> outcome =
        HazardLifeCycle.of(published.version(), published.grades(), lines);

    assertThat(outcome.reasons())
        .extracting(Reason::code)
        .contains("hazard.table.case-twice", "hazard.table.interim-missing")
        .hasSize(3);
  }

  @Test
  void refusesAGradeThatIsListedTwice() {
    HazardLifeCycle published = HazardLifeCycle.editions().get(1);
    List<ListedGrade> grades = new ArrayList<>(published.grades());
    grades.add(grades.get(0));

    assertThat(HazardLifeCycle.of(published.version(), grades, published.transitions()).reasons())
        .extracting(Reason::code)
        .containsExactly("hazard.table.grade-twice");
  }

  @Test
  void saysWhichFileIsMissing() throws IOException {
    Files.delete(directory.resolve("grades.csv"));

    assertThatThrownBy(() -> HazardLifeCycle.read(directory))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("grades.csv");
  }

  private static String place(int line, String rule) {
    return TRANSITIONS + ":" + line + " " + rule;
  }

  private List<String> faults() {
    try {
      HazardLifeCycle.read(directory);
      return List.of();
    } catch (InvalidTableException refused) {
      refused.faults().forEach(LifeCycleProofTest::assertFilledIn);
      return refused.faults().stream()
          .map(fault -> fault.file() + ":" + fault.line() + " " + fault.reason().code())
          .collect(Collectors.toList());
    }
  }

  private static void assertFilledIn(Fault fault) {
    assertThat(fault.reason().message().zh()).doesNotContainPattern("[{}]");
    assertThat(fault.reason().message().en()).doesNotContainPattern("[{}]|\\p{IsHan}");
  }

  private List<String> lines(String file) {
    try {
      return new ArrayList<>(Files.readAllLines(directory.resolve(file), StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void write(String file, List<String> lines) {
    try {
      Files.write(directory.resolve(file), lines, StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private int add(String line) {
    List<String> lines = lines(TRANSITIONS);
    lines.add(ID + line);
    write(TRANSITIONS, lines);
    return lines.size();
  }

  private void remove(String start) {
    List<String> lines = lines(TRANSITIONS);
    assertThat(lines.removeIf(line -> line.startsWith(ID + start))).isTrue();
    write(TRANSITIONS, lines);
  }

  private int edit(String start, String from, String to) {
    return edit(TRANSITIONS, ID + start, from, to);
  }

  private int edit(String file, String part, String from, String to) {
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(part)) {
        String edited = lines.get(i).replaceFirst(Pattern.quote(from), to);
        assertThat(edited).isNotEqualTo(lines.get(i));
        lines.set(i, edited);
        write(file, lines);
        return i + 1;
      }
    }
    throw new AssertionError("no line with " + part);
  }
}
