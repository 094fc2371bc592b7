package io.github.dualprevention.core.organisation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import java.util.List;

/**
 * The unified social credit code (统一社会信用代码) of a legal unit: 17 characters and a check character.
 *
 * @param code 18 characters from digits and capital letters without I, O, S, V and Z; characters 3
 *     to 8 are the digits of the region; the last one is the check character over the others
 * @source GB 32100-2015, structure and check character
 */
public record CreditCode(@JsonValue String code) {

  private static final int LENGTH = 18;
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int MODULUS = ALPHABET.length();

  /** Each weight is three times the one before it, modulo 31. */
  private static final int WEIGHT_RATIO = 3;

  /**
   * Throws {@code IllegalArgumentException} naming the broken rule.
   *
   * @see #check(String)
   */
  @JsonCreator
  public CreditCode {
    Require.notNull(code, "code");
    for (Reason reason : reasonsAgainst(code)) {
      throw new IllegalArgumentException(reason.toString());
    }
  }

  /**
   * Checks text that a person has entered.
   *
   * @param text the text; letters must be capitals, nothing may surround it
   * @return the code, or the rule that it breaks
   */
  public static Outcome<CreditCode> check(String text) {
    List<Reason> reasons = reasonsAgainst(text);
    return reasons.isEmpty()
        ? Outcome.accepted(new CreditCode(text))
        : new Outcome.Refused<>(reasons);
  }

  private static List<Reason> reasonsAgainst(String text) {
    if (text.length() != LENGTH) {
      return List.of(
          OrganisationRules.CREDIT_CODE_LENGTH.broken("code", text, "actual", text.length()));
    }
    for (int i = 0; i < LENGTH; i++) {
      int most = i >= 2 && i < 8 ? 10 : MODULUS;
      int value = ALPHABET.indexOf(text.charAt(i));
      if (value < 0 || value >= most) {
        return List.of(
            OrganisationRules.CREDIT_CODE_CHARACTER.broken(
                "code", text, "position", i + 1, "character", text.charAt(i)));
      }
    }
    char expected = checkCharacter(text);
    return text.charAt(LENGTH - 1) == expected
        ? List.of()
        : List.of(OrganisationRules.CREDIT_CODE_CHECK.broken("code", text, "expected", expected));
  }

  private static char checkCharacter(String text) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += ALPHABET.indexOf(text.charAt(i)) * weight;
      weight = weight * WEIGHT_RATIO % MODULUS;
    }
    return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
  }

  @Override
  public String toString() {
    return code;
  }
}
