package io.github.dualprevention.core.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.dualprevention.core.Evidence;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RateTest {

  @ParameterizedTest
  @CsvSource({
    "8740,8942,4,HALF_UP,0.9774", // the published example of Putuo
    "8740,8942,5,HALF_UP,0.97741",
    "1,2,0,HALF_UP,1",
    "1,2,0,HALF_DOWN,0",
    "2,3,3,DOWN,0.666",
    "2,3,3,UP,0.667",
    "0,7,2,HALF_UP,0.00",
    "7,7,2,HALF_UP,1.00"
  })
  void isRoundedAsTheCallerSays(
      long numerator, long denominator, int scale, RoundingMode mode, BigDecimal value) {
    Rate rate = new Rate(numerator, denominator);

    for (ZeroDenominator policy : ZeroDenominator.values()) {
      assertThat(rate.value(policy, scale, mode)).contains(value);
    }
    assertThat(rate).hasToString(numerator + "/" + denominator);
  }

  @Test
  @SuppressWarnings("NullAway") // what a caller without null checks may do
  void whatAZeroDenominatorMeansTheCallerHasToSay() {
    Rate nothing = new Rate(0, 0);

    assertThat(nothing.value(ZeroDenominator.NOT_APPLICABLE, 2, RoundingMode.HALF_UP)).isEmpty();
    assertThat(nothing.value(ZeroDenominator.ZERO, 2, RoundingMode.HALF_UP))
        .isEqualTo(Optional.of(new BigDecimal("0.00")));
    assertThat(nothing.value(ZeroDenominator.ONE, 3, RoundingMode.HALF_UP))
        .isEqualTo(Optional.of(new BigDecimal("1.000")));
    assertThatNullPointerException()
        .isThrownBy(() -> nothing.value(null, 2, RoundingMode.HALF_UP))
        .withMessage("policy must not be null");
    assertThatNullPointerException()
        .isThrownBy(() -> nothing.value(ZeroDenominator.ONE, 2, null))
        .withMessage("mode must not be null");
  }

  @Test
  void refusesWhatIsNoRate() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rate(-1, 1))
        .withMessage("numerator must not be negative, but was: -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rate(2, 1))
        .withMessage("numerator must be at most 1, but was: 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rate(1, 1).value(ZeroDenominator.ONE, -1, RoundingMode.HALF_UP))
        .withMessage("scale must not be negative, but was: -1");
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> new Rate(1, 3).value(ZeroDenominator.ONE, 2, RoundingMode.UNNECESSARY));
  }

  @Test
  void theRatesHaveCodesAndNames() {
    assertThat(HazardRate.byCode().values()).containsExactly(HazardRate.values());
    assertThat(Arrays.stream(HazardRate.values()).map(HazardRate::term))
        .extracting(term -> term.code() + " " + term.wording())
        .containsExactly(
            "DISCOVERY 发现率 / discovery rate",
            "TIMELINESS 及时率 / timeliness rate",
            "EFFECT 有效率 / effectiveness rate",
            "RECTIFICATION 整改率 / rectification rate");
  }

  @ParameterizedTest
  @EnumSource(HazardRate.class)
  void eachFormulaSaysWhatIsDividedByWhatAndWhereItComesFrom(HazardRate rate) {
    assertThat(rate.formula().zh()).contains("÷").endsWith("（期末已撤销的隐患不计）");
    assertThat(rate.formula().en())
        .contains(" / ")
        .endsWith("; hazards that were dismissed by its end are left out");
    assertThat(rate.code()).isEqualTo(rate.name());
    assertThat(rate.wording()).isEqualTo(rate.term().wording());
    assertThat(rate.source().evidence())
        .isEqualTo(rate == HazardRate.RECTIFICATION ? Evidence.PUBLISHED : Evidence.ENTERPRISE);
  }
}
