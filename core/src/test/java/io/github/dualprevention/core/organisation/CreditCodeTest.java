package io.github.dualprevention.core.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.dualprevention.core.Outcome;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditCodeTest {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /**
   * The worked example that circulates with the standard: the check character of 91350100M000100Y4
   * is 3.
   */
  @Test
  void acceptsTheStandardsWorkedExample() {
    assertThat(new CreditCode("91350100M000100Y43")).hasToString("91350100M000100Y43");
  }

  @ParameterizedTest
  @CsvSource({
    "91350100M000100Y4Z,organisation.credit-code.character",
    "91350100M000100Y44,organisation.credit-code.check",
    "91350100M000100Y4,organisation.credit-code.length",
    "'',organisation.credit-code.length",
    "91350100m000100y43,organisation.credit-code.character",
    "9135010OM000100Y43,organisation.credit-code.character",
    "９1350100M000100Y43,organisation.credit-code.character",
    "91A50100M000100Y43,organisation.credit-code.character",
    "' 91350100M000100Y43',organisation.credit-code.length"
  })
  void refusesWithTheBrokenRule(String text, String code) {
    Outcome<CreditCode> outcome = CreditCode.check(text);

    assertThat(outcome.reasons()).extracting(reason -> reason.code()).containsExactly(code);
    assertThat(outcome.reasons().get(0).values()).containsEntry("code", text);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CreditCode(text))
        .withMessageContaining(code);
  }

  @Property
  void acceptsWhatAnIndependentCheckAccepts(@ForAll("bodies") String body) {
    String code = body + independentCheckCharacter(body);

    assertThat(CreditCode.check(code)).isEqualTo(Outcome.accepted(new CreditCode(code)));
  }

  @Property
  void findsEverySingleWrongCharacter(
      @ForAll("bodies") String body,
      @ForAll @IntRange(max = 17) int place,
      @ForAll @IntRange(max = 30) int letter) {
    String code = body + independentCheckCharacter(body);
    String altered = code.substring(0, place) + ALPHABET.charAt(letter) + code.substring(place + 1);

    assertThat(CreditCode.check(altered).reasons().isEmpty()).isEqualTo(altered.equals(code));
  }

  @Test
  void isPlainTextInJson() throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();
    CreditCode code = new CreditCode("91350100M000100Y43");

    assertThat(json.writeValueAsString(code)).isEqualTo("\"91350100M000100Y43\"");
    assertThat(json.readValue("\"91350100M000100Y43\"", CreditCode.class)).isEqualTo(code);
  }

  @Provide
  Arbitrary<String> bodies() {
    StringArbitrary letters = Arbitraries.strings().withChars(ALPHABET.toCharArray());
    return Combinators.combine(
            letters.ofLength(2), Arbitraries.strings().numeric().ofLength(6), letters.ofLength(9))
        .as((head, region, body) -> head + region + body);
  }

  /**
   * The same rule told otherwise: the whole weighted sum is a multiple of 31, weights being powers
   * of three.
   */
  private static char independentCheckCharacter(String body) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < body.length(); i++) {
      BigInteger value = BigInteger.valueOf(ALPHABET.indexOf(body.charAt(i)));
      sum = sum.add(value.multiply(BigInteger.valueOf(3).pow(i)));
    }
    return ALPHABET.charAt(sum.negate().mod(BigInteger.valueOf(31)).intValue());
  }
}
