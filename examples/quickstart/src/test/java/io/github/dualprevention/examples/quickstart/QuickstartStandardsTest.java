package io.github.dualprevention.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.dualprevention.grading.GradingMethods;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The enterprise's own standard, the register that mixes all methods, and a changed standard. */
class QuickstartStandardsTest {

  private static final List<String> FILES =
      List.of(
          "risks.csv",
          "risks-sample.csv",
          "direct-rules.csv",
          "standard/methods.csv",
          "standard/scales.csv",
          "standard/bands.csv",
          "what-if/methods.csv",
          "what-if/scales.csv",
          "what-if/bands.csv");

  @TempDir Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path data;
  private Path result;

  @BeforeEach
  void copyTheBundledData() throws IOException {
    data = directory.resolve("data");
    result = directory.resolve("out");
    Files.createDirectories(data.resolve("standard"));
    Files.createDirectories(data.resolve("what-if"));
    for (String file : FILES) {
      try (InputStream in = Quickstart.class.getResourceAsStream("/petrol-station/" + file)) {
        Files.copy(in, data.resolve(file));
      }
    }
  }

  @Test
  void gradesEachRowOfTheSampleByItsOwnMethodAndSaysWhy() throws IOException {
    assertThat(run()).isZero();

    assertThat(sample())
        .extracting(
            row ->
                String.join(
                    " ", row.getField("id"), row.getField("level"), row.getField("explanation_en")))
        .containsExactlyElementsOf(
            """
            S01 MAJOR LS:DB37-4@1: L=4, S=5 score 20, in [20,25] "major risk", which is major risk
            S02 GENERAL LS:DB37-4@1: L=3, S=4 score 12, in [9,12] "general risk", which is general risk
            S03 SIGNIFICANT LS:DB37-4:ASPECTS@1: L.controls=3, L.detection=2, L.occurrence=4, L=4, S.law=2, S.persons=4, S.loss=3, S.stoppage=2, S.image=1, S=4 score 16, in [15,16] "significant risk", which is significant risk
            S04 SIGNIFICANT LS:V-a@1: L=4, S=4 score 16, in [13,16] "significant risk", which is significant risk
            S05 SIGNIFICANT LS:V-b@1: L=3, S=3 score 9, in [9,16] "significant risk", which is significant risk
            S06 GENERAL LS:V-c@1: L=2, S=3 score 6, in [4,9] "general risk", which is general risk
            S07 SIGNIFICANT LS:V-d@1: L=4, S=3 score 12, in [11,16] "class II", which is significant risk
            S08 GENERAL LS:V-e@1: L=2, S=4 score 8, in [4,8] "general risk", which is general risk
            S09 LOW LS:V-f@1: L=2, S=2 score 4, in [1,4] "low risk", which is low risk
            S10 SIGNIFICANT LS:V-g@1: L=3, S=5 score 15, in [15,19] "significant risk", which is significant risk
            S11 GENERAL LS:V-h@1: L=5, S=2 score 10, in [9,14] "general risk", which is general risk
            S12 GENERAL LS:V-i@1: L=1, S=5 score 5, in [5,9] "medium", which is general risk
            S13 GENERAL LEC:EDGE_TO_HIGHER@1: L=10, E=1, C=7 score 70, in [70,160) "notably dangerous", which is general risk
            S14 LOW LEC:EDGE_TO_LOWER@1: L=10, E=1, C=7 score 70, in (20,70] "moderately dangerous", which is low risk
            S15 SIGNIFICANT LEC:C-10-DEATHS@1: L=1, E=6, C=40 score 240, in [160,320) "highly dangerous", which is significant risk
            S16 SIGNIFICANT LEC:C-3-DEATHS@1: L=1, E=6, C=40 score 240, in [160,320) "highly dangerous", which is significant risk
            S17 SIGNIFICANT LEC:CONSTRUCTION@1: L=3, E=6, C=15 score 270, in [160,320) "highly dangerous", which is significant risk
            S18 MAJOR LEC:BEIJING@1: L=3, E=5, C=25 score 375, in [320,) "extremely dangerous", which is major risk
            S19 SIGNIFICANT SAMPLE:PFS@1: P=2, F=2, S=5 score 20, in [15,20] "significant risk", which is significant risk
            S20 LOW SAMPLE:PFS@1: P=1, F=2, S=3 score 6, in [1,6] "low risk", which is low risk
            S21 GENERAL SAMPLE:MATRIX@1: L=2, S=2, in L=1 S=3; L=2 S=2; L=4,5 S=1 "general risk", which is general risk
            S22 GENERAL SAMPLE:MATRIX@1: L=4, S=1, in L=1 S=3; L=2 S=2; L=4,5 S=1 "general risk", which is general risk
            S23 SIGNIFICANT SAMPLE:WEIGHTED@1: L.controls=5, L.occurrence=3, L=4, S.persons=4, S.environment=3, S=4 score 16, in [15,20) "significant risk", which is significant risk
            S24 SIGNIFICANT SAMPLE:LEC@1: L=3, E=6, C=10 (off the scale: C) score 180, in [160,320) "highly dangerous", which is significant risk
            S25 MAJOR rule SAMPLE-1 (sample rule: a major hazard installation): at least major risk
            S26 SIGNIFICANT LS:DB37-4@1: L=2, S=2 score 4, in [1,8] "low risk", which is low risk; rule SAMPLE-2 (sample rule: three persons or more at work): at least significant risk
            """
                .lines()
                .toList());
    String page = Files.readString(result.resolve("index.html"));
    assertThat(sample())
        .allSatisfy(
            row ->
                assertThat(page)
                    .contains(
                        "<td>"
                            + row.getField("id")
                            + "</td><td>"
                            + row.getField("risk_event")
                            + "</td>",
                        Html.both(row.getField("explanation_zh"), row.getField("explanation_en"))));
  }

  @Test
  void theSampleMixesEveryPublishedMethodWithThoseOfTheStandard() throws IOException {
    run();

    List<String> used =
        sample().stream()
            .map(row -> row.getField("method_version"))
            .filter(method -> !method.isEmpty())
            .distinct()
            .toList();
    List<String> known = new ArrayList<>();
    GradingMethods.published().all().forEach(method -> known.add(method.toString()));
    known.addAll(List.of("SAMPLE:PFS@1", "SAMPLE:MATRIX@1", "SAMPLE:WEIGHTED@1", "SAMPLE:LEC@1"));
    assertThat(used).containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void listsEveryRiskThatTheChangedStandardWouldMoveAndThoseItCannotGrade() throws IOException {
    run();

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .contains(
            "若采用变更后的标准：升级4，降级1，无法评价1，不变26 / what if: 4 up, 1 down, 1 cannot be graded, 26 unchanged");
    assertThat(whatIfInEnglish())
        .containsExactly(
            "risks.csv",
            "now ↓ then →|major risk|significant risk|general risk|low risk|cannot be graded",
            "major risk|1|0|0|0|0",
            "significant risk|0|0|0|0|0",
            "general risk|0|0|2|0|0",
            "low risk|0|0|1|2|0",
            "Id|Risk event|Level now|Level then|Why now|Why then",
            "A1-6|坍塌|low risk|general risk"
                + "|LEC:EDGE_TO_HIGHER@1: L=1, E=0.5, C=40 score 20, in [20,70) &quot;moderately dangerous&quot;, which is low risk"
                + "|SAMPLE:LEC@2: L=1, E=0.5, C=40 score 20, in [20,160) &quot;notably or moderately dangerous&quot;, which is general risk",
            "risks-sample.csv",
            "now ↓ then →|major risk|significant risk|general risk|low risk|cannot be graded",
            "major risk|3|0|0|0|0",
            "significant risk|1|9|1|0|1",
            "general risk|0|1|7|0|0",
            "low risk|0|0|1|2|0",
            "Id|Risk event|Level now|Level then|Why now|Why then",
            "S19|三因子：高温烫伤|significant risk|major risk"
                + "|SAMPLE:PFS@1: P=2, F=2, S=5 score 20, in [15,20] &quot;significant risk&quot;, which is significant risk"
                + "|SAMPLE:PFS@2: P=2, F=2, S=5 score 20, in [20,45] &quot;major risk&quot;, which is major risk",
            "S20|三因子：滑倒|low risk|general risk"
                + "|SAMPLE:PFS@1: P=1, F=2, S=3 score 6, in [1,6] &quot;low risk&quot;, which is low risk"
                + "|SAMPLE:PFS@2: P=1, F=2, S=3 score 6, in [6,10] &quot;general risk&quot;, which is general risk",
            "S21|5×3矩阵：搬运扭伤|general risk|significant risk"
                + "|SAMPLE:MATRIX@1: L=2, S=2, in L=1 S=3; L=2 S=2; L=4,5 S=1 &quot;general risk&quot;, which is general risk"
                + "|SAMPLE:MATRIX@2: L=2, S=2, in L=2,3 S=3; L=2,3,4 S=2 &quot;significant risk&quot;, which is significant risk",
            "S23|加权因子：酸液溅出|significant risk|general risk"
                + "|SAMPLE:WEIGHTED@1: L.controls=5, L.occurrence=3, L=4, S.persons=4, S.environment=3, S=4 score 16, in [15,20) &quot;significant risk&quot;, which is significant risk"
                + "|SAMPLE:WEIGHTED@2: L.controls=5, L.occurrence=3, L=3.4, S.persons=4, S.environment=3, S=4 score 13.6, in [9,15) &quot;general risk&quot;, which is general risk",
            "S24|标度外的值：C=10|significant risk|cannot be graded"
                + "|SAMPLE:LEC@1: L=3, E=6, C=10 (off the scale: C) score 180, in [160,320) &quot;highly dangerous&quot;, which is significant risk"
                + "|the factor C = 10 is not on the scale of the method SAMPLE:LEC@2: 100, 40, 15, 7, 3, 1"
                + " grading.factor.off-scale · 示例企业风险分级标准（虚构） / sample standard of this example, edition 2: methods (ENTERPRISE)");
  }

  @Test
  void saysNothingOfAChangedStandardWhereNoneIsTried() throws IOException {
    delete("what-if");

    assertThat(run()).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("what if");
    assertThat(Files.readString(result.resolve("index.html"))).doesNotContain("id=\"what-if\"");
  }

  @Test
  void saysSoWhereAChangedStandardMovesNothing() throws IOException {
    for (String file : List.of("methods.csv", "scales.csv", "bands.csv")) {
      Files.writeString(
          data.resolve("what-if").resolve(file),
          Files.readString(data.resolve("standard").resolve(file)));
    }

    assertThat(run()).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("what if: 0 up, 0 down, 0 cannot be graded, 32 unchanged");
    assertThat(whatIfInEnglish()).filteredOn("No risk would change its level."::equals).hasSize(2);
  }

  @Test
  void aMethodThatTheChangedStandardLacksGradesNoRiskAnyMore() throws IOException {
    edit("what-if/methods.csv", "SAMPLE:MATRIX,2", "SAMPLE:OTHER,2");

    assertThat(run()).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8)).contains("3 cannot be graded");
    assertThat(Files.readString(result.resolve("index.html"))).contains("grading.method.unknown");
  }

  @Test
  void theWholeDataMayBeARegisterAndAStandard() throws IOException {
    delete("what-if");
    Files.delete(data.resolve("direct-rules.csv"));
    Files.delete(data.resolve("risks-sample.csv"));
    Files.writeString(
        data.resolve("risks.csv"),
        "id,risk_point,risk_unit,risk_event,method,P,F,S\nr1,p,u,e,SAMPLE:PFS,3,3,5\n");

    assertThat(run()).isZero();

    assertThat(Files.readString(result.resolve("graded-risks.csv")))
        .contains("r1,p,u,e,SAMPLE:PFS,3,3,5,45,重大风险,major risk,MAJOR,RED,SAMPLE:PFS@1,");
    assertThat(result.resolve("graded-risks-sample.csv")).doesNotExist();
    assertThat(Files.readString(result.resolve("index.html")))
        .contains("SAMPLE:PFS@1", "sample standard of this example, edition 1")
        .doesNotContain("id=\"sample\"");
  }

  @Test
  void aFaultyStandardRefusesEverythingAndEachFaultNamesItsFolder() throws IOException {
    edit("standard/bands.csv", "\"[9,12]\"", "\"[9,11]\"");
    edit("standard/methods.csv", "SAMPLE-MATRIX,REFUSE", "SAMPLE-MATRIX,FLAG");
    edit("what-if/scales.csv", "SAMPLE-P,3", "SAMPLE-P,three");

    assertThat(run("--keep-going")).isEqualTo(2);

    assertThat(faults())
        .containsExactly(
            "standard/methods.csv:2: bands = \"SAMPLE-PFS\": grading.table.gap",
            "standard/methods.csv:3: off_scale = \"FLAG\": grading.table.flag-without-score",
            "what-if/scales.csv:2: value = \"three\": table.cell.decimal",
            "未写出任何文件 / nothing was written");
    assertThat(result).doesNotExist();
  }

  @Test
  void aFaultyChangedStandardRefusesEverythingAndHidesNoFaultOfARegister() throws IOException {
    edit("what-if/methods.csv", "SAMPLE:PFS,2", "LS:DB37-4,1");
    edit("risks-sample.csv", "LS,4,,,5", "LS,4,,,6");

    assertThat(run("--keep-going")).isEqualTo(2);

    assertThat(faults())
        .containsExactly(
            "what-if/methods.csv:2: version = \"1\": grading.layer.edition-taken",
            "risks-sample.csv:2: S = \"6\": grading.factor.off-scale",
            "未写出任何文件 / nothing was written");
    assertThat(result).doesNotExist();
  }

  @Test
  void aFactorCannotHaveTheColumnOfSomethingElse() throws IOException {
    edit("standard/methods.csv", "P=SAMPLE-P", "method=SAMPLE-P");

    assertThat(run("--keep-going")).isEqualTo(2);

    assertThat(faults())
        .containsExactly(
            "standard/methods.csv:1: factors = \"method\": story.factor.column",
            "未写出任何文件 / nothing was written");
  }

  @Test
  void aFileThatAStandardLacksIsNamed() throws IOException {
    Files.delete(data.resolve("standard/bands.csv"));

    assertThat(run()).isEqualTo(1);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("cannot read or write")
        .contains(Path.of("standard", "bands.csv").toString());
  }

  @Test
  void aFaultyFurtherRegisterIsKeptInPartOnlyWhenAskedToAndNothingIsTriedOnIt() throws IOException {
    edit("risks-sample.csv", "S02,", "S01,");

    assertThat(run()).isEqualTo(2);
    assertThat(result).doesNotExist();
    assertThat(faults())
        .element(0)
        .isEqualTo("risks-sample.csv:3: id = \"S01\": table.row.duplicate");

    assertThat(run("--keep-going")).isEqualTo(2);
    assertThat(sample()).hasSize(25);
    assertThat(Files.readString(result.resolve("faults.csv")))
        .contains("risks-sample.csv,3,id,S01");
    assertThat(Files.readString(result.resolve("index.html")))
        .contains("id=\"sample\"", "risks-sample.csv:3")
        .doesNotContain("id=\"what-if\"");

    Files.delete(data.resolve("risks-sample.csv"));
    assertThat(run()).isZero();
    assertThat(result.resolve("graded-risks-sample.csv")).doesNotExist();
  }

  private int run(String... more) {
    out.reset();
    err.reset();
    List<String> args =
        new ArrayList<>(List.of("--data", data.toString(), "--out", result.toString()));
    args.addAll(List.of(more));
    return new Quickstart(
            InstantSource.fixed(Instant.parse("2026-07-15T00:00:00Z")),
            ZoneOffset.UTC,
            () -> new byte[16],
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(args.toArray(String[]::new));
  }

  private void edit(String file, String was, String is) throws IOException {
    Path path = data.resolve(file);
    String before = Files.readString(path);
    assertThat(before).contains(was);
    Files.writeString(path, before.replace(was, is));
  }

  private void delete(String folder) throws IOException {
    for (String file : List.of("methods.csv", "scales.csv", "bands.csv")) {
      Files.delete(data.resolve(folder).resolve(file));
    }
    Files.delete(data.resolve(folder));
  }

  /** Place, value and rule of each line on standard error, without the sentences. */
  private List<String> faults() {
    return err.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replaceAll("(: [a-z.-]+): .*", "$1"))
        .toList();
  }

  private List<NamedCsvRecord> sample() throws IOException {
    List<NamedCsvRecord> rows = new ArrayList<>();
    Path file = result.resolve("graded-risks-sample.csv");
    try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      csv.forEach(rows::add);
    }
    return rows;
  }

  /** Each heading and each row of the what-if, as who has chosen English would see it. */
  private List<String> whatIfInEnglish() throws IOException {
    String page = Files.readString(result.resolve("index.html"));
    String section = page.substring(page.indexOf("<section id=\"what-if\">"));
    return section
        .substring(section.indexOf("</h2>"), section.indexOf("</section>"))
        .lines()
        .map(line -> line.replaceAll("<span lang=\"zh-CN\">.*?</span>", ""))
        .map(line -> line.replaceAll("</t[dh]><t[dh][^>]*>", "|").replace("<br>", " "))
        .map(line -> line.replaceAll("<[^>]*>", "").strip())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toList());
  }
}
