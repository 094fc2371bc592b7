package io.github.dualprevention.core.table;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * The two columns in which each line says which edition of which table it belongs to: {@code
 * id,version}; for files that hold one edition of one table.
 *
 * @param id the table's id
 * @param version the edition
 */
public record VersionColumns(Column<String> id, Column<String> version) {

  private static final Rule EMPTY =
      Rule.of("table.edition.empty", "表中没有任何行", "the table has no line");
  private static final Rule OTHER =
      Rule.of(
          "table.edition.other",
          "本行属于{other}，而文件的第一行属于{first}；一个文件只存放一个版本",
          "the line belongs to {other}, the first one to {first}; a file holds one edition");

  private static final Rule AT =
      Rule.of("table.edition.at", "版本号不能含有@", "the version must not contain @");

  /** The columns under their usual names. */
  public VersionColumns() {
    this(Column.id("id"), Column.id("version").then(VersionColumns::withoutAt));
  }

  private static Outcome<String> withoutAt(String cell) {
    return cell.indexOf('@') < 0 ? Outcome.accepted(cell) : Outcome.refused(AT.broken());
  }

  /**
   * The edition that a line belongs to.
   *
   * @param row a sound row of a format with these columns
   * @return id and version
   */
  public TableVersion of(Row row) {
    return new TableVersion(row.get(id), row.get(version));
  }

  /**
   * The edition that all lines belong to.
   *
   * @param file the file's name, for the fault of an empty one
   * @param rows the sound rows of the file
   * @return id and version of the first line
   * @throws InvalidTableException if there is no line, or with every line of another edition
   */
  public TableVersion ofAll(String file, List<Row> rows) {
    if (rows.isEmpty()) {
      throw new InvalidTableException(List.of(new Fault(file, 1, "", "", EMPTY.broken())));
    }
    TableVersion first = of(rows.get(0));
    List<Fault> faults = new ArrayList<>();
    for (Row row : rows) {
      if (!of(row).equals(first)) {
        faults.add(row.fault(id, OTHER.broken("other", of(row), "first", first)));
      }
    }
    if (!faults.isEmpty()) {
      throw new InvalidTableException(faults);
    }
    return first;
  }
}
