package io.github.dualprevention.core.hazard;

import java.util.List;
import java.util.stream.Stream;

/** Everything that the table says, for general or for major hazards. */
final class Cells {

  /** By the places of their states. */
  private final Cell[] cells;

  private Cells(Cell[] cells) {
    this.cells = cells;
  }

  static Cells of(List<Transition> lines, GradeScope scope) {
    return new Cells(
        Stream.of(HazardState.values())
            .map(
                state ->
                    lines.stream()
                        .filter(line -> line.from() == state)
                        .filter(line -> line.scope() == scope || line.scope() == GradeScope.ANY)
                        .toList())
            .map(Cell::of)
            .toArray(Cell[]::new));
  }

  Cell in(HazardState state) {
    return cells[Marks.place(state)];
  }
}
