package io.github.dualprevention.core;

import com.google.common.collect.ImmutableList;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A rule that data or a request can break, with the sentence that tells so. */
public final class Rule implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");
  static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z-]+)}");

  /** Stable and dotted. */
  private final String code;

  /** The sentence with its placeholders. */
  private final Wording template;

  /** The clause; null where no text prescribes it. */
  private final @Nullable SourceClause source;

  /** Every placeholder of the sentence, once. */
  private final ImmutableList<String> placeholders;

  private Rule(String code, Wording template, @Nullable SourceClause source) {
    Require.notNull(code, "code");
    Require.require(CODE.matcher(code).matches(), "code", "must be dotted lower case", code);
    this.code = code;
    this.template = Require.notNull(template, "template");
    this.source = source;
    this.placeholders =
        Stream.of(template.zh(), template.en())
            .flatMap(sentence -> PLACEHOLDER.matcher(sentence).results())
            .map(match -> match.group(1).intern())
            .distinct()
            .collect(ImmutableList.toImmutableList());
  }

  /**
   * Obtains a rule without a clause.
   *
   * @param code stable and dotted, as in {@code table.column.missing}; programs decide by it, and
   *     it never changes meaning
   * @param zh the Chinese sentence; {@code {name}} stands for a value
   * @param en the English sentence; {@code {name}} stands for a value
   * @return the rule
   * @throws IllegalArgumentException if the code is not dotted lower case
   */
  public static Rule of(String code, String zh, String en) {
    return new Rule(code, new Wording(zh, en), null);
  }

  /**
   * The same rule with the clause that it comes from.
   *
   * @param clause where the rule stands written
   * @return the rule with its source
   */
  public Rule citing(SourceClause clause) {
    return new Rule(code, template, Require.notNull(clause, "clause"));
  }

  /**
   * The rule's code.
   *
   * @return stable and dotted
   */
  public String code() {
    return code;
  }

  /**
   * The sentence, with its placeholders.
   *
   * @return in both languages
   */
  public Wording template() {
    return template;
  }

  /**
   * The clause that the rule comes from.
   *
   * @return empty where no text prescribes it
   */
  public Optional<SourceClause> source() {
    return Optional.ofNullable(source);
  }

  /**
   * The reason that tells how the rule was broken.
   *
   * @param values names and values in turn, one pair for each placeholder and any further pairs
   *     worth keeping; a value is put into words only when the reason is read, so it must be
   *     immutable
   * @return the reason
   * @throws IllegalArgumentException if a placeholder of the sentence has no value
   */
  public Reason broken(Object... values) {
    return because(source, values);
  }

  /**
   * The reason that tells how the rule was broken where a table says which clause it follows.
   *
   * @param clause where the table's line stands written
   * @param values as for {@link #broken}
   * @return the reason, citing the clause
   */
  public Reason brokenUnder(SourceClause clause, Object... values) {
    return because(Require.notNull(clause, "clause"), values);
  }

  private Reason because(@Nullable SourceClause clause, Object... values) {
    if (values.length % 2 != 0) {
      throw Require.refusal("values", "must be pairs of name and value", values.length);
    }
    for (int i = 0; i < placeholders.size(); i++) {
      if (!isNamed(placeholders.get(i), 2 * i, values)) {
        throw Require.refusal(
            "{" + placeholders.get(i) + "}",
            "must have a value in " + code,
            Arrays.toString(values));
      }
    }
    return new Reason(this, clause, values);
  }

  /** Looks first where a name stands if the values come in the order of the sentence. */
  private static boolean isNamed(String name, int likely, Object... values) {
    if (likely < values.length && name.equals(values[likely])) {
      return true;
    }
    for (int i = 0; i < values.length; i += 2) {
      if (name.equals(values[i])) {
        return true;
      }
    }
    return false;
  }

  /** Equal if code, sentence and clause are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Rule rule
        && rule.code.equals(code)
        && rule.template.equals(template)
        && Objects.equals(rule.source, source);
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  @Override
  public String toString() {
    return code + ": " + template;
  }
}
