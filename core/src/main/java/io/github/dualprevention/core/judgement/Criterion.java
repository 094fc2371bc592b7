package io.github.dualprevention.core.judgement;

import com.google.common.collect.ImmutableSet;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.table.EffectivePeriod;
import java.util.Set;

/**
 * One situation that a standard calls a major hazard.
 *
 * <p>The three parts of its id have no slash and are together at most 98 characters long, so that
 * the id is an id like any other. A later edition has the same id and other days in force.
 *
 * @param standard the standard, as in {@code MEM-10}
 * @param article the article, as in {@code 3}; {@code 1} where a standard has none
 * @param item the item within the article, as in {@code 1}; {@code 1} where an article has none
 * @param sectors the codes of the sectors in which it applies, at least one
 * @param wording the situation, in words of the table's own
 * @param period the days on which it is in force
 * @param source where it stands written
 */
public record Criterion(
    String standard,
    String article,
    String item,
    Set<String> sectors,
    Wording wording,
    EffectivePeriod period,
    SourceClause source) {

  /**
   * Copies the sectors in their order; throws {@code IllegalArgumentException} if a part of the id
   * is blank or has a slash, the id is too long, or there is no sector.
   */
  public Criterion {
    standard = part(standard, "standard");
    article = part(article, "article");
    item = part(item, "item");
    Require.id(id(standard, article, item), "id");
    sectors = ImmutableSet.copyOf(Require.notNull(sectors, "sectors"));
    Require.require(!sectors.isEmpty(), "sectors", "must not be empty", sectors);
    Require.notNull(wording, "wording");
    Require.notNull(period, "period");
    Require.notNull(source, "source");
  }

  private static String part(String text, String name) {
    String part = Require.id(text, name);
    Require.require(isPart(part), name, "must not contain a slash", part);
    return part;
  }

  /** A slash stands between the parts of an id. */
  static boolean isPart(String text) {
    return !text.contains("/");
  }

  static String id(String standard, String article, String item) {
    return standard + "/" + article + "/" + item;
  }

  /**
   * What the criterion is called, in every edition.
   *
   * @return standard, article and item, as in {@code MEM-10/3/1}; at most 100 characters
   */
  public String id() {
    return id(standard, article, item);
  }

  /**
   * Id and wording.
   *
   * @return for sentences that speak about it
   */
  public Term term() {
    return new Term(id(), wording);
  }
}
