package io.github.dualprevention.benchmarks;

import io.github.dualprevention.core.hazard.HazardState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a programmer writes who needs this walk alone and has numbered states and actions. */
final class ArrayWalk implements HazardWalk {

  private static final List<HazardState> ROWS = List.of(HazardState.values());
  private static final int FIRST = ROWS.indexOf(HazardState.DISCOVERED);

  private record Cell(WalkGuard guard, HazardState to, int row) {}

  private final @Nullable Cell[][] cells = new Cell[ROWS.size()][WalkCase.COLUMNS.size()];

  ArrayWalk() {
    MajorWalk.lines()
        .forEach(
            line ->
                cells[ROWS.indexOf(line.from())][WalkCase.COLUMNS.indexOf(line.action())] =
                    new Cell(new WalkGuard(line), line.to(), ROWS.indexOf(line.to())));
  }

  @Override
  public HazardState walk(WalkCase[] cases) {
    HazardState state = HazardState.DISCOVERED;
    int row = FIRST;
    for (WalkCase step : cases) {
      Cell cell = cells[row][step.column()];
      if (cell == null || !cell.guard().test(step)) {
        throw HazardWalk.refusal(step);
      }
      state = cell.to();
      row = cell.row();
    }
    return state;
  }
}
