package io.github.dualprevention.core.risk;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.table.TableVersion;
import java.util.List;
import java.util.Optional;

/**
 * What a method found: these factors belong to this line of its table.
 *
 * @param method the method's id and version
 * @param factors the factors that went in, and those that the method combined of them
 * @param score the exact score that came out; empty if the method looks cells up in a matrix
 * @param band the line of the method's table to which the input belongs
 * @param offScale the factors whose values are on no scale of the method, which accepts them but
 *     says so
 */
public record Assessment(
    TableVersion method, Factors factors, Optional<Score> score, Band band, List<String> offScale) {

  /** Throws {@code IllegalArgumentException} if the input does not belong to the band. */
  public Assessment {
    Require.notNull(method, "method");
    Require.notNull(factors, "factors");
    Require.notNull(score, "score");
    offScale = List.copyOf(offScale);
    if (!band.extent().holds(factors, score)) {
      throw Require.refusal(
          "input", "must lie in " + band.extent(), score.map(Score::toString).orElse("" + factors));
    }
  }

  /**
   * What a method found from factors that are all on its scales.
   *
   * @param method the method's id and version
   * @param factors the factors that went in, and those that the method combined of them
   * @param score the exact score that came out; empty if the method looks cells up in a matrix
   * @param band the line of the method's table to which the input belongs
   */
  public Assessment(TableVersion method, Factors factors, Optional<Score> score, Band band) {
    this(method, factors, score, band, List.of());
  }
}
