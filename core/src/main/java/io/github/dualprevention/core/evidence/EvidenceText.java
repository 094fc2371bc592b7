package io.github.dualprevention.core.evidence;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.table.TableVersion;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a file was made from, as it stands in it; whether the rest follows is found out by making it
 * again, so nothing else is looked at.
 *
 * @param lines the whole file
 * @param zone where times are shown
 * @param editions the life cycles whose clauses are shown
 * @param journal hash and line of each entry
 * @param openings the lines of the opened commitments
 */
record EvidenceText(
    List<String> lines, ZoneId zone, Set<TableVersion> editions, Block journal, Block openings) {

  static final String FORM = "evidence-form";
  static final String FORM_1 = "1";
  static final String ZONE = "evidence-zone";
  static final String EDITION = "evidence-edition";
  static final String JOURNAL = "<pre id=\"journal\">";
  static final String OPENINGS = "<pre id=\"openings\">";
  static final String END = "</pre>";

  private static final String META_END = "\">";

  /**
   * Some lines of the file.
   *
   * @param before how many lines stand before the first of them
   * @param lines the lines, as they were before they became HTML
   */
  record Block(int before, List<String> lines) {

    /** The lines as a file of their own. */
    byte[] bytes() {
      return lines.stream()
          .map(line -> line + "\n")
          .collect(Collectors.joining())
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  /** A line of the head that {@link #of} reads. */
  static String meta(String name, String value) {
    return start(name) + Html.escape(value) + META_END + "\n";
  }

  private static String start(String name) {
    return "<meta name=\"" + name + "\" content=\"";
  }

  /** Throws {@code IllegalArgumentException} if something is missing or unknown. */
  static EvidenceText of(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    String form = one(lines, FORM);
    Require.require(form.equals(FORM_1), FORM, "must be 1", form);
    Set<TableVersion> editions = new HashSet<>();
    metas(lines, EDITION).forEach(edition -> editions.add(TableVersion.parse(edition)));
    return new EvidenceText(
        lines, zone(one(lines, ZONE)), editions, block(lines, JOURNAL), block(lines, OPENINGS));
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException unknown) {
      throw Require.refusal(ZONE, "must be known here", id);
    }
  }

  private static String one(List<String> lines, String name) {
    List<String> found = metas(lines, name);
    Require.require(found.size() == 1, name, "must be there once", found.size());
    return found.get(0);
  }

  private static List<String> metas(List<String> lines, String name) {
    List<String> found = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(start(name)) && line.endsWith(META_END)) {
        int end = line.length() - META_END.length();
        found.add(Html.unescape(line.substring(start(name).length(), end)));
      }
    }
    return found;
  }

  private static Block block(List<String> lines, String start) {
    int before = lines.indexOf(start) + 1;
    int length = lines.subList(before, lines.size()).indexOf(END);
    Require.require(before > 0 && length >= 0, "part", "must be there", start);
    return new Block(
        before, lines.subList(before, before + length).stream().map(Html::unescape).toList());
  }

  /** The entries of a chain that was found sound. */
  List<JournalEntry> chain() {
    return journal.lines().stream()
        .map(line -> line.split(" ", 2))
        .map(parts -> JournalEntry.of(parts[1], parts[0]))
        .toList();
  }

  /** The first line, counted from 1, at which another text differs; 0 if none does. */
  int firstDifference(String other) {
    List<String> others = List.of(other.split("\n", -1));
    for (int i = 0; i < lines.size(); i++) {
      if (i == others.size() || !others.get(i).equals(lines.get(i))) {
        return i + 1;
      }
    }
    return others.size() > lines.size() ? lines.size() + 1 : 0;
  }
}
