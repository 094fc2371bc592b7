package io.github.dualprevention.core.journal;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Rule;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A journal as a file, and the proof that it is as it was written.
 *
 * <p>The file is UTF-8; each line is the hash of an entry, a space, the entry's line and a line
 * feed. Chains follow one another in the order of their subjects, each from its first entry on, so
 * that every entry has one place. {@code sha256sum} over a line without hash, space and line feed
 * gives its hash.
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
   * @return the bytes of the file
   */
  public byte[] write(JournalStore journal) {
    StringBuilder text = new StringBuilder();
    for (String subject : journal.subjects()) {
      journal.entries(subject).forEach(entry -> text.append(entry).append('\n'));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Proves that a journal is as it was written; what only a checkpoint can show is not looked for.
   *
   * @param file the bytes of the file
   * @return sound, or the first line that is not as it was written
   */
  public Verification verify(byte[] file) {
    return verify(file, new Checkpoint(Map.of()));
  }

  /**
   * Proves that a journal is as it was written and still holds what an earlier checkpoint names.
   *
   * @param file the bytes of the file
   * @param earlier a checkpoint from the same moment or before
   * @return sound, or the first line that is not as it was written
   */
  public Verification verify(byte[] file, Checkpoint earlier) {
    Proof proof = new Proof(earlier);
    int start = 0;
    while (start < file.length) {
      int end = start;
      while (end < file.length && file[end] != '\n') {
        end++;
      }
      Optional<Reason> wrong =
          end == file.length
              ? Optional.of(UNREADABLE.broken("why", "the end of the line is missing"))
              : proof.takes(ByteBuffer.wrap(file, start, end - start));
      if (wrong.isPresent()) {
        return new Verification.Broken(proof.entries + 1, wrong.get());
      }
      proof.entries++;
      start = end + 1;
    }
    return proof.end();
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
      boolean inOrder =
          before.isPresent()
              || latest.map(other -> other.fact().subject().compareTo(subject) < 0).orElse(true);
      if (entry.number() != expected || !inOrder) {
        return Optional.of(
            OUT_OF_PLACE.broken(
                "subject", subject, "expected", expected, "number", entry.number()));
      }
      if (!entry.previous().equals(before.map(JournalEntry::hash))) {
        return Optional.of(PREVIOUS_WRONG.broken("subject", subject, "number", entry.number()));
      }
      if (!owed.isEmpty() && owed.firstKey().compareTo(subject) < 0) {
        return Optional.of(firstMissing(owed.firstKey()));
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

    Verification end() {
      return owed.isEmpty()
          ? new Verification.Sound(entries, new Checkpoint(heads))
          : new Verification.Broken(entries + 1, firstMissing(owed.firstKey()));
    }

    private Reason firstMissing(String subject) {
      Checkpoint.Head last = heads.get(subject);
      return NOT_AS_CHECKED.broken(
          "subject", subject, "number", last == null ? 1 : last.number() + 1);
    }
  }
}
