package io.github.dualprevention.core.draft;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The text must be a {@link io.github.dualprevention.core.organisation.CreditCode}. Missing text is
 * left to {@code @NotNull}.
 */
@Documented
@Constraint(validatedBy = ValidCreditCodeValidator.class)
@Target({FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
public @interface ValidCreditCode {

  /**
   * The message.
   *
   * @return a key of the contributed messages
   */
  String message() default "{io.github.dualprevention.core.draft.ValidCreditCode.message}";

  /**
   * The validation groups.
   *
   * @return none by default
   */
  Class<?>[] groups() default {};

  /**
   * What a host attaches to the constraint.
   *
   * @return nothing by default
   */
  Class<? extends Payload>[] payload() default {};
}
