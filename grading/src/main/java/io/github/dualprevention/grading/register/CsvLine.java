package io.github.dualprevention.grading.register;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Cells as a line of CSV (RFC 4180) in UTF-8; quotes stand only where they are needed. */
final class CsvLine {

  private CsvLine() {}

  /** The cells with commas between them, and nothing at the end. */
  static byte[] of(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        line.append(',');
      }
      line.append(quotedIfNeeded(cells.get(i)));
    }
    return line.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String quotedIfNeeded(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return '"' + cell.replace("\"", "\"\"") + '"';
      }
    }
    return cell;
  }
}
