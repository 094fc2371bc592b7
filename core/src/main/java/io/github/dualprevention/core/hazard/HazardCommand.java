package io.github.dualprevention.core.hazard;

import com.google.common.collect.Maps;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.journal.Fact;
import io.github.dualprevention.core.responsibility.Actor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;

/**
 * What somebody wants to do about a hazard, or says to have done.
 *
 * @param action what
 * @param actor who
 * @param occurred when it was done; kept to the millisecond
 * @param facts the evidence for it, in the order of {@link HazardFact}; no text blank or longer
 *     than 4,000 characters
 */
public record HazardCommand(
    HazardAction action, Actor actor, Instant occurred, Map<HazardFact, String> facts) {

  /** Normalises all texts; throws {@code IllegalArgumentException} if one is blank or too long. */
  public HazardCommand {
    Require.notNull(action, "action");
    Require.notNull(actor, "actor");
    occurred = Require.notNull(occurred, "occurred").truncatedTo(ChronoUnit.MILLIS);
    Map<HazardFact, String> texts = new EnumMap<>(HazardFact.class);
    facts.forEach((fact, text) -> texts.put(fact, text(fact, text)));
    facts = Maps.immutableEnumMap(texts);
  }

  private static String text(HazardFact fact, String value) {
    String text = Require.text(value, fact.code());
    Require.require(
        text.length() <= Fact.LONGEST_VALUE,
        fact.code(),
        "must have at most 4000 characters",
        text.length());
    return text;
  }

  /**
   * A command without evidence yet.
   *
   * @param action what
   * @param actor who
   * @param occurred when it was done
   * @return the command
   */
  public static HazardCommand of(HazardAction action, Actor actor, Instant occurred) {
    return new HazardCommand(action, actor, occurred, Map.of());
  }

  /**
   * The same command with more evidence.
   *
   * @param fact what the text is about
   * @param text the text, not blank
   * @return the command; an earlier text about the same is replaced
   */
  public HazardCommand with(HazardFact fact, String text) {
    return with(Map.of(fact, text));
  }

  /**
   * The same command with more evidence.
   *
   * @param more texts by what they are about
   * @return the command; earlier texts about the same are replaced
   */
  public HazardCommand with(Map<HazardFact, String> more) {
    Map<HazardFact, String> all = new EnumMap<>(HazardFact.class);
    all.putAll(facts);
    all.putAll(more);
    return new HazardCommand(action, actor, occurred, all);
  }
}
