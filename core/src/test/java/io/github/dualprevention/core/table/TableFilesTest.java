package io.github.dualprevention.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TableFilesTest {

  private static final Column<String> ID = Column.id("id");

  @Test
  void aFileIsSoundUntilAFaultOfItIsKept() {
    TableFiles files =
        TableFiles.of(
            name -> {
              String text = name.equals("empty.csv") ? "" : "id\na\n";
              return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            });
    Row row = files.rows(TableFormat.of(ID), "sound.csv").get(0);
    files.rows(TableFormat.of(ID), "empty.csv");

    assertThat(files.isSound("sound.csv")).isTrue();
    assertThat(files.isSound("empty.csv")).isFalse();

    files.fault(row.fault(ID, TableRules.CELL_MISSING.broken()));

    assertThat(files.isSound("sound.csv")).isFalse();
  }
}
