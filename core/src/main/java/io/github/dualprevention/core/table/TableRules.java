package io.github.dualprevention.core.table;

import io.github.dualprevention.core.Rule;

/** What every table must keep to. */
final class TableRules {

  static final Rule HEADER_MISSING =
      Rule.of("table.header.missing", "文件没有表头行", "the file has no header line");
  static final Rule COLUMN_MISSING =
      Rule.of("table.column.missing", "表头缺少列“{column}”", "the header lacks the column {column}");
  static final Rule COLUMN_UNKNOWN =
      Rule.of(
          "table.column.unknown",
          "表头有未知的列“{column}”，可用的列：{known}",
          "the header has the unknown column {column}; known are {known}");
  static final Rule COLUMN_DUPLICATE =
      Rule.of(
          "table.column.duplicate",
          "列“{column}”在表头中重复",
          "the column {column} stands twice in the header");
  static final Rule ROW_WIDTH =
      Rule.of(
          "table.row.width",
          "本行有{actual}个单元格，表头有{expected}列",
          "the row has {actual} cells, the header {expected} columns");
  static final Rule ROW_DUPLICATE =
      Rule.of("table.row.duplicate", "“{key}”与第{first}行重复", "{key} stands already in line {first}");
  static final Rule SYNTAX =
      Rule.of(
          "table.syntax",
          "此处起无法按CSV读取（引号未闭合，或单元格、行过长），本行及其后各行均未读入",
          "not readable as CSV from here (an unclosed quote, an oversized cell or line); neither this line nor any after it was read");
  static final Rule CELL_MISSING =
      Rule.of("table.cell.missing", "单元格不能为空", "the cell must not be empty");
  static final Rule CELL_ENCODING =
      Rule.of(
          "table.cell.encoding",
          "单元格不是有效的UTF-8文本，请将文件另存为UTF-8编码的CSV",
          "the cell is not valid UTF-8; save the file as CSV in UTF-8");
  static final Rule CELL_CONTROL =
      Rule.of("table.cell.control", "单元格含有控制字符", "the cell contains control characters");
  static final Rule CELL_LENGTH =
      Rule.of("table.cell.length", "单元格最多{most}个字符", "the cell may have at most {most} characters");
  static final Rule CELL_DECIMAL =
      Rule.of(
          "table.cell.decimal", "必须是普通十进制数，例如0.5或15", "must be a plain decimal such as 0.5 or 15");
  static final Rule CELL_DATE =
      Rule.of("table.cell.date", "必须是日期，例如2026-07-01", "must be a date such as 2026-07-01");
  static final Rule CELL_INSTANT =
      Rule.of(
          "table.cell.instant",
          "必须是带时区的时间，例如2026-07-01T08:30:00+08:00",
          "must be a time with its offset, such as 2026-07-01T08:30:00+08:00");
  static final Rule CELL_CODE =
      Rule.of("table.cell.code", "必须是以下代码之一：{known}", "must be one of {known}");

  private TableRules() {}
}
