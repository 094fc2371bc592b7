package io.github.dualprevention.benchmarks;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.hazard.GradeScope;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardCommand;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardJournal;
import io.github.dualprevention.core.hazard.HazardLifeCycle;
import io.github.dualprevention.core.hazard.HazardOrigin;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.HazardStep;
import io.github.dualprevention.core.hazard.InterimMeasureKind;
import io.github.dualprevention.core.hazard.Transition;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Duty;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The thirteen steps of a major hazard from registration to close-out by the published table, with
 * all their evidence, by two persons; and what goes wrong with each of them, so that contenders can
 * be held against the library.
 */
final class MajorWalk {

  static final HazardLifeCycle LIFE_CYCLE = HazardLifeCycle.published();
  static final Hazard DISCOVERED = Hazard.discovered("H-1", LIFE_CYCLE.version());
  static final Instant NOW = Instant.parse("2026-07-02T08:00:00Z");

  static final List<HazardAction> ACTIONS =
      List.of(
          HazardAction.REGISTER,
          HazardAction.ASSESS,
          HazardAction.TAKE_INTERIM_MEASURES,
          HazardAction.PLAN,
          HazardAction.REPORT,
          HazardAction.INFORM,
          HazardAction.START,
          HazardAction.MONITOR,
          HazardAction.SUBMIT,
          HazardAction.REJECT,
          HazardAction.SUBMIT,
          HazardAction.ACCEPT,
          HazardAction.CLOSE_OUT);

  private static final int LONG_CHAIN = 30;
  private static final Instant FIRST = Instant.parse("2026-07-01T08:00:00Z");
  private static final Duration PACE = Duration.ofHours(1);
  private static final Set<HazardAction> BY_THE_OTHER =
      EnumSet.of(HazardAction.ACCEPT, HazardAction.REJECT);
  private static final Actor RECTIFIER = actor('a', EnumSet.allOf(Duty.class));
  private static final Actor ACCEPTOR = actor('b', EnumSet.allOf(Duty.class));

  /** The commands of the walk. */
  static final List<HazardCommand> COMMANDS =
      Stream.iterate(0, i -> i < ACTIONS.size(), i -> i + 1).map(MajorWalk::command).toList();

  private MajorWalk() {}

  /** The lines about what is done in the walk, for major hazards. */
  static Stream<Transition> lines() {
    return LIFE_CYCLE.transitions().stream()
        .filter(line -> line.scope() != GradeScope.GENERAL)
        .filter(line -> ACTIONS.contains(line.action()));
  }

  static Actor actor(char person, Set<Duty> duties) {
    String hash = String.valueOf(person).repeat(64);
    return new Actor(new Commitment("SHA-256:" + hash), "POST-" + person, duties);
  }

  private static HazardCommand command(int step) {
    HazardAction action = ACTIONS.get(step);
    Map<HazardFact, String> facts = new EnumMap<>(HazardFact.class);
    lines()
        .filter(line -> line.action() == action)
        .flatMap(line -> line.facts().stream())
        .forEach(fact -> facts.put(fact.value(), text(fact.value())));
    if (action == HazardAction.TAKE_INTERIM_MEASURES) {
      facts.put(HazardFact.INTERIM_MEASURE, text(HazardFact.INTERIM_MEASURE));
      facts.put(HazardFact.INTERIM_KIND, InterimMeasureKind.WARN.code());
    }
    if (action == HazardAction.MONITOR) {
      facts.put(HazardFact.OBSERVATION, text(HazardFact.OBSERVATION));
    }
    return new HazardCommand(
        action,
        BY_THE_OTHER.contains(action) ? ACCEPTOR : RECTIFIER,
        FIRST.plus(PACE.multipliedBy(step)),
        facts);
  }

  private static String text(HazardFact fact) {
    return switch (fact) {
      case GRADE -> "MAJOR";
      case ORIGIN -> HazardOrigin.DAILY.code();
      case FUNDS -> "20000";
      case DEADLINE -> "2026-07-31";
      default -> "as agreed in the weekly meeting";
    };
  }

  /** The hazard before each command, and after the last one. */
  static List<Hazard> hazards(List<HazardCommand> commands) {
    List<Hazard> hazards = new ArrayList<>(List.of(DISCOVERED));
    for (HazardCommand command : commands) {
      Hazard before = hazards.get(hazards.size() - 1);
      hazards.add(before.apply(LIFE_CYCLE.step(before, command, NOW).orThrow()));
    }
    return hazards;
  }

  /** The chain of a hazard that was watched for long: thirty steps. */
  static List<JournalEntry> chain() {
    List<HazardCommand> commands = new ArrayList<>(COMMANDS);
    int watched = ACTIONS.indexOf(HazardAction.MONITOR);
    commands.addAll(
        watched, Collections.nCopies(LONG_CHAIN - COMMANDS.size(), COMMANDS.get(watched)));
    List<Hazard> hazards = hazards(commands);
    List<JournalEntry> chain = new ArrayList<>();
    for (HazardStep step : hazards.get(LONG_CHAIN).steps()) {
      Optional<JournalEntry> head = chain.stream().reduce((entry, later) -> later);
      chain.add(JournalEntry.after(head, HazardJournal.factOf(step), NOW, HashAlgorithm.sha256()));
    }
    return chain;
  }

  /**
   * Holds a contender against the library: after each step of the walk, and wherever something is
   * wrong with a step, or something else is done in its place.
   */
  static void check(HazardWalk contender) {
    List<Hazard> hazards = hazards(COMMANDS);
    for (int i = 0; i < COMMANDS.size(); i++) {
      List<HazardCommand> before = COMMANDS.subList(0, i);
      for (HazardCommand next : attempts(i)) {
        check(contender, hazards.get(i), before, next);
      }
    }
    for (HazardCommand changed : changes()) {
      List<HazardCommand> others = new ArrayList<>(COMMANDS);
      others.replaceAll(command -> command.action() == changed.action() ? changed : command);
      checkAll(contender, others);
    }
    for (HazardAction left : HazardAction.values()) {
      checkAll(contender, COMMANDS.stream().filter(command -> command.action() != left).toList());
    }
  }

  /** Goes as far as the library does. */
  private static void checkAll(HazardWalk contender, List<HazardCommand> commands) {
    Hazard hazard = DISCOVERED;
    for (int i = 0; i < commands.size(); i++) {
      Outcome<HazardStep> step = LIFE_CYCLE.step(hazard, commands.get(i), NOW);
      check(contender, hazard, commands.subList(0, i), commands.get(i));
      if (!step.reasons().isEmpty()) {
        return;
      }
      hazard = hazard.apply(step.orThrow());
    }
  }

  private static void check(
      HazardWalk contender, Hazard hazard, List<HazardCommand> before, HazardCommand next) {
    Optional<HazardState> expected =
        Stream.of(LIFE_CYCLE.decide(hazard, next, NOW))
            .filter(outcome -> outcome.reasons().isEmpty())
            .map(outcome -> outcome.orThrow().to())
            .findFirst();
    List<HazardCommand> commands = Stream.concat(before.stream(), Stream.of(next)).toList();
    Optional<HazardState> answer = answer(contender, WalkCase.of(commands, NOW));
    if (!answer.equals(expected)) {
      throw new IllegalStateException(
          contender.getClass().getSimpleName()
              + " says "
              + answer
              + " in place of "
              + expected
              + " to "
              + next);
    }
  }

  private static Optional<HazardState> answer(HazardWalk contender, WalkCase[] cases) {
    try {
      return Optional.of(contender.walk(cases));
    } catch (IllegalStateException refused) {
      return Optional.empty();
    }
  }

  /** The next step as it should be, with something wrong, or another one in its place. */
  private static List<HazardCommand> attempts(int step) {
    HazardCommand sound = COMMANDS.get(step);
    List<HazardCommand> attempts = new ArrayList<>(COMMANDS.subList(step, COMMANDS.size()));
    for (HazardAction action : EnumSet.copyOf(ACTIONS)) {
      HazardCommand other = COMMANDS.get(ACTIONS.indexOf(action));
      attempts.add(new HazardCommand(action, sound.actor(), sound.occurred(), other.facts()));
    }
    for (Duty duty : Duty.values()) {
      attempts.add(by(actor('a', EnumSet.complementOf(EnumSet.of(duty))), sound));
    }
    attempts.add(by(RECTIFIER, sound));
    attempts.add(by(ACCEPTOR, sound));
    for (int i = 0; i <= step; i++) {
      attempts.add(at(COMMANDS.get(i).occurred(), sound));
      attempts.add(at(COMMANDS.get(i).occurred().minusMillis(1), sound));
    }
    attempts.add(at(NOW, sound));
    attempts.add(at(NOW.plusMillis(1), sound));
    for (HazardFact fact : sound.facts().keySet()) {
      attempts.add(without(fact, sound));
      attempts.add(sound.with(fact, "?"));
    }
    attempts.add(sound.with(HazardFact.FUNDS, "-1"));
    attempts.add(sound.with(HazardFact.DEADLINE, "2026-02-30"));
    for (HazardFact fact : HazardFact.values()) {
      if (fact.form() == HazardFact.Form.TEXT) {
        attempts.add(sound.with(fact, "as agreed in the weekly meeting"));
      }
    }
    attempts.add(sound.with(HazardFact.DEADLINE, "2026-07-01"));
    attempts.add(sound.with(HazardFact.DEADLINE, "2026-06-30"));
    attempts.add(again(HazardAction.PLAN, step).with(HazardFact.DEADLINE, "2026-08-01"));
    attempts.add(again(HazardAction.ASSESS, step).with(HazardFact.GRADE, "GENERAL"));
    attempts.add(
        again(HazardAction.ASSESS, step)
            .with(Map.of(HazardFact.GRADE, "GENERAL", HazardFact.REASON, "it is smaller")));
    attempts.add(again(HazardAction.ASSESS, step).with(HazardFact.GRADE, "NONE"));
    return attempts;
  }

  /** Other evidence, which tells only later. */
  private static List<HazardCommand> changes() {
    HazardCommand register = COMMANDS.get(ACTIONS.indexOf(HazardAction.REGISTER));
    HazardCommand measures = COMMANDS.get(ACTIONS.indexOf(HazardAction.TAKE_INTERIM_MEASURES));
    Map<HazardFact, String> checked = Map.of(HazardFact.CHECK, "T-1", HazardFact.MEASURE, "M-1");
    return List.of(
        register.with(checked),
        register.with(checked).with(HazardFact.ORIGIN, HazardOrigin.WHISTLEBLOW.code()),
        measures.with(HazardFact.INTERIM_KIND, InterimMeasureKind.SUSPEND_USE.code()));
  }

  private static HazardCommand again(HazardAction action, int step) {
    return at(COMMANDS.get(step).occurred(), by(ACCEPTOR, COMMANDS.get(ACTIONS.indexOf(action))));
  }

  private static HazardCommand by(Actor actor, HazardCommand command) {
    return new HazardCommand(command.action(), actor, command.occurred(), command.facts());
  }

  private static HazardCommand at(Instant occurred, HazardCommand command) {
    return new HazardCommand(command.action(), command.actor(), occurred, command.facts());
  }

  private static HazardCommand without(HazardFact fact, HazardCommand command) {
    Map<HazardFact, String> facts = new EnumMap<>(command.facts());
    facts.remove(fact);
    return new HazardCommand(command.action(), command.actor(), command.occurred(), facts);
  }
}
