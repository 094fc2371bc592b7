package io.github.dualprevention.adapters.jackson;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.dualprevention.core.Require;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes JSON in its canonical form (RFC 8785): no white space, the names of an object in the order
 * of their UTF-16 code units, and one way to write each string.
 *
 * <p>Numbers are integers that every reader takes exactly, up to 9,007,199,254,740,991 on either
 * side of zero; decimals and larger integers belong into strings.
 *
 * @source RFC 8785, section 3.2; RFC 7493, section 2.2
 */
public final class CanonicalJson {

  private static final long GREATEST = 9_007_199_254_740_991L;

  /** As deep as Jackson reads. */
  private static final int DEEPEST = 1_000;

  private final StringBuilder text = new StringBuilder();

  private CanonicalJson() {}

  /**
   * Writes a tree.
   *
   * @param tree objects, arrays, strings, booleans, nulls and integers
   * @return its canonical form
   * @throws IllegalArgumentException if the tree holds a number that is not such an integer, half
   *     of a surrogate pair, something else than JSON, or is nested more than 1,000 deep
   */
  public static String write(JsonNode tree) {
    CanonicalJson json = new CanonicalJson();
    json.append(Require.notNull(tree, "tree"), 0);
    return json.text.toString();
  }

  private void append(JsonNode node, int depth) {
    switch (node.getNodeType()) {
      case OBJECT -> object(node, inner(depth));
      case ARRAY -> array(node, inner(depth));
      case STRING -> string(node.textValue());
      case NUMBER -> text.append(integer(node));
      case BOOLEAN -> text.append(node.booleanValue());
      case NULL -> text.append("null");
      default ->
          throw Require.refusal(
              "tree",
              "must hold nothing but objects, arrays, strings, numbers, booleans and nulls",
              node.getNodeType());
    }
  }

  private static int inner(int depth) {
    Require.require(depth < DEEPEST, "tree", "must not be nested more than 1000 deep", depth + 1);
    return depth + 1;
  }

  private void object(JsonNode object, int depth) {
    SortedMap<String, JsonNode> sorted = new TreeMap<>();
    object.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    text.append('{');
    String separator = "";
    for (Map.Entry<String, JsonNode> entry : sorted.entrySet()) {
      text.append(separator);
      string(entry.getKey());
      text.append(':');
      append(entry.getValue(), depth);
      separator = ",";
    }
    text.append('}');
  }

  private void array(JsonNode array, int depth) {
    text.append('[');
    String separator = "";
    for (JsonNode element : array) {
      text.append(separator);
      append(element, depth);
      separator = ",";
    }
    text.append(']');
  }

  private static long integer(JsonNode number) {
    boolean exact =
        number.isIntegralNumber()
            && number.canConvertToLong()
            && number.longValue() >= -GREATEST
            && number.longValue() <= GREATEST;
    Require.require(
        exact,
        "number",
        "must be an integer of at most 9007199254740991; write decimals and larger integers as"
            + " plain strings",
        number);
    return number.longValue();
  }

  private void string(String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\b' -> text.append("\\b");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\f' -> text.append("\\f");
        case '\r' -> text.append("\\r");
        default -> {
          if (c < ' ') {
            text.append("\\u00").append(c < 0x10 ? '0' : '1').append(Integer.toHexString(c & 0xF));
          } else if (Character.isSurrogate(c)) {
            pair(string, i);
            text.append(c).append(string.charAt(i + 1));
            i++;
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  private static void pair(String string, int i) {
    boolean pair =
        i + 1 < string.length()
            && Character.isSurrogatePair(string.charAt(i), string.charAt(i + 1));
    if (!pair) {
      String half = "\\u%04x at %d".formatted((int) string.charAt(i), i);
      throw Require.refusal("string", "must hold surrogates in pairs only", half);
    }
  }
}
