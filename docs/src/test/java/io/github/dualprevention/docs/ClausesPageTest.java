package io.github.dualprevention.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.hazard.HazardLifeCycle;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Clause, rule and test, side by side. */
class ClausesPageTest {

  @Test
  void thePageTellsWhatCitesEachClauseAndWhatTestsThat() throws IOException {
    String page = ClausesPage.of(HeldRule.all(), HazardLifeCycle.published(), JavaSource.tests());

    GeneratedPage.check(Library.REPOSITORY.resolve("docs/reference/clauses.md"), page);
    assertThat(page).as("a clause without any test").doesNotContain("|  |\n");
  }
}
