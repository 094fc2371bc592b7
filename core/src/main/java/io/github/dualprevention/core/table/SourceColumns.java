package io.github.dualprevention.core.table;

import com.google.common.collect.Maps;
import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.SourceClause;
import java.util.Arrays;

/**
 * The three columns in which every rule says where it stands written: {@code
 * document,clause,evidence}.
 *
 * @param document the document's title or number
 * @param clause the place inside it
 * @param evidence how far the source carries the rule
 */
public record SourceColumns(
    Column<String> document, Column<String> clause, Column<Evidence> evidence) {

  /** The columns under their usual names. */
  public SourceColumns() {
    this(
        Column.text("document"),
        Column.text("clause"),
        Column.code(
            "evidence", Maps.uniqueIndex(Arrays.asList(Evidence.values()), Evidence::name)));
  }

  /**
   * What the three cells mean together.
   *
   * @param row a sound row of a format with these columns
   * @return the clause
   */
  public SourceClause of(Row row) {
    return new SourceClause(row.get(document), row.get(clause), row.get(evidence));
  }
}
