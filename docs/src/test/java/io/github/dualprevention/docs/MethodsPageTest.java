package io.github.dualprevention.docs;

import static io.github.dualprevention.docs.Markdown.both;
import static io.github.dualprevention.docs.Markdown.code;
import static io.github.dualprevention.docs.Markdown.head;
import static io.github.dualprevention.docs.Markdown.row;
import static io.github.dualprevention.docs.Markdown.source;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.risk.Band;
import io.github.dualprevention.core.table.Column;
import io.github.dualprevention.core.table.Row;
import io.github.dualprevention.core.table.TableFormat;
import io.github.dualprevention.core.table.TableVersion;
import io.github.dualprevention.core.table.VersionColumns;
import io.github.dualprevention.grading.Factor;
import io.github.dualprevention.grading.FactorScale;
import io.github.dualprevention.grading.FactorValue;
import io.github.dualprevention.grading.GradingMethod;
import io.github.dualprevention.grading.GradingMethods;
import io.github.dualprevention.grading.MaximumFactor;
import io.github.dualprevention.grading.WeightedFactor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of built-in methods with their sources, written from the methods themselves. */
class MethodsPageTest {

  private static final VersionColumns VERSION = new VersionColumns();
  private static final Column<String> FACTORS = Column.text("factors");
  private static final Column<String> BANDS = Column.text("bands");

  /** The names of scales and bands, which only the table itself knows. */
  private static final ImmutableMap<TableVersion, Row> ROWS = rows();

  private static final String HEAD =
      """
      # The published grading methods

      Every method that comes with the library, written by a test from the tables themselves. How far a source carries a line
      is its evidence: `PRESCRIBED`, the law's own text; `PUBLISHED`, a document that is not the law itself, such as a re-posted
      standard or an application's source; `DERIVED`, by arithmetic or logic from those. A source that states no days leaves a
      method in force without end. What could not be checked against any text is not here but among the
      [examples](../examples) that you may load: `mes`, `coal-6x6`, `db37-five-classes`, `direct-rules.csv`.

      """;

  @Test
  void thePageListsEveryBuiltInMethod() throws IOException {
    List<GradingMethod> methods = GradingMethods.published().all();

    String page =
        HEAD
            + index(methods)
            + methods.stream().map(MethodsPageTest::section).collect(Collectors.joining());

    GeneratedPage.check(Library.REPOSITORY.resolve("docs/guide/methods.md"), page);
    assertThat(methods).hasSizeGreaterThan(15);
  }

  private static ImmutableMap<TableVersion, Row> rows() {
    Stream<Column<?>> others =
        Stream.of(
                "alias", "off_scale", "from", "until", "zh", "en", "document", "clause", "evidence")
            .map(name -> Column.text(name).optional());
    Column<?>[] columns =
        Stream.concat(Stream.of(VERSION.id(), VERSION.version(), FACTORS, BANDS), others)
            .toArray(Column<?>[]::new);
    try (InputStream in =
        Require.notNull(GradingMethods.class.getResourceAsStream("methods.csv"), "methods.csv")) {
      return Maps.uniqueIndex(
          TableFormat.of(columns).read("methods.csv", in).rowsOrThrow(), VERSION::of);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String index(List<GradingMethod> methods) {
    return head("method", "name", "levels", "evidence")
        + methods.stream()
            .map(
                method ->
                    row(
                        code(method.edition().version().toString()),
                        both(method.edition().name()),
                        method.bands().stream()
                            .map(band -> band.level().code().charAt(0) + " " + band.extent())
                            .collect(Collectors.joining(" · ")),
                        method.edition().source().evidence().name()))
            .collect(Collectors.joining());
  }

  private static String section(GradingMethod method) {
    StringBuilder page = new StringBuilder();
    page.append("\n## ").append(method.edition().version()).append("\n\n");
    page.append(both(method.edition().name())).append("\n\n");
    page.append("Source: ").append(source(method.edition().source()));
    page.append(" In force: ").append(method.edition().period());
    page.append(". Off its scales: ").append(method.offScale().code()).append(".\n\n");
    Row row = Require.notNull(ROWS.get(method.edition().version()), "row");
    page.append("Scales: `").append(row.get(FACTORS)).append("`; bands: `");
    page.append(row.get(BANDS)).append("`.\n\n");
    page.append(head("score", "class", "level", "source"));
    for (Band band : method.bands()) {
      page.append(
          row(
              code(band.extent().toString()),
              both(band.assessmentClass()),
              band.level().code(),
              source(band.source())));
    }
    for (Factor factor : method.factors()) {
      page.append("\n").append(heading(factor)).append("\n\n");
      page.append(head("factor", "value", "means", "source"));
      for (FactorScale scale : factor.scales()) {
        for (FactorValue value : scale.values()) {
          page.append(
              row(
                  scale.factor(),
                  value.value().toPlainString(),
                  both(value.meaning()),
                  source(value.source())));
        }
      }
    }
    return page.toString();
  }

  private static String heading(Factor factor) {
    if (factor instanceof MaximumFactor) {
      return "`" + factor.factor() + "` is the highest of its aspects:";
    }
    return factor instanceof WeightedFactor weighted
        ? "`" + factor.factor() + "` is the sum of its aspects by " + weighted.weights() + ":"
        : "`" + factor.factor() + "`:";
  }
}
