package io.github.dualprevention.core;

import java.io.Serializable;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * One reason why something was refused. It is put into words only when someone reads it, so that a
 * refusal costs hardly more than a consent.
 */
public final class Reason implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The broken rule. */
  private final Rule rule;

  /** The clause; null where no text prescribes it. */
  private final @Nullable SourceClause source;

  /** Strings and terms; an array of {@code Serializable} would check each of them when made. */
  @SuppressWarnings("serial")
  private final Object[] values;

  /** Takes names and values in turn. */
  Reason(Rule rule, @Nullable SourceClause source, Object... values) {
    this.rule = rule;
    this.source = source;
    this.values = values.clone();
    for (int i = 1; i < values.length; i += 2) {
      this.values[i] = frozen(values[i]);
    }
  }

  /** A value that cannot change any more. */
  private static Object frozen(Object value) {
    return value instanceof Term term ? term : String.valueOf(value);
  }

  /**
   * The code of the broken rule.
   *
   * @return stable and dotted
   */
  public String code() {
    return rule.code();
  }

  /**
   * The values that broke the rule.
   *
   * @return by name, in the order of the sentence
   */
  public Map<String, String> values() {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i += 2) {
      named.put(String.valueOf(values[i]), String.valueOf(values[i + 1]));
    }
    return Collections.unmodifiableMap(named);
  }

  /**
   * The sentence for a person.
   *
   * @return in both languages, values filled in
   */
  public Wording message() {
    return new Wording(
        fill(rule.template().zh(), Wording::zh), fill(rule.template().en(), Wording::en));
  }

  /**
   * The clause of the rule.
   *
   * @return empty where no text prescribes it
   */
  public Optional<SourceClause> source() {
    return Optional.ofNullable(source);
  }

  /**
   * One of the values that broke the rule.
   *
   * @param name the value's name
   * @return the value
   * @throws IllegalArgumentException if the reason has no such value
   */
  public String value(String name) {
    String value = values().get(name);
    if (value == null) {
      throw Require.refusal("value", "must be one of " + values().keySet(), name);
    }
    return value;
  }

  private String fill(String sentence, Function<Wording, String> language) {
    Map<String, String> spoken = new HashMap<>();
    for (int i = 0; i < values.length; i += 2) {
      Object value = values[i + 1];
      spoken.put(
          values[i].toString(),
          value instanceof Term term ? language.apply(term.wording()) : value.toString());
    }
    return Rule.PLACEHOLDER
        .matcher(sentence)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    Require.visible(String.valueOf(spoken.get(match.group(1))))));
  }

  /** Equal if rule, clause and values are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Reason reason
        && reason.rule.equals(rule)
        && Objects.equals(reason.source, source)
        && reason.values().equals(values());
  }

  @Override
  public int hashCode() {
    return Objects.hash(rule, values());
  }

  /** Code and both sentences, as in a log. */
  @Override
  public String toString() {
    return code() + ": " + message() + source().map(clause -> " [" + clause + "]").orElse("");
  }
}
