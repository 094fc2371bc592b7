package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.Outcome;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A line as decisions use it, made once.
 *
 * @param line the line
 * @param allowed the answer that allows it, so that a consent costs nothing
 * @param mark the mark of its action
 * @param duty the mark of the duty that it asks for; 0 if anybody may take it
 * @param needed the marks of the evidence that must come with it
 * @param optional the marks of further evidence that may come with it
 * @param steps the marks of what must have been done before
 * @param apart the marks of what the same person may not have done
 * @param signed whether posts must have signed
 * @param grades whether its evidence gives the hazard its grade
 * @param open the conditions about the hazard alone that must be asked to know
 * @param occasion when one of its conditions must be asked
 * @param barred when it is certain to be refused: a step is missing, a condition broken
 */
record Case(
    Transition line,
    Outcome<Transition> allowed,
    long mark,
    long duty,
    long needed,
    long optional,
    long steps,
    long apart,
    boolean signed,
    boolean grades,
    List<Cited<Condition>> open,
    Occasion occasion,
    Occasion barred) {

  static Case of(Transition line) {
    long needed = marks(line.facts().stream().map(fact -> fact.value().mark()));
    return new Case(
        line,
        Outcome.accepted(line),
        line.action().mark(),
        line.duty().map(Marks::of).orElse(0L),
        needed,
        HazardFact.mark(line.also()),
        steps(line),
        marks(line.apart().stream().map(step -> step.value().mark())),
        !line.signatures().isEmpty(),
        line.grades(),
        line.conditions().stream().filter(condition -> condition.value().isOpen()).toList(),
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
    return apart != 0 || signed || !open.isEmpty();
  }

  /** Whether duty, evidence and earlier steps are as they should be, and nobody has to sign. */
  boolean isClear(HazardCommand command, long done) {
    long wrong =
        (duty & ~command.duties())
            | ((needed ^ command.present()) & ~optional)
            | command.malformed()
            | (steps & ~done);
    return wrong == 0 && !signed;
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
