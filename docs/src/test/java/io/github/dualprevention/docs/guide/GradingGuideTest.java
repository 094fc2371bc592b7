package io.github.dualprevention.docs.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.TableFiles;
import io.github.dualprevention.docs.GeneratedPage;
import io.github.dualprevention.grading.GradingMethods;
import io.github.dualprevention.grading.MatrixAdvice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Runs the guide for safety engineers: its tables are read as files, and what it says about a
 * changed one is what the library says.
 */
class GradingGuideTest {

  private static final Path GUIDE = Path.of("guide/grading.md");
  private static final Pattern FILE =
      Pattern.compile("<!-- file: (\\S+) -->\\n```csv\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern TOLD =
      Pattern.compile(
          "(?<head><!-- (?<kind>refused|advice): (?<what>.*?) -->\\n```text\\n)(?<text>.*?)(?<tail>```)",
          Pattern.DOTALL);
  private static final Pattern CHANGE = Pattern.compile("(\\S.*?) => (.*?)(?= \\S+ => |$)");

  private final String guide = Files.readString(GUIDE);
  private final Map<String, String> files = new LinkedHashMap<>();

  GradingGuideTest() throws IOException {
    Matcher file = FILE.matcher(guide);
    while (file.find()) {
      files.put(file.group(1), file.group(2));
    }
  }

  @Test
  void everyStandardOfTheGuideIsSound() {
    assertThat(files).hasSize(12);
    for (String folder : List.of("plant", "strict", "aspects", "cells")) {
      assertThat(read(folder, files).all()).hasSizeGreaterThan(1);
    }
  }

  @Test
  void whatTheGuideSaysOfAStandardIsWhatTheLibrarySays() throws IOException {
    StringBuilder told = new StringBuilder();
    Matcher block = TOLD.matcher(guide);
    while (block.find()) {
      String text =
          block.group("kind").equals("refused")
              ? refusal(block.group("what"))
              : advice(block.group("what"));
      block.appendReplacement(
          told, Matcher.quoteReplacement(block.group("head") + text + block.group("tail")));
    }
    block.appendTail(told);

    assertThat(told.toString()).contains("grading.table.gap", "grading.advice.");
    GeneratedPage.check(GUIDE, told.toString());
  }

  /** What the library says if a file of the guide is changed as the comment tells. */
  private String refusal(String what) {
    String file = what.substring(0, what.indexOf(' '));
    String changed = Objects.requireNonNull(files.get(file));
    Matcher change = CHANGE.matcher(what.substring(what.indexOf(' ') + 1));
    while (change.find()) {
      assertThat(changed).contains(change.group(1));
      changed = changed.replace(change.group(1), change.group(2));
    }
    Map<String, String> all = new LinkedHashMap<>(files);
    all.put(file, changed);
    InvalidTableException refused =
        catchThrowableOfType(
            InvalidTableException.class, () -> read(file.substring(0, file.indexOf('/')), all));
    assertThat(refused).as(what).isNotNull();
    return refused.faults().stream()
        .map(Fault::toString)
        .map(fault -> fault.replace(" / ", "\n  ") + "\n")
        .collect(Collectors.joining());
  }

  private String advice(String standards) {
    List<String> lines = new ArrayList<>();
    for (String folder : standards.split(", ")) {
      MatrixAdvice.on(read(folder, files).all().get(0)).stream()
          .map(reason -> folder + ": " + reason.code() + ": " + reason.message().en())
          .forEach(lines::add);
    }
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static GradingMethods read(String folder, Map<String, String> files) {
    return GradingMethods.published()
        .refinedBy(
            "enterprise",
            TableFiles.of(
                name ->
                    new ByteArrayInputStream(
                        Objects.requireNonNull(files.get(folder + "/" + name))
                            .getBytes(StandardCharsets.UTF_8))));
  }
}
