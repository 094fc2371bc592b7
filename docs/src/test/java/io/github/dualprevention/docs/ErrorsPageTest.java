package io.github.dualprevention.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.Rule;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The error catalogue is whole, its codes are unique, and each has a test. */
class ErrorsPageTest {

  private static final List<HeldRule> RULES = HeldRule.all();

  private static final Pattern MADE = Pattern.compile("\\bRule\\s*(?:\\.\\s*of\\(\\s*([^,]*)|::)");

  /** The outbox keeps what they say as the problem of an item; nobody is given their codes. */
  private static final Map<String, String> SEEN_AS_SENTENCES =
      Map.of(
          "reporting.item.rejected", "接收方拒收",
          "reporting.item.deferred", "接收方要求PT7M后重发",
          "reporting.outcome.unknown", "发送结果不明");

  @Test
  void thePageListsEveryRule() throws IOException {
    GeneratedPage.check(
        Library.REPOSITORY.resolve("docs/reference/errors.md"), ErrorsPage.of(RULES));
    assertThat(RULES).hasSizeGreaterThan(150);
  }

  /** A rule that is made elsewhere than for a constant would not be on the page. */
  @Test
  void everyRuleThatTheSourcesMakeIsAConstant() throws IOException {
    List<String> made =
        JavaSource.library().stream()
            .flatMap(source -> MADE.matcher(source.code()).results())
            .map(match -> String.valueOf(match.group(1)))
            .toList();

    assertThat(RULES)
        .extracting(held -> '"' + held.code() + '"')
        .containsExactlyInAnyOrderElementsOf(made);
  }

  /** Two classes may hold the same rule, word for word, but never two rules under one code. */
  @Test
  void noTwoRulesShareACode() {
    Map<String, Set<Rule>> byCode =
        RULES.stream()
            .collect(
                Collectors.groupingBy(
                    HeldRule::code, Collectors.mapping(HeldRule::rule, Collectors.toSet())));

    assertThat(byCode).allSatisfy((code, rules) -> assertThat(rules).hasSize(1));
  }

  @Test
  void everyRuleHasATestThatNamesIt() throws IOException {
    List<JavaSource> others =
        JavaSource.tests().stream()
            .filter(test -> !test.name().equals(getClass().getSimpleName()))
            .toList();

    assertThat(RULES)
        .filteredOn(held -> others.stream().noneMatch(test -> exercises(test, held.code())))
        .extracting(HeldRule::code)
        .isEmpty();
    assertThat(RULES).extracting(HeldRule::code).containsAll(SEEN_AS_SENTENCES.keySet());
  }

  private static boolean exercises(JavaSource test, String code) {
    return test.mentions(SEEN_AS_SENTENCES.getOrDefault(code, code));
  }
}
