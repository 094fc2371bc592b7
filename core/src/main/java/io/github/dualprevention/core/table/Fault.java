package io.github.dualprevention.core.table;

import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import java.io.Serializable;

/**
 * One thing that is wrong with a file, and where.
 *
 * @param file the file's name as the caller gave it
 * @param line the line in which the row starts, counted from 1
 * @param column the column's name; empty if the fault is of the whole line
 * @param value the offending text; empty if there is none
 * @param reason the broken rule and why
 */
public record Fault(String file, long line, String column, String value, Reason reason)
    implements Serializable {

  /** Throws {@code IllegalArgumentException} if the line is below 1. */
  public Fault {
    Require.text(file, "file");
    Require.require(line >= 1, "line", "must be at least 1", line);
    Require.notNull(column, "column");
    Require.notNull(value, "value");
    Require.notNull(reason, "reason");
  }

  /** Place, value, rule and sentence on one line, as compilers print them. */
  @Override
  public String toString() {
    String what = column.isEmpty() ? "" : column + " = \"" + value + "\": ";
    return Require.visible(file + ":" + line + ": " + what + reason);
  }
}
