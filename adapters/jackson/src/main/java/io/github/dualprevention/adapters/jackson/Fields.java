package io.github.dualprevention.adapters.jackson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.dualprevention.core.Require;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The fields of a JSON object; what is not as it is asked for is refused under its name. */
final class Fields {

  private static final Json JSON = new Json();

  private final JsonNode object;

  /** Where the object stands in the document, as in {@code steps[2].}; blank at the top. */
  private final String path;

  private Fields(JsonNode object, String path) {
    this.object = object;
    this.path = path;
  }

  /** A parser that refuses names given twice and anything behind the document. */
  private static final class Json {

    private final ObjectReader reader;

    Json() {
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

    JsonNode parse(String document) {
      try {
        return reader.readTree(document);
      } catch (JsonProcessingException notJson) {
        throw Require.refusal("document", "must be JSON", notJson.getOriginalMessage());
      }
    }
  }

  /** The fields of a document that is an object. */
  static Fields of(String document) {
    JsonNode root = JSON.parse(Require.notNull(document, "document"));
    Require.require(root.isObject(), "document", "must be an object", root.getNodeType());
    return new Fields(root, "");
  }

  /** Refuses an object that lacks one of the names or has another one; spaces part the names. */
  Fields exactly(String names) {
    List<String> expected = Stream.of(names.split(" ")).sorted().toList();
    List<String> given = object.properties().stream().map(Map.Entry::getKey).sorted().toList();
    Require.require(given.equals(expected), path + "fields", "must be " + expected, given);
    return this;
  }

  boolean has(String name) {
    return object.has(name);
  }

  String text(String name) {
    return text(object.path(name), path + name);
  }

  private static String text(JsonNode value, String name) {
    Require.require(value.isTextual(), name, "must be a string", value.getNodeType());
    Require.require(!value.textValue().isEmpty(), name, "must not be empty", "");
    return value.textValue();
  }

  int number(String name) {
    JsonNode value = object.path(name);
    boolean whole = value.isIntegralNumber() && value.canConvertToInt();
    Require.require(whole, path + name, "must be a whole number", value);
    return value.intValue();
  }

  boolean yes(String name) {
    JsonNode value = object.path(name);
    Require.require(value.isBoolean(), path + name, "must be true or false", value);
    return value.booleanValue();
  }

  /** The constant that a text stands for. */
  <T> T code(String name, Map<String, T> byCode) {
    return known(text(name), path + name, byCode);
  }

  private static <T> T known(String code, String name, Map<String, T> byCode) {
    T constant = byCode.get(code);
    if (constant == null) {
      throw Require.refusal(name, "must be known to this release", code);
    }
    return constant;
  }

  /** The constants that the texts of an array stand for. */
  <T> List<T> codes(String name, Map<String, T> byCode) {
    List<T> constants = new ArrayList<>();
    for (JsonNode code : array(name)) {
      constants.add(known(text(code, path + name), path + name, byCode));
    }
    return constants;
  }

  /** The texts of an object, by the constants that its names stand for. */
  <T> Map<T, String> texts(String name, Map<String, T> byCode) {
    JsonNode inner = object.path(name);
    Require.require(inner.isObject(), path + name, "must be an object", inner.getNodeType());
    Map<T, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : inner.properties()) {
      T about = known(entry.getKey(), path + name, byCode);
      texts.put(about, text(entry.getValue(), path + name + "." + entry.getKey()));
    }
    return texts;
  }

  /** The objects of an array, each with its place in its path. */
  List<Fields> objects(String name) {
    List<Fields> objects = new ArrayList<>();
    for (JsonNode element : array(name)) {
      String place = path + name + "[" + objects.size() + "]";
      Require.require(element.isObject(), place, "must be an object", element.getNodeType());
      objects.add(new Fields(element, place + "."));
    }
    return objects;
  }

  private JsonNode array(String name) {
    JsonNode value = object.path(name);
    Require.require(value.isArray(), path + name, "must be an array", value.getNodeType());
    return value;
  }
}
