package io.github.dualprevention.benchmarks;

import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.Transition;
import java.util.EnumSet;
import org.springframework.messaging.support.GenericMessage;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.guard.Guard;
import reactor.core.publisher.Mono;

/** One machine of Spring Statemachine, set back to its initial state for each walk. */
final class SpringWalk implements HazardWalk {

  private final StateMachine<HazardState, HazardAction> machine;

  @SuppressWarnings("NullAway.Init") // by walk, before any guard looks at it
  private WalkCase step;

  /** What the guard has said; the machine also accepts an event that a guard holds back. */
  private boolean allowed;

  SpringWalk() throws Exception {
    StateMachineBuilder.Builder<HazardState, HazardAction> builder = StateMachineBuilder.builder();
    builder.configureConfiguration().withConfiguration().autoStartup(true);
    builder
        .configureStates()
        .withStates()
        .initial(HazardState.DISCOVERED)
        .states(EnumSet.allOf(HazardState.class));
    for (Transition line : MajorWalk.lines().toList()) {
      WalkGuard hand = new WalkGuard(line);
      Guard<HazardState, HazardAction> guard = context -> allowed = hand.test(step);
      if (line.from() == line.to()) {
        builder
            .configureTransitions()
            .withInternal()
            .source(line.from())
            .event(line.action())
            .guard(guard);
      } else {
        builder
            .configureTransitions()
            .withExternal()
            .source(line.from())
            .target(line.to())
            .event(line.action())
            .guard(guard);
      }
    }
    machine = builder.build();
  }

  @Override
  public HazardState walk(WalkCase[] cases) {
    machine.getStateMachineAccessor().withRegion().resetStateMachineReactively(null).block();
    for (WalkCase next : cases) {
      step = next;
      allowed = false;
      machine.sendEvent(Mono.just(new GenericMessage<>(next.command().action()))).blockLast();
      if (!allowed) {
        throw HazardWalk.refusal(next);
      }
    }
    return machine.getState().getId();
  }
}
