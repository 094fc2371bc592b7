package io.github.dualprevention.reporting;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.journal.Fact;
import io.github.dualprevention.core.journal.HashAlgorithm;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A report, frozen: whatever becomes of it, these very characters are what was reported.
 *
 * <p>The id follows from reporter, type, subject and sequence alone. A second document for the same
 * place therefore has the same id and another digest, and a receiver notices the contradiction. The
 * subject need be unique only within its reporter: a receiver who serves several enterprises tells
 * their reports apart by the reporter, as long as no two enterprises report under the same one.
 *
 * <p>What {@link #of} freezes and what {@link #read} takes from outside keep to the same rules; id
 * and digest are computed once for either.
 */
public final class ReportEnvelope {

  private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*");

  private final String id;
  private final String reporter;
  private final String type;
  private final String schema;
  private final String subject;
  private final long sequence;
  private final String body;
  private final String digest;

  private ReportEnvelope(
      String reporter, String type, String schema, String subject, long sequence, String body) {
    this.reporter = Require.id(reporter, "reporter");
    this.type = Require.notNull(type, "type");
    Require.require(
        type.length() <= Require.LONGEST_ID && TYPE.matcher(type).matches(),
        "type",
        "must be dotted lower case of at most 100 characters",
        type);
    this.schema = Require.id(schema, "schema");
    this.subject = Require.id(subject, "subject", Fact.LONGEST_SUBJECT);
    Require.require(sequence >= 1, "sequence", "must be at least 1", sequence);
    this.sequence = sequence;
    this.body = Require.notNull(body, "body");
    Require.require(!body.isBlank(), "body", "must not be blank", body);
    boolean storable = body.indexOf('\0') < 0; // many databases keep every character but this one
    Require.require(storable, "body", "must not contain U+0000", Require.visible(body));
    // Otherwise different bodies would have the same bytes.
    boolean wellFormed = StandardCharsets.UTF_8.newEncoder().canEncode(body);
    Require.require(wellFormed, "body", "must be well-formed Unicode", Require.visible(body));
    id = id(this.reporter, type, this.subject, sequence);
    digest = digest(body);
  }

  /**
   * Freezes a document.
   *
   * @param reporter who reports, the same at every receiver, as the credit code of the enterprise;
   *     1 to 100 characters on one line
   * @param type what kind of document the body is, dotted lower case as in {@code hazard}, at most
   *     100 characters
   * @param schema version of that kind of document, 1 to 100 characters on one line
   * @param subject what the report is about, as in {@code hazard/H-17}; 1 to 200 characters on one
   *     line
   * @param sequence place among all reports about the subject, from 1
   * @param body the document; not blank, well-formed Unicode without U+0000
   * @return the envelope with its id and digest
   * @throws IllegalArgumentException naming the part that is wrong
   */
  public static ReportEnvelope of(
      String reporter, String type, String schema, String subject, long sequence, String body) {
    return new ReportEnvelope(reporter, type, schema, subject, sequence, body);
  }

  /**
   * Reads an envelope back and proves its id and digest; for stores and receivers.
   *
   * @param id the id that came with it
   * @param reporter who reports
   * @param type what kind of document the body is
   * @param schema version of that kind of document
   * @param subject what the report is about
   * @param sequence place among all reports about the subject
   * @param body the document
   * @param digest the digest that came with it
   * @return the envelope
   * @throws IllegalArgumentException naming the part that is wrong, among them an id that does not
   *     follow from its place and a digest that is not the body's
   */
  public static ReportEnvelope read(
      String id,
      String reporter,
      String type,
      String schema,
      String subject,
      long sequence,
      String body,
      String digest) {
    ReportEnvelope envelope = of(reporter, type, schema, subject, sequence, body);
    proved(id, envelope.id, "id", "follow from reporter, type, subject and sequence");
    proved(digest, envelope.digest, "digest", "be that of the body");
    return envelope;
  }

  private static void proved(String given, String right, String name, String rule) {
    if (!right.equals(Require.notNull(given, name))) {
      throw Require.refusal(name, "must " + rule + " and be " + right, Require.visible(given));
    }
  }

  private static String digest(String body) {
    HashAlgorithm algorithm = HashAlgorithm.sha256();
    return algorithm.id() + ":" + algorithm.hash(body.getBytes(StandardCharsets.UTF_8));
  }

  private static String id(String reporter, String type, String subject, long sequence) {
    // None of the parts holds a line feed, so that they cannot flow into each other.
    String place = reporter + "\n" + type + "\n" + subject + "\n" + sequence;
    String hash = HashAlgorithm.sha256().hash(place.getBytes(StandardCharsets.UTF_8));
    int variant = 8 | (Character.digit(hash.charAt(16), 16) & 3);
    return "%s-%s-8%s-%x%s-%s"
        .formatted(
            hash.substring(0, 8),
            hash.substring(8, 12),
            hash.substring(13, 16),
            variant,
            hash.substring(17, 20),
            hash.substring(20, 32));
  }

  /**
   * The report's id, the same however often it is sent.
   *
   * @return 36 characters in the form of a UUID of version 8 (RFC 9562), made from the SHA-256 of
   *     reporter, type, subject and sequence, a line feed between each two
   */
  public String id() {
    return id;
  }

  /**
   * Who reports.
   *
   * @return the same at every receiver
   */
  public String reporter() {
    return reporter;
  }

  /**
   * What kind of document the body is.
   *
   * @return dotted lower case, as in {@code hazard}
   */
  public String type() {
    return type;
  }

  /**
   * The version of that kind of document.
   *
   * @return as in {@code 1}
   */
  public String schema() {
    return schema;
  }

  /**
   * What the report is about.
   *
   * @return as in {@code hazard/H-17}
   */
  public String subject() {
    return subject;
  }

  /**
   * The place among all reports about the subject.
   *
   * @return from 1; a receiver sees a gap where a report was withdrawn
   */
  public long sequence() {
    return sequence;
  }

  /**
   * The document.
   *
   * @return as it was first written, never written anew
   */
  public String body() {
    return body;
  }

  /**
   * The digest of the document.
   *
   * @return algorithm and hash over the UTF-8 bytes of the body, as in {@code SHA-256:9f86…}
   */
  public String digest() {
    return digest;
  }

  /** Equal if id, schema and digest are: from these follows the rest. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReportEnvelope envelope
        && envelope.id.equals(id)
        && envelope.schema.equals(schema)
        && envelope.digest.equals(digest);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Everything but the body, which may be long and is not for a log. */
  @Override
  public String toString() {
    return "ReportEnvelope[%s, %s, %s@%s, %s #%d, %s]"
        .formatted(id, reporter, type, schema, subject, sequence, digest);
  }
}
