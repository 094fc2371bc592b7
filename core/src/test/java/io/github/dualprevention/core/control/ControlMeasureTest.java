package io.github.dualprevention.core.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.base.Strings;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ControlMeasureTest {

  @Test
  void takesTextsUpToTheirLengths() {
    ControlMeasure measure =
        measure("M", Strings.repeat("措", 4000), Optional.of(Strings.repeat("查", 1000)));

    assertThat(measure.description()).hasSize(4000);
    assertThat(measure.checkContent().orElseThrow()).hasSize(1000);
  }

  @Test
  void refusesTextsBeyondTheirLengths() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> measure("M", Strings.repeat("措", 4001), Optional.of("查")))
        .withMessageContaining("description");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> measure("M", "措施", Optional.of(Strings.repeat("查", 1001))))
        .withMessageContaining("checkContent");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> measure(Strings.repeat("M", 101), "措施", Optional.of("查")))
        .withMessageContaining("id");
  }

  @Test
  void refusesBlankParts() {
    assertThatIllegalArgumentException().isThrownBy(() -> measure(" ", "措施", Optional.of("查")));
    assertThatIllegalArgumentException().isThrownBy(() -> measure("M", "\n", Optional.of("查")));
    assertThatIllegalArgumentException().isThrownBy(() -> measure("M", "措施", Optional.of(" ")));
  }

  @Test
  void aMeasureThatPeopleCheckSaysWhatACheckLooksAt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> measure("M", "措施", Optional.empty()))
        .withMessageContaining("checkContent");
    ControlMeasure watched =
        new ControlMeasure(
            "M",
            "E",
            ControlTier.POST,
            "液位联锁",
            MeasureClass.ENGINEERING,
            ExchangeClass.SAFETY_INSTRUMENT,
            Optional.of("联锁"),
            MeasureMode.AUTOMATIC_MONITORING,
            Optional.empty());
    assertThat(watched.checkContent()).isEmpty();
  }

  @Test
  void r10EveryExchangeCodeIsItsOwnAndBeginsWithItsClass() {
    assertThat(ExchangeClass.values())
        .extracting(ExchangeClass::code)
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[1-4]-[1-5]"));
    for (ExchangeClass exchangeClass : ExchangeClass.values()) {
      assertThat(exchangeClass.code()).startsWith(exchangeClass.mainCode() + "-");
      String main = exchangeClass.wording().zh().split("/", -1)[0];
      assertThat(
              Arrays.stream(ExchangeClass.values())
                  .filter(other -> other.wording().zh().startsWith(main + "/"))
                  .map(ExchangeClass::mainCode))
          .containsOnly(exchangeClass.mainCode());
    }
  }

  @Test
  void tiersAreTotallyOrdered() {
    for (ControlTier a : ControlTier.values()) {
      for (ControlTier b : ControlTier.values()) {
        assertThat(a.isAtLeast(b) && b.isAtLeast(a)).isEqualTo(a == b);
        assertThat(a.isAtLeast(b)).isEqualTo(a.downwards().contains(b));
      }
    }
  }

  private static ControlMeasure measure(
      String id, String description, Optional<String> checkContent) {
    return new ControlMeasure(
        id,
        "E",
        ControlTier.POST,
        description,
        MeasureClass.MANAGEMENT,
        ExchangeClass.OPERATION_OTHER,
        Optional.empty(),
        MeasureMode.HAZARD_CHECK,
        checkContent);
  }
}
