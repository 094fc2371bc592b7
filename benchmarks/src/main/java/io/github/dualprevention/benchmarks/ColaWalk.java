package io.github.dualprevention.benchmarks;

import com.alibaba.cola.statemachine.StateMachine;
import com.alibaba.cola.statemachine.builder.StateMachineBuilder;
import com.alibaba.cola.statemachine.builder.StateMachineBuilderFactory;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardState;

/** The machine of COLA, which keeps no state; COLA allows one of its name. */
final class ColaWalk implements HazardWalk {

  private static final StateMachine<HazardState, HazardAction, WalkCase> MACHINE = machine();

  private static StateMachine<HazardState, HazardAction, WalkCase> machine() {
    StateMachineBuilder<HazardState, HazardAction, WalkCase> builder =
        StateMachineBuilderFactory.create();
    MajorWalk.lines()
        .forEach(
            line -> {
              WalkGuard guard = new WalkGuard(line);
              if (line.from() == line.to()) {
                builder
                    .internalTransition()
                    .within(line.from())
                    .on(line.action())
                    .when(guard::test);
              } else {
                builder
                    .externalTransition()
                    .from(line.from())
                    .to(line.to())
                    .on(line.action())
                    .when(guard::test);
              }
            });
    builder.setFailCallback(
        (state, action, step) -> {
          throw HazardWalk.refusal(step);
        });
    return builder.build("hazard");
  }

  @Override
  public HazardState walk(WalkCase[] cases) {
    HazardState state = HazardState.DISCOVERED;
    for (WalkCase step : cases) {
      state = MACHINE.fireEvent(state, step.command().action(), step);
    }
    return state;
  }
}
