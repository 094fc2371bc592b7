package io.github.dualprevention.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import com.google.common.collect.ImmutableMap;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.risk.Assessment;
import io.github.dualprevention.core.risk.Factors;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.TableFiles;
import io.github.dualprevention.core.table.TableVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Province, sector, enterprise: each layer in the one CSV form, the lowest one counts. */
class LayersTest {

  private static final String METHODS =
      "id,version,alias,factors,bands,off_scale,from,until,zh,en,document,clause,evidence\n";
  private static final String SCALES = "scale,value,zh,en,document,clause,evidence\n";
  private static final String BANDS = "bands,range,level,zh,en,document,clause,evidence\n";
  private static final String SOURCE = ",名称,name,Sample standard,table 1,ENTERPRISE\n";

  @TempDir Path folder;

  @Test
  void anEnterpriseBuildsOnTheScalesAndBandsAboveIt() {
    GradingMethods all =
        layer(
            Published.METHODS,
            "enterprise",
            "LS:OWN,1,LS,L=DB37-L S=DB37-S,V-e,REFUSE,," + SOURCE,
            "",
            "");

    GradingMethod own = all.inForce("LS", Published.DAY);

    assertThat(own).hasToString("LS:OWN@1");
    assertThat(own.level(Factors.ls("3", "5"))).isEqualTo(RiskLevel.MAJOR);
    assertThat(Published.LS.level(Factors.ls("3", "5"))).isEqualTo(RiskLevel.SIGNIFICANT);
    assertThat(all.layerOf(own.edition().version())).contains("enterprise");
    assertThat(all.layerOf(Published.LS.edition().version())).contains("published");
    assertThat(all.inForce("LS:DB37-4", Published.DAY)).isSameAs(Published.LS);
    assertThat(all.all()).startsWith(own).containsAll(Published.METHODS.all());
  }

  @Test
  void theLowestLayerInForceCountsAndWhereItHasNoneTheOneAboveDoes() {
    GradingMethods province =
        layer(
            Published.METHODS,
            "province",
            "LS:DB37-4,P,,L=DB37-L S=DB37-S,V-d,REFUSE,2026-01-01," + SOURCE,
            "",
            "");
    GradingMethods sector =
        layer(
            province,
            "sector",
            "LS:DB37-4,S,,L=DB37-L S=DB37-S,STRICT,REFUSE,2026-06-01,2026-07-01" + SOURCE,
            "",
            "STRICT,\"[5,25]\",MAJOR" + SOURCE + "STRICT,\"[1,5)\",LOW" + SOURCE);

    assertThat(sector.inForce("LS", LocalDate.of(2025, 12, 31))).hasToString("LS:DB37-4@1");
    assertThat(sector.inForce("LS", LocalDate.of(2026, 5, 31))).hasToString("LS:DB37-4@P");
    assertThat(sector.inForce("LS", LocalDate.of(2026, 6, 30))).hasToString("LS:DB37-4@S");
    assertThat(sector.inForce("LS", LocalDate.of(2026, 7, 1))).hasToString("LS:DB37-4@P");
    assertThat(province.inForce("LS", LocalDate.of(2026, 6, 30))).hasToString("LS:DB37-4@P");
    assertThat(sector.edition(Published.LS.edition().version()).orThrow()).isSameAs(Published.LS);
  }

  @Test
  void aFurtherNameCountsOnlyWhereItsMethodIsInForce() {
    GradingMethods all =
        layer(
            Published.METHODS,
            "enterprise",
            "MINE,1,LS,L=DB37-L S=DB37-S,V-e,REFUSE,2027-01-01," + SOURCE,
            "",
            "");

    assertThat(all.inForce("LS", LocalDate.of(2026, 12, 31))).isSameAs(Published.LS);
    assertThat(all.inForce("LS", LocalDate.of(2027, 1, 1))).hasToString("MINE@1");
    assertThat(all.find("MINE", LocalDate.of(2026, 12, 31)).reasons())
        .extracting(Reason::code)
        .containsExactly("grading.method.not-in-force");
  }

  @Test
  void refusesALayerWithoutAnyMethod() {
    assertThat(faults(Published.METHODS, "", "", ""))
        .extracting(Fault::file, Fault::line, fault -> fault.reason().code())
        .containsExactly(tuple("methods.csv", 1L, "grading.table.no-method"));
  }

  @Test
  void refusesALayerOfTheSameNameAndAnEditionWithAnAtSignAsFaultsOfTheFile() {
    String method = "X,1,,L=DB37-L S=DB37-S,V-d,REFUSE,," + SOURCE;

    assertThatExceptionOfType(InvalidTableException.class)
        .isThrownBy(() -> layer(Published.METHODS, "published", method, "", ""))
        .withMessageContaining("methods.csv:1: grading.layer.twice");
    assertThat(faults(Published.METHODS, method.replace("X,1", "X,1@2"), "", ""))
        .extracting(Fault::line, Fault::column, fault -> fault.reason().code())
        .containsExactly(tuple(2L, "version", "table.edition.at"));
  }

  /** 2×5 and 3×4 are no neighbours, yet the score rises from one to the other. */
  @Test
  void refusesALevelThatFallsAsTheScoreRisesEvenBetweenInputsThatCannotBeCompared() {
    String method = "X,1,,L=DB37-L S=DB37-S,X,FLAG,," + SOURCE;
    String bands =
        "X,\"[15,25]\",MAJOR"
            + SOURCE
            + "X,\"[12,12]\",LOW"
            + SOURCE
            + "X,\"[10,10]\",MAJOR"
            + SOURCE
            + "X,\"[0,9]\",LOW"
            + SOURCE;

    assertThat(faults(Published.METHODS, method, "", bands))
        .extracting(Fault::file, Fault::line, fault -> fault.reason().code())
        .containsExactly(tuple("bands.csv", 3L, "grading.table.level-order"));
  }

  @Test
  void refusesWhatIsOffTheScaleAndTooLongToBeWrittenOut() {
    GradingMethod lenient =
        GradingMethod.of(
                Published.LEC.edition(),
                Published.LEC.scales(),
                Published.LEC.bands(),
                OffScale.FLAG)
            .orThrow();
    Factors huge =
        new Factors(
            ImmutableMap.of(
                "L", new BigDecimal("1E900"), "E", BigDecimal.ONE, "C", new BigDecimal("1E900")));

    assertThat(lenient.tryGrade(huge).reasons())
        .extracting(Reason::code, reason -> reason.value("factor"))
        .containsExactly(
            tuple("grading.factor.off-scale", "L"), tuple("grading.factor.off-scale", "C"));
    assertThat(lenient.level(Factors.lec("1" + "0".repeat(29), "1", "1")))
        .isEqualTo(RiskLevel.MAJOR);
    assertThat(lenient.tryGrade(Factors.lec("1", tiny(30), "1")).reasons()).isEmpty();
    assertThat(lenient.tryGrade(Factors.lec("1", "1", "1")).reasons()).isEmpty();
    for (BigDecimal tooLong : List.of(new BigDecimal("1E30"), new BigDecimal("1E-31"))) {
      Factors judged =
          new Factors(ImmutableMap.of("L", BigDecimal.ONE, "E", tooLong, "C", BigDecimal.ONE));
      assertThat(lenient.tryGrade(judged).reasons())
          .extracting(Reason::code)
          .containsExactly("grading.factor.off-scale");
    }
  }

  private static String tiny(int places) {
    return "0." + "0".repeat(places - 2) + "1";
  }

  /**
   * 400 × 250 inputs three times are just enough; one more is too much, and nothing more is read.
   */
  @Test
  void refusesMoreInputsThanALayerMayHaveTogether() {
    StringBuilder scales = new StringBuilder();
    for (int value = 400; value >= 1; value--) {
      scales.append("A,").append(value).append(SOURCE);
      if (value <= 250) {
        scales.append("B,").append(value).append(SOURCE);
      }
    }
    String bands = "X,\"[0,)\",MAJOR" + SOURCE;
    StringBuilder methods = new StringBuilder();
    for (int i = 1; i <= 3; i++) {
      methods.append("M").append(i).append(",1,,L=A S=B,X,REFUSE,,").append(SOURCE);
    }
    assertThat(layer(Published.METHODS, "own", methods.toString(), scales.toString(), bands).all())
        .hasSizeGreaterThan(3);

    scales.append("C,1").append(SOURCE);
    methods.append("M4,1,,L=C,X,REFUSE,,").append(SOURCE);
    methods.append("M5,1,,L=C,X,REFUSE,,").append(SOURCE);

    assertThat(faults(Published.METHODS, methods.toString(), scales.toString(), bands))
        .extracting(
            Fault::line,
            Fault::column,
            fault -> fault.reason().code(),
            fault -> fault.reason().value("count"))
        .containsExactly(tuple(5L, "id", "grading.table.too-much", "300001"));
  }

  @Test
  void refusesAValueOfAScaleBelowZero() {
    String method = "X,1,,L=A S=DB37-S,X,REFUSE,," + SOURCE;
    String scale = "A,1" + SOURCE + "A,-1" + SOURCE;

    assertThat(faults(Published.METHODS, method, scale, "X,\"[0,)\",LOW" + SOURCE))
        .extracting(Fault::file, Fault::line, Fault::column, fault -> fault.reason().code())
        .containsExactly(tuple("scales.csv", 3L, "value", "grading.table.negative"));
  }

  @Test
  void aLayersOwnScaleCountsBeforeTheOneOfTheSameNameAbove() {
    GradingMethods all =
        layer(
            Published.METHODS,
            "enterprise",
            "X,1,,L=DB37-L S=DB37-S,X,REFUSE,," + SOURCE,
            "DB37-L,7" + SOURCE + "DB37-L,1" + SOURCE,
            "X,\"[1,35]\",MAJOR" + SOURCE);

    GradingMethod own = all.inForce("X", Published.DAY);

    assertThat(own.scales().get(0).values()).hasSize(2);
    assertThat(own.scales().get(1)).isEqualTo(Published.LS.scales().get(1));
  }

  @Test
  void refusesAnEditionThatIsLaidDownAbove() {
    String again = "LS:DB37-4,1,,L=DB37-L S=DB37-S,V-d,REFUSE,," + SOURCE;

    assertThat(faults(Published.METHODS, again, "", ""))
        .extracting(Fault::file, Fault::line, Fault::column, fault -> fault.reason().code())
        .containsExactly(tuple("methods.csv", 2L, "version", "grading.layer.edition-taken"));
    assertThat(faults(Published.METHODS, again, "", "").get(0).reason().message().en())
        .contains("the layer published");
  }

  @Test
  void refusesScalesAndBandsThatNoLayerHas() {
    assertThat(faults(Published.METHODS, "X,1,,L=GONE S=DB37-S,GONE,REFUSE,," + SOURCE, "", ""))
        .extracting(Fault::column, fault -> fault.reason().code())
        .containsExactly(
            tuple("factors", "grading.table.scale-unknown"),
            tuple("bands", "grading.table.bands-unknown"));
  }

  @Test
  void readsAMatrixFromTheSameThreeFiles() {
    String bands =
        "M,\"L=5 S=1,2,3,4,5; L=3,4 S=5\",MAJOR"
            + SOURCE
            + "M,\"L=3,4 S=1,2,3,4; L=1,2 S=4,5\",GENERAL"
            + SOURCE
            + "M,\"L=1,2 S=1,2,3\",LOW"
            + SOURCE;
    String method = "M,1,,L=DB37-L S=DB37-S,M,REFUSE,," + SOURCE;
    GradingMethod matrix =
        layer(Published.METHODS, "enterprise", method, "", bands).inForce("M", Published.DAY);

    assertThat(matrix.level(Factors.ls("4", "5"))).isEqualTo(RiskLevel.MAJOR);
    assertThat(matrix.level(Factors.ls("4", "4"))).isEqualTo(RiskLevel.GENERAL);
    assertThat(matrix.level(Factors.ls("2", "3"))).isEqualTo(RiskLevel.LOW);
    assertThat(faults(Published.METHODS, method, "", bands.replace("L=1,2 S=1,2,3", "L=1,2 S=1,2")))
        .extracting(Fault::file, Fault::line, Fault::column, fault -> fault.reason().code())
        .containsExactly(tuple("methods.csv", 2L, "bands", "grading.table.cell-gap"));
    assertThat(faults(Published.METHODS, method, "", bands.replace("L=1,2 S=4,5", "L=1,2 S=3,4,5")))
        .extracting(Fault::file, Fault::line, Fault::column, fault -> fault.reason().code())
        .containsExactly(tuple("bands.csv", 3L, "range", "grading.table.cell-twice"));
    assertThat(faults(Published.METHODS, method.replace("REFUSE", "FLAG"), "", bands))
        .extracting(fault -> fault.reason().code())
        .containsExactly("grading.table.flag-without-score");
  }

  @Test
  void readsFactorsThatAreMadeOfAspects() {
    String method =
        "W,1,,\"L=sum(a:DB37-L*0.6,b:DB37-L*0.4) S=max(persons:DB37-S-PERSONS,loss:DB37-S-LOSS)\","
            + "W,REFUSE,,"
            + SOURCE;
    String bands = "W,\"[12,25]\",MAJOR" + SOURCE + "W,\"[1,12)\",LOW" + SOURCE;
    GradingMethod weighted =
        layer(Published.METHODS, "enterprise", method, "", bands).inForce("W", Published.DAY);
    Factors judged = factors("L.a", "5", "L.b", "2", "S.persons", "1", "S.loss", "3");

    Grade grade = weighted.grade(judged);
    Assessment found = grade.assessment().orElseThrow();

    assertThat(found.factors()).hasToString("L.a=5, L.b=2, L=3.8, S.persons=1, S.loss=3, S=3");
    assertThat(found.score().orElseThrow()).hasToString("11.4");
    assertThat(grade.level()).isEqualTo(RiskLevel.LOW);
    assertThat(weighted.level(factors("L.a", "5", "L.b", "5", "S.persons", "1", "S.loss", "3")))
        .isEqualTo(RiskLevel.MAJOR);
    assertThat(weighted.tryGrade(factors("L.a", "5", "L", "3", "S.loss", "9")).reasons())
        .extracting(Reason::code, reason -> reason.value("factor"))
        .containsExactly(
            tuple("grading.factor.missing", "L.b"),
            tuple("grading.factor.missing", "S.persons"),
            tuple("grading.factor.off-scale", "S.loss"),
            tuple("grading.factor.unknown", "L"));
  }

  /** With half steps, gaps between whole scores become real. */
  @Test
  void showsTheGapThatAWeightedFactorOpens() {
    String method = "W,1,,\"L=sum(a:DB37-L*0.5,b:DB37-L*0.5) S=DB37-S\",DB37-4,REFUSE,," + SOURCE;

    List<Fault> faults = faults(Published.METHODS, method, "", "");

    assertThat(faults)
        .extracting(fault -> fault.reason().code())
        .containsExactly("grading.table.gap");
    assertThat(faults.get(0).reason().message().en())
        .isEqualTo(
            "the bands leave a gap: L=4.5, S=4 score 18, which lies in no band (5 such inputs)");
  }

  @ParameterizedTest
  @CsvSource({
    "L=max(a:DB37-L S=DB37-S, grading.table.factor-list",
    "L=max(a:DB37-L*0.5) S=DB37-S, grading.table.factor-list",
    "L=sum(a:DB37-L) S=DB37-S, grading.table.factor-list",
    "L=sum(a:DB37-L*) S=DB37-S, grading.table.factor-list",
    "L=sum(a:DB37-L*1.2.3) S=DB37-S, grading.table.factor-list",
    "L=mean(a:DB37-L) S=DB37-S, grading.table.factor-list",
    "L=max() S=DB37-S, grading.table.factor-list",
    "L=DB37-L L=DB37-L, grading.table.factor-list",
    "LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL=DB37-L, grading.table.factor-list",
    "'L=sum(a:DB37-L*0.5,b:DB37-L*0.6) S=DB37-S', grading.table.weights",
    "'L=sum(a:DB37-L*1,b:DB37-L*0) S=DB37-S', grading.table.weights",
    "'L=max(a:DB37-L,a:DB37-L) S=DB37-S', grading.table.factor-twice"
  })
  void refusesFactorsThatMakeNoSense(String factors, String code) {
    String method = "W,1,,\"" + factors + "\",DB37-4,REFUSE,," + SOURCE;

    assertThat(faults(Published.METHODS, method, "", ""))
        .extracting(fault -> fault.reason().code())
        .containsExactly(code);
  }

  @Test
  void acceptsAndFlagsWhatIsOffTheScaleIfTheStandardSaysSo() {
    GradingMethod lenient =
        layer(
                Published.METHODS,
                "enterprise",
                "F,1,,L=LEC-L E=LEC-E C=LEC-C,LEC-EDGE_TO_HIGHER,FLAG,," + SOURCE,
                "",
                "")
            .inForce("F", Published.DAY);

    Grade grade = lenient.grade(Factors.lec("3", "6", "10"));

    assertThat(lenient.offScale()).isEqualTo(OffScale.FLAG);
    assertThat(grade.assessment().orElseThrow().offScale()).containsExactly("C");
    assertThat(grade.level()).isEqualTo(RiskLevel.SIGNIFICANT);
    assertThat(grade.explanation().en())
        .isEqualTo(
            "F@1: L=3, E=6, C=10 (off the scale: C) score 180, in [160,320) \"highly dangerous\","
                + " which is significant risk");
    assertThat(grade.explanation().zh()).contains("L=3, E=6, C=10（C不在标度内），得分180，");
    assertThat(lenient.grade(Factors.lec("3", "6", "15")).assessment().orElseThrow().offScale())
        .isEmpty();
    assertThat(lenient.grade(Factors.lec("10", "10", "50")).assessment().orElseThrow().offScale())
        .containsExactly("C");
    assertThat(lenient.tryGrade(Factors.lec("5", "0.2", "5")).orThrow().level())
        .isEqualTo(RiskLevel.LOW);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, must be one an aspect",
    "0.5 0.25 0.25, must be one an aspect",
    "0.5 0.6, must be above 0 and together 1",
    "0.5 0.4, must be above 0 and together 1",
    "1 0, must be above 0 and together 1",
    "1.5 -0.5, must be above 0 and together 1"
  })
  void refusesWeightsThatMakeNoMean(String weights, String rule) {
    List<FactorScale> two = Published.LS.scales();

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new WeightedFactor(
                    "L", two, Stream.of(weights.split(" ")).map(BigDecimal::new).toList()))
        .withMessageStartingWith("weights " + rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1"})
  void neverAcceptsWhatIsNotAboveZero(String value) {
    GradingMethod lenient =
        GradingMethod.of(
                Published.LEC.edition(),
                Published.LEC.scales(),
                Published.LEC.bands(),
                OffScale.FLAG)
            .orThrow();

    assertThat(lenient.tryGrade(Factors.lec(value, "6", "10")).reasons())
        .extracting(Reason::code, reason -> reason.value("factor"))
        .containsExactly(tuple("grading.factor.off-scale", "L"));
  }

  @Test
  void everyPolicyHasItsCode() {
    assertThat(OffScale.byCode())
        .isEqualTo(Map.of("REFUSE", OffScale.REFUSE, "FLAG", OffScale.FLAG));
    assertThat(OffScale.FLAG.code()).isEqualTo("FLAG");
  }

  @Test
  void refusesAFlaggedScoreThatLiesInNoBand() {
    GradingMethod lenient =
        GradingMethod.of(
                Published.LS.edition(), Published.LS.scales(), Published.LS.bands(), OffScale.FLAG)
            .orThrow();

    List<Reason> reasons = lenient.tryGrade(Factors.ls("3.5", "5")).reasons();

    assertThat(reasons)
        .extracting(Reason::code, reason -> reason.value("factor"), reason -> reason.value("score"))
        .containsExactly(tuple("grading.factor.no-band", "L", "17.5"));
    assertThat(lenient.level(Factors.ls("4.5", "5"))).isEqualTo(RiskLevel.MAJOR);
  }

  @Test
  void refusesTwoLayersOfOneName() {
    GradingMethods own = GradingMethods.of("published", List.of(), Map.of()).orThrow();

    assertThat(Published.METHODS.refinedBy(own).reasons())
        .extracting(Reason::code)
        .containsExactly("grading.layer.twice");
  }

  @Test
  void namesEveryIdAndFurtherNameOnceWhereOneIsUnknown() {
    GradingMethods province =
        GradingMethods.of(
                "province", List.of(Published.LEC, Published.LS), Map.of("X", "LS:DB37-4"))
            .orThrow();
    MethodEdition edition = Published.LS.edition();
    MethodEdition next =
        new MethodEdition(
            new TableVersion("LS:DB37-4", "2"), edition.name(), edition.period(), edition.source());
    GradingMethod second =
        GradingMethod.of(next, Published.LS.factors(), Published.LS.bands()).orThrow();
    GradingMethods own =
        GradingMethods.of("own", List.of(second), Map.of("X", "LS:DB37-4")).orThrow();

    assertThat(province.refinedBy(own).orThrow().find("GONE", Published.DAY).reasons())
        .extracting(Reason::code, reason -> reason.value("method"), reason -> reason.value("known"))
        .containsExactly(
            tuple("grading.method.unknown", "GONE", "X, LS:DB37-4, LEC:EDGE_TO_HIGHER"));
  }

  private static Factors factors(String... namesAndValues) {
    ImmutableMap.Builder<String, BigDecimal> factors = ImmutableMap.builder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      factors.put(namesAndValues[i], new BigDecimal(namesAndValues[i + 1]));
    }
    return new Factors(factors.buildOrThrow());
  }

  private GradingMethods layer(
      GradingMethods above, String name, String methods, String scales, String bands) {
    try {
      Files.writeString(folder.resolve("methods.csv"), METHODS + methods);
      Files.writeString(folder.resolve("scales.csv"), SCALES + scales);
      Files.writeString(folder.resolve("bands.csv"), BANDS + bands);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return above.refinedBy(name, TableFiles.in(folder));
  }

  private List<Fault> faults(GradingMethods above, String methods, String scales, String bands) {
    InvalidTableException[] invalid = new InvalidTableException[1];
    assertThatExceptionOfType(InvalidTableException.class)
        .isThrownBy(() -> layer(above, "enterprise", methods, scales, bands))
        .satisfies(thrown -> invalid[0] = thrown);
    return invalid[0].faults();
  }
}
