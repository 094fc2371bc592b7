package io.github.dualprevention.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule that data or a request can break, with the sentence that tells so.
 *
 * @param code stable and dotted, as in {@code table.column.missing}; programs decide by it, and it
 *     never changes meaning
 * @param template the sentence in both languages; {@code {name}} stands for a value
 * @param source the clause that the rule comes from; empty where no text prescribes it
 */
public record Rule(String code, Wording template, Optional<SourceClause> source) {

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z-]+)}");

  /** Throws {@code IllegalArgumentException} if the code is not dotted lower case. */
  public Rule {
    Require.notNull(code, "code");
    Require.require(CODE.matcher(code).matches(), "code", "must be dotted lower case", code);
    Require.notNull(template, "template");
    Require.notNull(source, "source");
  }

  /**
   * Obtains a rule without a clause.
   *
   * @param code stable and dotted
   * @param zh the Chinese sentence
   * @param en the English sentence
   * @return the rule
   */
  public static Rule of(String code, String zh, String en) {
    return new Rule(code, new Wording(zh, en), Optional.empty());
  }

  /**
   * The same rule with the clause that it comes from.
   *
   * @param clause where the rule stands written
   * @return the rule with its source
   */
  public Rule citing(SourceClause clause) {
    return new Rule(code, template, Optional.of(clause));
  }

  /**
   * The reason that tells how the rule was broken.
   *
   * @param values names and values in turn, one pair for each placeholder and any further pairs
   *     worth keeping
   * @return the reason
   * @throws IllegalArgumentException if a placeholder of the sentence has no value
   */
  public Reason broken(Object... values) {
    Require.require(
        values.length % 2 == 0, "values", "must be pairs of name and value", values.length);
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i += 2) {
      named.put(String.valueOf(values[i]), String.valueOf(values[i + 1]));
    }
    return new Reason(
        code, named, new Wording(fill(template.zh(), named), fill(template.en(), named)), source);
  }

  private String fill(String sentence, Map<String, String> values) {
    Matcher matcher = PLACEHOLDER.matcher(sentence);
    return matcher.replaceAll(
        match -> {
          String value = values.get(match.group(1));
          if (value == null) {
            throw Require.refusal(match.group(), "must have a value in " + code, values);
          }
          return Matcher.quoteReplacement(Require.visible(value));
        });
  }
}
