package io.github.dualprevention.core.hazard;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The second edition with one line broken: every protection of it is proved, none is decoration.
 */
class GovernanceProofTest {

  private static final String ID = "HAZARD:CN,2,";

  @TempDir Path directory;

  @BeforeEach
  void copyThePublishedFiles() throws IOException {
    for (String name : List.of("transitions.csv", "grades.csv", "clauses.csv")) {
      try (InputStream in = HazardLifeCycle.class.getResourceAsStream("published/2/" + name)) {
        Files.copy(Objects.requireNonNull(in), directory.resolve(name));
      }
    }
  }

  @Test
  void theCopyIsSound() throws IOException {
    assertThat(faults()).isEmpty();
    assertThat(HazardLifeCycle.read(directory).transitions())
        .isEqualTo(HazardLifeCycle.published().transitions());
  }

  /** Every condition of every line whose loss would open a shortcut. */
  @ParameterizedTest
  @CsvSource({
    "'GENERAL,ACCEPTED,CLOSE_OUT,', 'NOT_LISTED@JA11-LIST '",
    "'GENERAL,ACCEPTED,CLOSE_OUT,', 'RECHECKED@ORDER '",
    "'GENERAL,ACCEPTED,CLOSE_OUT,', 'NOTHING_SUSPENDED@RESUME '",
    "'GENERAL,ACCEPTED,CLOSE_OUT,', ' PROPOSAL_ANSWERED@JUDGE'",
    "'MAJOR,ACCEPTED,CLOSE_OUT,', 'NOT_LISTED@JA11-LIST '",
    "'MAJOR,ACCEPTED,CLOSE_OUT,', 'RECHECKED@ORDER '",
    "'MAJOR,ACCEPTED,CLOSE_OUT,', 'NOTHING_SUSPENDED@RESUME '",
    "'MAJOR,ACCEPTED,CLOSE_OUT,', ' PROPOSAL_ANSWERED@JUDGE'",
    "'ANY,REGISTERED,DISMISS,', 'NOT_ORDERED@ORDER '",
    "'ANY,REGISTERED,DISMISS,', 'NOT_LISTED@JA11-LIST '",
    "'GENERAL,ASSESSED,DISMISS,', 'NOTHING_SUSPENDED@RESUME '",
    "'GENERAL,ASSESSED,DISMISS,', ' PROPOSAL_ANSWERED@JUDGE'",
    "'GENERAL,FIXED_ON_SPOT,ACCEPT,', 'PROPOSAL_ANSWERED@JUDGE'",
    "'ANY,RECTIFIED,ACCEPT,', 'PROPOSAL_ANSWERED@JUDGE'",
    "'ANY,REGISTERED,ASSESS,', 'LOWERING_REASONED@JUDGE'",
    "'MAJOR,ASSESSED RECTIFYING RECTIFIED ACCEPTED,ASSESS,', 'LOWERING_REASONED@JUDGE'",
    "'GENERAL,ASSESSED RECTIFYING,PLAN,', ' DEADLINE_KEPT@DEADLINE'",
    "'GENERAL,ASSESSED RECTIFYING,PLAN,', ' WITHIN_ORDER@ORDER'",
    "'MAJOR,ASSESSED RECTIFYING RECTIFIED ACCEPTED,PLAN,', ' DEADLINE_KEPT@DEADLINE'",
    "'GENERAL,ASSESSED,START,', ' DEADLINE_KEPT@DEADLINE'",
    "'ANY,RECTIFIED,REJECT,', ' WITHIN_ORDER@ORDER'",
    "'ANY,ACCEPTED,FAIL_RECHECK,', ' WITHIN_ORDER'",
    "'ANY,ASSESSED RECTIFYING,GRANT_EXTENSION,', ' WITHIN_ORDER@ORDER'",
    "'ANY,ASSESSED RECTIFYING,GRANT_EXTENSION,', 'EXTENDS_AS_ASKED '",
    "'ANY,ASSESSED RECTIFYING,REQUEST_EXTENSION,', 'EXTENSION_IN_TIME '",
    "'ANY,ASSESSED RECTIFYING,REQUEST_EXTENSION,', ' EXTENDS'",
    "',PROPOSE_MAJOR,', 'CRITERION_HOLDS'",
    "',PASS_RECHECK,', 'ORDERED '",
    "',PASS_RECHECK,', ' ORDER_RECEIVED'",
    "',FAIL_RECHECK,', 'ORDERED '",
    "',FAIL_RECHECK,', 'ORDER_RECEIVED '",
    "',ASSESS_RESUMPTION,', ',SUSPENDED'",
    "',DECIDE_RESUMPTION,', ',SUSPENDED'",
    "',LIST,', 'NOT_LISTED '",
    "',LIST,', 'LISTING_LEVEL_KNOWN '",
    "',LIST,', ' LISTING_DEADLINE_FITS'",
    "',PUBLISH_LISTING,', ',LISTED'",
    "',REACH_MILESTONE,', 'LISTED '",
    "',REACH_MILESTONE,', ' MILESTONE_OPEN'",
    "',REQUEST_LISTING_EXTENSION,', 'LISTED '",
    "',REQUEST_LISTING_EXTENSION,', ' LISTING_ASKED_IN_TIME'",
    "',REQUEST_LISTING_EXTENSION,', ' LISTING_EXTENDS'",
    "',GRANT_LISTING_EXTENSION,', 'LISTED '",
    "',GRANT_LISTING_EXTENSION,', ' LISTING_EXTENDS_AS_ASKED'",
    "',REFUSE_LISTING_EXTENSION,', ',LISTED'",
    "',DELIST,', ',LISTED'",
    "',CORRECT,', 'CORRECTS_A_STEP'",
  })
  void refusesALineWithoutItsCondition(String line, String condition) {
    int at = edit(line, condition, condition.startsWith(",") ? "," : "");

    assertThat(faults()).containsOnly(place(at, "hazard.table.condition-missing"));
  }

  @ParameterizedTest
  @CsvSource({
    "',GRANT_EXTENSION,', 'REASON,REQUEST_EXTENSION', 'REASON,'",
    "',REFUSE_EXTENSION,', ',,REQUEST_EXTENSION,', ',,,'",
    "',DECIDE_RESUMPTION,', ',,ASSESS_RESUMPTION,ASSESS', ',,,ASSESS'",
    "',GRANT_LISTING_EXTENSION,', ',,REQUEST_LISTING_EXTENSION', ',,'",
    "',REFUSE_LISTING_EXTENSION,', ',,REQUEST_LISTING_EXTENSION', ',,'",
    "',PUBLISH_DELISTING,', ',,DELIST,', ',,,'",
  })
  void refusesAnAnswerToWhatNobodyHasAsked(String line, String from, String to) {
    int at = edit(line, from, to);

    assertThat(faults()).containsOnly(place(at, "hazard.table.step-not-awaited"));
  }

  /** Whatever a line is called, it must be what its action says. */
  @ParameterizedTest
  @CsvSource({
    "',REGISTERED,DISMISS,', 'DISMISSED,ASSESS', 'DISMISSED,'",
    "',REGISTERED,DISMISS,', 'ASSESS,REASON', 'ASSESS,'",
    "',REGISTERED,DISMISS,', 'START@APART ', ''",
    "'GENERAL,ASSESSED,DISMISS,', 'FIX_ON_SPOT@APART', 'ACCEPT@APART'",
    "'MAJOR,ASSESSED RECTIFYING RECTIFIED ACCEPTED,ASSESS,', 'START@APART ', ''",
    "',RECEIVE_ORDER,', 'DOCUMENT ', ''",
    "',RECEIVE_ORDER,', ' ORDERED_DEADLINE', ''",
    "',PROPOSE_MAJOR,', 'CRITERION,REASON', 'REASON,CRITERION'",
    "',REQUEST_EXTENSION,', ' REASON', ''",
    "',GRANT_EXTENSION,', ',REQUEST_EXTENSION@APART,', ',,'",
    "',REFUSE_EXTENSION,', ',REQUEST_EXTENSION@APART,', ',,'",
    "',ASSESS_RESUMPTION,', ',FINDING,', ',,'",
    "',DECIDE_RESUMPTION,', 'RESUMPTION REASON', 'REASON'",
    "',DECIDE_RESUMPTION,', ',ASSESS_RESUMPTION,SUSPENDED', ',,SUSPENDED'",
    "',PASS_RECHECK,', ' FINDING', ''",
    "',PASS_RECHECK,', ' ORDER ', ' '",
    "',FAIL_RECHECK,', ' ORDER ', ' '",
    "',LIST,', ' RESPONSIBLE@NODES', ''",
    "',LIST,', 'LISTING_LEVEL ', ''",
    "',DELIST,', 'ANY,ACCEPTED', 'ANY,ACCEPTED RECTIFIED'",
    "',PASS_RECHECK,', 'ANY,ACCEPTED', 'ANY,ACCEPTED RECTIFIED'",
    "',DECIDE_RESUMPTION,', 'ANY,ACCEPTED', 'ANY,ACCEPTED RECTIFIED'",
    "',MONITOR,', ',OBSERVATION,', ',OBSERVATION,DEADLINE'",
    "',CORRECT,', 'WHAT WHERE', 'DEADLINE WHAT WHERE'",
    "',CORRECT,', 'WHAT WHERE', 'GRADE WHAT WHERE'",
    "',CORRECT,', 'WHAT WHERE', 'FINDING WHAT WHERE'",
    "',ESCALATE,', ',SAME,', ',ASSESSED,'",
    "',TAKE_INTERIM_MEASURES,', 'OBSERVATION,,,,,,', 'OBSERVATION,,,PROPOSAL_ANSWERED,,,'",
    "',TAKE_INTERIM_MEASURES,', 'OBSERVATION,,,,,,', 'OBSERVATION,,,,A,,'",
    "'MAJOR,ASSESSED RECTIFYING RECTIFIED ACCEPTED,PLAN,', ' CONTINGENCY', ''",
  })
  void refusesALineThatIsNotWhatItsActionSays(String line, String from, String to) {
    int at = edit(line, from, to);

    assertThat(faults()).contains(place(at, "hazard.table.line-must"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ANY,REGISTERED,IMPORT,SAME,,SOURCE,,,,,,,JA11",
        "ANY,ASSESSED,MIGRATE,SAME,,REASON,,,,,,,JA11",
      })
  void noTableDecidesAboutWhatIsTakenAsAFact(String line) {
    int at = add(line);

    assertThat(faults()).containsExactly(place(at, "hazard.table.line-must"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MAJOR,ASSESSED,DISMISS,DISMISSED,ASSESS,REASON,,,START SUBMIT FIX_ON_SPOT,NOT_ORDERED NOT_LISTED NOTHING_SUSPENDED PROPOSAL_ANSWERED,,,JA11",
        "GENERAL,RECTIFYING,REOPEN,DISMISSED,CHECK,REASON,,,,,,,JA11",
      })
  void refusesADismissalThatIsNone(String line) {
    int at = add(line);

    assertThat(faults()).contains(place(at, "hazard.table.dismissed-wrongly"));
  }

  @Test
  void refusesADismissalThatLeadsElsewhere() {
    int at = edit("ANY,REGISTERED,DISMISS,", "DISMISS,DISMISSED", "DISMISS,REGISTERED");

    assertThat(faults()).contains(place(at, "hazard.table.dismissed-wrongly"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MONITOR", "RECEIVE_ORDER"})
  void h7RefusesWhatGoesOnAfterTheEnd(String action) {
    for (String state : List.of("CLOSED", "DISMISSED")) {
      int at =
          add(
              "ANY,%s,%s,SAME,MONITOR,DOCUMENT BODY ORDERED_DEADLINE,,,,,,,JA11"
                  .formatted(state, action));

      assertThat(faults()).contains(place(at, "hazard.table.closed-not-final"));
    }
  }

  /** What closing waits for must be possible where it is waited for. */
  @ParameterizedTest
  @ValueSource(strings = {",DELIST,", ",PASS_RECHECK,", ",DECIDE_RESUMPTION,"})
  void refusesAConditionThatNobodyCanFulfil(String line) {
    remove(line);

    assertThat(faults())
        .isNotEmpty()
        .allMatch(
            fault ->
                fault.endsWith("hazard.table.step-never-possible")
                    || fault.endsWith("hazard.table.no-way-out"));
  }

  @Test
  void aTableThatKnowsNoListingNeedsNoProtectionAgainstIt() {
    for (String action :
        List.of(
            "LIST",
            "PUBLISH_LISTING",
            "REACH_MILESTONE",
            "REQUEST_LISTING_EXTENSION",
            "GRANT_LISTING_EXTENSION",
            "REFUSE_LISTING_EXTENSION",
            "PUBLISH_DELISTING",
            "DELIST")) {
      remove("," + action + ",SAME,");
    }
    for (String line :
        List.of(
            "GENERAL,ACCEPTED,CLOSE_OUT,",
            "MAJOR,ACCEPTED,CLOSE_OUT,",
            "ANY,REGISTERED,DISMISS,",
            "GENERAL,ASSESSED,DISMISS,")) {
      edit(line, "NOT_LISTED@JA11-LIST ", "");
    }

    assertThat(faults()).isEmpty();
  }

  private static String place(int line, String rule) {
    return "transitions.csv:" + line + " " + rule;
  }

  private List<String> faults() {
    try {
      HazardLifeCycle.read(directory);
      return List.of();
    } catch (InvalidTableException refused) {
      refused
          .faults()
          .forEach(
              fault -> {
                assertThat(fault.reason().message().zh()).doesNotContainPattern("[{}]");
                assertThat(fault.reason().message().en()).doesNotContainPattern("[{}]|\\p{IsHan}");
              });
      return refused.faults().stream()
          .map(fault -> fault.file() + ":" + fault.line() + " " + fault.reason().code())
          .toList();
    }
  }

  private int add(String line) {
    List<String> lines = lines();
    lines.add(ID + line);
    write(lines);
    return lines.size();
  }

  private void remove(String part) {
    List<String> lines = lines();
    assertThat(lines.removeIf(line -> line.contains(part))).isTrue();
    write(lines);
  }

  private int edit(String part, String from, String to) {
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(part)) {
        String edited = lines.get(i).replaceFirst(Pattern.quote(from), to);
        assertThat(edited).as("%s in %s", from, lines.get(i)).isNotEqualTo(lines.get(i));
        lines.set(i, edited);
        write(lines);
        return i + 1;
      }
    }
    throw new AssertionError("no line with " + part);
  }

  private List<String> lines() {
    try {
      return new ArrayList<>(
          Files.readAllLines(directory.resolve("transitions.csv"), StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void write(List<String> lines) {
    try {
      Files.write(directory.resolve("transitions.csv"), lines, StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
