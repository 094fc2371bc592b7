package io.github.dualprevention.adapters.jackson;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.hazard.AskedEvidence;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardCommand;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardJournal;
import io.github.dualprevention.core.hazard.HazardLifeCycle;
import io.github.dualprevention.core.hazard.HazardOption;
import io.github.dualprevention.core.hazard.HazardOptions;
import io.github.dualprevention.core.hazard.HazardStep;
import io.github.dualprevention.core.journal.Fact;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Duty;
import io.github.dualprevention.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A hazard that takes random steps through the published life cycle. */
final class RandomWalk {

  private static final HazardLifeCycle CYCLE = HazardLifeCycle.published();
  private static final ZoneId ZONE = CYCLE.profile().zone();
  private static final int PERSONS = 4;

  private final Random chance;
  private final List<JournalEntry> chain = new ArrayList<>();
  private Hazard hazard = Hazard.discovered("H-1", CYCLE.version());
  private Instant now = Samples.moment();

  RandomWalk(Random chance) {
    this.chance = chance;
  }

  Hazard hazard() {
    return hazard;
  }

  List<JournalEntry> chain() {
    return List.copyOf(chain);
  }

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** Takes random commands until there are so many steps. */
  RandomWalk to(int steps) {
    while (hazard.version() < steps) {
      step();
    }
    return this;
  }

  /** Takes one more step; now and then something else is recorded about the hazard as well. */
  void step() {
    Outcome<HazardStep> outcome = tryOne();
    while (outcome instanceof Outcome.Refused<HazardStep>) {
      outcome = tryOne();
    }
    HazardStep step = outcome.orThrow();
    hazard = hazard.apply(step);
    Chains.append(chain, HazardJournal.factOf(step), now);
    if (chance.nextInt(5) == 0) {
      Chains.append(chain, Fact.about("hazard/H-1", "sample.note", now).build(), now);
    }
  }

  private Outcome<HazardStep> tryOne() {
    pass(Duration.ofMillis(chance.nextInt(50_000_000)));
    Actor actor =
        new Actor(
            Samples.commitment("示例人员", chance.nextInt(PERSONS)),
            "岗位-" + chance.nextInt(3),
            Set.of(Duty.values()));
    HazardOptions options = CYCLE.options(hazard, actor, now);
    HazardOption option = options.option(action(options));
    return CYCLE.step(hazard, new HazardCommand(option.action(), actor, now, facts(option)), now);
  }

  /** Half of the time one that moves the hazard. */
  private HazardAction action(HazardOptions options) {
    List<HazardAction> possible = List.copyOf(options.possible());
    List<HazardAction> moving =
        possible.stream()
            .filter(action -> action != HazardAction.DISMISS && action != HazardAction.ASSESS)
            .filter(action -> !options.option(action).leadsTo().equals(Optional.of(hazard.state())))
            .toList();
    if (moving.isEmpty() || chance.nextBoolean()) {
      return possible.isEmpty() ? HazardAction.MONITOR : some(possible);
    }
    return some(moving);
  }

  private Map<HazardFact, String> facts(HazardOption option) {
    Map<HazardFact, String> facts = new EnumMap<>(HazardFact.class);
    for (AskedEvidence asked : option.evidence()) {
      boolean chosen = option.action() != HazardAction.CORRECT && chance.nextInt(6) == 0;
      if (asked.isNeeded() || chosen) {
        facts.put(asked.fact(), text(asked));
      }
    }
    if (option.action() == HazardAction.CORRECT) {
      HazardStep corrected = some(hazard.steps());
      facts.put(HazardFact.CORRECTS, Integer.toString(corrected.number()));
      corrected.facts().keySet().stream().findFirst().ifPresent(fact -> facts.put(fact, "示例：更正"));
    }
    return facts;
  }

  private String text(AskedEvidence asked) {
    HazardFact fact = asked.fact();
    LocalDate today = LocalDate.ofInstant(now, ZONE);
    return switch (fact.form()) {
      case CODE -> some(asked.choices()).code();
      case AMOUNT -> chance.nextInt(1_000_000) + ".5";
      case DAY ->
          fact == HazardFact.DEADLINE && chance.nextBoolean()
              ? hazard.latest(HazardFact.PROPOSED_DEADLINE).orElse(today.toString())
              : today.plusDays(chance.nextInt(60)).toString();
      case NUMBER -> Integer.toString(some(ordered()));
      case MILESTONES -> today.plusDays(3) + " 示例：设计 | " + today.plusDays(9) + " 示例：施工";
      case TEXT -> free(fact, asked);
    };
  }

  private String free(HazardFact fact, AskedEvidence asked) {
    if (!asked.choices().isEmpty()) {
      return some(asked.choices()).code();
    }
    return switch (fact) {
      case CRITERION -> "MEM-10/3/1";
      case DOCUMENT, BODY -> "示例";
      default -> some(List.of(Samples.AWKWARD_TEXT, "示例", "\"}]", "x".repeat(200)));
    };
  }

  /** The steps that have received an order. */
  private List<Integer> ordered() {
    List<Integer> steps =
        hazard.steps().stream()
            .filter(step -> step.action() == HazardAction.RECEIVE_ORDER)
            .map(HazardStep::number)
            .toList();
    return steps.isEmpty() ? List.of(1) : steps;
  }

  private <T> T some(List<T> values) {
    return values.get(chance.nextInt(values.size()));
  }
}
