package io.github.dualprevention.benchmarks;

import com.alibaba.cola.statemachine.builder.StateMachineBuilder;
import com.alibaba.cola.statemachine.builder.StateMachineBuilderFactory;
import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.hazard.GradeScope;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardCommand;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardGrade;
import io.github.dualprevention.core.hazard.HazardLifeCycle;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.HazardStep;
import io.github.dualprevention.core.hazard.ListedGrade;
import io.github.dualprevention.core.hazard.Transition;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Duty;
import io.github.dualprevention.core.table.TableVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A walk of ten transitions through the life of one hazard, the actor's duty the guard of each:
 * decided by the library, by two state machines and by an array table; decided and recorded by the
 * library and by hand. Beside it a major hazard's walk by the published table, and single decisions
 * that allow or refuse.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class HazardBenchmark {

  private static final List<HazardAction> GENERAL_WALK =
      List.of(
          HazardAction.REGISTER,
          HazardAction.ASSESS,
          HazardAction.START,
          HazardAction.SUBMIT,
          HazardAction.REJECT,
          HazardAction.SUBMIT,
          HazardAction.REJECT,
          HazardAction.SUBMIT,
          HazardAction.REJECT,
          HazardAction.SUBMIT);

  private static final List<HazardAction> MAJOR_WALK =
      List.of(
          HazardAction.REGISTER,
          HazardAction.ASSESS,
          HazardAction.PLAN,
          HazardAction.REPORT,
          HazardAction.INFORM,
          HazardAction.START,
          HazardAction.SUBMIT,
          HazardAction.REJECT,
          HazardAction.SUBMIT,
          HazardAction.ACCEPT,
          HazardAction.CLOSE_OUT);

  /** The lines of the walk that a life cycle may have without any evidence. */
  private static final Set<HazardAction> LEAN_ACTIONS =
      EnumSet.of(HazardAction.REGISTER, HazardAction.START, HazardAction.REJECT);

  private static final Set<HazardAction> ACCEPTANCE =
      EnumSet.of(HazardAction.ACCEPT, HazardAction.REJECT);
  private static final int SUBMISSION = GENERAL_WALK.indexOf(HazardAction.SUBMIT);

  private static final HazardLifeCycle PUBLISHED = HazardLifeCycle.published();
  private static final HazardLifeCycle LEAN = lean();
  private static final Instant OCCURRED = Instant.parse("2026-07-01T08:00:00Z");
  private static final Instant NOW = Instant.parse("2026-07-02T08:00:00Z");

  private final HazardCommand[] commands = commands(LEAN, GENERAL_WALK, grade(false));
  private final HazardCommand[] major = commands(PUBLISHED, MAJOR_WALK, grade(true));
  private final Hazard discovered = Hazard.discovered("H-1", LEAN.version());
  private final Hazard discoveredMajor = Hazard.discovered("H-2", PUBLISHED.version());
  private final Hazard[] before = before(LEAN, discovered, commands);

  private final Stateless4j stateless4j = new Stateless4j(commands);
  private final ByHand byHand = new ByHand(commands, discovered);

  private final Hazard rectifying = before[SUBMISSION];
  private final HazardCommand submit = commands[SUBMISSION];
  private final HazardCommand submitWithoutDuty =
      HazardCommand.of(
              HazardAction.SUBMIT,
              actor('c', EnumSet.complementOf(EnumSet.of(Duty.RECTIFY))),
              OCCURRED)
          .with(HazardFact.RESULT, "as agreed in the weekly meeting");
  private final HazardCommand closeOut =
      HazardCommand.of(HazardAction.CLOSE_OUT, submit.actor(), OCCURRED);

  /** Holds all answers against each other. */
  @Setup
  public void prepare() {
    Hazard walked = walkRecorded();
    List<HazardState> path = walked.steps().stream().map(HazardStep::to).toList();
    List<HazardState> decided = new ArrayList<>();
    for (int i = 0; i < commands.length; i++) {
      decided.add(LEAN.decide(before[i], commands[i], NOW).orThrow().to());
    }
    boolean agree =
        walked.equals(walkRecordedByHand())
            && path.equals(decided)
            && walk() == arrayTable()
            && path.equals(stateless4j.path())
            && path.equals(Cola.path(commands));
    if (!agree) {
      throw new IllegalStateException("different ways through " + path);
    }
    if (publishedWalk().state() != HazardState.CLOSED) {
      throw new IllegalStateException("a major hazard was not closed out");
    }
    requireCode("", allowedStep());
    requireCode("hazard.actor.without-duty", refusedStepWithoutDuty());
    requireCode("hazard.action.not-now", refusedStepNotNow());
  }

  private static void requireCode(String code, Outcome<HazardStep> outcome) {
    List<String> codes = outcome.reasons().stream().map(reason -> reason.code()).toList();
    if (!codes.equals(code.isEmpty() ? List.of() : List.of(code))) {
      throw new IllegalStateException("not refused for " + code + " alone: " + outcome);
    }
  }

  /** The library's ten decisions about the hazard as it is before each. */
  @Benchmark
  public HazardState walk() {
    HazardState state = HazardState.DISCOVERED;
    for (int i = 0; i < commands.length; i++) {
      state = LEAN.decide(before[i], commands[i], NOW).orThrow().to();
    }
    return state;
  }

  /** The library: ten times decided, made into a step and applied to the hazard. */
  @Benchmark
  public Hazard walkRecorded() {
    return walk(LEAN, discovered, commands);
  }

  /** Eleven steps of a major hazard by the published table, with all their evidence. */
  @Benchmark
  public Hazard publishedWalk() {
    return walk(PUBLISHED, discoveredMajor, major);
  }

  /** The same ten transitions fired on a machine of stateless4j; nothing is recorded. */
  @Benchmark
  public HazardState statelessFourJ() {
    return stateless4j.walk();
  }

  /** The same ten transitions fired on a machine of COLA; nothing is recorded. */
  @Benchmark
  public HazardState cola() {
    return Cola.walk(commands);
  }

  /** The same ten decisions by hand: two array indices, the same guards, the same answers. */
  @Benchmark
  public HazardState arrayTable() {
    return byHand.walk(before);
  }

  /** The same hazard made by hand: two array indices, the duty, the same records. */
  @Benchmark
  public Hazard walkRecordedByHand() {
    return byHand.walkRecorded();
  }

  /** One step that is allowed and made. */
  @Benchmark
  public Outcome<HazardStep> allowedStep() {
    return LEAN.step(rectifying, submit, NOW);
  }

  /** The same step by somebody who lacks the duty. */
  @Benchmark
  public Outcome<HazardStep> refusedStepWithoutDuty() {
    return LEAN.step(rectifying, submitWithoutDuty, NOW);
  }

  /** A step that the hazard's state does not allow. */
  @Benchmark
  public Outcome<HazardStep> refusedStepNotNow() {
    return LEAN.step(rectifying, closeOut, NOW);
  }

  private static Hazard walk(HazardLifeCycle lifeCycle, Hazard start, HazardCommand[] commands) {
    Hazard hazard = start;
    for (HazardCommand command : commands) {
      hazard = hazard.apply(lifeCycle.step(hazard, command, NOW).orThrow());
    }
    return hazard;
  }

  private static Hazard[] before(
      HazardLifeCycle lifeCycle, Hazard start, HazardCommand[] commands) {
    Hazard[] before = new Hazard[commands.length];
    Hazard hazard = start;
    for (int i = 0; i < commands.length; i++) {
      before[i] = hazard;
      hazard = hazard.apply(lifeCycle.step(hazard, commands[i], NOW).orThrow());
    }
    return before;
  }

  /**
   * The published table, the lines of the walk with no more conditions than any table must have.
   */
  private static HazardLifeCycle lean() {
    List<Transition> lines = PUBLISHED.transitions().stream().map(HazardBenchmark::lean).toList();
    return HazardLifeCycle.of(new TableVersion("BENCHMARK", "1"), PUBLISHED.grades(), lines)
        .orThrow();
  }

  private static Transition lean(Transition line) {
    if (!LEAN_ACTIONS.contains(line.action())) {
      return line;
    }
    return new Transition(
        line.from(),
        line.action(),
        line.scope(),
        line.to(),
        line.duty(),
        List.of(),
        Set.of(),
        line.steps(),
        List.of(),
        line.source());
  }

  private static HazardGrade grade(boolean isMajor) {
    return PUBLISHED.grades().stream()
        .map(ListedGrade::grade)
        .filter(grade -> grade.major() == isMajor)
        .findFirst()
        .orElseThrow();
  }

  /** One command for each action, with all the evidence that the life cycle asks for. */
  private static HazardCommand[] commands(
      HazardLifeCycle lifeCycle, List<HazardAction> actions, HazardGrade grade) {
    Actor rectifier = actor('a', EnumSet.allOf(Duty.class));
    Actor acceptor = actor('b', EnumSet.allOf(Duty.class));
    return actions.stream()
        .map(
            action -> {
              Actor actor = ACCEPTANCE.contains(action) ? acceptor : rectifier;
              Map<HazardFact, String> facts = new EnumMap<>(HazardFact.class);
              lifeCycle.transitions().stream()
                  .filter(
                      line -> line.action() == action && line.scope().covers(Optional.of(grade)))
                  .flatMap(line -> line.facts().stream())
                  .forEach(fact -> facts.put(fact.value(), text(fact.value(), grade)));
              return new HazardCommand(action, actor, OCCURRED, facts);
            })
        .toArray(HazardCommand[]::new);
  }

  private static String text(HazardFact fact, HazardGrade grade) {
    return switch (fact) {
      case GRADE -> grade.code();
      case ORIGIN -> "DAILY";
      case FUNDS -> "20000";
      case DEADLINE -> "2026-07-31";
      default -> "as agreed in the weekly meeting";
    };
  }

  private static Actor actor(char person, Set<Duty> duties) {
    String hash = String.valueOf(person).repeat(64);
    return new Actor(new Commitment("SHA-256:" + hash), "POST-" + person, duties);
  }

  /** The lines that lead a general hazard from one state to another. */
  private static Stream<Transition> moves() {
    return LEAN.transitions().stream()
        .filter(line -> line.scope() != GradeScope.MAJOR && line.from() != line.to());
  }

  /** One machine of stateless4j, set back before each walk. */
  private static final class Stateless4j {

    private final HazardCommand[] commands;
    private final StateMachine<HazardState, HazardAction> machine;
    private HazardState state = HazardState.DISCOVERED;

    Stateless4j(HazardCommand[] commands) {
      this.commands = commands;
      Actor actor = commands[0].actor();
      StateMachineConfig<HazardState, HazardAction> config = new StateMachineConfig<>();
      moves()
          .forEach(
              line -> {
                Duty duty = line.duty().orElseThrow();
                config
                    .configure(line.from())
                    .permitIf(line.action(), line.to(), () -> actor.duties().contains(duty));
              });
      machine =
          new StateMachine<>(HazardState.DISCOVERED, () -> state, next -> state = next, config);
    }

    HazardState walk() {
      state = HazardState.DISCOVERED;
      for (HazardCommand command : commands) {
        machine.fire(command.action());
      }
      return state;
    }

    List<HazardState> path() {
      state = HazardState.DISCOVERED;
      return Arrays.stream(commands)
          .map(
              command -> {
                machine.fire(command.action());
                return state;
              })
          .toList();
    }
  }

  /** The machine of COLA, which keeps no state; COLA allows one of its name. */
  private static final class Cola {

    private static final com.alibaba.cola.statemachine.StateMachine<
            HazardState, HazardAction, Actor>
        MACHINE = machine();

    private Cola() {}

    private static com.alibaba.cola.statemachine.StateMachine<HazardState, HazardAction, Actor>
        machine() {
      StateMachineBuilder<HazardState, HazardAction, Actor> builder =
          StateMachineBuilderFactory.create();
      moves()
          .forEach(
              line -> {
                Duty duty = line.duty().orElseThrow();
                builder
                    .externalTransition()
                    .from(line.from())
                    .to(line.to())
                    .on(line.action())
                    .when(actor -> actor.duties().contains(duty));
              });
      return builder.build("hazard");
    }

    static HazardState walk(HazardCommand[] commands) {
      HazardState state = HazardState.DISCOVERED;
      for (HazardCommand command : commands) {
        state = MACHINE.fireEvent(state, command.action(), command.actor());
      }
      return state;
    }

    static List<HazardState> path(HazardCommand[] commands) {
      return Stream.iterate(1, length -> length <= commands.length, length -> length + 1)
          .map(length -> walk(Arrays.copyOf(commands, length)))
          .toList();
    }
  }

  /** What a programmer writes who needs this walk alone and has numbered states and actions. */
  private static final class ByHand {

    private static final List<HazardState> STATES = List.of(HazardState.values());
    private static final List<HazardAction> ACTIONS = List.of(HazardAction.values());

    /** Where a transition leads, and to whom it is allowed. */
    private record Cell(
        HazardState from,
        HazardState to,
        int next,
        Optional<HazardGrade> grade,
        Duty duty,
        List<HazardFact> facts,
        Outcome<Transition> allowed) {

      boolean hasFacts(HazardCommand command) {
        boolean complete = command.facts().size() == facts.size();
        for (int i = 0; complete && i < facts.size(); i++) {
          complete = command.facts().containsKey(facts.get(i));
        }
        return complete;
      }
    }

    private final @Nullable Cell[][] cells = new Cell[STATES.size()][ACTIONS.size()];
    private final HazardCommand[] commands;
    private final int[] actions;
    private final Hazard discovered;
    private final TableVersion version;

    ByHand(HazardCommand[] commands, Hazard discovered) {
      this.commands = commands;
      this.discovered = discovered;
      actions =
          Arrays.stream(commands).mapToInt(command -> ACTIONS.indexOf(command.action())).toArray();
      version = LEAN.version();
      Optional<HazardGrade> general = Optional.of(grade(false));
      moves()
          .forEach(
              line ->
                  cells[STATES.indexOf(line.from())][ACTIONS.indexOf(line.action())] =
                      new Cell(
                          line.from(),
                          line.to(),
                          STATES.indexOf(line.to()),
                          line.to().isGraded() ? general : Optional.empty(),
                          line.duty().orElseThrow(),
                          line.facts().stream().map(fact -> fact.value()).toList(),
                          Outcome.accepted(line)));
    }

    /** Duty and evidence, not in the future, not before the step that came last. */
    HazardState walk(Hazard[] before) {
      HazardState last = HazardState.DISCOVERED;
      int state = 0;
      Instant moved = Instant.MIN;
      for (int i = 0; i < commands.length; i++) {
        HazardCommand command = commands[i];
        Cell cell = cells[state][actions[i]];
        if (cell == null
            || before[i].state() != cell.from()
            || !command.actor().duties().contains(cell.duty())
            || !cell.hasFacts(command)
            || command.occurred().isAfter(NOW)
            || command.occurred().isBefore(moved)) {
          throw new IllegalStateException("not allowed: " + command);
        }
        last = cell.allowed().orThrow().to();
        moved = command.occurred();
        state = cell.next();
      }
      return last;
    }

    Hazard walkRecorded() {
      Hazard hazard = discovered;
      int state = 0;
      for (int i = 0; i < commands.length; i++) {
        HazardCommand command = commands[i];
        Cell cell = cells[state][actions[i]];
        if (cell == null || !command.actor().duties().contains(cell.duty())) {
          throw new IllegalStateException("not allowed: " + command);
        }
        HazardStep step =
            new HazardStep(
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
                version);
        hazard = hazard.apply(Outcome.accepted(step).orThrow());
        state = cell.next();
      }
      return hazard;
    }
  }
}
