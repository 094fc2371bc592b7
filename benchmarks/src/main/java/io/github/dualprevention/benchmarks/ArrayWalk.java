package io.github.dualprevention.benchmarks;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardCommand;
import io.github.dualprevention.core.hazard.HazardGrade;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.HazardStep;
import io.github.dualprevention.core.hazard.ListedGrade;
import io.github.dualprevention.core.hazard.Transition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a programmer writes who needs this walk alone and has numbered states and actions. */
final class ArrayWalk implements HazardWalk {

  private static final List<HazardState> ROWS = List.of(HazardState.values());
  private static final int FIRST = ROWS.indexOf(HazardState.DISCOVERED);

  private record Cell(
      WalkGuard guard,
      HazardState from,
      HazardState to,
      int row,
      Optional<HazardGrade> grade,
      Outcome<Transition> allowed) {}

  private final @Nullable Cell[][] cells = new Cell[ROWS.size()][WalkCase.COLUMNS.size()];

  ArrayWalk() {
    Optional<HazardGrade> major =
        MajorWalk.LIFE_CYCLE.grades().stream()
            .map(ListedGrade::grade)
            .filter(HazardGrade::major)
            .findFirst();
    MajorWalk.lines()
        .forEach(
            line ->
                cells[ROWS.indexOf(line.from())][WalkCase.COLUMNS.indexOf(line.action())] =
                    new Cell(
                        new WalkGuard(line),
                        line.from(),
                        line.to(),
                        ROWS.indexOf(line.to()),
                        line.to().isGraded() ? major : Optional.empty(),
                        Outcome.accepted(line)));
  }

  @Override
  public HazardState walk(WalkCase[] cases) {
    HazardState state = HazardState.DISCOVERED;
    int row = FIRST;
    for (WalkCase step : cases) {
      Cell cell = cell(row, step);
      state = cell.allowed().orThrow().to();
      row = cell.row();
    }
    return state;
  }

  /** Makes the library's records too. */
  Hazard walkRecorded(WalkCase[] cases) {
    Hazard hazard = MajorWalk.DISCOVERED;
    int row = FIRST;
    for (WalkCase step : cases) {
      Cell cell = cell(row, step);
      hazard = hazard.apply(Outcome.accepted(made(hazard, step.command(), cell)).orThrow());
      row = cell.row();
    }
    return hazard;
  }

  private Cell cell(int row, WalkCase step) {
    Cell cell = cells[row][step.column()];
    if (cell == null || !cell.guard().test(step)) {
      throw HazardWalk.refusal(step);
    }
    return cell;
  }

  private static HazardStep made(Hazard hazard, HazardCommand command, Cell cell) {
    Transition line = cell.allowed().orThrow();
    return new HazardStep(
        hazard.id(),
        hazard.version() + 1,
        command.action(),
        cell.from(),
        cell.to(),
        cell.grade(),
        command.actor().person(),
        command.actor().postId(),
        command.occurred(),
        command.facts(),
        MajorWalk.LIFE_CYCLE.version(),
        line.weakens());
  }
}
