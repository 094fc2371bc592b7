package io.github.dualprevention.adapters.jackson;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.reporting.ReportEnvelope;

/**
 * A report as one document of canonical JSON, for receivers that take files or requests.
 *
 * <p>The body stands in it as a string, so that none of its characters can change on the way; the
 * sequence is a string as well, since not every reader takes a 64-bit integer exactly:
 *
 * <pre>
 * {"body":"…","digest":"SHA-256:9f86…","envelope":"1","id":"…","reporter":"…","schema":"1",
 *  "sequence":"3","subject":"hazard/H-17","type":"hazard"}
 * </pre>
 *
 * {@code envelope} is the version of this form. What a release has written, every later one reads.
 */
public final class EnvelopeDocument {

  private static final String VERSION = "1";

  private static final String NAMES =
      "body digest envelope id reporter schema sequence subject type";

  private EnvelopeDocument() {}

  /**
   * Writes an envelope.
   *
   * @param envelope what is reported
   * @return the document; the same characters for the same envelope, always
   */
  public static String write(ReportEnvelope envelope) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    fields.put("body", envelope.body());
    fields.put("digest", envelope.digest());
    fields.put("envelope", VERSION);
    fields.put("id", envelope.id());
    fields.put("reporter", envelope.reporter());
    fields.put("schema", envelope.schema());
    fields.put("sequence", Long.toString(envelope.sequence()));
    fields.put("subject", envelope.subject());
    fields.put("type", envelope.type());
    return CanonicalJson.write(fields);
  }

  /**
   * Reads a document and proves it.
   *
   * @param document what {@link #write} wrote
   * @return the envelope
   * @throws IllegalArgumentException naming what is wrong: not canonical JSON, a field missing or
   *     unknown, a digest that is not the body's, an id that does not follow from its place
   */
  public static ReportEnvelope read(String document) {
    Fields fields = Fields.of(document).exactly(NAMES);
    String version = fields.text("envelope");
    Require.require(version.equals(VERSION), "envelope", "must be version " + VERSION, version);
    ReportEnvelope envelope =
        ReportEnvelope.read(
            fields.text("id"),
            fields.text("reporter"),
            fields.text("type"),
            fields.text("schema"),
            fields.text("subject"),
            sequence(fields.text("sequence")),
            fields.text("body"),
            fields.text("digest"));
    boolean canonical = write(envelope).equals(document);
    Require.require(canonical, "document", "must be in canonical form", envelope);
    return envelope;
  }

  private static long sequence(String text) {
    Require.require(text.matches("[1-9][0-9]{0,18}"), "sequence", "must be a number", text);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException tooLarge) {
      throw Require.refusal("sequence", "must be at most " + Long.MAX_VALUE, text);
    }
  }
}
