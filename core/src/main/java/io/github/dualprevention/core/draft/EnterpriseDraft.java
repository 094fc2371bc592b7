package io.github.dualprevention.core.draft;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.organisation.Enterprise;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise as a form holds it.
 *
 * @param creditCode its unified social credit code
 * @param name its registered name, at most 500 characters
 */
public record EnterpriseDraft(
    @NotNull @ValidCreditCode @Nullable String creditCode,
    @NotNull @ValidText @Nullable String name) {

  /**
   * The enterprise that a sound draft describes.
   *
   * @return the enterprise
   * @throws IllegalArgumentException if the draft was not validated and is wrong
   * @throws NullPointerException if the draft was not validated and lacks a part
   */
  public Enterprise toEnterprise() {
    return new Enterprise(
        new CreditCode(Require.notNull(creditCode, "creditCode")), Require.notNull(name, "name"));
  }
}
