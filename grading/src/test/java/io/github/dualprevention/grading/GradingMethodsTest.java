package io.github.dualprevention.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.risk.Factors;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.Raise;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.TableFiles;
import io.github.dualprevention.core.table.TableVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradingMethodsTest {

  private static final String METHODS_HEADER =
      "id,version,alias,factors,bands,off_scale,from,until,zh,en,document,clause,evidence\n";
  private static final String SOURCE = ",方法,method,Own standard,table 1,ENTERPRISE\n";
  private static final String METHODS =
      METHODS_HEADER
          + "OWN,1,MINE,L=OWN S=OWN,OWN,REFUSE,,2026-01-01"
          + SOURCE
          + "OWN,2,MINE,L=OWN S=OWN,STRICT,REFUSE,2026-01-01,"
          + SOURCE;
  private static final String SCALES =
      "scale,value,zh,en,document,clause,evidence\n"
          + "OWN,3"
          + SOURCE
          + "OWN,2"
          + SOURCE
          + "OWN,1"
          + SOURCE;
  private static final String BANDS =
      "bands,range,level,zh,en,document,clause,evidence\n"
          + "OWN,\"[6,9]\",MAJOR"
          + SOURCE
          + "OWN,\"[1,6)\",LOW"
          + SOURCE
          + "STRICT,\"[4,9]\",MAJOR"
          + SOURCE
          + "STRICT,\"[1,4)\",LOW"
          + SOURCE;

  @TempDir Path directory;

  @Test
  void anEnterpriseAddsItsOwnMethodWithoutTouchingCode() throws IOException {
    GradingMethods methods = Published.METHODS.refinedBy(read(METHODS, SCALES, BANDS)).orThrow();

    assertThat(methods.inForce("MINE", LocalDate.of(2025, 12, 31)).level(Factors.ls("2", "2")))
        .isEqualTo(RiskLevel.LOW);
    assertThat(methods.inForce("OWN", LocalDate.of(2026, 1, 1)).level(Factors.ls("2", "2")))
        .isEqualTo(RiskLevel.MAJOR);
    assertThat(methods.inForce("LEC", LocalDate.of(2026, 1, 1))).isSameAs(Published.LEC);
  }

  @Test
  void anOldGradeCanBeRecomputedByItsEdition() throws IOException {
    GradingMethods methods = read(METHODS, SCALES, BANDS);
    Grade old = methods.inForce("OWN", LocalDate.of(2025, 6, 1)).grade(Factors.ls("2", "2"));
    TableVersion version = old.assessment().orElseThrow().method();

    assertThat(methods.edition(version).orThrow().grade(Factors.ls("2", "2"))).isEqualTo(old);
    assertThat(methods.edition(new TableVersion("OWN", "9")).reasons())
        .extracting(Reason::code)
        .containsExactly("grading.method.unknown");
  }

  @Test
  void refusesADayOnWhichNoEditionIsInForce() throws IOException {
    GradingMethods methods =
        read(
            METHODS_HEADER + "OWN,1,,L=OWN S=OWN,OWN,REFUSE,2026-01-01," + SOURCE,
            SCALES,
            ownBands());

    assertThatThrownBy(() -> methods.inForce("OWN", LocalDate.of(2025, 12, 31)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("grading.method.not-in-force")
        .hasMessageContaining("[2026-01-01, ..)");
  }

  @Test
  void namesFileLineColumnAndCounterExampleOfAnUnsoundTable() {
    String gap = BANDS.replace("\"[1,6)\"", "\"[1,4)\"");

    assertThat(faults(METHODS, SCALES, gap))
        .extracting(Fault::file, Fault::line, Fault::column, fault -> fault.reason().code())
        .containsExactly(tuple("methods.csv", 2L, "bands", "grading.table.gap"));
    assertThat(faults(METHODS, SCALES, gap).get(0).reason().message().en())
        .isEqualTo(
            "the bands leave a gap: L=2, S=2 score 4, which lies in no band (1 such inputs)");

    String overlap = BANDS.replace("\"[1,4)\"", "\"[1,4]\"");
    assertThat(faults(METHODS, SCALES, overlap))
        .extracting(Fault::file, Fault::line, Fault::column, fault -> fault.reason().code())
        .containsExactly(tuple("bands.csv", 4L, "range", "grading.table.overlap"));

    String scale = SCALES.replace("OWN,3", "OWN,0");
    assertThat(faults(METHODS, scale, BANDS))
        .extracting(Fault::file, Fault::line, Fault::column, fault -> fault.reason().code())
        .contains(tuple("scales.csv", 3L, "value", "grading.table.scale-order"));
  }

  @Test
  void namesTheScaleThatTheReasonIsAbout() {
    String methods = METHODS_HEADER + "OWN,1,,L=X S=Y,OWN,REFUSE,," + SOURCE;
    String scales =
        Stream.of("X,3", "X,2", "X,1", "Y,3", "Y,1", "Y,2")
            .map(line -> line + SOURCE)
            .collect(Collectors.joining("", "scale,value,zh,en,document,clause,evidence\n", ""));

    assertThat(faults(methods, scales, ownBands()))
        .extracting(Fault::file, Fault::line, fault -> fault.reason().code())
        .containsExactly(tuple("scales.csv", 7L, "grading.table.scale-order"));
  }

  @Test
  void saysAFaultOnceEvenIfTwoMethodsShareTheTable() {
    String methods =
        METHODS_HEADER
            + "A,1,,L=OWN S=OWN,OWN,REFUSE,,"
            + SOURCE
            + "B,1,,L=OWN S=OWN,OWN,REFUSE,,"
            + SOURCE;
    String overlap = ownBands().replace("\"[1,6)\"", "\"[1,6]\"");

    assertThat(faults(methods, SCALES, overlap))
        .extracting(Fault::file, Fault::line)
        .containsExactly(tuple("bands.csv", 2L));
  }

  @Test
  void refusesAScaleThatOnlyABandSetsNameSeemsToUse() {
    String scales = SCALES + "SPARE,1" + SOURCE;
    String methods = METHODS_HEADER + "OWN,1,,L=OWN S=OWN,SPARE,REFUSE,," + SOURCE;

    assertThat(faults(methods, scales, ownBands().replace("\nOWN,", "\nSPARE,")))
        .extracting(Fault::file, fault -> fault.reason().code())
        .containsExactly(tuple("scales.csv", "grading.table.unused"));
  }

  /** Whatever stands in a cell, the answer is a catalogue or the documented refusal. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-1",
        "0",
        "1e9",
        "[1,",
        "LLLL=OWN",
        "x=y z",
        "\u3000=OWN",
        "\u00A0=OWN",
        "2026-02-30",
        "\u0000",
        "\uFFFD",
        "'\n'",
        "9999999999999999999999999999999999"
      })
  void anyCellIsReadOrRefusedWithItsPlace(String odd) {
    List<String> files = List.of(METHODS, SCALES, BANDS);
    for (int file = 0; file < files.size(); file++) {
      String[] lines = files.get(file).split("\n");
      int columns = lines[0].split(",").length;
      for (int column = 0; column < columns; column++) {
        List<String> changed = new ArrayList<>(files);
        changed.set(file, withCell(lines, column, odd.repeat(column + 1)));
        faults(changed.get(0), changed.get(1), changed.get(2))
            .forEach(fault -> assertThat(fault.line()).isPositive());
      }
    }
  }

  private static String withCell(String[] lines, int column, String cell) {
    String[] cells = lines[1].split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
    cells[column] = '"' + cell + '"';
    String[] changed = lines.clone();
    changed[1] = String.join(",", cells);
    return String.join("\n", changed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {",,table 1,ENTERPRISE", ",Own standard,,ENTERPRISE", ",Own standard,table 1,"})
  void refusesAMethodAScaleOrABandWithoutSource(String source) {
    String named = ",方法,method" + source + "\n";

    assertThat(faults(METHODS.replace(SOURCE, named), SCALES, BANDS)).hasSize(2);
    assertThat(faults(METHODS, SCALES.replace(SOURCE, named), BANDS)).hasSize(3);
    assertThat(faults(METHODS, SCALES, BANDS.replace(SOURCE, named)))
        .hasSize(4)
        .extracting(fault -> fault.reason().code())
        .containsOnly("table.cell.missing");
  }

  @Test
  void collectsTheFaultsOfAllThreeFiles() {
    assertThat(
            faults(
                METHODS.replace("L=OWN S=OWN,OWN", "L OWN,OWN"),
                SCALES.replace("OWN,2", "OWN,two"),
                BANDS.replace("\"[6,9]\"", "\"[9,6]\"")))
        .extracting(Fault::file, Fault::line, fault -> fault.reason().code())
        .containsExactly(
            tuple("methods.csv", 2L, "grading.table.factor-list"),
            tuple("scales.csv", 3L, "table.cell.decimal"),
            tuple("bands.csv", 2L, "grading.table.range"));
  }

  @Test
  void refusesLoosePartsAndContradictoryNames() {
    String loose =
        METHODS_HEADER
            + "OWN,1,MINE,L=OWN S=GONE,OWN,REFUSE,2026-01-01,2025-01-01"
            + SOURCE
            + "OTHER,1,MINE,L=OWN S=OWN,NONE,REFUSE,,"
            + SOURCE;

    assertThat(faults(loose, SCALES, BANDS))
        .extracting(Fault::file, Fault::line, Fault::column, fault -> fault.reason().code())
        .containsExactly(
            tuple("methods.csv", 2L, "factors", "grading.table.scale-unknown"),
            tuple("methods.csv", 2L, "until", "grading.table.period"),
            tuple("methods.csv", 3L, "alias", "grading.table.name-twice"),
            tuple("methods.csv", 3L, "bands", "grading.table.bands-unknown"),
            tuple("bands.csv", 4L, "bands", "grading.table.unused"));
  }

  @Test
  void refusesTwoEditionsInForceAtOnceAndAnAliasThatIsAlsoAnId() {
    String overlapping = METHODS.replace("STRICT,REFUSE,2026-01-01", "STRICT,REFUSE,2025-12-31");
    assertThat(faults(overlapping, SCALES, BANDS))
        .extracting(Fault::line, Fault::column, fault -> fault.reason().code())
        .containsExactly(tuple(3L, "version", "grading.table.editions-overlap"));

    String alias = METHODS.replace("OWN,2,MINE", "MINE,2,");
    assertThat(faults(alias, SCALES, BANDS))
        .extracting(Fault::line, Fault::column, fault -> fault.reason().code())
        .containsExactly(tuple(2L, "alias", "grading.table.name-twice"));
  }

  @Test
  void refusesALayerThatContradictsTheOneAbove() throws IOException {
    GradingMethods own = read(METHODS.replace("MINE", "LEC:EDGE_TO_LOWER"), SCALES, BANDS);

    assertThat(Published.METHODS.refinedBy(own).reasons())
        .extracting(Reason::code)
        .containsExactly("grading.table.name-twice");
    assertThat(Published.METHODS.refinedBy(Published.METHODS).reasons())
        .extracting(Reason::code)
        .contains("grading.layer.twice", "grading.layer.edition-taken");
    assertThat(GradingMethods.of("own", List.of(Published.LS), Map.of("X", "GONE")).reasons())
        .extracting(Reason::code)
        .containsExactly("grading.method.unknown");
  }

  @Test
  void saysWhichFileIsMissing() {
    assertThatThrownBy(
            () -> GradingMethods.read("own", TableFiles.in(directory.resolve("nowhere"))))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("methods.csv");
  }

  @Test
  void directRulesRaiseAndAreNeverGuessed() {
    String csv =
        "id,level,zh,en,document,clause,evidence\n"
            + "D1,MAJOR,违反强制性标准,breach of a mandatory standard,Own standard,clause 3,ENTERPRISE\n";
    DirectRules rules =
        DirectRules.read(
            "direct-rules.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    Raise raise = rules.find("D1").orThrow();

    assertThat(Grade.direct(raise).level()).isEqualTo(RiskLevel.MAJOR);
    assertThat(Grade.direct(raise).assessment()).isEmpty();
    assertThat(Published.LEC.grade(Factors.lec("1", "1", "1")).raisedBy(raise).level())
        .isEqualTo(RiskLevel.MAJOR);
    assertThat(rules.find("D2").reasons())
        .extracting(Reason::code, reason -> reason.values().get("known"))
        .containsExactly(tuple("grading.direct.unknown", "D1"));
    assertThatThrownBy(
            () ->
                DirectRules.read(
                    "direct-rules.csv",
                    new ByteArrayInputStream("id\n".getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(InvalidTableException.class);
  }

  private String ownBands() {
    return BANDS.substring(0, BANDS.indexOf("STRICT"));
  }

  private GradingMethods read(String methods, String scales, String bands) throws IOException {
    Files.writeString(directory.resolve("methods.csv"), methods);
    Files.writeString(directory.resolve("scales.csv"), scales);
    Files.writeString(directory.resolve("bands.csv"), bands);
    return GradingMethods.read("own", TableFiles.in(directory));
  }

  private List<Fault> faults(String methods, String scales, String bands) {
    try {
      read(methods, scales, bands);
      return List.of();
    } catch (InvalidTableException invalid) {
      return invalid.faults();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
