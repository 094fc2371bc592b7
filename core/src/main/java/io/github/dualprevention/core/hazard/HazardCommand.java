package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.journal.Fact;
import io.github.dualprevention.core.responsibility.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to do about a hazard, or says to have done; immutable. It looks at its own
 * evidence once, when it is made, so that a decision need not.
 */
public final class HazardCommand {

  private final HazardAction action;
  private final Actor actor;
  private final Instant occurred;
  private final ImmutableMap<HazardFact, String> facts;

  /** The marks of all evidence, and of what does not have its form. */
  private final long present;

  private final long malformed;

  /** The marks of what the actor is answerable for. */
  private final long duties;

  /** The days that the evidence names; null where it names none. */
  private final @Nullable Map<HazardFact, LocalDate> days;

  /**
   * Normalises all texts.
   *
   * @param action what
   * @param actor who
   * @param occurred when it was done; kept to the millisecond
   * @param facts the evidence for it, no text blank or longer than 4,000 characters
   * @throws IllegalArgumentException if a text is blank or too long
   */
  public HazardCommand(
      HazardAction action, Actor actor, Instant occurred, Map<HazardFact, String> facts) {
    this.action = Require.notNull(action, "action");
    this.actor = Require.notNull(actor, "actor");
    this.occurred = Require.notNull(occurred, "occurred").truncatedTo(ChronoUnit.MILLIS);
    Map<HazardFact, String> texts = new EnumMap<>(HazardFact.class);
    Map<HazardFact, LocalDate> read = null;
    long marks = 0;
    long faults = 0;
    for (Map.Entry<HazardFact, String> entry : facts.entrySet()) {
      HazardFact fact = entry.getKey();
      String text = text(fact, entry.getValue());
      texts.put(fact, text);
      marks |= fact.mark();
      if (!fact.isWellFormed(text)) {
        faults |= fact.mark();
      } else if (fact.form() == HazardFact.Form.DAY) {
        read = read == null ? new EnumMap<>(HazardFact.class) : read;
        read.put(fact, HazardFact.day(text));
      }
    }
    days = read;
    duties = Marks.join(actor.duties());
    this.facts = Maps.immutableEnumMap(texts);
    present = marks;
    malformed = faults;
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

  /**
   * What is wanted.
   *
   * @return the action
   */
  public HazardAction action() {
    return action;
  }

  /**
   * Who wants it.
   *
   * @return the person and the post
   */
  public Actor actor() {
    return actor;
  }

  /**
   * When it was done.
   *
   * @return to the millisecond
   */
  public Instant occurred() {
    return occurred;
  }

  /**
   * The evidence.
   *
   * @return an immutable map in the order of {@link HazardFact}
   */
  public Map<HazardFact, String> facts() {
    return facts;
  }

  /** The day that a piece of evidence names; null where it is missing or names none. */
  @Nullable LocalDate day(HazardFact fact) {
    return days == null ? null : days.get(fact);
  }

  /** The marks of what the actor is answerable for. */
  long duties() {
    return duties;
  }

  /** The marks of all evidence. */
  long present() {
    return present;
  }

  /** The marks of the evidence that does not have its form. */
  long malformed() {
    return malformed;
  }

  /** Equal if all parts are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HazardCommand command
        && command.action == action
        && command.actor.equals(actor)
        && command.occurred.equals(occurred)
        && command.facts.equals(facts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(action, actor, occurred, facts);
  }

  @Override
  public String toString() {
    return action + " by " + actor.postId() + " at " + occurred + " " + facts;
  }
}
