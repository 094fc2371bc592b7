package io.github.dualprevention.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the packaged jar as the README does, even where the console knows no Chinese. */
class QuickstartJarIT {

  @TempDir Path out;

  @Test
  void tellsTheStoryOfTheBundledData() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("target", "quickstart.jar").toString(),
                "--out",
                out.toString())
            .redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    String console = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(console).isZero();
    assertThat(console)
        .contains("重大风险 / major risk: 1", "低风险 / low risk: 3", "index.html")
        .contains("sample register: major risk 3", "what if: 4 up, 1 down, 1 cannot be graded")
        .contains("reports delivered: 31", "日志 / journal: ✓ 31", "line 16: journal.hash.wrong");
    assertThat(out.resolve("reports")).isNotEmptyDirectory();
    List<String> lines = Files.readAllLines(out.resolve("graded-risks.csv"));
    assertThat(lines).hasSize(7);
    assertThat(lines.get(6)).contains(",20,一般危险,moderately dangerous,LOW,BLUE,");
    assertThat(Files.readAllLines(out.resolve("graded-risks-sample.csv"))).hasSize(27);
  }
}
