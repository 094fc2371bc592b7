package io.github.dualprevention.grading;

import com.google.common.collect.Maps;
import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.table.Column;
import io.github.dualprevention.core.table.Row;
import java.util.Arrays;

/** The three columns in which every rule says where it stands written. */
record SourceColumns(Column<String> document, Column<String> clause, Column<Evidence> evidence) {

  SourceColumns() {
    this(
        Column.text("document"),
        Column.text("clause"),
        Column.code(
            "evidence", Maps.uniqueIndex(Arrays.asList(Evidence.values()), Evidence::name)));
  }

  SourceClause of(Row row) {
    return new SourceClause(row.get(document), row.get(clause), row.get(evidence));
  }
}
