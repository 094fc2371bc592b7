package io.github.dualprevention.core.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.table.EffectivePeriod;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CriterionTest {

  private static final Wording WORDING = new Wording("示例", "an example");
  private static final EffectivePeriod ALWAYS =
      new EffectivePeriod(Optional.empty(), Optional.empty());
  private static final SourceClause SOURCE = new SourceClause("示例", "第一条", Evidence.ENTERPRISE);

  private static Criterion criterion(String standard, String article, String item) {
    return criterion(standard, article, item, Set.of("COAL"));
  }

  private static Criterion criterion(
      String standard, String article, String item, Set<String> sectors) {
    return new Criterion(standard, article, item, sectors, WORDING, ALWAYS, SOURCE);
  }

  @Test
  void itsIdIsStandardArticleAndItem() {
    Criterion criterion = criterion(" MEM-4 ", "3", "17");

    assertThat(criterion.id()).isEqualTo("MEM-4/3/17");
    assertThat(criterion.term()).isEqualTo(new Term("MEM-4/3/17", WORDING));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "3/1", "/", "3\n1"})
  void aPartOfTheIdIsOneLineWithoutSlash(String part) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> criterion(part, "3", "1"))
        .withMessageStartingWith("standard must");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> criterion("S", part, "1"))
        .withMessageStartingWith("article must");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> criterion("S", "3", part))
        .withMessageStartingWith("item must");
  }

  @Test
  void anIdHasAtMostAHundredCharacters() {
    assertThat(criterion("S".repeat(96), "3", "1").id()).hasSize(100);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> criterion("S".repeat(96), "3", "10"))
        .withMessageStartingWith("id must have at most 100 characters");
  }

  @Test
  void itsSectorsAreCopiedInTheirOrder() {
    Set<String> sectors = new LinkedHashSet<>(List.of("TOBACCO", "COAL", "CHEMICAL"));
    Criterion criterion = criterion("S", "3", "1", sectors);
    sectors.clear();

    assertThat(criterion.sectors()).containsExactly("TOBACCO", "COAL", "CHEMICAL");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> criterion("S", "3", "1", Set.of()))
        .withMessage("sectors must not be empty, but was: []");
  }

  @Test
  @SuppressWarnings("NullAway") // what a caller without null checks may do
  void nothingIsMissing() {
    Set<String> coal = Set.of("COAL");

    assertThatNullPointerException()
        .isThrownBy(() -> new Criterion("S", "3", "1", null, WORDING, ALWAYS, SOURCE))
        .withMessage("sectors must not be null");
    assertThatNullPointerException()
        .isThrownBy(() -> new Criterion("S", "3", "1", coal, null, ALWAYS, SOURCE))
        .withMessage("wording must not be null");
    assertThatNullPointerException()
        .isThrownBy(() -> new Criterion("S", "3", "1", coal, WORDING, null, SOURCE))
        .withMessage("period must not be null");
    assertThatNullPointerException()
        .isThrownBy(() -> new Criterion("S", "3", "1", coal, WORDING, ALWAYS, null))
        .withMessage("source must not be null");
    assertThatNullPointerException()
        .isThrownBy(() -> new Sector("COAL", null))
        .withMessage("wording must not be null");
  }

  @Test
  void aSectorHasACodeWithoutSpace() {
    assertThat(new Sector(" COAL ", WORDING).term()).isEqualTo(new Term("COAL", WORDING));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sector("COAL MINES", WORDING))
        .withMessage("code must not contain a space, but was: COAL MINES");
    assertThatIllegalArgumentException().isThrownBy(() -> new Sector("", WORDING));
  }
}
