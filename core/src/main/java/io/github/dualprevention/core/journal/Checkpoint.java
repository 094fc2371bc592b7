package io.github.dualprevention.core.journal;

import io.github.dualprevention.core.Require;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The latest entry of every chain at some moment, to be kept where whoever keeps the journal cannot
 * reach it.
 *
 * <p>Chains alone cannot show that their last entries were cut off, or that a chain was written
 * anew with fresh hashes from some entry on; held against an earlier checkpoint, both come to
 * light.
 *
 * @param heads subject to its latest entry, in the order of the subjects
 */
public record Checkpoint(Map<String, Head> heads) {

  private static final String TITLE = "checkpoint:1 ";

  /**
   * The latest entry of a chain.
   *
   * @param number its place in the chain, from 1
   * @param hash its hash, lower-case hexadecimal digits
   */
  public record Head(long number, String hash) {
    /** Throws {@code IllegalArgumentException} if the number is below 1 or the hash is none. */
    public Head {
      Require.require(number >= 1, "number", "must be at least 1", number);
      hash = EntryForm.hash(hash, "hash");
    }
  }

  /** Copies the heads; throws {@code IllegalArgumentException} if a subject is not one line. */
  public Checkpoint {
    heads.keySet().forEach(subject -> Require.id(subject, "subject", Fact.LONGEST_SUBJECT));
    heads = Collections.unmodifiableMap(new TreeMap<>(heads));
  }

  /**
   * The checkpoint of a journal as it is now.
   *
   * @param journal where the entries are
   * @return its latest entries
   */
  public static Checkpoint of(JournalStore journal) {
    SortedMap<String, Head> heads = new TreeMap<>();
    try (Stream<JournalEntry> latest = journal.heads()) {
      latest.forEach(
          entry -> heads.put(entry.fact().subject(), new Head(entry.number(), entry.hash())));
    }
    return new Checkpoint(heads);
  }

  /**
   * Reads a checkpoint that {@link #toText} wrote.
   *
   * @param text the whole text
   * @return the checkpoint
   * @throws IllegalArgumentException if a line is missing, doubled, cut or anything else than it
   *     was written
   */
  public static Checkpoint parse(String text) {
    SortedMap<String, Head> heads = new TreeMap<>();
    List<String> lines = text.lines().toList();
    for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      String[] parts = line.split(" ", 3);
      Require.require(
          parts.length == 3 && parts[1].matches("[1-9][0-9]{0,17}"),
          "line",
          "must be hash, number and subject",
          line);
      heads.put(parts[2], new Head(Long.parseLong(parts[1]), parts[0]));
    }
    Checkpoint checkpoint = new Checkpoint(heads);
    Require.require(
        checkpoint.toText().equals(text), "checkpoint", "must be as it was written", text);
    return checkpoint;
  }

  /**
   * The checkpoint as text.
   *
   * @return a line {@code checkpoint:1} with the number of chains, and a line {@code hash number
   *     subject} for each
   */
  public String toText() {
    StringBuilder text = new StringBuilder(TITLE).append(heads.size()).append('\n');
    heads.forEach(
        (subject, head) ->
            text.append(head.hash())
                .append(' ')
                .append(head.number())
                .append(' ')
                .append(subject)
                .append('\n'));
    return text.toString();
  }
}
