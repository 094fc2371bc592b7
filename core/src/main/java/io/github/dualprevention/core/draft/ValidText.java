package io.github.dualprevention.core.draft;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.github.dualprevention.core.Require;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * The text must be a name or short text as {@link Require#shortText} takes it. Missing text is left
 * to {@code @NotNull}.
 */
@Documented
@Constraint(validatedBy = ValidText.Validator.class)
@Target({FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
public @interface ValidText {

  /**
   * The message.
   *
   * @return a key of the contributed messages
   */
  String message() default "{io.github.dualprevention.core.draft.ValidText.message}";

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

  /** Holds a text to the rule by which the value itself is made. */
  final class Validator implements ConstraintValidator<ValidText, String> {

    /** Made by the host's validator. */
    public Validator() {}

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
      if (value == null) {
        return true;
      }
      try {
        return !Require.shortText(value, "value").isEmpty();
      } catch (IllegalArgumentException refused) {
        return false;
      }
    }
  }
}
