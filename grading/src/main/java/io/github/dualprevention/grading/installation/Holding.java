package io.github.dualprevention.grading.installation;

import io.github.dualprevention.core.Require;
import java.math.BigDecimal;

/**
 * How much of a substance a unit can hold, as somebody has entered it.
 *
 * @param substance the name under which the site's table lists it; 1 to 100 characters
 * @param quantity the design maximum in tonnes, exact; a negative one is refused when the unit is
 *     identified, together with everything else that is wrong
 * @source GB 18218-2018, 4.2.2: what counts is the design maximum
 */
public record Holding(String substance, BigDecimal quantity) {

  /** Throws {@code IllegalArgumentException} if the name is blank or too long. */
  public Holding {
    substance = Require.id(substance, "substance");
    quantity = Require.normalised(Require.notNull(quantity, "quantity"));
  }

  /**
   * Obtains a holding from text.
   *
   * @param substance the name under which the site's table lists it
   * @param quantity tonnes as plain decimal text
   * @return the holding
   * @throws IllegalArgumentException if the quantity is not a plain decimal
   */
  public static Holding of(String substance, String quantity) {
    return new Holding(substance, Require.decimal(quantity, "quantity"));
  }
}
