package io.github.dualprevention.core.risk;

import java.util.Optional;

/**
 * Which inputs belong to a line of a grading method's table: scores in a {@link ScoreRange}, or
 * single {@link Cells} of a matrix.
 */
public sealed interface Extent permits ScoreRange, Cells {

  /**
   * Whether an input belongs to the line.
   *
   * @param factors the factors of the input
   * @param score the score that they make; empty where the method makes none
   * @return whether it does
   */
  boolean holds(Factors factors, Optional<Score> score);

  /**
   * Obtains an extent from its notation.
   *
   * @param text a range as in {@code [70,160)}, or cells as in {@code L=4,5 S=5; L=5 S=4}
   * @return the extent
   * @throws IllegalArgumentException naming the text if it is neither
   */
  static Extent parse(String text) {
    boolean range = text.startsWith("[") || text.startsWith("(");
    return range ? ScoreRange.parse(text) : Cells.parse(text);
  }
}
