package io.github.dualprevention.adapters.render;

import com.google.common.base.Utf8;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.journal.Opening;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lines in a file that are its evidence; nothing else in the file is looked at.
 *
 * @param journal hash and line of each entry
 * @param openings commitment, salt and text of each person who is named
 */
record EvidenceLines(Block journal, Block openings) {

  private static final String JOURNAL = "<pre id=\"journal\">";
  private static final String OPENINGS = "<pre id=\"openings\">";
  private static final String END = "</pre>";

  /** Stands for what a browser may show otherwise than it is read here; it proves nothing. */
  private static final String NO_LINE = "";

  /** Every text is escaped, so that no file has this but where its two blocks begin. */
  private static final Pattern START = Pattern.compile("<pre[\\s/>]", Pattern.CASE_INSENSITIVE);

  /**
   * Lines that stand one below the other.
   *
   * @param before how many lines of the file stand before the first of them
   * @param lines the lines, as they were before they became HTML
   */
  record Block(int before, List<String> lines) {}

  /** Throws {@code IllegalArgumentException} unless it is clear which lines are meant. */
  static EvidenceLines in(byte[] file) {
    Require.require(Utf8.isWellFormed(file), "file", "must be UTF-8", "other bytes");
    String text = new String(file, StandardCharsets.UTF_8);
    long blocks = START.matcher(text).results().count();
    Require.require(blocks == 2, "file", "must have two blocks of lines", blocks);
    List<String> lines = List.of(text.split("\n", -1));
    return new EvidenceLines(block(lines, JOURNAL), block(lines, OPENINGS));
  }

  private static Block block(List<String> file, String start) {
    int before = file.indexOf(start) + 1;
    int length = file.subList(before, file.size()).indexOf(END);
    Require.require(before > 0 && length >= 0, "block", "must begin and end", start);
    List<String> lines = new ArrayList<>();
    for (String html : file.subList(before, before + length)) {
      String line = Html.unescape(html);
      lines.add(Html.escape(line).equals(html) ? line : NO_LINE);
    }
    return new Block(before, lines);
  }

  /** The block of a chain. */
  static String of(List<JournalEntry> chain) {
    return html(JOURNAL, chain.stream().map(JournalEntry::toString));
  }

  /** The block of everybody who is named. */
  static String of(Map<Commitment, Opening> openings) {
    return html(OPENINGS, openings.entrySet().stream().map(EvidenceLines::line));
  }

  private static String html(String start, Stream<String> lines) {
    return lines
        .map(line -> Html.escape(line) + "\n")
        .collect(Collectors.joining("", start + "\n", END + "\n"));
  }

  private static String line(Map.Entry<Commitment, Opening> named) {
    return named.getKey() + " " + named.getValue().salt() + " " + named.getValue().text();
  }

  /** Whom a line names; throws {@code IllegalArgumentException} if it is not as it was written. */
  static Map.Entry<Commitment, Opening> opening(String line) {
    String[] parts = line.split(" ", 3);
    Require.require(parts.length == 3, "line", "must have three parts", parts.length);
    Map.Entry<Commitment, Opening> named =
        Map.entry(new Commitment(parts[0]), new Opening(parts[1], parts[2]));
    Require.require(line(named).equals(line), "line", "must be as it was written", parts[0]);
    return named;
  }

  /** A chain as a journal file of its own. */
  static InputStream file(Stream<String> lines) {
    String text = lines.map(line -> line + "\n").collect(Collectors.joining());
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The entries of a chain that was found sound. */
  List<JournalEntry> chain() {
    return journal.lines().stream()
        .map(line -> line.split(" ", 2))
        .map(parts -> JournalEntry.of(parts[1], parts[0]))
        .toList();
  }
}
