package io.github.dualprevention.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickstartTest {

  private static final String HEADER =
      "id,risk_point,risk_unit,risk_event,method,L,E,C,S,direct_rule\n";

  @TempDir Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path data;
  private Path result;

  @BeforeEach
  void makeFolders() throws IOException {
    data = Files.createDirectory(directory.resolve("data"));
    result = directory.resolve("out");
  }

  @Test
  void gradesTheBundledPetrolStation() throws IOException {
    assertThat(run("--out", result.toString())).isZero();

    assertThat(Files.readString(result.resolve("graded-risks.csv")))
        .isEqualTo(
            """
            id,risk_point,risk_unit,risk_event,method,L,E,C,S,direct_rule,score,class_zh,class_en,level,colour,method_version,explanation_zh,explanation_en
            A1-1,加油站,加油区,火灾、爆炸,LEC,3,10,15,,,450,极其危险,extremely dangerous,MAJOR,RED,LEC:EDGE_TO_HIGHER@1,"LEC:EDGE_TO_HIGHER@1：L=3, E=10, C=15，得分450，属于[320,)“极其危险”，为重大风险","LEC:EDGE_TO_HIGHER@1: L=3, E=10, C=15 score 450, in [320,) ""extremely dangerous"", which is major risk"
            A1-2,加油站,加油区,中毒、窒息,LEC,1,10,1,,,10,稍有危险,slightly dangerous,LOW,BLUE,LEC:EDGE_TO_HIGHER@1,"LEC:EDGE_TO_HIGHER@1：L=1, E=10, C=1，得分10，属于[0,20)“稍有危险”，为低风险","LEC:EDGE_TO_HIGHER@1: L=1, E=10, C=1 score 10, in [0,20) ""slightly dangerous"", which is low risk"
            A1-3,加油站,加油区,触电,LEC,1,6,15,,,90,显著危险,notably dangerous,GENERAL,YELLOW,LEC:EDGE_TO_HIGHER@1,"LEC:EDGE_TO_HIGHER@1：L=1, E=6, C=15，得分90，属于[70,160)“显著危险”，为一般风险","LEC:EDGE_TO_HIGHER@1: L=1, E=6, C=15 score 90, in [70,160) ""notably dangerous"", which is general risk"
            A1-4,加油站,加油区,车辆伤害,LEC,6,6,3,,,108,显著危险,notably dangerous,GENERAL,YELLOW,LEC:EDGE_TO_HIGHER@1,"LEC:EDGE_TO_HIGHER@1：L=6, E=6, C=3，得分108，属于[70,160)“显著危险”，为一般风险","LEC:EDGE_TO_HIGHER@1: L=6, E=6, C=3 score 108, in [70,160) ""notably dangerous"", which is general risk"
            A1-5,加油站,加油区,高处坠落,LEC,1,1,15,,,15,稍有危险,slightly dangerous,LOW,BLUE,LEC:EDGE_TO_HIGHER@1,"LEC:EDGE_TO_HIGHER@1：L=1, E=1, C=15，得分15，属于[0,20)“稍有危险”，为低风险","LEC:EDGE_TO_HIGHER@1: L=1, E=1, C=15 score 15, in [0,20) ""slightly dangerous"", which is low risk"
            A1-6,加油站,加油区,坍塌,LEC,1,0.5,40,,,20,一般危险,moderately dangerous,LOW,BLUE,LEC:EDGE_TO_HIGHER@1,"LEC:EDGE_TO_HIGHER@1：L=1, E=0.5, C=40，得分20，属于[20,70)“一般危险”，为低风险","LEC:EDGE_TO_HIGHER@1: L=1, E=0.5, C=40 score 20, in [20,70) ""moderately dangerous"", which is low risk"
            """);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("重大风险 / major risk: 1", "低风险 / low risk: 3");
  }

  @Test
  void givesThePagesOwnClassesWithEdgesDownward() throws IOException {
    try (var bundled = Quickstart.class.getResourceAsStream("/petrol-station/risks.csv")) {
      String csv = new String(bundled.readAllBytes(), StandardCharsets.UTF_8);
      register(csv.replace(",LEC,", ",LEC:EDGE_TO_LOWER,"));
    }

    assertThat(run("--data", data.toString(), "--out", result.toString())).isZero();

    assertThat(graded())
        .extracting(row -> row.getField("score"))
        .containsExactly("450", "10", "90", "108", "15", "20");
    assertThat(graded())
        .extracting(row -> row.getField("class_zh"))
        .containsExactly("极其危险", "稍有危险", "显著危险", "显著危险", "稍有危险", "稍有危险");
  }

  @Test
  void readsEveryKindOfRow() throws IOException {
    register(
        "\uFEFF"
            + HEADER
            + "r1,p,u,\"a, b\",LS,5,,,5,\r\n"
            + "r2,p,u,c,,,,,,D-1\r\n"
            + "r3,p,u,d,LS:DB37-4,1,,,1,D-1\r\n"
            + "r4,p,v,=e,LEC,0.2,0.5,7.0,,\r\n");

    assertThat(run("--data", data.toString(), "--out", result.toString())).isZero();

    assertThat(graded())
        .extracting(row -> String.join("|", row.getFields().subList(10, 16)))
        .containsExactly(
            "25|重大风险|major risk|MAJOR|RED|LS:DB37-4@1",
            "|||MAJOR|RED|",
            "1|低风险|low risk|MAJOR|RED|LS:DB37-4@1",
            "0.7|稍有危险|slightly dangerous|LOW|BLUE|LEC:EDGE_TO_HIGHER@1");
    assertThat(graded())
        .extracting(row -> row.getField("explanation_en"))
        .containsExactly(
            "LS:DB37-4@1: L=5, S=5 score 25, in [20,25] \"major risk\", which is major risk",
            "rule D-1 (as cited by the register): at least major risk",
            "LS:DB37-4@1: L=1, S=1 score 1, in [1,8] \"low risk\", which is low risk;"
                + " rule D-1 (as cited by the register): at least major risk",
            "LEC:EDGE_TO_HIGHER@1: L=0.2, E=0.5, C=7 score 0.7, in [0,20) \"slightly dangerous\","
                + " which is low risk");
    assertThat(graded().get(0).getField("risk_event")).isEqualTo("a, b");
    assertThat(graded().get(3).getFields().subList(3, 9))
        .containsExactly("=e", "LEC", "0.2", "0.5", "7.0", "");
  }

  @Test
  void takesARegisterThatLacksTheColumnsItDoesNotNeedInAnyOrder() throws IOException {
    register("S,method,risk_event,risk_unit,risk_point,id,L\n5,LS,e,u,p,r1,4\n");

    assertThat(run("--data", data.toString(), "--out", result.toString())).isZero();

    assertThat(Files.readAllLines(result.resolve("graded-risks.csv")))
        .element(1)
        .asString()
        .startsWith("5,LS,e,u,p,r1,4,20,重大风险,major risk,MAJOR,RED,LS:DB37-4@1,");
  }

  @Test
  void namesPointsAndUnitsOnceHoweverTheyAreSpaced() throws IOException {
    register(HEADER + "r1,p,u,e,LS,1,,,1,\nr2, p ,u ,e,LS,1,,,1,\n");

    assertThat(run("--data", data.toString(), "--out", result.toString())).isZero();

    assertThat(Files.readString(result.resolve("index.html"))).containsOnlyOnce("p › u");
  }

  @Test
  void aRegisterOf100000RowsIsGradedInReasonableTime() throws IOException {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 0; i < 100_000; i++) {
      rows.append("r").append(i).append(",p,u").append(i % 1000).append(",e,LEC,3,6,15,,\n");
    }
    register(rows.toString());

    assertTimeout(
        Duration.ofMinutes(1),
        () -> assertThat(run("--data", data.toString(), "--out", result.toString())).isZero());

    assertThat(Files.readAllLines(result.resolve("graded-risks.csv"))).hasSize(100_001);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("significant risk: 100000");
  }

  @Test
  void refusesAFaultyRegisterAsAWholeAndListsEveryFault() throws IOException {
    register(
        HEADER
            + "r1,p,u,e,LS,5,,,7,\n"
            + "r2,p,u,e,,,,,,\n"
            + "r2,,u,e,LEK,x,,,1,\n"
            + "r4,p,u,e,LEC,0.2,0.5,,3,\n"
            + "r5,p,u,e,LEC,1,0.5,40,,\n"
            + "r6,p,u,e,,1,,,,D-1\n"
            + "r7,p\n");

    assertThat(run("--data", data.toString(), "--out", result.toString())).isEqualTo(2);

    assertThat(result).doesNotExist();
    assertThat(err.toString(StandardCharsets.UTF_8).lines().map(QuickstartTest::withoutSentences))
        .containsExactly(
            "risks.csv:2: S = \"7\": grading.factor.off-scale",
            "risks.csv:3: method = \"\": register.row.ungraded",
            "risks.csv:4: risk_point = \"\": table.cell.missing",
            "risks.csv:4: method = \"LEK\": grading.method.unknown",
            "risks.csv:4: L = \"x\": table.cell.decimal",
            "risks.csv:4: id = \"r2\": table.row.duplicate",
            "risks.csv:5: C = \"\": grading.factor.missing",
            "risks.csv:5: S = \"3\": grading.factor.unknown",
            "risks.csv:7: L = \"1\": register.factor.without-method",
            "risks.csv:8: table.row.width",
            "未写出任何文件 / nothing was written");
  }

  @Test
  void keepsGoodRowsWhenAskedToAndStillFails() throws IOException {
    register(HEADER + "r1,p,u,e,LS,5,,,7,\nr2,p,u,e,LS,5,,,5,\n");

    assertThat(run("--data", data.toString(), "--out", result.toString(), "--keep-going"))
        .isEqualTo(2);

    assertThat(graded()).extracting(row -> row.getField("id")).containsExactly("r2");
    assertThat(Files.readString(result.resolve("faults.csv")))
        .isEqualTo(
            """
            file,line,column,value,code,zh,en
            risks.csv,2,S,7,grading.factor.off-scale,"因子S的取值7不在方法LS:DB37-4@1的标度内：5, 4, 3, 2, 1","the factor S = 7 is not on the scale of the method LS:DB37-4@1: 5, 4, 3, 2, 1"
            """);
    assertThat(Files.readString(result.resolve("index.html")))
        .contains("id=\"faults\"", "risks.csv:2");
  }

  @Test
  void leavesNoFaultsOfAnEarlierRunBesideASoundRegister() throws IOException {
    register(HEADER + "r1,p,u,e,LS,5,,,7,\n");
    run("--data", data.toString(), "--out", result.toString(), "--keep-going");
    register(HEADER + "r1,p,u,e,LS,5,,,5,\n");

    assertThat(run("--data", data.toString(), "--out", result.toString(), "--keep-going")).isZero();

    try (Stream<Path> files = Files.list(result)) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsExactlyInAnyOrder("graded-risks.csv", "index.html");
    }
  }

  @Test
  void holdsDirectRulesToTheListWhereOneIsKept() throws IOException {
    Files.writeString(
        data.resolve("direct-rules.csv"),
        "id,level,zh,en,document,clause,evidence\n"
            + "D-1,MAJOR,示例规则,sample rule,Own standard,clause 3,ENTERPRISE\n");
    register(HEADER + "r1,p,u,e,,,,,,D-1\nr2,p,u,e,,,,,,D-9\n");

    assertThat(run("--data", data.toString(), "--out", result.toString(), "--keep-going"))
        .isEqualTo(2);

    assertThat(graded()).extracting(row -> row.getField("level")).containsExactly("MAJOR");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("risks.csv:3", "grading.direct.unknown");
  }

  @Test
  void aFaultyListOfDirectRulesStopsEverythingAndHidesNoOtherFault() throws IOException {
    Files.writeString(data.resolve("direct-rules.csv"), "id\nD-1\n");
    register(HEADER + "r1,p,u,e,,,,,,D-1\nr2,p,u,e,LS,9,,,1,\n");

    assertThat(run("--data", data.toString(), "--out", result.toString(), "--keep-going"))
        .isEqualTo(2);

    assertThat(result).doesNotExist();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("direct-rules.csv:1", "risks.csv:3: L = \"9\"", "nothing was written");
  }

  @Test
  void refusesARegisterWithoutRisksAndAnUnknownColumnWithoutHidingTheRest() throws IOException {
    register(HEADER);
    assertThat(run("--data", data.toString(), "--out", result.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("risks.csv:1: register.empty");

    register(HEADER.replace("direct_rule", "direct_rule,remark") + "r1,p,u,e,LS,9,,,1,,x\n");
    assertThat(run("--data", data.toString(), "--out", result.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("risks.csv:1: remark", "risks.csv:2: L = \"9\"");
    assertThat(result).doesNotExist();
  }

  @Test
  void takesOddCellsForFaultsWhateverTheyHold() throws IOException {
    register(
        HEADER
            + "r1,p,u,e,,,,,,"
            + "D".repeat(101)
            + "\nr2,"
            + "p".repeat(501)
            + ",u,e,LS,1,,,1,\nr3,\u001B[31mp,u,e,LS,1,,,1,\nr4,p,u,e,LS,9,,,1,\n");

    assertThat(run("--data", data.toString(), "--out", result.toString())).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("risks.csv:2: direct_rule", "risks.csv:3: risk_point", "risks.csv:5: L = \"9\"")
        .contains("risks.csv:4: risk_point = \"\\u001B[31mp\"")
        .doesNotContain("\u001B");
  }

  @Test
  void aFailedRunLeavesTheEarlierResultAsItWas() throws IOException {
    register(HEADER + "r1,p,u,e,LS,5,,,7,\nr2,p,u,e,LS,5,,,5,\n");
    run("--data", data.toString(), "--out", result.toString(), "--keep-going");
    String partial = Files.readString(result.resolve("graded-risks.csv"));
    register(HEADER + "r1,p,u,e,LS,5,,,5,\n");
    Files.delete(result.resolve("index.html"));
    Files.createDirectory(result.resolve("index.html"));

    assertThat(run("--data", data.toString(), "--out", result.toString())).isEqualTo(1);

    assertThat(result.resolve("graded-risks.csv")).hasContent(partial);
    assertThat(result.resolve("faults.csv")).exists();
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("cannot read or write");
  }

  @Test
  void saysThatAFolderIsNotAFile() throws IOException {
    Files.createDirectory(data.resolve("risks.csv"));

    assertThat(run("--data", data.toString(), "--out", result.toString())).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("cannot read or write");
  }

  @Test
  void thePageShowsRegisterReasonsColoursAndEdgesAndTrustsNoText() throws IOException {
    register(HEADER + "r1,p,u,<script>alert(1)</script>,LEC,10,10,100,,\n");

    run("--data", data.toString(), "--out", result.toString());
    String page = Files.readString(result.resolve("index.html"));

    assertThat(page)
        .contains(
            "<span class=\"level RED\"><span lang=\"zh-CN\">重大风险</span><span lang=\"en\">major risk</span>")
        .contains("ORANGE", "YELLOW", "BLUE")
        .contains("D = 20", "D = 70", "D = 160", "D = 320")
        .contains("LEC:EDGE_TO_HIGHER@1", "LEC:EDGE_TO_LOWER@1")
        .contains("&lt;script&gt;")
        .doesNotContain("<script", "http://", "https://", "src=", "@import", "url(");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--data", "--nonsense", "extra"})
  void explainsItsUseToWhoeverCallsItWrongly(String argument) {
    assertThat(run(argument)).isEqualTo(1);
    assertThat(run("--out", "--keep-going")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("usage:");
  }

  @Test
  void saysWhichFileCannotBeRead() {
    assertThat(run("--data", directory.resolve("nowhere").toString())).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("nowhere", "risks.csv");
  }

  /** Place, value and rule of a line on standard error, without the sentences. */
  private static String withoutSentences(String line) {
    return line.replaceAll("(: [a-z.-]+): .*", "$1");
  }

  private int run(String... args) {
    return new Quickstart(
            InstantSource.fixed(Instant.parse("2026-07-15T00:00:00Z")),
            ZoneOffset.UTC,
            () -> new byte[16],
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(args);
  }

  private void register(String csv) throws IOException {
    Files.writeString(data.resolve("risks.csv"), csv);
  }

  private List<NamedCsvRecord> graded() throws IOException {
    List<NamedCsvRecord> rows = new ArrayList<>();
    try (var csv = CsvReader.builder().ofNamedCsvRecord(result.resolve("graded-risks.csv"))) {
      csv.forEach(rows::add);
    }
    return rows;
  }
}
