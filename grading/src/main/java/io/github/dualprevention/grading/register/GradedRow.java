package io.github.dualprevention.grading.register;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.risk.Grade;
import java.util.List;

/**
 * A line of a register with its grade.
 *
 * @param id the risk event's id
 * @param line the line in which the row starts, counted from 1
 * @param header the names of the register's columns as they stand in the file
 * @param cells the cells as they stand in the file, one for each column
 * @param grade how bad the risk is, and why
 */
public record GradedRow(
    String id, long line, List<String> header, List<String> cells, Grade grade) {

  /** Throws {@code IllegalArgumentException} if there are not as many cells as columns. */
  public GradedRow {
    id = Require.id(id, "id");
    Require.require(line >= 1, "line", "must be at least 1", line);
    header = Require.notEmpty(header, "header");
    cells = List.copyOf(cells);
    Require.require(cells.size() == header.size(), "cells", "must be as many as columns", cells);
    Require.notNull(grade, "grade");
  }
}
