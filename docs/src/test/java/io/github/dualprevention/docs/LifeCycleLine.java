package io.github.dualprevention.docs;

import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.hazard.Cited;
import io.github.dualprevention.core.hazard.Condition;
import io.github.dualprevention.core.hazard.GradeScope;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.Transition;
import java.util.List;
import java.util.function.Function;

/** How the pages speak about a line of the hazard's life cycle. */
final class LifeCycleLine {

  /** What lines ask for under a clause; a further list of a line is a further line here. */
  static final List<Kind> KINDS =
      List.of(
          Kind.of("must bring", Transition::facts, HazardFact::term),
          Kind.of("after", Transition::steps, HazardAction::term),
          Kind.of("not by whoever did", Transition::apart, HazardAction::term),
          Kind.of("only if", Transition::conditions, Condition::term));

  /**
   * A sort of conditions.
   *
   * @param name words that what is asked for can follow
   * @param conditions those of a line
   */
  record Kind(String name, Function<Transition, List<Asked>> conditions) {

    static <T> Kind of(
        String name, Function<Transition, List<Cited<T>>> list, Function<T, Term> term) {
      return new Kind(
          name,
          line ->
              list.apply(line).stream()
                  .map(cited -> new Asked(term.apply(cited.value()), cited.source()))
                  .toList());
    }
  }

  /**
   * What a line asks for.
   *
   * @param term code and name
   * @param source where it stands written
   */
  record Asked(Term term, SourceClause source) {}

  private LifeCycleLine() {}

  /** Which hazards the line is about, as in {@code of major hazards}; nothing if about all. */
  static String scope(GradeScope scope) {
    return scope == GradeScope.ANY ? "" : " of " + scope.term().wording().en();
  }
}
