package io.github.dualprevention.core;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The checks that values make of their own parts.
 *
 * <p>Every message names the part, the rule and the value. A missing value is a {@code
 * NullPointerException}, a wrong one an {@code IllegalArgumentException}.
 */
public final class Require {

  /** The greatest number of digits in a decimal, so that no text can make arithmetic expensive. */
  private static final int MOST_DIGITS = 30;

  private static final int LONGEST_ID = 100;
  private static final Pattern PLAIN_DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private Require() {}

  /**
   * Refuses a missing value.
   *
   * @param <T> the value's type
   * @param value what must be there
   * @param name what the value is called in the message
   * @return the value
   */
  public static <T> T notNull(@Nullable T value, String name) {
    if (value == null) {
      throw new NullPointerException(name + " must not be null");
    }
    return value;
  }

  /**
   * Normalises text to Unicode NFC without surrounding white space.
   *
   * @param value the text
   * @param name what the text is called in the message
   * @return the normalised text, at least one character long and without control characters
   */
  public static String text(@Nullable String value, String name) {
    String text = normalised(notNull(value, name));
    require(!text.isEmpty(), name, "must not be blank", value);
    require(!hasControls(text), name, "must not contain control characters", value);
    return text;
  }

  /**
   * Checks an identifier that a host has chosen.
   *
   * @param value the identifier
   * @param name what the identifier is called in the message
   * @return the normalised identifier, 1 to 100 characters without line breaks
   */
  public static String id(@Nullable String value, String name) {
    String id = text(value, name);
    if (id.length() > LONGEST_ID) {
      throw refusal(name, "must have at most " + LONGEST_ID + " characters", value);
    }
    return id;
  }

  /**
   * Reads plain decimal text: digits with an optional minus and fraction, no exponent and no
   * grouping.
   *
   * @param value the text
   * @param name what the number is called in the message
   * @return the exact number without trailing zeros
   */
  public static BigDecimal decimal(@Nullable String value, String name) {
    String text = notNull(value, name);
    return parseDecimal(text)
        .orElseThrow(
            () ->
                refusal(
                    name, "must be a plain decimal of at most " + MOST_DIGITS + " digits", text));
  }

  /**
   * Reads plain decimal text without throwing.
   *
   * @param text the text
   * @return the exact number without trailing zeros; empty if the text is anything else than a
   *     plain decimal
   */
  public static Optional<BigDecimal> parseDecimal(String text) {
    boolean plain = text.length() <= MOST_DIGITS + 2 && PLAIN_DECIMAL.matcher(text).matches();
    return plain ? Optional.of(normalised(new BigDecimal(text))) : Optional.empty();
  }

  /**
   * Refuses a negative number.
   *
   * @param value the number
   * @param name what the number is called in the message
   * @return the number without trailing zeros
   */
  public static BigDecimal notNegative(@Nullable BigDecimal value, String name) {
    BigDecimal number = notNull(value, name);
    require(number.signum() >= 0, name, "must not be negative", number.toPlainString());
    return normalised(number);
  }

  /**
   * Copies a list that must hold something.
   *
   * @param <T> the elements' type
   * @param values the list
   * @param name what the list is called in the message
   * @return an immutable copy with at least one element
   */
  public static <T> List<T> notEmpty(@Nullable List<T> values, String name) {
    List<T> copy = List.copyOf(notNull(values, name));
    require(!copy.isEmpty(), name, "must not be empty", copy);
    return copy;
  }

  /**
   * Refuses a value that breaks a stated rule.
   *
   * @param holds whether the rule holds
   * @param name what the value is called in the message
   * @param rule the rule, as in {@code must not be blank}; a constant
   * @param value the value that was given
   */
  public static void require(boolean holds, String name, String rule, @Nullable Object value) {
    if (!holds) {
      throw refusal(name, rule, value);
    }
  }

  /**
   * Normalises text to Unicode NFC without surrounding white space, so that equal texts are equal
   * strings.
   *
   * @param text the text
   * @return the normalised text, possibly empty
   */
  public static String normalised(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }

  /**
   * Removes trailing zeros without falling into exponents, so that equal numbers are equal values.
   *
   * @param number the number
   * @return the same number with the smallest scale that is not negative
   */
  public static BigDecimal normalised(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /**
   * Says whether a text contains control characters other than a line break or tab.
   *
   * @param text the text
   * @return whether it does
   */
  public static boolean hasControls(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
        return true;
      }
    }
    return false;
  }

  /**
   * The exception for a value that breaks a rule, for callers whose rule is costly to put into
   * words.
   *
   * @param name what the value is called in the message
   * @param rule the rule, as in {@code must not be blank}
   * @param value the value that was given
   * @return the exception, to be thrown
   */
  public static IllegalArgumentException refusal(String name, String rule, @Nullable Object value) {
    return new IllegalArgumentException(name + " " + rule + ", but was: " + value);
  }
}
