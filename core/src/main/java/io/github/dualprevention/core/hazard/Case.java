package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.responsibility.Duty;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A line as decisions use it, made once.
 *
 * @param line the line
 * @param allowed the answer that allows it, so that a consent costs nothing
 * @param mark the mark of its action
 * @param needed the marks of the evidence that must come with it
 * @param takes the marks of all evidence that may come with it
 * @param steps the marks of what must have been done before
 * @param apart the marks of what the same person may not have done
 * @param grades whether its evidence gives the hazard its grade
 * @param occasion when one of its conditions must be asked
 * @param broken when one of its conditions is certain to be broken
 */
record Case(
    Transition line,
    Outcome<Transition> allowed,
    long mark,
    long needed,
    long takes,
    long steps,
    long apart,
    boolean grades,
    Occasion occasion,
    Occasion broken) {

  static Case of(Transition line) {
    long needed = marks(line.facts().stream().map(fact -> fact.value().mark()));
    return new Case(
        line,
        Outcome.accepted(line),
        line.action().mark(),
        needed,
        needed | HazardFact.mark(line.also()),
        marks(line.steps().stream().map(step -> step.value().mark())),
        marks(line.apart().stream().map(step -> step.value().mark())),
        line.grades(),
        occasion(line, Condition::occasion),
        occasion(line, Condition::broken));
  }

  private static Occasion occasion(Transition line, Function<Condition, Occasion> of) {
    return line.conditions().stream()
        .map(condition -> of.apply(condition.value()))
        .reduce(Occasion.NEVER, Occasion::or);
  }

  /** Whether more must hold than that the actor has the duty. */
  boolean isConditional() {
    return Stream.<Collection<?>>of(
            line.steps(), line.apart(), line.conditions(), line.signatures())
        .anyMatch(conditions -> !conditions.isEmpty());
  }

  /** Whether somebody with these duties may take the line. */
  boolean isFor(Set<Duty> duties) {
    return line.duty().isEmpty() || duties.contains(line.duty().get());
  }

  private static long marks(Stream<Long> marks) {
    List<Long> all = marks.toList();
    long joined = 0;
    for (long mark : all) {
      joined |= mark;
    }
    return joined;
  }
}
