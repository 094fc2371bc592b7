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

  /** The most characters that an identifier may have. */
  public static final int LONGEST_ID = 100;

  /** The most characters that a short text may have, such as a name or a cell of a table. */
  public static final int LONGEST_TEXT = 500;

  /** Far beyond any score, so that no exponent can make a number fill the memory. */
  private static final int MOST_PLACES = 1_000;

  private static final Pattern CONTROL =
      Pattern.compile("\\p{Cntrl}", Pattern.UNICODE_CHARACTER_CLASS);

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
   * @return the normalised text, at least one character long, without control characters other than
   *     line breaks and tabs, and with surrogates in pairs only
   */
  public static String text(@Nullable String value, String name) {
    String text = normalised(notNull(value, name));
    require(!text.isEmpty(), name, "must not be blank", value);
    require(!hasControls(text), name, "must not contain control characters", value);
    require(isWellFormed(text), name, "must be well-formed Unicode", value);
    return text;
  }

  /**
   * Normalises a name or another short text.
   *
   * @param value the text
   * @param name what the text is called in the message
   * @return the normalised text, 1 to 500 characters, without control characters other than line
   *     breaks and tabs
   */
  public static String shortText(@Nullable String value, String name) {
    return atMost(LONGEST_TEXT, text(value, name), name);
  }

  /**
   * Checks an identifier that a host has chosen.
   *
   * @param value the identifier
   * @param name what the identifier is called in the message
   * @return the normalised identifier, 1 to 100 characters, without any control character
   */
  public static String id(@Nullable String value, String name) {
    return id(value, name, LONGEST_ID);
  }

  /**
   * Checks an identifier that is made of others.
   *
   * @param value the identifier
   * @param name what the identifier is called in the message
   * @param most the most characters that it may have
   * @return the normalised identifier, at least one character, without any control character
   */
  public static String id(@Nullable String value, String name, int most) {
    String id = atMost(most, text(value, name), name);
    require(isOneLine(id), name, "must be one line", value);
    return id;
  }

  private static String atMost(int most, String text, String name) {
    if (text.length() > most) {
      throw refusal(name, "must have at most " + most + " characters", text);
    }
    return text;
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
    return isPlainDecimal(text) ? Optional.of(normalised(new BigDecimal(text))) : Optional.empty();
  }

  private static boolean isPlainDecimal(String text) {
    int first = text.startsWith("-") ? 1 : 0;
    int point = text.indexOf('.');
    return point < 0
        ? areDigits(text, first, text.length(), MOST_DIGITS)
        : areDigits(text, first, point, MOST_DIGITS)
            && areDigits(text, point + 1, text.length(), MOST_DIGITS - (point - first));
  }

  /** At least one digit, not more than allowed, and nothing else. */
  private static boolean areDigits(String text, int from, int to, int most) {
    boolean digits = from < to && to - from <= most;
    for (int i = from; digits && i < to; i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits;
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
    BigDecimal plain = normalised(number);
    if (plain.signum() < 0) {
      throw refusal(name, "must not be negative", plain.toPlainString());
    }
    return plain;
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
    return (isLatin(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC)).strip();
  }

  /** Whether every character is one that NFC leaves alone: there is no accent to be joined. */
  private static boolean isLatin(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '\u0300') {
        return false;
      }
    }
    return true;
  }

  /**
   * Removes trailing zeros without falling into exponents, so that equal numbers are equal values.
   *
   * @param number the number
   * @return the same number with the smallest scale that is not negative
   * @throws IllegalArgumentException if it has more than 1,000 places before or after the decimal
   *     point
   */
  public static BigDecimal normalised(BigDecimal number) {
    if (number.scale() == 0 && number.precision() <= MOST_PLACES) {
      return number;
    }
    BigDecimal stripped = number.stripTrailingZeros();
    long whole = (long) stripped.precision() - stripped.scale();
    boolean plain = whole <= MOST_PLACES && stripped.scale() <= MOST_PLACES;
    require(plain, "number", "must have at most 1000 places on either side of the point", number);
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /**
   * Writes control characters out, so that a text stays on one line and does nothing to a terminal.
   *
   * @param text any text
   * @return the text with {@code \\u000A} for a line break, and likewise
   */
  public static String visible(String text) {
    return isOneLine(text)
        ? text
        : CONTROL
            .matcher(text)
            .replaceAll(match -> "\\\\u%04X".formatted((int) match.group().charAt(0)));
  }

  /**
   * Says whether a text is free of control characters, line breaks and tabs among them.
   *
   * @param text the text
   * @return whether {@link #visible} leaves it as it is
   */
  public static boolean isOneLine(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return false;
      }
    }
    return true;
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

  private static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        boolean pair =
            i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
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
