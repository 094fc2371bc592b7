package io.github.dualprevention.adapters.jackson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.reporting.ReportEnvelope;
import java.util.List;
import java.util.Map;

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

  private final ObjectReader reader;
  private final List<String> names =
      List.of(
          "body", "digest", "envelope", "id", "reporter", "schema", "sequence", "subject", "type");

  /** A writer and reader of documents; any number of threads may share it. */
  public EnvelopeDocument() {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    // A body with pictures is longer than what Jackson takes for reasonable.
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build());
    reader = mapper.readerFor(JsonNode.class);
  }

  /**
   * Writes an envelope.
   *
   * @param envelope what is reported
   * @return the document; the same characters for the same envelope, always
   */
  public String write(ReportEnvelope envelope) {
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
  public ReportEnvelope read(String document) {
    JsonNode fields = parsed(Require.notNull(document, "document"));
    Require.require(fields.isObject(), "document", "must be an object", fields.getNodeType());
    List<String> given = fields.properties().stream().map(Map.Entry::getKey).sorted().toList();
    Require.require(given.equals(names), "fields", "must be " + names, given);
    String version = text(fields, "envelope");
    Require.require(version.equals(VERSION), "envelope", "must be version " + VERSION, version);
    ReportEnvelope envelope =
        new ReportEnvelope(
            text(fields, "id"),
            text(fields, "reporter"),
            text(fields, "type"),
            text(fields, "schema"),
            text(fields, "subject"),
            sequence(text(fields, "sequence")),
            text(fields, "body"),
            text(fields, "digest"));
    boolean canonical = write(envelope).equals(document);
    Require.require(canonical, "document", "must be in canonical form", envelope);
    return envelope;
  }

  private JsonNode parsed(String document) {
    try {
      return reader.readTree(document);
    } catch (JsonProcessingException notJson) {
      throw Require.refusal("document", "must be JSON", notJson.getOriginalMessage());
    }
  }

  private static String text(JsonNode fields, String name) {
    JsonNode value = fields.path(name);
    Require.require(value.isTextual(), name, "must be a string", value.getNodeType());
    return value.textValue();
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
