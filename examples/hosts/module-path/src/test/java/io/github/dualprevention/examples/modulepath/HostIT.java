package io.github.dualprevention.examples.modulepath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Starts the packaged program in a JVM of its own, with the jars that a user would get. */
class HostIT {

  @Test
  void gradesOneRiskOnTheModulePath() throws IOException, InterruptedException {
    Path jar = Path.of("target", System.getProperty("host.jar"));
    Path libraries = Path.of("target", "libraries");
    assertThat(libraries.toFile().list())
        .anyMatch(name -> name.matches("dual-prevention-core-.*[.]jar"))
        .anyMatch(name -> name.matches("dual-prevention-grading-.*[.]jar"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-p",
                jar + File.pathSeparator + libraries,
                "-m",
                "io.github.dualprevention.examples.modulepath/" + Host.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output.strip()).isEqualTo("MAJOR RED");
  }
}
