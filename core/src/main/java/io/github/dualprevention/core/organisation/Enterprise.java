package io.github.dualprevention.core.organisation;

import io.github.dualprevention.core.Require;

/**
 * The legal unit (企业) whose risks and hazards are governed.
 *
 * @param creditCode its unified social credit code
 * @param name its registered name, at most 500 characters
 */
public record Enterprise(CreditCode creditCode, String name) {

  /** Throws {@code IllegalArgumentException} if the name is blank or too long. */
  public Enterprise {
    Require.notNull(creditCode, "creditCode");
    name = Require.shortText(name, "name");
  }
}
