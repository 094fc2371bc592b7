package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.responsibility.Duty;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that the table says about one state, for general or for major hazards. */
final class Cell {

  /** The marks of what somebody with a duty may do. */
  private record ByDuty(Duty duty, long actions) {}

  /** The marks of what nobody may do when something is so. */
  private record Bar(Occasion when, long actions) {}

  private static final Term NOTHING = new Term("-", new Wording("无", "nothing"));

  /** By the places of their actions. */
  private final @Nullable Case[] cases = new Case[HazardAction.values().length];

  private final List<ByDuty> byDuty;
  private final List<Bar> bars;
  private final List<Case> conditional;
  private final long free;
  private final long all;
  private final Term possible;

  private Cell(List<Transition> lines) {
    Map<HazardAction, Case> found = new EnumMap<>(HazardAction.class);
    Map<Duty, Long> marks = new EnumMap<>(Duty.class);
    Map<Occasion, Long> barred = new HashMap<>();
    long anybody = 0;
    long everything = 0;
    for (Transition line : lines) {
      Case one = Case.of(line);
      found.put(line.action(), one);
      cases[Marks.place(line.action())] = one;
      everything |= one.mark();
      barred.merge(one.barred(), one.mark(), (some, more) -> some | more);
      Optional<Duty> duty = line.duty();
      if (duty.isPresent()) {
        marks.merge(duty.get(), one.mark(), (some, more) -> some | more);
      } else {
        anybody |= one.mark();
      }
    }
    barred.remove(Occasion.NEVER);
    bars = barred.entrySet().stream().map(bar -> new Bar(bar.getKey(), bar.getValue())).toList();
    byDuty =
        marks.entrySet().stream().map(more -> new ByDuty(more.getKey(), more.getValue())).toList();
    conditional = found.values().stream().filter(Case::isConditional).toList();
    free = anybody;
    all = everything;
    possible =
        found.isEmpty()
            ? NOTHING
            : Term.list(found.keySet().stream().map(HazardAction::term).toList());
  }

  static Cell of(List<Transition> lines) {
    return new Cell(lines);
  }

  @Nullable Case find(HazardAction action) {
    return cases[Marks.place(action)];
  }

  /** The cases in which more must hold than that the actor has the duty and nothing bars them. */
  List<Case> conditional() {
    return conditional;
  }

  /** The marks of every action. */
  long all() {
    return all;
  }

  /** Every action, kept for refusals, which should cost little. */
  Term possible() {
    return possible;
  }

  /** The marks of what somebody with these duties may do, unless the steps that count bar it. */
  long marksFor(Set<Duty> duties, long done) {
    long marks = free;
    for (int i = 0; i < byDuty.size(); i++) {
      ByDuty more = byDuty.get(i);
      marks |= duties.contains(more.duty()) ? more.actions() : 0;
    }
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      marks &= bar.when().arises(done, 0) ? ~bar.actions() : ~0L;
    }
    return marks;
  }
}
