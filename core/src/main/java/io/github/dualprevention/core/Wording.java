package io.github.dualprevention.core;

import java.io.Serializable;
import java.util.Locale;

/**
 * One sentence or name in the two languages of the product.
 *
 * @param zh simplified Chinese, not blank
 * @param en English, not blank
 */
public record Wording(String zh, String en) implements Serializable {

  /** Normalises both texts; throws {@code IllegalArgumentException} if one is blank. */
  public Wording {
    zh = Require.text(zh, "zh");
    en = Require.text(en, "en");
  }

  /**
   * Chooses the text for a reader.
   *
   * @param locale the reader's locale
   * @return the Chinese text for any Chinese locale, the English text otherwise
   */
  public String in(Locale locale) {
    return locale.getLanguage().equals("zh") ? zh : en;
  }

  /** Both texts, Chinese first. */
  @Override
  public String toString() {
    return zh.equals(en) ? zh : zh + " / " + en;
  }
}
