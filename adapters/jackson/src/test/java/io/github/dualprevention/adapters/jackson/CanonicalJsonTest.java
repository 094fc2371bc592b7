package io.github.dualprevention.adapters.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

  private static final long GREATEST = 9_007_199_254_740_991L;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper JACKSON = new ObjectMapper();

  @Property(edgeCases = EdgeCasesMode.NONE)
  void writesWhatTheReferenceImplementationWrites(@ForAll("trees") JsonNode tree)
      throws IOException {
    JsonNode root = NODES.arrayNode().add(tree); // which it wants to be an object or an array

    assertThat(CanonicalJson.write(root))
        .isEqualTo(new JsonCanonicalizer(JACKSON.writeValueAsString(root)).getEncodedString());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void isReadBackEqualAndWrittenTheSameAgain(@ForAll("trees") JsonNode tree) throws IOException {
    String text = CanonicalJson.write(tree);

    JsonNode back = JACKSON.readTree(text);

    assertThat(CanonicalJson.write(back)).isEqualTo(text);
    assertThat(JACKSON.writeValueAsString(sameTypes(back)))
        .isEqualTo(JACKSON.writeValueAsString(sameTypes(sorted(tree))));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void doesNotDependOnTheOrderInWhichAnObjectWasFilled(
      @ForAll("objects") Map<String, JsonNode> fields) {
    ObjectNode there = NODES.objectNode();
    fields.forEach(there::set);
    ObjectNode back = NODES.objectNode();
    List<String> names = fields.keySet().stream().sorted((a, b) -> b.compareTo(a)).toList();
    names.forEach(name -> back.set(name, fields.get(name)));

    assertThat(CanonicalJson.write(back)).isEqualTo(CanonicalJson.write(there));
  }

  @Test
  void sortsNamesByTheirUtf16CodeUnits() {
    ObjectNode tree = NODES.objectNode();
    for (String name :
        List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6", "", "10")) {
      tree.put(name, true);
    }

    assertThat(CanonicalJson.write(tree))
        .isEqualTo(
            "{\"\":true,\"\\r\":true,\"1\":true,\"10\":true,\"\u0080\":true,\"\u00f6\":true,"
                + "\"\u20ac\":true,\"\ud83d\ude00\":true,\"\ufb33\":true}");
  }

  @Test
  void escapesWhatMustBeEscapedAndNothingElse() {
    assertThat(
            CanonicalJson.write(
                NODES.textNode("\0\u0001\b\t\n\u000b\f\r\u000e\u001f\"\\/<\u007f\u2028隐患😀")))
        .isEqualTo(
            "\"\\u0000\\u0001\\b\\t\\n\\u000b\\f\\r\\u000e\\u001f\\\"\\\\/<\u007f\u2028隐患😀\"");
  }

  @Test
  void writesIntegersUpToWhatEveryReaderTakesExactly() {
    ArrayNode tree = NODES.arrayNode().add(GREATEST).add(-GREATEST).add(0).add(BigInteger.TEN);
    tree.add((short) -7);

    assertThat(CanonicalJson.write(tree)).isEqualTo("[9007199254740991,-9007199254740991,0,10,-7]");
  }

  @ParameterizedTest
  @MethodSource("numbersThatAreRefused")
  void refusesNumbersThatNotEveryReaderTakesExactly(JsonNode number) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanonicalJson.write(NODES.arrayNode().add(number)))
        .withMessageContaining("plain strings")
        .withMessageContaining(number.asText());
  }

  static Stream<JsonNode> numbersThatAreRefused() {
    return Stream.of(
        NODES.numberNode(GREATEST + 1),
        NODES.numberNode(-GREATEST - 1),
        NODES.numberNode(Long.MIN_VALUE),
        NODES.numberNode(BigInteger.TEN.pow(30)),
        NODES.numberNode(1.5),
        NODES.numberNode(1.0f),
        NODES.numberNode(new BigDecimal("1")),
        NODES.numberNode(Double.NaN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "a\ude00", "\ud83d\ud83d\ude00", "\ude00\ud83d", "\ud83dx"})
  void refusesHalfASurrogatePair(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanonicalJson.write(NODES.textNode(text)))
        .withMessageContaining("surrogates in pairs");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanonicalJson.write(NODES.objectNode().put(text, 1)));
  }

  @Test
  void refusesWhatIsNotJson() {
    for (JsonNode node :
        List.of(NODES.binaryNode(new byte[3]), NODES.pojoNode("x"), NODES.missingNode())) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CanonicalJson.write(node))
          .withMessageContaining(node.getNodeType().name());
    }
  }

  @Test
  void writesWhatJacksonStillReadsAndRefusesWhatIsDeeper() throws IOException {
    String deepest = CanonicalJson.write(nested(1_000));

    assertThat(CanonicalJson.write(JACKSON.readTree(deepest))).isEqualTo(deepest);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanonicalJson.write(nested(1_001)))
        .withMessageContaining("1001");
    assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(nested(100_000)));
  }

  private static JsonNode nested(int depth) {
    ArrayNode tree = NODES.arrayNode();
    for (int i = 1; i < depth; i++) {
      tree = NODES.arrayNode().add(tree);
    }
    return tree;
  }

  /** Integers of whatever type as Jackson reads them. */
  private static JsonNode sameTypes(JsonNode tree) throws IOException {
    return JACKSON.readTree(JACKSON.writeValueAsString(tree));
  }

  private static JsonNode sorted(JsonNode tree) {
    if (tree.isObject()) {
      ObjectNode object = NODES.objectNode();
      tree.properties().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(entry -> object.set(entry.getKey(), sorted(entry.getValue())));
      return object;
    }
    if (tree.isArray()) {
      ArrayNode array = NODES.arrayNode();
      tree.forEach(element -> array.add(sorted(element)));
      return array;
    }
    return tree;
  }

  @Provide
  Arbitrary<JsonNode> trees() {
    return Arbitraries.recursive(this::leaves, this::inner, 0, 4);
  }

  @Provide
  Arbitrary<Map<String, JsonNode>> objects() {
    return Arbitraries.maps(texts(), trees()).ofMaxSize(6);
  }

  private Arbitrary<JsonNode> inner(Arbitrary<JsonNode> nodes) {
    Arbitrary<JsonNode> objects =
        Arbitraries.maps(texts(), nodes)
            .ofMaxSize(4)
            .map(
                fields -> {
                  ObjectNode object = NODES.objectNode();
                  fields.forEach(object::set);
                  return object;
                });
    Arbitrary<JsonNode> arrays =
        nodes.list().ofMaxSize(4).map(elements -> NODES.arrayNode().addAll(elements));
    return Arbitraries.oneOf(objects, arrays, nodes);
  }

  private Arbitrary<JsonNode> leaves() {
    Arbitrary<JsonNode> integers =
        Arbitraries.longs()
            .between(-GREATEST, GREATEST)
            .withDistribution(RandomDistribution.biased())
            .map(NODES::numberNode);
    Arbitrary<JsonNode> strings = texts().map(NODES::textNode);
    Arbitrary<JsonNode> words =
        Arbitraries.of(NODES.nullNode(), NODES.booleanNode(true), NODES.booleanNode(false));
    return Arbitraries.oneOf(integers, strings, words);
  }

  /** Well-formed, with everything that is escaped and pairs of surrogates more often than not. */
  private Arbitrary<String> texts() {
    Arbitrary<String> characters =
        Arbitraries.oneOf(
            Arbitraries.of("\"", "\\", "/", "\0", "\b", "\u001f", "\u007f", "\u2028", "\ufb33"),
            Arbitraries.of("\ud83d\ude00", "\ud842\udfb7", "\udbff\udfff", "\uffff", "\ue000"),
            Arbitraries.of("a", "b", "隐", "患", "é"),
            Arbitraries.chars().all().filter(c -> !Character.isSurrogate(c)).map(String::valueOf));
    return characters.list().ofMaxSize(5).map(parts -> String.join("", parts));
  }
}
