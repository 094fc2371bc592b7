package io.github.dualprevention.core.risk;

import io.github.dualprevention.core.Require;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The scores of a band; each end says for itself whether it belongs to the band.
 *
 * @param min the lower end
 * @param minIncluded whether the lower end belongs to the range
 * @param max the upper end; empty if there is none
 * @param maxIncluded whether the upper end belongs to the range; false if there is none
 */
public record ScoreRange(Score min, boolean minIncluded, Optional<Score> max, boolean maxIncluded)
    implements Extent {

  private static final Pattern NOTATION =
      Pattern.compile("[\\[(](?<min>[0-9.]+), ?(?<max>[0-9.]*)[\\])]");

  /** Throws {@code IllegalArgumentException} if no score lies in the range. */
  public ScoreRange {
    Require.notNull(min, "min");
    Require.notNull(max, "max");
    Require.require(
        max.isPresent() || !maxIncluded,
        "maxIncluded",
        "must be false without an upper end",
        maxIncluded);
    int width = max.map(end -> end.compareTo(min)).orElse(1);
    boolean holdsAScore = width > 0 || (width == 0 && minIncluded && maxIncluded);
    if (!holdsAScore) {
      throw Require.refusal("max", "must leave room for a score above min " + min, max);
    }
  }

  /**
   * Obtains a range from the usual notation.
   *
   * @param text as in {@code [70,160)} or {@code (320,)}; a square bracket includes the end, a
   *     round one excludes it
   * @return the range
   * @throws IllegalArgumentException naming the text if it is anything else, or if no score lies in
   *     the range
   */
  public static ScoreRange parse(String text) {
    Matcher parts = NOTATION.matcher(text);
    Require.require(parts.matches(), "range", "must be written like [70,160) or (320,)", text);
    Optional<Score> max =
        parts.group("max").isEmpty()
            ? Optional.empty()
            : Optional.of(Score.parse(parts.group("max")));
    return new ScoreRange(
        Score.parse(parts.group("min")), text.startsWith("["), max, text.endsWith("]"));
  }

  /**
   * Whether a score belongs to the range.
   *
   * @param score any score
   * @return whether it lies between the ends, or on one that is included
   */
  public boolean contains(Score score) {
    return reachesUpTo(score) && reachesDownTo(score);
  }

  @Override
  public boolean holds(Factors factors, Optional<Score> score) {
    return score.isPresent() && contains(score.get());
  }

  /**
   * Whether some score belongs to both ranges.
   *
   * @param other another range
   * @return whether they overlap
   */
  public boolean overlaps(ScoreRange other) {
    return !liesBelow(other) && !other.liesBelow(this);
  }

  /**
   * Whether every score of this range is below every score of another.
   *
   * @param other another range
   * @return whether this range ends before the other begins
   */
  public boolean liesBelow(ScoreRange other) {
    int gap = max.map(end -> other.min.compareTo(end)).orElse(-1);
    return gap > 0 || (gap == 0 && !(maxIncluded && other.minIncluded));
  }

  private boolean reachesDownTo(Score score) {
    int above = score.compareTo(min);
    return above > 0 || (above == 0 && minIncluded);
  }

  private boolean reachesUpTo(Score score) {
    int below = max.map(end -> end.compareTo(score)).orElse(1);
    return below > 0 || (below == 0 && maxIncluded);
  }

  /** The usual notation, as in {@code [70,160)} or {@code (320,)}. */
  @Override
  public String toString() {
    return (minIncluded ? "[" : "(")
        + min
        + ","
        + max.map(Score::toString).orElse("")
        + (maxIncluded ? "]" : ")");
  }
}
