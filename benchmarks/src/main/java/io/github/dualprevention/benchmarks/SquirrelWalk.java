package io.github.dualprevention.benchmarks;

import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardState;
import org.squirrelframework.foundation.fsm.AnonymousCondition;
import org.squirrelframework.foundation.fsm.Condition;
import org.squirrelframework.foundation.fsm.StateMachineBuilder;
import org.squirrelframework.foundation.fsm.StateMachineBuilderFactory;
import org.squirrelframework.foundation.fsm.impl.AbstractStateMachine;

/** One machine of squirrel-foundation, terminated and started again for each walk. */
final class SquirrelWalk implements HazardWalk {

  /** Notes that a transition was declined, which is no failure to squirrel. */
  static final class Machine
      extends AbstractStateMachine<Machine, HazardState, HazardAction, WalkCase> {

    private boolean declined;

    @Override
    protected void afterTransitionDeclined(HazardState from, HazardAction event, WalkCase step) {
      declined = true;
    }
  }

  private final Machine machine;

  SquirrelWalk() {
    StateMachineBuilder<Machine, HazardState, HazardAction, WalkCase> builder =
        StateMachineBuilderFactory.create(
            Machine.class, HazardState.class, HazardAction.class, WalkCase.class);
    MajorWalk.lines()
        .forEach(
            line -> {
              Condition<WalkCase> guard = condition(new WalkGuard(line));
              if (line.from() == line.to()) {
                builder.internalTransition().within(line.from()).on(line.action()).when(guard);
              } else {
                builder
                    .externalTransition()
                    .from(line.from())
                    .to(line.to())
                    .on(line.action())
                    .when(guard);
              }
            });
    machine = builder.newStateMachine(HazardState.DISCOVERED);
  }

  private static Condition<WalkCase> condition(WalkGuard guard) {
    return new AnonymousCondition<>() {
      @Override
      public boolean isSatisfied(WalkCase step) {
        return guard.test(step);
      }
    };
  }

  @Override
  public HazardState walk(WalkCase[] cases) {
    machine.declined = false;
    machine.start();
    try {
      for (WalkCase step : cases) {
        machine.fire(step.command().action(), step);
        if (machine.declined) {
          throw HazardWalk.refusal(step);
        }
      }
      return machine.getCurrentState();
    } finally {
      machine.terminate();
    }
  }
}
