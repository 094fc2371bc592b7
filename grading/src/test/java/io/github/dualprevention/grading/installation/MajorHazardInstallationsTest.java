package io.github.dualprevention.grading.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.TableFiles;
import io.github.dualprevention.core.table.TableVersion;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MajorHazardInstallationsTest {

  private static final TableVersion STANDARD = new TableVersion("GB18218", "2018");
  private static final TableVersion SITE = new TableVersion("SITE", "1");

  @Test
  void everyTermOfAMajorHazardInstallationIsExplained() {
    Identification found =
        Sites.of("氨,,10,氨", "甲,W5.1,30", "甲,W3,60")
            .identify(List.of(Holding.of("氨", "20.0"), Holding.of("甲", "10")), 42)
            .orThrow();

    assertThat(found.standard()).isEqualTo(STANDARD);
    assertThat(found.substances()).isEqualTo(SITE);
    assertThat(found.s()).hasToString("7/3");
    assertThat(found.r()).hasToString("27/5");
    assertThat(found.alpha())
        .isEqualTo(new ListedValue("30", new BigDecimal("1.2"), clause("4.3.2, table 5")));
    assertThat(found.level()).contains(MajorHazardLevel.IV);
    assertThat(found.explanation().zh())
        .isEqualTo(
            "GB18218@2018，氨 q=20 t，Q=10 t（氨，line），β=2（氨，4.3.2, table 3）；"
                + "甲 q=10 t，Q=30 t（W5.1，line），β=1.5（W5.1，4.3.2, table 4; silent on several"
                + " classes, hence the highest β of them）；S=2.3333（尾数舍去）≥1（4.2.1），构成重大危险源；"
                + "厂界外500 m内常住42人，α=1.2（4.3.2, table 5）；R=5.4≥0，为四级重大危险源（4.3.3, table 6）");
    assertThat(found.explanation().en())
        .isEqualTo(
            "GB18218@2018, 氨 q = 20 t, Q = 10 t (氨, line), β = 2 (氨, 4.3.2, table 3); "
                + "甲 q = 10 t, Q = 30 t (W5.1, line), β = 1.5 (W5.1, 4.3.2, table 4; silent on"
                + " several classes, hence the highest β of them); S = 2.3333 (rounded down) ≥ 1"
                + " (4.2.1), a major hazard installation; 42 residents within 500 m, α = 1.2"
                + " (4.3.2, table 5); R = 5.4 ≥ 0, level IV major hazard installation (4.3.3, table"
                + " 6)");
  }

  @Test
  void belowOneThereIsNoLevelNotEvenTheLeastSeriousOne() {
    Identification found =
        Sites.of("甲,W3,7").identify(List.of(Holding.of("甲", "6.9999999")), 500).orThrow();

    assertThat(found.isMajor()).isFalse();
    assertThat(found.level()).isEmpty();
    assertThat(found.explanation().zh())
        .isEqualTo(
            "GB18218@2018，甲 q=6.9999999 t，Q=7 t（W3，line），β=1（W3，4.3.2, table 4）；"
                + "S=0.9999（尾数舍去）<1（4.2.1），不构成重大危险源，因此不分级");
    assertThat(found.explanation().en())
        .endsWith(
            "; S = 0.9999 (rounded down) < 1 (4.2.1), not a major hazard installation and therefore"
                + " of no level");
  }

  @Test
  void anEmptyTankCountsAsNothing() {
    Identification found = Sites.of("甲,W3,7").identify(List.of(Holding.of("甲", "0")), 0).orThrow();

    assertThat(found.s()).hasToString("0/1");
    assertThat(found.explanation().en()).contains("S = 0 < 1");
  }

  /** Both tables of the standard whole, as printed. */
  @ParameterizedTest
  @CsvSource({
    "一氧化碳,2",
    "二氧化硫,2",
    "氨,2",
    "环氧乙烷,2",
    "氯化氢,3",
    "溴甲烷,3",
    "氯,4",
    "硫化氢,5",
    "氟化氢,5",
    "二氧化氮,10",
    "氰化氢,10",
    "碳酰氯,20",
    "磷化氢,20",
    "异氰酸甲酯,20"
  })
  void betaOfTable3ByNameEvenWhereAClassIsHigher(String substance, String beta) {
    ListedValue found = betaOf(substance + ",J1,5," + substance, substance + ",,5," + substance);

    assertThat(found)
        .isEqualTo(new ListedValue(substance, new BigDecimal(beta), clause("4.3.2, table 3")));
  }

  @Test
  void betaOfTable4ByClass() {
    Map<String, String> printed = new LinkedHashMap<>();
    String table =
        "J1=4 J2=1 J3=2 J4=2 J5=1 W1.1=2 W1.2=2 W1.3=2 W2=1.5 W3=1 W4=1 W5.1=1.5 W5.2=1 W5.3=1"
            + " W5.4=1 W6.1=1.5 W6.2=1 W7.1=1.5 W7.2=1 W8=1 W9.1=1 W9.2=1 W10=1 W11=1";
    for (String line : table.split(" ")) {
      printed.put(line.split("=")[0], line.split("=")[1]);
    }

    printed.forEach(
        (symbol, beta) ->
            assertThat(betaOf("甲," + symbol + ",5"))
                .isEqualTo(
                    new ListedValue(symbol, new BigDecimal(beta), clause("4.3.2, table 4"))));
    assertThat(StandardTables.published().betaByClass().keySet())
        .containsExactlyElementsOf(printed.keySet());
  }

  @Test
  void theTablesOfTheStandardAreReadFromTheirFilesOnce() {
    StandardTables once = StandardTables.published();
    StandardTables again = new StandardTables(TableFiles.of(MajorHazardInstallationsTest::open));

    assertThat(StandardTables.published()).isSameAs(once);
    assertThat(again.version()).isEqualTo(STANDARD);
    assertThat(again.betaByClass()).isEqualTo(once.betaByClass());
    assertThat(again.betaByName()).containsKey("氨").isEqualTo(once.betaByName());
    assertThat(again.alpha(42)).isEqualTo(once.alpha(42));
    assertThat(again.level(Ratio.of(BigDecimal.ZERO)))
        .isEqualTo(once.level(Ratio.of(BigDecimal.ZERO)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"beta-by-name.csv", "beta-by-class.csv", "alpha.csv", "levels.csv"})
  void aBrokenTableOfTheStandardWouldBeRefused(String broken) {
    TableFiles files =
        TableFiles.of(
            name ->
                name.equals(broken)
                    ? new SequenceInputStream(
                        open(name),
                        new ByteArrayInputStream(
                            "GB18218,2018,X,many,,,\n".getBytes(StandardCharsets.UTF_8)))
                    : open(name));

    assertThat(
            catchThrowableOfType(InvalidTableException.class, () -> new StandardTables(files))
                .faults())
        .extracting(Fault::file)
        .containsOnly(broken);
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(StandardTables.class.getResourceAsStream(name), name);
  }

  @Test
  void theHighestBetaOfSeveralClassesIsDerivedWhereTheyDiffer() {
    assertThat(betaOf("甲,W3,50", "甲,J1,5", "甲,W2,10"))
        .isEqualTo(
            new ListedValue(
                "J1",
                new BigDecimal("4"),
                new SourceClause(
                    "GB 18218-2018",
                    "4.3.2, table 4; silent on several classes, hence the highest β of them",
                    Evidence.DERIVED)));
    assertThat(betaOf("甲,W3,50", "甲,W4,5").source().evidence()).isEqualTo(Evidence.PRESCRIBED);
  }

  @Test
  void aNamedThresholdComesBeforeALowerOneOfAClass() {
    SubstanceShare share =
        Sites.of("氢,,5", "氢,W2,1")
            .identify(List.of(Holding.of("氢", "5")), 1)
            .orThrow()
            .shares()
            .get(0);

    assertThat(share.threshold().key()).isEqualTo("氢");
    assertThat(share.toS()).hasToString("1/1");
    assertThat(share.weighted()).hasToString("3/2");
  }

  @Test
  void everythingThatIsWrongWithAnInventoryComesTogether() {
    List<Reason> reasons =
        Sites.of("甲,W3,7", "乙,W4,7")
            .identify(
                List.of(
                    Holding.of("甲", "-1"),
                    Holding.of("丙", "-0.5"),
                    Holding.of("乙", "1"),
                    Holding.of("甲", "2")),
                -3)
            .reasons();

    assertThat(reasons)
        .extracting(Reason::code, Reason::values)
        .containsExactly(
            tuple(
                "grading.installation.quantity-negative",
                Map.of("substance", "甲", "quantity", "-1")),
            tuple(
                "grading.installation.substance-unknown",
                Map.of("substance", "丙", "table", "SITE@1")),
            tuple(
                "grading.installation.quantity-negative",
                Map.of("substance", "丙", "quantity", "-0.5")),
            tuple("grading.installation.substance-twice", Map.of("substance", "甲")),
            tuple("grading.installation.residents-negative", Map.of("residents", "-3")));
    assertThat(reasons.get(1).message().zh()).isEqualTo("物质表SITE@1中没有“丙”，临界量无从确定");
  }

  @Test
  void nothingHeldIsRefusedAndNotCalledSafe() {
    assertThat(Sites.of("甲,W3,7").identify(List.of(), 0).reasons())
        .extracting(Reason::code)
        .containsExactly("grading.installation.nothing-held");
  }

  @Test
  void aTableOfSubstancesIsRefusedWithEveryFaultOfItsCells() {
    assertThat(faults("甲,W3,0", "乙,W99,5", "丙,W3,-1", "丁,W3,", "戊,W4,3", "戊,W4,3", ",W4,3"))
        .extracting(Fault::line, Fault::column, fault -> fault.reason().code())
        .containsExactly(
            tuple(2L, "threshold", "grading.installation.not-positive"),
            tuple(3L, "class", "table.cell.code"),
            tuple(4L, "threshold", "grading.installation.not-positive"),
            tuple(5L, "threshold", "table.cell.missing"),
            tuple(7L, "substance", "table.row.duplicate"),
            tuple(8L, "substance", "table.cell.missing"));
  }

  @Test
  void aClassHasOneThresholdAndEverySubstanceABeta() {
    List<Fault> faults = faults("甲,W3,7", "乙,W3,7.0", "丙,W3,8", "液氨,,10", "氨,,10,氨");

    assertThat(faults)
        .extracting(Fault::line, Fault::column, Fault::value, fault -> fault.reason().code())
        .containsExactly(
            tuple(4L, "threshold", "8", "grading.installation.class-two-thresholds"),
            tuple(5L, "class", "", "grading.installation.beta-missing"));
    assertThat(faults.get(0).reason().values())
        .isEqualTo(Map.of("class", "W3", "line", "2", "first", "7", "here", "8"));
    assertThat(faults.get(1).reason().value("substance")).isEqualTo("液氨");
  }

  @ParameterizedTest
  @CsvSource({"光气,碳酰氯,20", "液氨,氨,2", "氯气,氯,4"})
  void aSynonymHasTheBetaOfTheNameInTable3EvenWhereItsClassIsLower(
      String synonym, String name, String beta) {
    assertThat(betaOf(synonym + ",W3,5," + name))
        .isEqualTo(new ListedValue(name, new BigDecimal(beta), clause("4.3.2, table 3")));
  }

  @Test
  void aSynonymIsGradedLikeTheSubstanceThatTable3Names() {
    for (String phosgene : List.of("光气", "碳酰氯")) {
      Identification found =
          Sites.of(phosgene + ",J1,1,碳酰氯")
              .identify(List.of(Holding.of(phosgene, "4")), 1)
              .orThrow();

      assertThat(found.r()).hasToString("80/1");
      assertThat(found.level()).contains(MajorHazardLevel.II);
    }
  }

  @Test
  void everyLineSaysByWhichNameTable3ListsItsSubstanceOrThatItDoesNot() {
    assertThat(faults("光气,J1,1,", "光气,J2,1,光气", "液氨,J1,1,NH3"))
        .extracting(Fault::line, Fault::column, fault -> fault.reason().code())
        .containsExactly(
            tuple(2L, "beta_name", "table.cell.missing"),
            tuple(3L, "beta_name", "table.cell.code"),
            tuple(4L, "beta_name", "table.cell.code"));
    assertThat(faults("光气,J1,1,碳酰氯", "光气,J2,1,-", "光气,J3,1,碳酰氯", "光气,,1,氯"))
        .extracting(
            Fault::line, Fault::column, fault -> fault.reason().code(), f -> f.reason().values())
        .containsExactly(
            tuple(
                3L,
                "beta_name",
                "grading.installation.beta-name-other",
                Map.of("substance", "光气", "line", "2", "first", "碳酰氯", "here", "-")),
            tuple(
                5L,
                "beta_name",
                "grading.installation.beta-name-other",
                Map.of("substance", "光气", "line", "2", "first", "碳酰氯", "here", "氯")));
    assertThat(faults("氨,J1,1,-", "氯,J2,1,氨", "硫化氢,J3,1,硫化氢", "氨,J4,1,-"))
        .extracting(
            Fault::line, Fault::column, fault -> fault.reason().code(), f -> f.reason().values())
        .containsExactly(
            tuple(2L, "beta_name", "grading.installation.beta-name-own", Map.of("substance", "氨")),
            tuple(3L, "beta_name", "grading.installation.beta-name-own", Map.of("substance", "氯")),
            tuple(5L, "beta_name", "grading.installation.beta-name-own", Map.of("substance", "氨")));
  }

  @Test
  void aFileHoldsOneEditionOfOneSite() {
    String two = Sites.csv("甲,W3,7", "乙,W4,7").replaceFirst("SITE,1,乙", "SITE,2,乙");

    assertThat(catchThrowableOfType(InvalidTableException.class, () -> Sites.read(two)).faults())
        .extracting(fault -> fault.reason().code())
        .containsExactly("table.edition.other");
    assertThatThrownBy(() -> Sites.read(Sites.HEADER))
        .isInstanceOf(InvalidTableException.class)
        .hasMessageContaining("table.edition.empty");
    assertThat(Sites.of("甲,W3,7").substances()).isEqualTo(SITE);
  }

  @ParameterizedTest
  @EnumSource(MajorHazardLevel.class)
  void levelOneIsTheMostSerious(MajorHazardLevel level) {
    List<String> fromMostSerious = List.of("I", "II", "III", "IV");

    assertThat(MajorHazardLevel.byCode().keySet()).containsExactlyElementsOf(fromMostSerious);
    assertThat(MajorHazardLevel.byCode()).containsEntry(level.code(), level);
    assertThat(level.term().wording()).isEqualTo(level.wording());
    assertThat(level.term().code()).isEqualTo(level.code());
    for (MajorHazardLevel other : MajorHazardLevel.values()) {
      boolean serious =
          fromMostSerious.indexOf(level.code()) <= fromMostSerious.indexOf(other.code());
      assertThat(level.isAtLeastAsSerious(other)).isEqualTo(serious);
    }
  }

  @Test
  void anIdentificationCannotContradictItself() {
    Identification found = Sites.of("甲,W3,7").identify(List.of(Holding.of("甲", "7")), 0).orThrow();
    List<SubstanceShare> shares = new ArrayList<>(found.shares());
    Identification copy = new Identification(STANDARD, SITE, shares, 0);
    shares.clear();

    assertThat(copy).isEqualTo(found).hasSameHashCodeAs(found);
    assertThatThrownBy(() -> new Identification(SITE, SITE, found.shares(), 0))
        .hasMessage("standard must be a built-in edition, but was: SITE@1");
    assertThatThrownBy(() -> new Identification(STANDARD, SITE, List.of(), 0))
        .hasMessageContaining("shares must not be empty");
    assertThatThrownBy(() -> new Identification(STANDARD, SITE, found.shares(), -1))
        .hasMessage("residents must not be negative, but was: -1");
    ListedValue one = found.shares().get(0).beta();
    assertThatThrownBy(() -> new SubstanceShare(Holding.of("甲", "-1"), one, one))
        .hasMessage("quantity must not be negative, but was: -1");
    assertThatThrownBy(() -> new ListedValue("甲", new BigDecimal("0.00"), one.source()))
        .hasMessage("value must be greater than zero, but was: 0");
  }

  @Test
  void valuesCompareByMeaning() {
    assertThat(Holding.of(" 甲 ", "10.0")).isEqualTo(Holding.of("甲", "10"));
    assertThat(new Ratio(BigInteger.TWO, BigInteger.TEN))
        .isEqualTo(Ratio.of(new BigDecimal("0.20")))
        .hasToString("1/5");
    assertThatThrownBy(() -> Holding.of("甲", "1e3"))
        .hasMessageContaining("quantity must be a plain decimal");
  }

  @Test
  void aRatioIsExactAndShownRoundedDown() {
    Ratio twoThirds = Ratio.of(new BigDecimal("0.02"), new BigDecimal("0.03"));

    assertThat(twoThirds).hasToString("2/3");
    assertThat(twoThirds.plus(Ratio.of(BigDecimal.ONE, new BigDecimal("6")))).hasToString("5/6");
    assertThat(twoThirds.times(Ratio.of(new BigDecimal("1.5")))).hasToString("1/1");
    assertThat(twoThirds.roundedDown(0)).isEqualTo("0");
    assertThat(twoThirds.roundedDown(3)).isEqualTo("0.666");
    assertThat(twoThirds.isAtLeast(new BigDecimal("0.6666"))).isTrue();
    assertThat(twoThirds.isAtLeast(new BigDecimal("0.6667"))).isFalse();
    assertThat(Ratio.of(BigDecimal.TEN).isAtLeast(BigDecimal.TEN)).isTrue();
    assertThat(twoThirds).isLessThan(Ratio.of(BigDecimal.ONE)).isEqualByComparingTo(twoThirds);
    assertThat(Ratio.of(new BigDecimal("100")).shown().en()).isEqualTo("100");
    assertThatThrownBy(() -> Ratio.of(BigDecimal.ONE, BigDecimal.ZERO))
        .hasMessage("denominator must be greater than zero, but was: 0");
    assertThatThrownBy(() -> new Ratio(BigInteger.ONE.negate(), BigInteger.ONE))
        .hasMessage("numerator must not be negative, but was: -1");
    assertThatThrownBy(() -> Ratio.of(BigDecimal.ONE.negate()))
        .hasMessage("dividend must not be negative, but was: -1");
    assertThatThrownBy(() -> Ratio.of(BigDecimal.ONE, BigDecimal.ONE.negate()))
        .hasMessage("divisor must not be negative, but was: -1");
    assertThatThrownBy(() -> twoThirds.roundedDown(-1))
        .hasMessage("places must not be negative, but was: -1");
  }

  private static ListedValue betaOf(String... lines) {
    String substance = lines[0].split(",")[0];
    return Sites.of(lines)
        .identify(List.of(Holding.of(substance, "1")), 1)
        .orThrow()
        .shares()
        .get(0)
        .beta();
  }

  private static SourceClause clause(String clause) {
    return new SourceClause("GB 18218-2018", clause, Evidence.PRESCRIBED);
  }

  private static List<Fault> faults(String... lines) {
    return catchThrowableOfType(InvalidTableException.class, () -> Sites.of(lines)).faults();
  }
}
