package io.github.dualprevention.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

  @Test
  void holdsEveryCombinationOfABlockAndNothingElse() {
    Cells cells = Cells.parse("L=4,5 S=5; L=5.0 S=4");

    assertThat(cells).hasToString("L=4,5 S=5; L=5 S=4").isEqualTo(Extent.parse(cells.toString()));
    for (int l = 1; l <= 5; l++) {
      for (int s = 1; s <= 5; s++) {
        boolean listed = (l >= 4 && s == 5) || (l == 5 && s == 4);
        assertThat(cells.holds(Factors.ls("" + l, "" + s), Optional.empty())).isEqualTo(listed);
      }
    }
    assertThat(cells.holds(Factors.lec("5", "5", "5"), Optional.of(Score.parse("5")))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "L", "L=", "L=x", "L=1,,2", "L=1;", "L=1; ", "L=1 L=2", "L=1,1.0", "L=1 S", "=1",
        "L=-1", "L=1.2.3"
      })
  void refusesWhatNamesNoCells(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Cells.parse(text));
  }

  @Test
  void refusesCellsWithoutBlockFactorOrValue() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Cells(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Cells(List.of(Map.of())));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Cells(List.of(Map.of("L", Set.of()))));
  }
}
