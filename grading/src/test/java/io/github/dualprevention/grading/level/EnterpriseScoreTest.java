package io.github.dualprevention.grading.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.risk.Assessment;
import io.github.dualprevention.core.risk.Raise;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.risk.Score;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnterpriseScoreTest {

  private static final String HEADER =
      "id,version,range,veto,level,zh,en,document,clause,evidence\n";
  private static final EnterpriseScore PUBLISHED = EnterpriseScore.published();
  private static final List<String> VETOES =
      List.of("UNTRIED_PROCESS", "UNDESIGNED_PLANT", "UNQUALIFIED_OPERATORS", "ACCIDENTS");

  @ParameterizedTest
  @CsvSource({
    "0,MAJOR",
    "59.999999,MAJOR",
    "60,SIGNIFICANT",
    "60.0,SIGNIFICANT",
    "74.999999,SIGNIFICANT",
    "75,GENERAL",
    "89.999999,GENERAL",
    "90,LOW",
    "100,LOW"
  })
  void g15TheEdgesBelongToTheSaferSide(BigDecimal score, RiskLevel level) {
    assertThat(level(score, Set.of())).isEqualTo(level);
  }

  @Property
  @Label("G15: a higher score never gives a worse level")
  void g15AHigherScoreIsNeverWorse(
      @ForAll @BigRange(min = "0", max = "100") @Scale(4) BigDecimal a,
      @ForAll @BigRange(min = "0", max = "100") @Scale(4) BigDecimal b) {
    assertThat(level(a.min(b), Set.of()).isAtLeast(level(a.max(b), Set.of()))).isTrue();
  }

  @Property
  @Label("G15: each of the four situations makes an enterprise red whatever its score")
  void g15EverySituationMakesRed(
      @ForAll @BigRange(min = "0", max = "100") @Scale(2) BigDecimal score,
      @ForAll @IntRange(max = 15) int which) {
    Set<String> situations = new HashSet<>();
    for (int i = 0; i < VETOES.size(); i++) {
      if ((which >> i & 1) == 1) {
        situations.add(VETOES.get(i));
      }
    }
    EnterpriseLevel graded = PUBLISHED.grade(Optional.of(score), situations).orThrow();

    assertThat(graded.level())
        .contains(situations.isEmpty() ? level(score, Set.of()) : RiskLevel.MAJOR);
    assertThat(graded.grade().orElseThrow().raises())
        .extracting(Raise::rule)
        .containsExactlyInAnyOrderElementsOf(
            situations.stream().map("SCORE:YJ2018-19@1/"::concat).toList());
  }

  @Test
  void aSituationNeedsNoScore() {
    EnterpriseLevel graded =
        PUBLISHED.grade(Optional.empty(), Set.of("ACCIDENTS", "UNTRIED_PROCESS")).orThrow();

    assertThat(graded.level()).contains(RiskLevel.MAJOR);
    assertThat(graded.grade().orElseThrow().raises())
        .extracting(Raise::rule)
        .containsExactly("SCORE:YJ2018-19@1/UNTRIED_PROCESS", "SCORE:YJ2018-19@1/ACCIDENTS");
  }

  @Test
  void thePublishedTableIsReadOnce() {
    assertThat(EnterpriseScore.published()).isSameAs(PUBLISHED);
  }

  @Test
  void thePublishedTableCitesItsCopies() {
    assertThat(PUBLISHED.version()).hasToString("SCORE:YJ2018-19@1");
    assertThat(PUBLISHED.vetoes()).containsOnlyKeys(VETOES);
    assertThat(PUBLISHED.vetoes().values())
        .allMatch(raise -> raise.source().evidence() == Evidence.PUBLISHED)
        .allMatch(raise -> raise.to() == RiskLevel.MAJOR)
        .allMatch(raise -> raise.source().document().startsWith("应急〔2018〕19号 (re-posted: "));
  }

  @Test
  void explainsScoreBandAndSituations() {
    EnterpriseLevel graded =
        PUBLISHED.grade(Optional.of(new BigDecimal("74.50")), Set.of("UNDESIGNED_PLANT")).orThrow();

    assertThat(graded.by()).isEqualTo(PUBLISHED.version());
    assertThat(graded.explanation())
        .isEqualTo(
            new Wording(
                "重大风险：SCORE:YJ2018-19@1：得分74.5，属于[60,75)，为较大风险；"
                    + "规则SCORE:YJ2018-19@1/UNDESIGNED_PLANT（在役装置既无正规设计又未做安全设计诊断）：不低于重大风险",
                "major risk: SCORE:YJ2018-19@1: score 74.5, in [60,75), which is significant risk;"
                    + " rule SCORE:YJ2018-19@1/UNDESIGNED_PLANT (a plant"
                    + " in service was neither formally designed nor diagnosed for safety): at"
                    + " least major risk"));
  }

  @Test
  void refusesAScoreOutsideTheScaleAndUnknownSituationsTogether() {
    List<Reason> reasons =
        PUBLISHED.grade(Optional.of(new BigDecimal("100.01")), Set.of("Y", "X")).reasons();

    assertThat(reasons)
        .extracting(Reason::code)
        .containsExactly(
            "grading.level.score-outside",
            "grading.level.veto-unknown",
            "grading.level.veto-unknown");
    assertThat(reasons.get(0).value("score")).isEqualTo("100.01");
    assertThat(reasons.get(1).values())
        .containsEntry("veto", "X")
        .containsEntry("known", String.join(", ", VETOES));
    assertThat(PUBLISHED.grade(Optional.of(new BigDecimal("-0.01")), Set.of()).reasons())
        .extracting(Reason::code)
        .containsExactly("grading.level.score-outside");
    assertThat(PUBLISHED.grade(Optional.empty(), Set.of()).reasons())
        .extracting(Reason::code)
        .containsExactly("grading.level.score-missing");
  }

  @Test
  void withoutAScoreASituationDecidesOnlyIfItMakesMajor() {
    EnterpriseScore own =
        read(
            HEADER
                + band("[0,100]", RiskLevel.LOW)
                + veto("RED")
                + veto("ORANGE").replace("MAJOR", "SIGNIFICANT"));

    for (Set<String> situations : List.of(Set.<String>of(), Set.of("ORANGE"))) {
      assertThat(own.grade(Optional.empty(), situations).reasons())
          .extracting(Reason::code)
          .containsExactly("grading.level.score-missing");
    }
    assertThat(own.grade(Optional.empty(), Set.of("ORANGE", "X")).reasons())
        .extracting(Reason::code)
        .containsExactly("grading.level.score-missing", "grading.level.veto-unknown");
    EnterpriseLevel red = own.grade(Optional.empty(), Set.of("ORANGE", "RED")).orThrow();
    assertThat(red.level()).contains(RiskLevel.MAJOR);
    assertThat(red.grade().orElseThrow().assessment()).isEmpty();
    assertThat(red.grade().orElseThrow().raises()).hasSize(2);
    EnterpriseLevel scored = own.grade(Optional.of(BigDecimal.TEN), Set.of("ORANGE")).orThrow();
    assertThat(scored.level()).contains(RiskLevel.SIGNIFICANT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1E+900000000",
        "-1E+900000000",
        "1E+30",
        "1E-31",
        "1E-2000",
        "-1E-2000",
        "1E-2147483647",
        "0E+900000000",
        "0E-2000",
        "99.0000000000000000000000000000001"
      })
  void refusesAScoreThatIsNoPlainNumber(String score) {
    List<Reason> reasons = PUBLISHED.grade(Optional.of(new BigDecimal(score)), Set.of()).reasons();

    assertThat(reasons).extracting(Reason::code).containsExactly("grading.level.score-digits");
    assertThat(reasons.get(0).values()).isEqualTo(Map.of("most", "30"));
  }

  @ParameterizedTest
  @CsvSource({"1E+2,LOW", "1E-30,MAJOR", "0E-30,MAJOR", "90.000000000000000000000000000000,LOW"})
  void takesEveryWayToWriteAPlainNumber(String score, RiskLevel level) {
    assertThat(level(PUBLISHED, score)).isEqualTo(level);
  }

  @Test
  void aPlainNumberOutsideTheScaleIsNamed() {
    assertThat(PUBLISHED.grade(Optional.of(new BigDecimal("1E+29")), Set.of()).reasons())
        .extracting(Reason::code, reason -> reason.value("score"))
        .containsExactly(tuple("grading.level.score-outside", "1" + "0".repeat(29)));
  }

  @Test
  void theScoreIsKeptWithItsBand() {
    EnterpriseLevel graded = PUBLISHED.grade(Optional.of(new BigDecimal("95")), Set.of()).orThrow();
    Assessment found = graded.grade().orElseThrow().assessment().orElseThrow();

    assertThat(found.method()).isEqualTo(PUBLISHED.version());
    assertThat(found.score()).contains(Score.parse("95"));
    assertThat(found.band().assessmentClass()).isEqualTo(new Wording("90分及以上", "90 and above"));
    assertThat(found.band().source().evidence()).isEqualTo(Evidence.PUBLISHED);
    assertThat(graded.explanation())
        .isEqualTo(
            new Wording(
                "低风险：SCORE:YJ2018-19@1：得分95，属于[90,100]，为低风险",
                "low risk: SCORE:YJ2018-19@1: score 95, in [90,100], which is low risk"));
  }

  @Test
  void refusesMoreThanAThousandLines() {
    StringBuilder lines = new StringBuilder(band("[0,100]", RiskLevel.LOW));
    for (int i = 0; i < 999; i++) {
      lines.append(veto("V" + i));
    }
    assertThat(read(HEADER + lines).vetoes()).hasSize(999);
    assertFaults(lines + veto("A") + veto("B"), tuple(1002L, "", "grading.level.lines"));
  }

  @Property
  @Label("G15: of all ways to cut 0 to 100 exactly the sound ones are read")
  void g15OnlySoundTablesAreRead(
      @ForAll @Size(3) List<@IntRange(min = 1, max = 4) Integer> cuts,
      @ForAll @Size(4) List<Boolean> below,
      @ForAll @Size(4) List<RiskLevel> levels) {
    List<Integer> ends = new ArrayList<>(List.of(0, 5));
    ends.addAll(1, cuts.stream().sorted().distinct().toList());
    StringBuilder csv = new StringBuilder(HEADER);
    boolean monotone = true;
    boolean covered = true;
    for (int i = 0; i + 1 < ends.size(); i++) {
      boolean first = i == 0;
      boolean last = i + 2 == ends.size();
      // Each cut belongs to the range above it, and also to the one below if so drawn.
      boolean withEnd = last || below.get(i);
      covered &= last || !withEnd;
      monotone &= first || levels.get(i - 1).isAtLeast(levels.get(i));
      csv.append(
          band(
              "[%d,%d%s".formatted(ends.get(i) * 20, ends.get(i + 1) * 20, withEnd ? "]" : ")"),
              levels.get(i)));
    }
    if (covered && monotone) {
      EnterpriseScore score = read(csv.toString());
      for (int i = 0; i + 1 < ends.size(); i++) {
        assertThat(level(score, String.valueOf(ends.get(i) * 20))).isEqualTo(levels.get(i));
        assertThat(level(score, String.valueOf(ends.get(i) * 20 + 10))).isEqualTo(levels.get(i));
      }
    } else {
      assertThatExceptionOfType(InvalidTableException.class)
          .isThrownBy(() -> read(csv.toString()))
          .satisfies(
              refused ->
                  assertThat(refused.reasons())
                      .extracting(Reason::code)
                      .isSubsetOf("grading.level.score-overlap", "grading.level.score-worse"));
    }
  }

  @Test
  void namesGapsOverlapsAndRangesBeyondTheScale() {
    assertFaults(
        band("[0,60)", RiskLevel.MAJOR) + band("[75,100]", RiskLevel.LOW),
        tuple(1L, "range", "grading.level.score-gap"));
    assertThatExceptionOfType(InvalidTableException.class)
        .isThrownBy(
            () -> read(HEADER + band("[0,60)", RiskLevel.MAJOR) + band("(60,100)", RiskLevel.LOW)))
        .satisfies(
            refused -> assertThat(refused.reasons().get(0).value("scores")).isEqualTo("60, 100"));
    assertThatExceptionOfType(InvalidTableException.class)
        .isThrownBy(() -> read(HEADER + veto("V")))
        .satisfies(
            refused ->
                assertThat(refused.reasons().get(0).value("scores")).isEqualTo("0, 50, 100"));
    assertFaults(
        band("[0,60]", RiskLevel.MAJOR) + band("[60,100]", RiskLevel.LOW),
        tuple(3L, "range", "grading.level.score-overlap"));
    assertFaults(
        band("[0,60]", RiskLevel.MAJOR) + band("[40,100]", RiskLevel.LOW),
        tuple(3L, "range", "grading.level.score-overlap"));
    assertFaults(
        band("[0,60)", RiskLevel.LOW) + band("[60,100]", RiskLevel.MAJOR),
        tuple(3L, "level", "grading.level.score-worse"));
    for (String beyond : List.of("[60,)", "[60,100.1]")) {
      assertFaults(
          band("[0,60)", RiskLevel.MAJOR) + band(beyond, RiskLevel.LOW),
          tuple(3L, "range", "grading.level.range-beyond"));
    }
  }

  @Test
  void saysWhatIsWrongWithALine() {
    String sound = band("[0,100]", RiskLevel.LOW);
    assertFaults(
        sound
            + "OWN,1,\"[0,1]\",V,LOW,示例,sample,示例,1,ENTERPRISE\n"
            + "OWN,1,,,LOW,示例,sample,示例,1,ENTERPRISE\n",
        tuple(3L, "range", "grading.level.range-or-veto"),
        tuple(4L, "range", "grading.level.range-or-veto"));
    assertFaults(sound + veto("V") + veto("V"), tuple(4L, "range", "table.row.duplicate"));
    assertFaults(sound + veto("V".repeat(95)), tuple(3L, "veto", "grading.level.rule-id"));
    assertThat(read(HEADER + sound + veto("V".repeat(94))).vetoes()).hasSize(1);
    assertFaults("", tuple(1L, "", "table.edition.empty"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"60-75", "[60,60)", "[75,60]", "60"})
  void refusesWhatIsNoRange(String range) {
    assertFaults(band(range, RiskLevel.LOW), tuple(2L, "range", "grading.level.range"));
  }

  @Test
  void anUngradedEnterpriseNamesWhatIsUngraded() {
    RiskPart part = new RiskPart(PartKind.ENTERPRISE, "X", "X");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EnterpriseLevel(PUBLISHED.version(), Optional.empty(), List.of()))
        .withMessageContaining("ungraded");
    assertThat(
            new EnterpriseLevel(PUBLISHED.version(), Optional.empty(), List.of(part)).explanation())
        .isEqualTo(new Wording("未分级；尚未分级：企业“X”", "ungraded; not graded yet: enterprise X"));
  }

  private static RiskLevel level(BigDecimal score, Set<String> situations) {
    return PUBLISHED.grade(Optional.of(score), situations).orThrow().level().orElseThrow();
  }

  private static RiskLevel level(EnterpriseScore table, String score) {
    return table
        .grade(Optional.of(new BigDecimal(score)), Set.of())
        .orThrow()
        .level()
        .orElseThrow();
  }

  private static void assertFaults(String lines, Tuple... faults) {
    assertThatExceptionOfType(InvalidTableException.class)
        .isThrownBy(() -> read(HEADER + lines))
        .satisfies(
            refused ->
                assertThat(refused.faults())
                    .extracting(Fault::line, Fault::column, fault -> fault.reason().code())
                    .containsExactly(faults));
  }

  private static String band(String range, RiskLevel level) {
    return "OWN,1,\"%s\",,%s,示例,sample,示例,1,ENTERPRISE\n".formatted(range, level.code());
  }

  private static String veto(String id) {
    return "OWN,1,,%s,MAJOR,示例,sample,示例,1,ENTERPRISE\n".formatted(id);
  }

  private static EnterpriseScore read(String csv) {
    return EnterpriseScore.read(
        "own.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
  }
}
