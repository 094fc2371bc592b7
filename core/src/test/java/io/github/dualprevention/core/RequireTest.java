package io.github.dualprevention.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequireTest {

  @Test
  void refusesANumberThatWouldFillTheMemoryBeforeItIsWrittenOut() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Require.notNegative(new BigDecimal("1E+900000000"), "score"))
        .withMessageContaining("1000 places");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Require.notNegative(new BigDecimal("-0.50"), "score"))
        .withMessage("score must not be negative, but was: -0.5");
  }

  @Test
  void normalisesTextToNfcWithoutSurroundingSpace() {
    assertThat(Require.text("\u3000 e\u0301 \t", "name")).isEqualTo("\u00e9");
  }

  @Test
  void normalisesEveryCharacterAsTheTablesOfUnicodeDo() {
    for (int c = 0; c < 0x10000; c++) {
      if (!Character.isSurrogate((char) c)) {
        String text = "e" + (char) c;
        assertThat(Require.normalised(text))
            .isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC).strip());
      }
    }
  }

  @Test
  void writesOutExactlyTheControlCharacters() {
    for (int c = 0; c < 0x10000; c++) {
      String text = "a" + (char) c;
      boolean control = Character.getType(c) == Character.CONTROL;
      assertThat(Require.isOneLine(text)).isEqualTo(!control);
      assertThat(Require.visible(text)).isEqualTo(control ? "a\\u%04X".formatted(c) : text);
    }
  }

  @Property
  void takesForADecimalWhatThePatternTakes(@ForAll @CharRange(from = '-', to = ':') String text) {
    boolean decimal =
        text.matches("-?[0-9]+(\\.[0-9]+)?") && text.replaceAll("[-.]", "").length() <= 30;

    assertThat(Require.parseDecimal(text))
        .isEqualTo(
            decimal ? Optional.of(Require.normalised(new BigDecimal(text))) : Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u3000"})
  void refusesBlankText(String blank) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Require.text(blank, "name"))
        .withMessage("name must not be blank, but was: " + blank);
  }

  @Test
  void refusesControlCharacters() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Require.text("a\u0000b", "name"))
        .withMessageStartingWith("name must not contain control characters");
  }

  @Test
  void namesWhatIsMissing() {
    assertThatNullPointerException()
        .isThrownBy(() -> Require.notNull(null, "level"))
        .withMessage("level must not be null");
  }

  @Test
  void refusesAnIdAboveAHundredCharacters() {
    assertThat(Require.id("x".repeat(100), "id")).hasSize(100);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Require.id("x".repeat(101), "id"))
        .withMessageStartingWith("id must have at most 100 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\tb", "a\u0085b"})
  void refusesAnIdOfSeveralLines(String id) {
    assertThatIllegalArgumentException().isThrownBy(() -> Require.id(id, "id"));
  }

  @Test
  void limitsShortTexts() {
    assertThat(Require.shortText("x\n" + "y".repeat(498), "name")).hasSize(500);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Require.shortText("x".repeat(501), "name"))
        .withMessageStartingWith("name must have at most 500 characters");
  }

  @ParameterizedTest
  @CsvSource({"10.0,10", "0.70,0.7", "100,100", "0,0", "-1.50,-1.5", "007,7"})
  void readsPlainDecimalsByMeaning(String text, String plain) {
    BigDecimal number = Require.decimal(text, "score");

    assertThat(number).isEqualTo(new BigDecimal(plain));
    assertThat(number.toPlainString()).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " 1", "1e9", "1E-3", ".5", "5.", "1,000", "+1", "０", "NaN", "0x1"})
  void refusesAnythingElse(String text) {
    assertThat(Require.parseDecimal(text)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Require.decimal(text, "score"))
        .withMessageStartingWith("score must be a plain decimal")
        .withMessageEndingWith(text);
  }

  @Test
  void refusesNumbersThatOnlySlowThingsDown() {
    assertThat(Require.parseDecimal("-" + "9".repeat(29) + ".9")).isPresent();
    assertThat(Require.parseDecimal("9".repeat(30) + ".9")).isEmpty();
    assertThat(Require.parseDecimal("9." + "9".repeat(29))).isPresent();
    assertThat(Require.parseDecimal("9." + "9".repeat(30))).isEmpty();
    assertThat(Require.parseDecimal("9".repeat(31))).isEmpty();
    for (String huge : List.of("1E+999999999", "1E-999999999", "1E+1000")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Require.normalised(new BigDecimal(huge)))
          .withMessageContaining(huge);
    }
    assertThat(Require.normalised(new BigDecimal("1E+999")).precision()).isEqualTo(1000);
  }

  @Property
  void equalNumbersBecomeEqualValues(
      @ForAll @BigRange(min = "-1000", max = "1000") @Scale(6) BigDecimal number) {
    BigDecimal padded = number.setScale(9);

    assertThat(Require.normalised(padded)).isEqualTo(Require.normalised(number));
    assertThat(Require.normalised(number)).isEqualByComparingTo(number);
    assertThat(Require.normalised(number).scale()).isNotNegative();
  }

  @Test
  void refusesNegativeNumbersAndEmptyLists() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Require.notNegative(new BigDecimal("-0.1"), "score"))
        .withMessage("score must not be negative, but was: -0.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Require.notEmpty(List.of(), "bands"))
        .withMessage("bands must not be empty, but was: []");
  }
}
