package io.github.dualprevention.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardLifeCycle;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The published life cycle of hazards, written from the table itself. */
class HazardLifeCyclePageTest {

  private static final HazardLifeCycle PUBLISHED = HazardLifeCycle.published();

  private static final Pattern ARROW = Pattern.compile("\\w+ --> \\w+: \\w+");

  @Test
  void thePageShowsThePublishedTable() throws IOException {
    GeneratedPage.check(
        Library.REPOSITORY.resolve("docs/reference/hazard-life-cycle.md"),
        HazardLifeCyclePage.of(PUBLISHED));
  }

  /** It leaves out that an open hazard can be graded anew; the text below it says so. */
  @Test
  void thePictureInTheOverviewHasTheArrowsOfTheTable() throws IOException {
    String overview = Files.readString(Library.REPOSITORY.resolve("docs/guide/overview.md"));
    List<String> drawn = ARROW.matcher(overview).results().map(arrow -> arrow.group()).toList();
    Set<String> moving =
        HazardLifeCyclePage.arrows(PUBLISHED.transitions()).entrySet().stream()
            .filter(
                arrow ->
                    arrow.getValue().stream()
                        .noneMatch(
                            line -> line.action() == HazardAction.ASSESS && line.from().isGraded()))
            .map(arrow -> arrow.getKey())
            .collect(Collectors.toSet());

    assertThat(drawn).containsExactlyInAnyOrderElementsOf(moving);
  }

  /** Mermaid ends a label at a further colon or semicolon and then draws nothing at all. */
  @Test
  void noArrowHasALabelThatMermaidCannotRead() throws IOException {
    String pictures =
        Files.readString(Library.REPOSITORY.resolve("docs/guide/overview.md"))
            + Files.readString(Library.REPOSITORY.resolve("docs/reference/hazard-life-cycle.md"));

    assertThat(pictures.lines().filter(line -> line.contains(" --> ")))
        .hasSizeGreaterThan(20)
        .allMatch(line -> line.matches(" +\\S+ --> \\w+(: [^:;]+)?"));
  }
}
