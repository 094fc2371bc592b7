package io.github.dualprevention.core.journal;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A journal as a file, and the proof that it is as it was written.
 *
 * <p>The file is UTF-8; each line is the hash of an entry, a space, the entry's line and a line
 * feed. One chain follows the other, each from its first entry on; which comes first is the choice
 * of the store. {@code sha256sum} over a line without hash, space and line feed gives its hash.
 */
public final class JournalFile {

  private static final Rule UNREADABLE =
      Rule.of(
          "journal.line.unreadable", "本行不是日志记录：{why}", "the line is not a journal entry: {why}");
  private static final Rule ALGORITHM_UNKNOWN =
      Rule.of(
          "journal.algorithm.unknown",
          "无法用未知的算法“{algorithm}”核验",
          "the algorithm {algorithm} is not known here");
  private static final Rule HASH_WRONG =
      Rule.of(
          "journal.hash.wrong",
          "“{subject}”第{number}条记录的内容与其摘要不符",
          "entry {number} of {subject} does not have its hash");
  private static final Rule OUT_OF_PLACE =
      Rule.of(
          "journal.entry.out-of-place",
          "“{subject}”的第{number}条记录不在其位，应先有第{expected}条",
          "entry {number} of {subject} is out of place; entry {expected} comes first");
  private static final Rule PREVIOUS_WRONG =
      Rule.of(
          "journal.previous.wrong",
          "“{subject}”第{number}条记录未接续前一条",
          "entry {number} of {subject} does not follow the one before");
  private static final Rule NOT_AS_CHECKED =
      Rule.of(
          "journal.checkpoint.contradicted",
          "“{subject}”第{number}条记录与核验点不符或已缺失",
          "entry {number} of {subject} is missing or not as the checkpoint has it");

  private final ImmutableMap<String, HashAlgorithm> algorithms;

  /**
   * Takes the hash functions that entries may name.
   *
   * @param algorithms all that are trusted
   */
  public JournalFile(HashAlgorithm... algorithms) {
    this.algorithms = Maps.uniqueIndex(Arrays.asList(algorithms), HashAlgorithm::id);
  }

  /**
   * Writes a journal out.
   *
   * @param journal where the entries are
   * @param out takes the bytes of the file; neither flushed nor closed
   * @throws UncheckedIOException if it does not take them
   */
  public void write(JournalStore journal, OutputStream out) {
    try (Stream<JournalEntry> entries = journal.entries()) {
      entries.forEach(entry -> write(entry, out));
    }
  }

  private static void write(JournalEntry entry, OutputStream out) {
    try {
      out.write((entry + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException notTaken) {
      throw new UncheckedIOException(notTaken);
    }
  }

  /**
   * Proves that a journal is as it was written; what only a checkpoint can show is not looked for.
   *
   * @param file gives the bytes of the file; not closed
   * @return sound, or the first line that is not as it was written
   * @throws UncheckedIOException if the bytes cannot be read
   */
  public Verification verify(InputStream file) {
    return verify(file, new Checkpoint(Map.of()));
  }

  /**
   * Proves that a journal is as it was written and still holds what an earlier checkpoint names.
   *
   * @param file gives the bytes of the file; not closed
   * @param earlier a checkpoint from the same moment or before
   * @return sound, or the first line that is not as it was written
   * @throws UncheckedIOException if the bytes cannot be read
   */
  public Verification verify(InputStream file, Checkpoint earlier) {
    Proof proof = new Proof(earlier);
    Lines lines = new Lines(file);
    while (lines.next()) {
      Optional<Reason> wrong =
          lines.isEnded()
              ? proof.takes(lines.line())
              : Optional.of(UNREADABLE.broken("why", "the end of the line is missing"));
      if (wrong.isPresent()) {
        return new Verification.Broken(proof.entries + 1, wrong.get());
      }
      proof.entries++;
    }
    return proof.end();
  }

  /** Splits bytes at line feeds, and at nothing else. */
  private static final class Lines {

    private final InputStream in;
    private final byte[] block = new byte[8_192];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int start;
    private int end;
    private boolean ended;

    Lines(InputStream in) {
      this.in = in;
    }

    /** Goes to the next line; false if there is none. */
    boolean next() {
      line.reset();
      ended = false;
      while (!ended && (start < end || fill())) {
        int at = start;
        while (at < end && block[at] != '\n') {
          at++;
        }
        line.write(block, start, at - start);
        ended = at < end;
        start = at + 1;
      }
      return ended || line.size() > 0;
    }

    private boolean fill() {
      try {
        start = 0;
        end = in.read(block);
        return end > 0;
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    boolean isEnded() {
      return ended;
    }

    ByteBuffer line() {
      return ByteBuffer.wrap(line.toByteArray());
    }
  }

  /** Goes through a file line by line. */
  private final class Proof {

    private final SortedMap<String, Checkpoint.Head> owed;
    private final Map<String, Checkpoint.Head> heads = new TreeMap<>();
    private Optional<JournalEntry> latest = Optional.empty();
    private long entries;

    Proof(Checkpoint earlier) {
      owed = new TreeMap<>(earlier.heads());
    }

    Optional<Reason> takes(ByteBuffer line) {
      JournalEntry entry;
      try {
        String text = StandardCharsets.UTF_8.newDecoder().decode(line).toString();
        int space = text.indexOf(' ');
        Require.require(space > 0, "line", "must begin with a hash", text);
        entry = JournalEntry.of(text.substring(space + 1), text.substring(0, space));
      } catch (CharacterCodingException notUtf8) {
        return Optional.of(UNREADABLE.broken("why", "not valid UTF-8"));
      } catch (IllegalArgumentException notAnEntry) {
        return Optional.of(UNREADABLE.broken("why", notAnEntry));
      }
      return wrongWith(entry);
    }

    private Optional<Reason> wrongWith(JournalEntry entry) {
      String subject = entry.fact().subject();
      HashAlgorithm algorithm = algorithms.get(entry.algorithm());
      if (algorithm == null) {
        return Optional.of(ALGORITHM_UNKNOWN.broken("algorithm", entry.algorithm()));
      }
      byte[] content = entry.line().getBytes(StandardCharsets.UTF_8);
      if (!algorithm.hash(content).equals(entry.hash())) {
        return Optional.of(HASH_WRONG.broken("subject", subject, "number", entry.number()));
      }
      Optional<JournalEntry> before =
          latest.filter(other -> other.fact().subject().equals(subject));
      long expected = before.map(other -> other.number() + 1).orElse(1L);
      boolean inOrder = before.isPresent() || !heads.containsKey(subject);
      if (entry.number() != expected || !inOrder) {
        return Optional.of(
            OUT_OF_PLACE.broken(
                "subject", subject, "expected", expected, "number", entry.number()));
      }
      if (!entry.previous().equals(before.map(JournalEntry::hash))) {
        return Optional.of(PREVIOUS_WRONG.broken("subject", subject, "number", entry.number()));
      }
      Optional<Reason> cut = before.isPresent() ? Optional.empty() : cutOff();
      if (cut.isPresent()) {
        return cut;
      }
      Checkpoint.Head checked = owed.get(subject);
      if (checked != null && checked.number() == entry.number()) {
        if (!checked.hash().equals(entry.hash())) {
          return Optional.of(NOT_AS_CHECKED.broken("subject", subject, "number", entry.number()));
        }
        owed.remove(subject);
      }
      heads.put(subject, new Checkpoint.Head(entry.number(), entry.hash()));
      latest = Optional.of(entry);
      return Optional.empty();
    }

    /** Whether the chain that has ended lacks what the checkpoint has of it. */
    private Optional<Reason> cutOff() {
      return latest
          .map(ended -> ended.fact().subject())
          .filter(owed::containsKey)
          .map(this::firstMissing);
    }

    Verification end() {
      return cutOff()
          .or(() -> owed.keySet().stream().findFirst().map(this::firstMissing))
          .<Verification>map(missing -> new Verification.Broken(entries + 1, missing))
          .orElseGet(() -> new Verification.Sound(entries, new Checkpoint(heads)));
    }

    private Reason firstMissing(String subject) {
      Checkpoint.Head last = heads.get(subject);
      return NOT_AS_CHECKED.broken(
          "subject", subject, "number", last == null ? 1 : last.number() + 1);
    }
  }
}
