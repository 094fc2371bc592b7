package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.responsibility.Duty;
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
 * @param barred when it is certain to be refused: a step is missing, a condition broken
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
    Occasion barred) {

  static Case of(Transition line) {
    long needed = marks(line.facts().stream().map(fact -> fact.value().mark()));
    return new Case(
        line,
        Outcome.accepted(line),
        line.action().mark(),
        needed,
        needed | HazardFact.mark(line.also()),
        steps(line),
        marks(line.apart().stream().map(step -> step.value().mark())),
        line.grades(),
        occasion(line, Condition::occasion),
        occasion(line, Condition::broken).or(Occasion.withoutAny(steps(line))));
  }

  private static Occasion occasion(Transition line, Function<Condition, Occasion> of) {
    return line.conditions().stream()
        .map(condition -> of.apply(condition.value()))
        .reduce(Occasion.NEVER, Occasion::or);
  }

  /** Whether more must hold than that the actor has the duty and nothing bars the line. */
  boolean isConditional() {
    return !line.apart().isEmpty()
        || !line.signatures().isEmpty()
        || line.conditions().stream().anyMatch(condition -> condition.value().isOpen());
  }

  /** Whether somebody with these duties may take the line. */
  boolean isFor(Set<Duty> duties) {
    return line.duty().isEmpty() || duties.contains(line.duty().get());
  }

  private static long steps(Transition line) {
    return marks(line.steps().stream().map(step -> step.value().mark()));
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
