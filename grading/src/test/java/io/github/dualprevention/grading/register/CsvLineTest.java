package io.github.dualprevention.grading.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.table.Column;
import io.github.dualprevention.core.table.Row;
import io.github.dualprevention.core.table.TableFormat;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CsvLineTest {

  @Test
  void quotesOnlyWhereItMust() {
    assertThat(line(List.of("a b", "", "=1", "a,b", "\"", "x\ny", "x\ry", "火灾、爆炸")))
        .isEqualTo("a b,,=1,\"a,b\",\"\"\"\",\"x\ny\",\"x\ry\",火灾、爆炸");
  }

  @Property
  void whatIsWrittenIsReadAgain(@ForAll @Size(min = 2, max = 6) List<@From("cells") String> cells) {
    List<Row> rows = new ArrayList<>();
    String file = ",".repeat(cells.size() - 1) + "\n" + line(cells) + "\n";

    TableFormat.of(Column.text("text").optional())
        .forEach(
            "t.csv",
            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
            rows::add,
            fault -> {});

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).cells()).isEqualTo(cells);
  }

  @Provide
  Arbitrary<String> cells() {
    return Arbitraries.strings().withChars(",\"\r\n a='=火").ofMaxLength(5);
  }

  private static String line(List<String> cells) {
    return new String(CsvLine.of(cells), StandardCharsets.UTF_8);
  }
}
