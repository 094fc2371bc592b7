package io.github.dualprevention.examples.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.adapters.render.EvidenceFile;
import io.github.dualprevention.adapters.render.EvidenceVerification;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Index;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the packaged program in a JVM of its own, with the jars that a user would get. */
class HostIT {

  @Test
  void takesTwoHazardsToTheirCloseOutOnTheClassPath(@TempDir Path folder) throws IOException, InterruptedException {
    Path jar = Path.of("target", System.getProperty("host.jar"));
    Path libraries = Path.of("target", "libraries");
    assertThat(libraries.toFile().list())
        .anyMatch(name -> name.matches("dual-prevention-core-.*[.]jar"))
        .anyMatch(name -> name.matches("dual-prevention-render-.*[.]jar"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                jar + File.pathSeparator + libraries.resolve("*"),
                Host.class.getName(),
                folder.resolve("H-1.html").toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output.lines())
        .hasSize(3)
        .satisfies(
            refused -> assertThat(refused).startsWith("[").contains("hazard.person.not-apart"),
            Index.atIndex(0))
        .contains("H-1 CLOSED GENERAL v5", "H-2 CLOSED GENERAL v6");
    assertThat(EvidenceFile.published().verify(Files.readAllBytes(folder.resolve("H-1.html"))))
        .isInstanceOf(EvidenceVerification.Sound.class);
  }
}
