package io.github.dualprevention.benchmarks;

import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardCommand;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A step as it is put to every contender; the library is given the hazard before it in place of the
 * past.
 *
 * @param command what is wanted
 * @param column the number of its action, for tables by number
 * @param past what was done before
 * @param now the present moment
 */
record WalkCase(HazardCommand command, int column, WalkPast past, Instant now) {

  static final List<HazardAction> COLUMNS = List.of(HazardAction.values());

  /**
   * One case for each command, up to the first one that no line is about; the last may be wrong.
   */
  static WalkCase[] of(List<HazardCommand> commands, Instant now) {
    List<WalkCase> cases = new ArrayList<>();
    HazardState state = HazardState.DISCOVERED;
    WalkPast past = WalkPast.NOTHING;
    boolean goesOn = !commands.isEmpty();
    for (int i = 0; goesOn; i++) {
      HazardCommand command = commands.get(i);
      cases.add(new WalkCase(command, COLUMNS.indexOf(command.action()), past, now));
      HazardState from = state;
      List<Transition> lines =
          MajorWalk.lines()
              .filter(line -> line.from() == from && line.action() == command.action())
              .toList();
      goesOn = !lines.isEmpty() && i + 1 < commands.size();
      if (goesOn) {
        past = past.after(command, lines.get(0));
        state = lines.get(0).to();
      }
    }
    return cases.toArray(WalkCase[]::new);
  }
}
