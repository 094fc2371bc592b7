package io.github.dualprevention.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One reason why something was refused.
 *
 * @param code the code of the broken {@link Rule}
 * @param values the values that broke it, by name, in the order of the sentence
 * @param message the sentence for a person, values filled in
 * @param source the clause of the rule; empty where no text prescribes it
 */
public record Reason(
    String code, Map<String, String> values, Wording message, Optional<SourceClause> source) {

  /** Copies the values. */
  public Reason {
    Require.text(code, "code");
    values = Collections.unmodifiableMap(new LinkedHashMap<>(Require.notNull(values, "values")));
    Require.notNull(message, "message");
    Require.notNull(source, "source");
  }

  /**
   * One of the values that broke the rule.
   *
   * @param name the value's name
   * @return the value
   * @throws IllegalArgumentException if the reason has no such value
   */
  public String value(String name) {
    String value = values.get(name);
    if (value == null) {
      throw Require.refusal("value", "must be one of " + values.keySet(), name);
    }
    return value;
  }

  /** Code and both sentences, as in a log. */
  @Override
  public String toString() {
    return code + ": " + message + source.map(clause -> " [" + clause + "]").orElse("");
  }
}
