package io.github.dualprevention.grading.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.grading.GradingMethods;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegisterBatchTest {

  private static final RegisterGrading GRADING =
      RegisterGrading.of(GradingMethods.published(), LocalDate.EPOCH);
  private static final String HEADER =
      "id,risk_point,risk_unit,risk_event,method,L,S,direct_rule\n";
  private static final String SOUND = HEADER + "r1,p,u,\"=a, b\",LS, 5.0,5,\nr2,+p,u,e,,,,D-1\n";
  private static final String FAULTY = HEADER + "r1,p,u,e,LS,5,7,\nr2,p,u,e,LS,5,5,\n";

  private static final String ADDED =
      "score,class_zh,class_en,level,colour,method_version,explanation_zh,explanation_en\n";
  private static final String FAULT_HEADER = "file,line,column,value,code,zh,en\n";
  private static final String FAULT =
      FAULT_HEADER
          + "r.csv,2,S,7,grading.factor.off-scale,\"因子S的取值7不在方法LS:DB37-4@1的标度内：5, 4, 3, 2, 1\","
          + "\"the factor S = 7 is not on the scale of the method LS:DB37-4@1: 5, 4, 3, 2, 1\"\n";

  @TempDir Path folder;
  private Path register = Path.of("");
  private Path graded = Path.of("");
  private Path faults = Path.of("");

  @BeforeEach
  void places() {
    register = folder.resolve("r.csv");
    graded = folder.resolve("graded.csv");
    faults = folder.resolve("faults.csv");
  }

  @ParameterizedTest
  @EnumSource(BatchMode.class)
  void writesTheCellsAsReadAndThenTheGrade(BatchMode mode) throws IOException {
    Files.writeString(register, SOUND);

    RegisterSummary summary = GRADING.grade(register, graded, faults, mode);

    assertThat(summary).isEqualTo(new RegisterSummary(2, Map.of(RiskLevel.MAJOR, 2L), 0));
    assertThat(graded)
        .hasContent(
            HEADER.replace("\n", ",")
                + ADDED
                + "r1,p,u,\"=a, b\",LS, 5.0,5,,25,重大风险,major risk,MAJOR,RED,LS:DB37-4@1,"
                + "\"LS:DB37-4@1：L=5, S=5，得分25，属于[20,25]“重大风险”，为重大风险\","
                + "\"LS:DB37-4@1: L=5, S=5 score 25, in [20,25] \"\"major risk\"\", which is major risk\"\n"
                + "r2,+p,u,e,,,,D-1,,,,MAJOR,RED,,规则D-1（按登记表引用）：不低于重大风险,"
                + "rule D-1 (as cited by the register): at least major risk\n");
    assertThat(faults).hasContent(FAULT_HEADER);
    assertOnly("r.csv", "graded.csv", "faults.csv");
  }

  @Test
  void allOrNothingListsTheFaultsAndLeavesTheEarlierResultAsItWas() throws IOException {
    Files.writeString(register, FAULTY);
    Files.writeString(graded, "earlier");
    Files.writeString(faults, "earlier");

    RegisterSummary summary = GRADING.grade(register, graded, faults, BatchMode.ALL_OR_NOTHING);

    assertThat(summary).isEqualTo(new RegisterSummary(2, Map.of(RiskLevel.MAJOR, 1L), 1));
    assertThat(graded).hasContent("earlier");
    assertThat(faults).hasContent(FAULT);
    assertOnly("r.csv", "graded.csv", "faults.csv");
  }

  @Test
  void keepGoingGivesTheSoundLinesAndTheFaultsBesideThem() throws IOException {
    Files.writeString(register, FAULTY);

    GRADING.grade(register, graded, faults, BatchMode.KEEP_GOING);

    assertThat(Files.readAllLines(graded)).hasSize(2).last().asString().startsWith("r2,p,u,e,LS,");
    assertThat(faults).hasContent(FAULT);
    assertOnly("r.csv", "graded.csv", "faults.csv");
  }

  @Test
  void keepGoingWithoutAnySoundLineGivesAHeader() throws IOException {
    Files.writeString(register, HEADER + "r1,p,u,e,LS,5,7,\n");

    GRADING.grade(register, graded, faults, BatchMode.KEEP_GOING);

    assertThat(graded).hasContent("id,risk_point,risk_unit,risk_event,method," + ADDED);
    assertThat(faults).hasContent(FAULT);
  }

  /** A misspelt column may be the one that would have raised the risk. */
  @Test
  void keepGoingWritesNoLineWhereAColumnIsUnknownAndAnotherLeftOut() throws IOException {
    String header = "id,risk_point,risk_unit,risk_event,method,L,S,Direct_Rule\n";
    Files.writeString(register, header + "r1,p,u,e,LS,1,1,R1\n");

    RegisterSummary summary = GRADING.grade(register, graded, faults, BatchMode.KEEP_GOING);

    assertThat(summary.graded()).isEmpty();
    assertThat(Files.readString(graded)).doesNotContain("r1");
    assertThat(Files.readString(faults)).contains("table.column.unknown");
  }

  @Test
  void theThreeFilesMustDiffer() throws IOException {
    Files.writeString(register, SOUND);

    for (Path taken : new Path[] {register, graded, folder.resolve("x/../graded.csv")}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> GRADING.grade(register, graded, taken, BatchMode.KEEP_GOING))
          .withMessageStartingWith("register, graded, faults must differ");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GRADING.grade(register, register, faults, BatchMode.KEEP_GOING));
    assertThat(register).hasContent(SOUND);
    assertOnly("r.csv");
  }

  @Test
  void disturbsNoDraftOfAnother() throws IOException {
    Files.writeString(register, SOUND);
    Files.writeString(folder.resolve("graded.csv.0.tmp"), "another's");

    GRADING.grade(register, graded, faults, BatchMode.KEEP_GOING);

    assertThat(folder.resolve("graded.csv.0.tmp")).hasContent("another's");
    assertOnly("r.csv", "graded.csv", "faults.csv", "graded.csv.0.tmp");
  }

  @Test
  void aFailureOnTheWayLeavesTheFilesOfTheEarlierRunAsTheyWere() throws IOException {
    Files.createDirectory(register); // opens, and fails when it is read
    Files.writeString(graded, "earlier");
    Files.writeString(faults, "earlier");

    assertThatIOException()
        .isThrownBy(() -> GRADING.grade(register, graded, faults, BatchMode.KEEP_GOING));

    assertThat(graded).hasContent("earlier");
    assertThat(faults).hasContent("earlier");
    assertOnly("r.csv", "graded.csv", "faults.csv");
  }

  @Test
  void aRegisterThatIsNotThereLeavesNothingBehind() throws IOException {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> GRADING.grade(register, graded, faults, BatchMode.KEEP_GOING));

    assertOnly();
  }

  @Test
  void saysAtOnceThatAFolderStandsInTheWay() throws IOException {
    Files.writeString(register, SOUND);
    Files.createDirectory(faults);

    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> GRADING.grade(register, graded, faults, BatchMode.KEEP_GOING))
        .withMessageContaining("is a directory");

    assertOnly("r.csv", "faults.csv");
  }

  private void assertOnly(String... names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsExactlyInAnyOrder(names);
    }
  }
}
