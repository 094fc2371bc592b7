package io.github.dualprevention.core.draft;

import io.github.dualprevention.core.organisation.CreditCode;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Holds a text to {@link ValidCreditCode}. */
public final class ValidCreditCodeValidator
    implements ConstraintValidator<ValidCreditCode, String> {

  /** Made by the validator. */
  public ValidCreditCodeValidator() {}

  @Override
  public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
    return value == null || CreditCode.check(value).reasons().isEmpty();
  }
}
