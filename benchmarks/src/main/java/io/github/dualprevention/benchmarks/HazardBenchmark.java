package io.github.dualprevention.benchmarks;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardCommand;
import io.github.dualprevention.core.hazard.HazardLifeCycle;
import io.github.dualprevention.core.hazard.HazardOptions;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.HazardStep;
import io.github.dualprevention.core.hazard.Transition;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Duty;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The walk of a major hazard through the published table, decided by the library and by an array
 * table; decided and recorded by the library and by hand. Beside it what single decisions cost that
 * allow or refuse, all answers for one actor, and the making of a command.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class HazardBenchmark {

  private static final HazardLifeCycle LIFE_CYCLE = MajorWalk.LIFE_CYCLE;
  private static final Instant NOW = MajorWalk.NOW;
  private static final int STEPS = 13;

  private final HazardCommand[] commands = MajorWalk.COMMANDS.toArray(HazardCommand[]::new);
  private final Hazard[] before = MajorWalk.hazards(MajorWalk.COMMANDS).toArray(Hazard[]::new);
  private final WalkCase[] cases = WalkCase.of(MajorWalk.COMMANDS, NOW);
  private final ArrayWalk byHand = new ArrayWalk();

  private final HazardCommand start = command(HazardAction.START);
  private final HazardCommand submit = command(HazardAction.SUBMIT);
  private final HazardCommand closeOut = command(HazardAction.CLOSE_OUT);
  private final Hazard assessed = before(HazardAction.START);
  private final Hazard rectifying = before(HazardAction.SUBMIT);
  private final Hazard accepted = before(HazardAction.CLOSE_OUT);
  private final Actor actor = submit.actor();
  private final HazardCommand submitWithoutDuty =
      new HazardCommand(
          submit.action(),
          MajorWalk.actor('c', EnumSet.complementOf(EnumSet.of(Duty.RECTIFY))),
          submit.occurred(),
          submit.facts());

  private static HazardCommand command(HazardAction action) {
    return MajorWalk.COMMANDS.get(MajorWalk.ACTIONS.indexOf(action));
  }

  private Hazard before(HazardAction action) {
    return before[MajorWalk.ACTIONS.indexOf(action)];
  }

  /** Holds all answers against each other. */
  @Setup
  public void prepare() {
    MajorWalk.check(byHand);
    Hazard walked = walkRecorded();
    boolean agree =
        walked.equals(walkRecordedByHand())
            && walked.steps().stream().map(HazardStep::action).toList().equals(MajorWalk.ACTIONS)
            && walked.state() == HazardState.CLOSED
            && walk() == HazardState.CLOSED
            && arrayTable() == HazardState.CLOSED
            && commands.length == STEPS;
    if (!agree) {
      throw new IllegalStateException("different ways to " + walked);
    }
    boolean possible =
        optionsAssessed().isPossible(HazardAction.START)
            && optionsAccepted().isPossible(HazardAction.CLOSE_OUT);
    if (!possible) {
      throw new IllegalStateException("not possible in the middle of the walk");
    }
    requireCodes(List.of(), allowedStep());
    requireCodes(List.of(), decideAssessed());
    requireCodes(List.of(), decideAccepted());
    requireCodes(List.of("hazard.actor.without-duty"), refusedStepWithoutDuty());
    requireCodes(List.of("hazard.action.not-now"), refusedStepNotNow());
  }

  private static void requireCodes(List<String> codes, Outcome<?> outcome) {
    if (!outcome.reasons().stream().map(reason -> reason.code()).toList().equals(codes)) {
      throw new IllegalStateException("not " + codes + " alone: " + outcome);
    }
  }

  /** The library's thirteen decisions about the hazard as it is before each. */
  @Benchmark
  public HazardState walk() {
    HazardState state = HazardState.DISCOVERED;
    for (int i = 0; i < commands.length; i++) {
      state = LIFE_CYCLE.decide(before[i], commands[i], NOW).orThrow().to();
    }
    return state;
  }

  /** The library: thirteen times decided, made into a step and applied to the hazard. */
  @Benchmark
  public Hazard walkRecorded() {
    Hazard hazard = MajorWalk.DISCOVERED;
    for (HazardCommand command : commands) {
      hazard = hazard.apply(LIFE_CYCLE.step(hazard, command, NOW).orThrow());
    }
    return hazard;
  }

  /** The same decisions by hand: two array indices, the same guards, the same answers. */
  @Benchmark
  public HazardState arrayTable() {
    return byHand.walk(cases);
  }

  /** The same hazard made by hand: two array indices, the same guards, the same records. */
  @Benchmark
  public Hazard walkRecordedByHand() {
    return byHand.walkRecorded(cases);
  }

  /** The making of one command of the walk, which looks at the form of its evidence. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public void newCommand(Blackhole blackhole) {
    for (HazardCommand command : commands) {
      blackhole.consume(
          new HazardCommand(
              command.action(), command.actor(), command.occurred(), command.facts()));
    }
  }

  /** Everything that one actor with every duty may do about an assessed major hazard. */
  @Benchmark
  public HazardOptions optionsAssessed() {
    return LIFE_CYCLE.options(assessed, actor, NOW);
  }

  /** One of these decisions, with a command. */
  @Benchmark
  public Outcome<Transition> decideAssessed() {
    return LIFE_CYCLE.decide(assessed, start, NOW);
  }

  /** Everything that the actor may do about an accepted major hazard. */
  @Benchmark
  public HazardOptions optionsAccepted() {
    return LIFE_CYCLE.options(accepted, actor, NOW);
  }

  /** One of these decisions, with a command. */
  @Benchmark
  public Outcome<Transition> decideAccepted() {
    return LIFE_CYCLE.decide(accepted, closeOut, NOW);
  }

  /** One step that is allowed and made. */
  @Benchmark
  public Outcome<HazardStep> allowedStep() {
    return LIFE_CYCLE.step(rectifying, submit, NOW);
  }

  /** The same step by somebody who lacks the duty. */
  @Benchmark
  public Outcome<HazardStep> refusedStepWithoutDuty() {
    return LIFE_CYCLE.step(rectifying, submitWithoutDuty, NOW);
  }

  /** A step that the hazard's state does not allow. */
  @Benchmark
  public Outcome<HazardStep> refusedStepNotNow() {
    return LIFE_CYCLE.step(rectifying, closeOut, NOW);
  }
}
