package io.github.dualprevention.benchmarks;

import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardState;

/**
 * One machine of stateless4j, whose state is set back before each walk; guards take no argument.
 */
final class StatelessWalk implements HazardWalk {

  private final StateMachine<HazardState, HazardAction> machine;
  private HazardState state = HazardState.DISCOVERED;

  @SuppressWarnings("NullAway.Init") // by walk, before any guard looks at it
  private WalkCase step;

  StatelessWalk() {
    StateMachineConfig<HazardState, HazardAction> config = new StateMachineConfig<>();
    MajorWalk.lines()
        .forEach(
            line -> {
              WalkGuard guard = new WalkGuard(line);
              if (line.from() == line.to()) {
                config.configure(line.from()).ignoreIf(line.action(), () -> guard.test(step));
              } else {
                config
                    .configure(line.from())
                    .permitIf(line.action(), line.to(), () -> guard.test(step));
              }
            });
    machine = new StateMachine<>(state, () -> state, next -> state = next, config);
  }

  @Override
  public HazardState walk(WalkCase[] cases) {
    state = HazardState.DISCOVERED;
    for (WalkCase next : cases) {
      step = next;
      machine.fire(next.command().action());
    }
    return state;
  }
}
