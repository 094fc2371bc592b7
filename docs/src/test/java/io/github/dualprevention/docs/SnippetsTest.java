package io.github.dualprevention.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every block of Java in a document is a region of a test that is compiled and run. The document
 * names it in a comment before the block, as in {@code <!-- snippet: FirstStepsTest#grade -->}; the
 * test marks it with {@code // snippet: grade} and {@code // end}.
 */
class SnippetsTest {

  private static final Pattern JAVA_BLOCK =
      Pattern.compile(
          "(?:<!-- snippet: (\\w+)#([\\w-]+) -->\\n)?```java\\n(.*?)```", Pattern.DOTALL);

  private static final Path TESTS = Path.of("src/test/java/io/github/dualprevention/docs/guide");

  @TestFactory
  Stream<DynamicTest> everyJavaBlockIsCompiledAndRun() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path document : documents()) {
      Matcher block = JAVA_BLOCK.matcher(Files.readString(document));
      while (block.find()) {
        String testClass = block.group(1);
        String region = block.group(2);
        String text = block.group(3);
        tests.add(
            DynamicTest.dynamicTest(
                document.getFileName() + ": " + testClass + "#" + region,
                () -> {
                  assertThat(testClass).as("the snippet's comment before\n%s", text).isNotNull();
                  assertThat(text).isEqualTo(region(testClass, region));
                }));
      }
    }
    return tests.stream();
  }

  @Test
  void theDocumentsHaveSnippets() throws IOException {
    assertThat(documents())
        .extracting(document -> document.getFileName().toString())
        .contains("README.md", "README.zh-CN.md", "first-steps.md");
    assertThat(everyJavaBlockIsCompiledAndRun()).hasSizeGreaterThan(4);
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> top = Files.list(Library.REPOSITORY);
        Stream<Path> docs = Files.walk(Library.REPOSITORY.resolve("docs"))) {
      return Stream.concat(top, docs)
          .filter(path -> path.toString().endsWith(".md") && !path.toString().contains("target"))
          .toList();
    }
  }

  private static String region(String testClass, String name) throws IOException {
    List<String> lines = Files.readAllLines(TESTS.resolve(testClass + ".java"));
    int start = indexOf(lines, "// snippet: " + name, 0);
    int end = indexOf(lines, "// end", start);
    List<String> region = lines.subList(start + 1, end);
    int indent =
        region.stream()
            .filter(line -> !line.isBlank())
            .mapToInt(line -> line.length() - line.stripLeading().length())
            .min()
            .orElse(0);
    return region.stream()
        .map(line -> line.isBlank() ? "" : line.substring(indent))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static int indexOf(List<String> lines, String mark, int from) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(mark)) {
        return i;
      }
    }
    throw new AssertionError("no line " + mark);
  }
}
