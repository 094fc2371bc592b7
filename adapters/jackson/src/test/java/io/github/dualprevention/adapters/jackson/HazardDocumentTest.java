package io.github.dualprevention.adapters.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardGrade;
import io.github.dualprevention.core.hazard.HazardJournal;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.HazardStep;
import io.github.dualprevention.core.hazard.Weakening;
import io.github.dualprevention.core.journal.Fact;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.table.TableVersion;
import io.github.dualprevention.reporting.ReportDocument;
import io.github.dualprevention.testkit.Samples;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HazardDocumentTest {

  private static final List<JournalEntry> CHAIN = Chains.of(Samples.hazard("H-1", 3).steps());
  private static final String LATER = HazardDocument.of(CHAIN).body().apply(2);
  private static final String WHOLE = HazardDocument.of(CHAIN).body().apply(1);

  private static String hash(JournalEntry entry) {
    return "SHA-256:" + entry.hash();
  }

  @Test
  void offersEverythingUpToTheLatestStep() {
    ReportDocument document = HazardDocument.of(CHAIN);

    assertThat(document.type()).isEqualTo("hazard");
    assertThat(document.schema()).isEqualTo("1");
    assertThat(document.subject()).isEqualTo("hazard/H-1");
    assertThat(document.last()).isEqualTo(3);
  }

  @Test
  void holdsEachFieldOfAStepAndNothingThatFollowsFromSteps() {
    HazardStep step =
        new HazardStep(
            "H-1",
            1,
            HazardAction.REGISTER,
            HazardState.DISCOVERED,
            HazardState.REGISTERED,
            Optional.empty(),
            Samples.commitment("示例人员", 1),
            "SAFETY",
            Samples.moment(),
            Map.of(HazardFact.WHAT, "泄漏", HazardFact.ORIGIN, "DAILY"),
            new TableVersion("HAZARD:CN", "1"),
            Set.of());
    List<JournalEntry> chain = Chains.of(List.of(step));

    assertThat(HazardDocument.of(chain).body().apply(1))
        .isEqualTo(
            "{\"first\":1,\"head\":\""
                + hash(chain.get(0))
                + "\",\"id\":\"H-1\",\"last\":1,\"steps\":[{\"action\":\"REGISTER\","
                + "\"facts\":{\"origin\":\"DAILY\",\"what\":\"泄漏\"},\"from\":\"DISCOVERED\","
                + "\"number\":1,\"occurred\":\"2026-07-01T00:00:00Z\",\"person\":\""
                + step.person()
                + "\",\"post\":\"SAFETY\",\"table\":\"HAZARD:CN@1\",\"to\":\"REGISTERED\","
                + "\"weakened\":[]}]}");
  }

  @Test
  void tellsWhichRulesWereWeakenedAndWhetherTheGradeIsMajor() {
    HazardStep step =
        new HazardStep(
            "H-1",
            1,
            HazardAction.IMPORT,
            HazardState.DISCOVERED,
            HazardState.RECTIFYING,
            Optional.of(new HazardGrade("HEAVY", true)),
            Samples.commitment("示例人员", 1),
            "SAFETY",
            Samples.moment(),
            Map.of(),
            new TableVersion("SAMPLE", "1"),
            EnumSet.allOf(Weakening.class));

    assertThat(HazardDocument.of(Chains.of(List.of(step))).body().apply(1))
        .contains("\"grade\":\"HEAVY\",\"major\":true")
        .contains("\"weakened\":[\"ACCEPTOR_RECTIFIED\",\"DECIDER_ASKED\"]");
  }

  @Test
  void beginsWithTheStepThatIsAskedForAndNamesTheHashesBeforeAndAfter() {
    HazardReport report = HazardDocument.read(LATER);

    assertThat(report.hazardId()).isEqualTo("H-1");
    assertThat(report.first()).isEqualTo(2);
    assertThat(report.last()).isEqualTo(3);
    assertThat(report.before()).contains(hash(CHAIN.get(0)));
    assertThat(report.head()).isEqualTo(hash(CHAIN.get(2)));
    assertThat(report.steps()).isEqualTo(Samples.hazard("H-1", 3).steps().subList(1, 3));
  }

  @Test
  void aFirstReportHasNoHashBeforeIt() {
    assertThat(HazardDocument.read(WHOLE).before()).isEmpty();
    assertThat(WHOLE).doesNotContain("\"before\"");
  }

  @Test
  void passesOverEntriesThatHoldNoStep() {
    Hazard hazard = Samples.hazard("H-1", 2);
    Fact note = Fact.about("hazard/H-1", "sample.note", Samples.moment()).build();
    Instant recorded = Samples.moment().plusSeconds(60);
    List<JournalEntry> chain = new ArrayList<>();
    for (Fact fact :
        List.of(
            note,
            HazardJournal.factOf(hazard.steps().get(0)),
            note,
            HazardJournal.factOf(hazard.steps().get(1)),
            note)) {
      Chains.append(chain, fact, recorded);
    }

    HazardReport report = HazardDocument.read(HazardDocument.of(chain).body().apply(2));

    assertThat(report.steps()).containsExactly(hazard.steps().get(1));
    assertThat(report.before()).contains(hash(chain.get(1)));
    assertThat(report.head()).isEqualTo(hash(chain.get(3)));
  }

  @Test
  void isCanonicalTheSameEachTimeAndNamesNobody() throws IOException {
    assertThat(HazardDocument.of(CHAIN).body().apply(1)).isEqualTo(WHOLE);
    assertThat(CanonicalJson.write(new ObjectMapper().readTree(WHOLE))).isEqualTo(WHOLE);
    assertThat(WHOLE).doesNotContain("样例人员");
  }

  @Test
  void refusesAChainWithoutItsBeginningOrWithoutSteps() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HazardDocument.of(CHAIN.subList(1, 3)))
        .withMessageContaining("chain must hold each step up to step 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HazardDocument.of(Samples.chain("hazard/H-1", "示例", 2)))
        .withMessageContaining("steps must not be empty");
  }

  /** Whatever a step holds comes back from a report as it was. */
  @Property(tries = 300)
  void everyFieldOfAStepSurvives(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int last) {
    Random chance = new Random(seed);
    List<HazardStep> steps = new ArrayList<>();
    for (int number = 1; number <= last; number++) {
      steps.add(randomStep(number, chance));
    }
    int first = 1 + chance.nextInt(last);

    String body = HazardDocument.of(Chains.of(steps)).body().apply(first);

    assertThat(HazardDocument.read(body).steps()).isEqualTo(steps.subList(first - 1, last));
  }

  private static HazardStep randomStep(int number, Random chance) {
    HazardState to = some(List.of(HazardState.values()), chance);
    Map<HazardFact, String> facts = new EnumMap<>(HazardFact.class);
    for (HazardFact fact : HazardFact.values()) {
      if (chance.nextInt(4) == 0) {
        facts.put(fact, some(List.of(Samples.AWKWARD_TEXT, "2026-07-31", "\"", "é"), chance));
      }
    }
    Set<Weakening> weakened = EnumSet.allOf(Weakening.class);
    weakened.removeIf(any -> chance.nextBoolean());
    return new HazardStep(
        "样例/H 1",
        number,
        some(List.of(HazardAction.values()), chance),
        some(List.of(HazardState.values()), chance),
        to,
        to.isGraded()
            ? Optional.of(new HazardGrade("级-" + chance.nextInt(3), chance.nextBoolean()))
            : Optional.empty(),
        Samples.commitment("示例人员", chance.nextInt(9)),
        "岗位 \"" + chance.nextInt(9),
        Samples.moment().plus(Duration.ofMillis(chance.nextInt())),
        facts,
        new TableVersion("SAMPLE@" + chance.nextInt(3), "v " + chance.nextInt(3)),
        weakened);
  }

  private static <T> T some(List<T> values, Random chance) {
    return values.get(chance.nextInt(values.size()));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"id\":\"H-1\"', '\"id\":\"\"', id must not be empty",
    "'\"id\":\"H-1\"', '\"id\":7', id must be a string",
    "'\"id\":\"H-1\",', '', fields must be",
    "'\"id\":\"H-1\"', '\"id\":\"H-1\",\"state\":\"ASSESSED\"', fields must be",
    "'\"id\":\"H-1\"', '\"id\":\" H-1\"', canonical",
    "'\"first\":2', '\"first\":1', 'first must be the number of the first step, 2'",
    "'\"last\":3', '\"last\":4', 'last must be the number of the last step, 3'",
    "'\"first\":2', '\"first\":2.0', first must be a whole number",
    "'\"first\":2', '\"first\":99999999999', first must be a whole number",
    "'\"first\":2', '\"first\":\"2\"', first must be a whole number",
    "'\"first\":2', '\"first\": 2', canonical",
    "'\"head\":\"SHA-256', '\"head\":\"SHA 256', head must be algorithm:hexadecimal hash",
    "'\"head\"', '\"tail\"', fields must be",
    "'\"before\":\"SHA-256:', '\"before\":\"', before must be algorithm:hexadecimal hash",
    "'\"before\"', '\"previous\"', fields must be",
    "'\"number\":2', '\"number\":3', 'step must be step 4 of H-1, but was: 3'",
    "'\"number\":3', '\"number\":2', 'step must be step 3 of H-1, but was: 2'",
    "'\"number\":3', '\"number\":4', step must be step 3 of H-1",
    "'\"number\":2', '\"number\":0', number must be at least 1",
    "'\"number\":2', '\"number\":\"2\"', steps[0].number must be a whole number",
    "'\"action\":\"PLAN\"', '\"action\":\"PLOT\"', steps[1].action must be known to this release",
    "'\"from\":\"REGISTERED\"', '\"from\":\"X\"', steps[0].from must be known to this release",
    "'\"to\":\"ASSESSED\"', '\"to\":\"REGISTERED\"', grade must be there in graded states alone",
    "'\"grade\":\"MAJOR\",\"major\"', '\"major\"', steps[0].fields must be",
    "'\"major\":true,', '', steps[0].fields must be",
    "'\"major\":true', '\"major\":\"yes\"', steps[0].major must be true or false",
    "'\"post\":\"SAMPLE-POST\",', '', steps[0].fields must be",
    "'\"post\":\"SAMPLE-POST\"', '\"post\":null', steps[0].post must be a string",
    "'\"person\":\"SHA-256:', '\"person\":\"', commitment must be",
    "'\"occurred\":\"2026-07-01T', '\"occurred\":\"2026-07-32T', occurred must be an instant",
    "'00:00:00Z\"', '00:00:00.000Z\"', canonical",
    "'HAZARD:CN@', 'HAZARD:CN', table version must be id@version",
    "'\"grounds\":', '\"guess\":', steps[0].facts must be known to this release",
    "'\"grounds\":\"sample grounds\"', '\"grounds\":7', steps[0].facts.grounds must be a string",
    "'\"grounds\":\"sample grounds\"', '\"grounds\":\"\"', steps[0].facts.grounds must not be empty",
    "'\"weakened\":[]', '\"weakened\":[\"ALL\"]', steps[0].weakened must be known to this release",
    "'\"weakened\":[]', '\"weakened\":\"\"', steps[0].weakened must be an array",
    "'\"weakened\":[]', '\"weakened\":[\"DECIDER_ASKED\",\"ACCEPTOR_RECTIFIED\"]', canonical",
    "'\"weakened\":[]', '\"weakened\":[\"DECIDER_ASKED\",\"DECIDER_ASKED\"]', canonical",
    "'\"number\":2', '\"number\":2,\"number\":2', document must be JSON",
    "'\"steps\":[{', '\"steps\":[7,{', steps[0] must be an object"
  })
  void refusesADocumentThatWasTamperedWith(String part, String other, String reason) {
    assertThat(LATER).contains(part);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> HazardDocument.read(LATER.replace(part, other)))
        .withMessageContaining(reason);
  }

  @Test
  void refusesAReportWithoutTheHashBeforeItsFirstStepOrWithOneTooMany() {
    String before = LATER.substring(1, LATER.indexOf("\"first\""));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> HazardDocument.read(LATER.replace(before, "")))
        .withMessageContaining("before must be there unless the first step is step 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HazardDocument.read("{" + before + WHOLE.substring(1)))
        .withMessageContaining("before must be there unless the first step is step 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "\"text\"",
        "{\"first\":1,\"head\":\"SHA-256:00112233445566778899aabbccddeeff\",\"id\":\"H-1\",\"last\":1,\"steps\":[]}",
        "{\"first\":1,\"head\":\"SHA-256:00112233445566778899aabbccddeeff\",\"id\":\"H-1\",\"last\":1,\"steps\":{}}"
      })
  void refusesWhatIsNoDocument(String body) {
    assertThatIllegalArgumentException().isThrownBy(() -> HazardDocument.read(body));
  }

  @Test
  void refusesAnythingBehindTheDocument() {
    assertThatIllegalArgumentException().isThrownBy(() -> HazardDocument.read(WHOLE + "\n"));
    assertThatIllegalArgumentException().isThrownBy(() -> HazardDocument.read(WHOLE + WHOLE));
  }
}
