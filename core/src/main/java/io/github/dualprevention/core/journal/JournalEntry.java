package io.github.dualprevention.core.journal;

import io.github.dualprevention.core.Require;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A fact in its place in the journal: one line of text and the hash of that line.
 *
 * <p>The line is written once, when the entry is made, and kept as it is; everything else about an
 * entry is read from it. Its first field names the version of its form, so that entries of any
 * release can be read by every later one. Fields are separated by tabs, each as {@code
 * label:value}, in this order:
 *
 * <pre>
 * v:1                        version of the form
 * alg:SHA-256                hash algorithm
 * subject:hazard/H-17
 * number:2                   place in the subject's chain, from 1
 * previous:9f86d0…           hash of the entry before; "-" for the first
 * kind:hazard.assess
 * occurred:2026-07-01T00:30:00Z
 * recorded:2026-07-01T00:31:07Z
 * post:SAFETY
 * person:SHA-256:ab01…       a commitment
 * table:HAZARD:CN@1          the rule table that allowed it
 * value.grade:GENERAL        any number of values, by name
 * personal.finder:SHA-256:…  any number of commitments, by name
 * </pre>
 *
 * Post, person and table are "-" where there is none, as for facts that were imported or ordered
 * from outside. Backslash, tab, line feed and carriage return are written {@code \\}, {@code \t},
 * {@code \n}, {@code \r}. Moments are kept to the millisecond; {@code recorded} is what the host's
 * clock said, the order of entries is their number. The hash is taken over the UTF-8 bytes of the
 * line, without the line's end.
 */
public final class JournalEntry {

  private final EntryForm form;
  private final String line;
  private final String hash;

  private JournalEntry(EntryForm form, String line, String hash) {
    this.form = form;
    this.line = line;
    this.hash = hash;
  }

  /**
   * Makes the next entry of a chain.
   *
   * @param head the subject's latest entry; empty if there is none yet
   * @param fact what happened
   * @param recorded when it is recorded, not before it happened; kept to the millisecond
   * @param algorithm the hash function
   * @return the entry
   * @throws IllegalArgumentException if the head belongs to another subject or the fact lies in the
   *     future of its record
   */
  public static JournalEntry after(
      Optional<JournalEntry> head, Fact fact, Instant recorded, HashAlgorithm algorithm) {
    head.ifPresent(
        latest ->
            Require.require(
                latest.fact().subject().equals(fact.subject()),
                "head",
                "must be of the same subject",
                latest.fact().subject()));
    long number = head.map(latest -> latest.number() + 1).orElse(1L);
    String previous = head.map(JournalEntry::hash).orElse(EntryForm.NONE);
    Instant moment = recorded.truncatedTo(ChronoUnit.MILLIS);
    EntryForm form = new EntryForm(algorithm.id(), number, previous, moment, fact);
    String line = form.write();
    String hash = algorithm.hash(line.getBytes(StandardCharsets.UTF_8));
    return new JournalEntry(form, line, EntryForm.hash(hash, "hash"));
  }

  /**
   * Reads an entry back from a store.
   *
   * @param line the line as it was written
   * @param hash the hash that was kept with it
   * @return the entry; whether the hash is right is for {@link JournalFile} to say
   * @throws IllegalArgumentException if the line is not an entry in a form that this release knows,
   *     or the hash is not lower-case hexadecimal digits
   */
  public static JournalEntry of(String line, String hash) {
    return new JournalEntry(EntryForm.read(line), line, EntryForm.hash(hash, "hash"));
  }

  /**
   * The line as it was written.
   *
   * @return one line without its end
   */
  public String line() {
    return line;
  }

  /**
   * The hash of the line.
   *
   * @return lower-case hexadecimal digits
   */
  public String hash() {
    return hash;
  }

  /**
   * The name of the hash algorithm.
   *
   * @return as in {@code SHA-256}
   */
  public String algorithm() {
    return form.algorithm();
  }

  /**
   * The place in the subject's chain.
   *
   * @return counted from 1
   */
  public long number() {
    return form.number();
  }

  /**
   * The hash of the entry before.
   *
   * @return empty for the first entry of a chain
   */
  public Optional<String> previous() {
    return Optional.of(form.previous()).filter(hash -> !hash.equals(EntryForm.NONE));
  }

  /**
   * When the fact was recorded.
   *
   * @return not before it happened
   */
  public Instant recorded() {
    return form.recorded();
  }

  /**
   * What happened.
   *
   * @return the fact
   */
  public Fact fact() {
    return form.fact();
  }

  /** Equal if line and hash are. */
  @Override
  public boolean equals(Object other) {
    return other instanceof JournalEntry entry
        && entry.line.equals(line)
        && entry.hash.equals(hash);
  }

  @Override
  public int hashCode() {
    return hash.hashCode();
  }

  /** Hash and line, as a journal file holds them. */
  @Override
  public String toString() {
    return hash + " " + line;
  }
}
