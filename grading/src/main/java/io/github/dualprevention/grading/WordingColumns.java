package io.github.dualprevention.grading;

import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.table.Column;
import io.github.dualprevention.core.table.Row;

/** The two columns in which a rule is worded. */
record WordingColumns(Column<String> zh, Column<String> en) {

  WordingColumns(String zh, String en) {
    this(Column.text(zh), Column.text(en));
  }

  Wording of(Row row) {
    return new Wording(row.get(zh), row.get(en));
  }
}
