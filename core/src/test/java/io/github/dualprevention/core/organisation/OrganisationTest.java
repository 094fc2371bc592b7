package io.github.dualprevention.core.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.RefusedException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrganisationTest {

  private static final Enterprise SAMPLE =
      new Enterprise(new CreditCode("91350100M000100Y43"), "示例企业");
  private static final OrganisationUnit WORKSHOP = OrganisationUnit.top("W1", "加油车间");
  private static final OrganisationUnit TEAM = OrganisationUnit.below(WORKSHOP, "T1", "一班");
  private static final Post OPERATOR = new Post("P1", "加油员", "T1");

  @Test
  void knowsTheChainOfCommandOfAPost() {
    Organisation organisation =
        new Organisation(SAMPLE, List.of(TEAM, WORKSHOP), List.of(OPERATOR));

    assertThat(organisation.chainOf(OPERATOR)).containsExactly(TEAM, WORKSHOP);
  }

  @Test
  void refusesToGuessTheChainOfAStranger() {
    Organisation organisation = new Organisation(SAMPLE, List.of(WORKSHOP), List.of());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> organisation.chainOf(OPERATOR))
        .withMessageContaining("T1");
  }

  @Test
  void refusesPartsThatDoNotFitWithAllReasons() {
    OrganisationUnit a = new OrganisationUnit("A", "甲", Optional.of("B"));
    OrganisationUnit b = new OrganisationUnit("B", "乙", Optional.of("A"));
    OrganisationUnit below = new OrganisationUnit("C", "丙", Optional.of("A"));
    OrganisationUnit orphan = new OrganisationUnit("D", "丁", Optional.of("X"));

    assertThatThrownBy(
            () ->
                new Organisation(
                    SAMPLE,
                    List.of(a, b, below, orphan, WORKSHOP, WORKSHOP),
                    List.of(OPERATOR, OPERATOR)))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.reasons())
                    .extracting(Reason::code, reason -> reason.values().get("id"))
                    .containsExactly(
                        tuple("organisation.id.twice", "W1"),
                        tuple("organisation.parent.cycle", "A"),
                        tuple("organisation.parent.cycle", "B"),
                        tuple("organisation.parent.missing", "D"),
                        tuple("organisation.parent.missing", "P1"),
                        tuple("organisation.id.twice", "P1"),
                        tuple("organisation.parent.missing", "P1")));
  }
}
