package io.github.dualprevention.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleTest {

  private static final SourceClause CLAUSE =
      new SourceClause("Sample standard", "clause 1", Evidence.PUBLISHED);
  private static final Rule RULE =
      Rule.of("sample.rule", "“{value}”大于{most}", "{value} is above {most}").citing(CLAUSE);

  @Test
  void fillsBothSentencesAndKeepsTheValuesInOrder() {
    Reason reason = RULE.broken("value", 7, "most", 5);

    assertThat(reason.code()).isEqualTo("sample.rule");
    assertThat(reason.message()).isEqualTo(new Wording("“7”大于5", "7 is above 5"));
    assertThat(reason.values()).containsExactly(entry("value", "7"), entry("most", "5"));
    assertThat(reason.source()).contains(CLAUSE);
  }

  @Test
  void takesValuesLiterallyEvenIfTheyLookLikePlaceholders() {
    Reason reason = RULE.broken("value", "$1{most}", "most", "\\");

    assertThat(reason.message().en()).isEqualTo("$1{most} is above \\");
  }

  @Test
  void writesControlCharactersOut() {
    Reason reason = RULE.broken("value", "a\u0000\nb", "most", "\u0085");

    assertThat(reason.message().en()).isEqualTo("a\\u0000\\u000Ab is above \\u0085");
    assertThat(reason.value("value")).isEqualTo("a\u0000\nb");
  }

  @Test
  void refusesToTellAReasonWithoutItsValues() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RULE.broken("value", 7))
        .withMessageContaining("{most}");
  }

  @Test
  void refusesACodeThatIsNotDottedLowerCase() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rule.of("Sample", "一", "one"))
        .withMessageContaining("Sample");
  }

  @Test
  void aRefusedOutcomeThrowsAllItsReasons() {
    Reason first = RULE.broken("value", 7, "most", 5);
    Reason second = RULE.broken("value", 8, "most", 5);
    Outcome<String> outcome = Outcome.refused(first, second);

    assertThat(outcome.reasons()).containsExactly(first, second);
    assertThatThrownBy(outcome::orThrow)
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> {
              assertThat(refused.reasons()).containsExactly(first, second);
              assertThat(refused.code()).isEqualTo("sample.rule");
            })
        .hasMessageContaining("7 is above 5")
        .hasMessageContaining("“8”大于5");
  }

  @Test
  void somethingIsMadeOfAResultAndNothingOfARefusal() {
    Outcome<String> refused = Outcome.refused(RULE.broken("value", 7, "most", 5));

    assertThat(Outcome.accepted("x").map(String::length).orThrow()).isEqualTo(1);
    assertThat(refused.map(String::length).reasons()).isEqualTo(refused.reasons());
  }

  @Test
  void anAcceptedOutcomeHasNoReasons() {
    assertThat(Outcome.accepted("x").orThrow()).isEqualTo("x");
    assertThat(Outcome.accepted("x").reasons()).isEmpty();
  }

  @Test
  void aRefusalWithoutReasonIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Outcome.Refused<>(List.of()));
  }

  @Test
  void wordingSpeaksTheReadersLanguage() {
    Wording wording = new Wording("风险", "risk");

    assertThat(wording.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("风险");
    assertThat(wording.in(Locale.CHINESE)).isEqualTo("风险");
    assertThat(wording.in(Locale.GERMANY)).isEqualTo("risk");
  }

  private static Map.Entry<String, String> entry(String key, String value) {
    return Map.entry(key, value);
  }
}
