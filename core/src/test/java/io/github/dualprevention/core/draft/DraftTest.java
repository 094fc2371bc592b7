package io.github.dualprevention.core.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.risk.RiskArea;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.hibernate.validator.HibernateValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTest {

  @Test
  void aSoundDraftBecomesItsValue() {
    EnterpriseDraft enterprise = new EnterpriseDraft("91350100M000100Y43", " 示例企业 ");
    RiskEventDraft event =
        new RiskEventDraft("E1", "火灾", "U1", Set.of(RiskArea.EQUIPMENT_AND_FACILITIES));

    assertThat(messages(Locale.ENGLISH, enterprise)).isEmpty();
    assertThat(messages(Locale.ENGLISH, event)).isEmpty();
    assertThat(enterprise.toEnterprise().name()).isEqualTo("示例企业");
    assertThat(event.toRiskEvent().areas()).containsExactly(RiskArea.EQUIPMENT_AND_FACILITIES);
  }

  @Test
  void everyFaultComesBackTogetherInTheReadersLanguage() {
    EnterpriseDraft draft = new EnterpriseDraft("91350100M000100Y44", " ");

    assertThat(messages(Locale.SIMPLIFIED_CHINESE, draft))
        .containsExactlyInAnyOrder(
            "creditCode 必须是统一社会信用代码：18个字符，且校验码正确", "name 必须为1至500个字符，且不含控制字符");
    assertThat(messages(Locale.ENGLISH, draft))
        .containsExactlyInAnyOrder(
            "creditCode must be a unified social credit code: 18 characters with a correct check"
                + " character",
            "name must be 1 to 500 characters without control characters");
  }

  @Test
  void missingPartsAreFaultsAndNotExceptions() {
    assertThat(messages(Locale.ENGLISH, new EnterpriseDraft(null, null))).hasSize(2);
    assertThat(messages(Locale.ENGLISH, new RiskEventDraft(null, null, null, null))).hasSize(4);
  }

  /** What a validator lets through the value takes, and the other way round. */
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a", "a\u0000b", "a\nb", "\u3000", "加油站"})
  void bothGatesAgree(String text) {
    for (String candidate : List.of(text, text.repeat(101), text.repeat(501))) {
      EnterpriseDraft enterprise = new EnterpriseDraft("91350100M000100Y43", candidate);
      RiskEventDraft event = new RiskEventDraft(candidate, "火灾", "U1", Set.of());

      assertThat(messages(Locale.ENGLISH, enterprise).isEmpty())
          .isEqualTo(works(enterprise::toEnterprise));
      assertThat(messages(Locale.ENGLISH, event).isEmpty()).isEqualTo(works(event::toRiskEvent));
    }
  }

  private static boolean works(Supplier<?> value) {
    try {
      return value.get() != null;
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  private static List<String> messages(Locale locale, Object draft) {
    try (ValidatorFactory factory =
        Validation.byProvider(HibernateValidator.class)
            .configure()
            .locales(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)
            .defaultLocale(locale)
            .buildValidatorFactory()) {
      Validator validator = factory.getValidator();
      return validator.validate(draft).stream().map(DraftTest::told).toList();
    }
  }

  private static String told(ConstraintViolation<Object> violation) {
    return violation.getPropertyPath() + " " + violation.getMessage();
  }
}
