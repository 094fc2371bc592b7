package io.github.dualprevention.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableMap;
import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.table.TableVersion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradeTest {

  private static final SourceClause SOURCE =
      new SourceClause("Sample standard", "table 1", Evidence.ENTERPRISE);

  @Property
  @Label("G10: direct judgement only raises")
  void g10DirectJudgementOnlyRaises(@ForAll RiskLevel assessed, @ForAll List<RiskLevel> raises) {
    Grade grade = Grade.of(assessment(assessed));
    List<RiskLevel> all = new ArrayList<>(List.of(assessed));
    for (RiskLevel to : raises) {
      Grade raised = grade.raisedBy(raise(to));

      assertThat(raised.level().isAtLeast(grade.level())).isTrue();
      assertThat(raised.level().isAtLeast(to)).isTrue();
      assertThat(raised.assessment()).isEqualTo(grade.assessment());
      all.add(to);
      grade = raised;
    }
    assertThat(grade.level()).isIn(all);
    assertThat(grade.raises()).hasSize(raises.size());
  }

  @Property
  @Label("G11: level and colour are one to one")
  void g11LevelAndColourAreOneToOne(@ForAll RiskLevel a, @ForAll RiskLevel b) {
    assertThat(a.colour() == b.colour()).isEqualTo(a == b);
  }

  @Property
  @Label("G14: a whole is as high as its highest part, more parts never lower it, none give none")
  void g14AWholeIsAsHighAsItsHighestPart(
      @ForAll List<RiskLevel> parts, @ForAll RiskLevel more, @ForAll Random random) {
    Optional<RiskLevel> whole = RiskLevel.highest(parts);
    List<RiskLevel> shuffled = new ArrayList<>(parts);
    Collections.shuffle(shuffled, random);

    assertThat(RiskLevel.highest(shuffled)).isEqualTo(whole);
    assertThat(whole.isEmpty()).isEqualTo(parts.isEmpty());
    whole.ifPresent(
        level -> {
          assertThat(parts).contains(level);
          assertThat(parts).allMatch(level::isAtLeast);
        });
    shuffled.add(more);
    RiskLevel larger = RiskLevel.highest(shuffled).orElseThrow();
    assertThat(larger).isEqualTo(whole.map(more::max).orElse(more));
    assertThat(whole.stream()).allMatch(larger::isAtLeast);
  }

  @Test
  void paintsMajorRedSignificantOrangeGeneralYellowLowBlue() {
    assertThat(RiskLevel.values())
        .extracting(level -> level.wording().zh() + " " + level.colour().wording().zh())
        .containsExactly("重大风险 红", "较大风险 橙", "一般风险 黄", "低风险 蓝");
    assertThat(RiskColour.values())
        .extracting(RiskColour::code)
        .containsExactly("RED", "ORANGE", "YELLOW", "BLUE");
  }

  @Property
  void levelsAreTotallyOrdered(@ForAll RiskLevel a, @ForAll RiskLevel b) {
    assertThat(a.isAtLeast(b) || b.isAtLeast(a)).isTrue();
    assertThat(a.isAtLeast(b) && b.isAtLeast(a)).isEqualTo(a == b);
    assertThat(a.max(b)).isEqualTo(b.max(a)).isIn(a, b);
    assertThat(a.max(b).isAtLeast(a)).isTrue();
    assertThat(RiskLevel.MAJOR.isAtLeast(a)).isTrue();
    assertThat(a.isAtLeast(RiskLevel.LOW)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"major", "1", "", "GREEN", "重大"})
  void hasNoDefaultForAnUnknownLevel(String code) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RiskLevel.ofCode(code))
        .withMessageContaining("MAJOR, SIGNIFICANT, GENERAL, LOW")
        .withMessageEndingWith(code);
  }

  @Test
  void levelsAndScoresArePlainTextInJson() throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();

    assertThat(json.writeValueAsString(RiskLevel.MAJOR)).isEqualTo("\"MAJOR\"");
    assertThat(json.readValue("\"LOW\"", RiskLevel.class)).isEqualTo(RiskLevel.LOW);
    assertThat(json.writeValueAsString(Score.parse("0.70"))).isEqualTo("\"0.7\"");
    assertThat(json.readValue("\"0.7\"", Score.class)).isEqualTo(Score.parse("0.7"));
  }

  @Test
  void mayStandWithoutAScoreButNotWithoutAReason() {
    assertThat(Grade.direct(raise(RiskLevel.MAJOR)).level()).isEqualTo(RiskLevel.MAJOR);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Grade(Optional.empty(), List.of()))
        .withMessageContaining("assessment or a raise");
  }

  @Test
  void explainsItself() {
    Grade grade = Grade.of(assessment(RiskLevel.GENERAL)).raisedBy(raise(RiskLevel.MAJOR));

    assertThat(grade.explanation())
        .isEqualTo(
            new Wording(
                "S@1：L=3, E=10，得分30，属于[20,70)“一般危险”，为一般风险；规则R1（示例规则）：不低于重大风险",
                "S@1: L=3, E=10 score 30, in [20,70) \"moderate\", which is general risk;"
                    + " rule R1 (sample rule): at least major risk"));
    assertThat(grade.colour()).isEqualTo(RiskColour.RED);
  }

  @Test
  void refusesAScoreOutsideItsBand() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Assessment(
                    new TableVersion("S", "1"),
                    Factors.ls("3", "10"),
                    Optional.of(Score.parse("70")),
                    band(RiskLevel.LOW)))
        .withMessage("input must lie in [20,70), but was: 70");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "[70,160) 70 true",
        "[70,160) 160 false",
        "(70,160] 70 false",
        "(70,160] 160 true",
        "(70,160] 70.001 true",
        "[320,) 100000 true",
        "(320,) 320 false",
        "[4,4] 4 true"
      })
  void aRangeSaysForEachEndWhetherItBelongs(String range, String score, boolean inside) {
    assertThat(ScoreRange.parse(range).contains(Score.parse(score))).isEqualTo(inside);
    assertThat(ScoreRange.parse(range)).hasToString(range);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "70",
        "[70,160",
        "70,160)",
        "[160,70)",
        "[4,4)",
        "(4,4]",
        "[4,]",
        "[-1,4)",
        "[a,b]"
      })
  void refusesARangeWithoutScores(String range) {
    assertThatIllegalArgumentException().isThrownBy(() -> ScoreRange.parse(range));
  }

  @Property
  void rangesOverlapExactlyWhenSomeScoreLiesInBoth(
      @ForAll @IntRange(max = 6) int a,
      @ForAll @IntRange(max = 6) int b,
      @ForAll @IntRange(max = 15) int ends) {
    ScoreRange first = range(a, a + 2, ends);
    ScoreRange second =
        ends % 5 == 0 ? ScoreRange.parse("[" + b + ",)") : range(b, b + 1 + ends % 3, ends >> 2);
    boolean shared = false;
    boolean below = true;
    for (int i = 0; i <= 40; i++) {
      Score score = new Score(new BigDecimal(i).divide(new BigDecimal(4)));
      shared |= first.contains(score) && second.contains(score);
      for (int j = 0; j <= i; j++) {
        Score lower = new Score(new BigDecimal(j).divide(new BigDecimal(4)));
        below &= !(first.contains(score) && second.contains(lower));
      }
    }
    assertThat(first.overlaps(second)).isEqualTo(shared);
    assertThat(second.overlaps(first)).isEqualTo(shared);
    assertThat(first.liesBelow(second)).isEqualTo(below);
  }

  private static ScoreRange range(int min, int max, int ends) {
    Score low = Score.parse(String.valueOf(min));
    Score high = Score.parse(String.valueOf(max));
    boolean minIn = (ends & 1) != 0;
    boolean maxIn = (ends & 2) != 0;
    return new ScoreRange(low, minIn, Optional.of(high), maxIn);
  }

  private static Assessment assessment(RiskLevel level) {
    return new Assessment(
        new TableVersion("S", "1"),
        new Factors(ImmutableMap.of("L", new BigDecimal("3.0"), "E", new BigDecimal("10"))),
        Optional.of(Score.parse("30")),
        band(level));
  }

  private static Band band(RiskLevel level) {
    return new Band(ScoreRange.parse("[20,70)"), name("一般危险", "moderate"), level, SOURCE);
  }

  private static Raise raise(RiskLevel to) {
    return new Raise("R1", to, name("示例规则", "sample rule"), SOURCE);
  }

  private static Wording name(String zh, String en) {
    return new Wording(zh, en);
  }
}
