package io.github.dualprevention.core.control;

import io.github.dualprevention.core.Require;
import java.util.Optional;

/**
 * A barrier against a risk event (管控措施), and how it is checked.
 *
 * @param id unique among the measures of the enterprise
 * @param eventId the risk event that it controls
 * @param tier the tier that carries it out
 * @param description what is done or in place, at most 4,000 characters
 * @param measureClass its class among the enterprise's five
 * @param exchangeClass its class and sub-class in the exchange format
 * @param detail a further class of the enterprise's own, at most 100 characters
 * @param mode how it is known that it works
 * @param checkContent what a check looks at, at most 1,000 characters; there for every measure that
 *     people check
 */
public record ControlMeasure(
    String id,
    String eventId,
    ControlTier tier,
    String description,
    MeasureClass measureClass,
    ExchangeClass exchangeClass,
    Optional<String> detail,
    MeasureMode mode,
    Optional<String> checkContent) {

  private static final int LONGEST_DESCRIPTION = 4_000;
  private static final int LONGEST_CHECK_CONTENT = 1_000;

  /** Throws {@code IllegalArgumentException} naming the part that is wrong. */
  public ControlMeasure {
    id = Require.id(id, "id");
    eventId = Require.id(eventId, "eventId");
    Require.notNull(tier, "tier");
    description = Require.text(description, "description");
    Require.require(
        description.length() <= LONGEST_DESCRIPTION,
        "description",
        "must have at most 4000 characters",
        description);
    Require.notNull(measureClass, "measureClass");
    Require.notNull(exchangeClass, "exchangeClass");
    detail = detail.map(text -> Require.id(text, "detail"));
    Require.notNull(mode, "mode");
    checkContent = checkContent.map(text -> Require.text(text, "checkContent"));
    Require.require(
        mode != MeasureMode.HAZARD_CHECK || checkContent.isPresent(),
        "checkContent",
        "must say what a check looks at",
        id);
    Require.require(
        checkContent.filter(text -> text.length() > LONGEST_CHECK_CONTENT).isEmpty(),
        "checkContent",
        "must have at most 1000 characters",
        checkContent);
  }
}
