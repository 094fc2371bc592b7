package io.github.dualprevention.core;

import java.io.Serializable;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A code and its name: in a {@link Reason} the code stands among the values for programs, the name
 * in the sentence for people.
 *
 * @param code stable, as stored and exchanged
 * @param wording the name in both languages
 */
public record Term(String code, Wording wording) implements Serializable {

  /** Refuses missing parts. */
  public Term {
    code = Require.text(code, "code");
    Require.notNull(wording, "wording");
  }

  /**
   * Several terms as one.
   *
   * @param terms the terms, at least one
   * @return codes and names in the same order
   */
  public static Term list(Collection<Term> terms) {
    return new Term(
        terms.stream().map(Term::code).collect(Collectors.joining(", ")),
        new Wording(
            terms.stream().map(term -> term.wording().zh()).collect(Collectors.joining("、")),
            terms.stream().map(term -> term.wording().en()).collect(Collectors.joining(", "))));
  }

  /** The code. */
  @Override
  public String toString() {
    return code;
  }
}
