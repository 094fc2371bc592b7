package io.github.dualprevention.core.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** What the steps of a hazard say about it, one by one or as a whole chain. */
class HazardReadingTest {

  private static final int TRIES = 100;
  private static final int COMMANDS = 120;

  @Property(tries = TRIES)
  @Label("a hazard that is read from its chain is the one that its steps have made")
  void aChainAndItsStepsMakeTheSameHazard(@ForAll @LongRange(min = 0) long seed) {
    List<HazardStep> steps = walk(seed);
    Hazard made = Hazard.discovered("H-1", HazardSamples.CYCLE.version());
    for (HazardStep step : steps) {
      made = made.apply(step);
      Hazard read = Hazard.of(steps.subList(0, step.number()));

      assertThat(read).isEqualTo(made).hasSameHashCodeAs(made).hasToString(made.toString());
      assertThat(readings(read)).isEqualTo(readings(made));
    }
  }

  @Property(tries = TRIES)
  @Label("an action that counts was taken in this round; the latest one always counts")
  void whatCountsWasDoneInThisRound(@ForAll @LongRange(min = 0) long seed) {
    Hazard hazard = Hazard.discovered("H-1", HazardSamples.CYCLE.version());
    List<HazardStep> round = new ArrayList<>();
    for (HazardStep step : walk(seed)) {
      hazard = hazard.apply(step);
      if (step.action() == HazardAction.REOPEN) {
        round.clear();
      }
      round.add(step);
      assertThat(hazard.counts(step.action())).isTrue();
      for (HazardAction action : HazardAction.values()) {
        List<HazardStep> taken = round.stream().filter(each -> each.action() == action).toList();
        HazardStep first = hazard.firstCounting(action);

        assertThat(hazard.counts(action)).isEqualTo(first != null);
        assertThat(first == null || action == HazardAction.REOPEN || taken.contains(first))
            .as("%s of this round", action)
            .isTrue();
        assertThat(hazard.last(action)).isEqualTo(taken.stream().reduce((one, later) -> later));
      }
    }
  }

  /** Everything that a hazard says beside its steps. */
  private static List<Object> readings(Hazard hazard) {
    List<Object> readings = new ArrayList<>();
    Collections.addAll(
        readings,
        hazard.id(),
        hazard.table(),
        hazard.version(),
        hazard.state(),
        hazard.grade(),
        hazard.isMajor(),
        hazard.wasMajorLast(),
        hazard.wasEverMajor(),
        hazard.isUnverified(),
        hazard.deadline(),
        String.valueOf(hazard.ownDeadline()),
        hazard.suspendedSince(),
        hazard.listing(),
        hazard.orders(),
        hazard.signatories(),
        HazardSamples.CYCLE.owed(hazard));
    for (HazardAction action : HazardAction.values()) {
      Collections.addAll(
          readings, String.valueOf(hazard.firstCounting(action)), hazard.last(action));
    }
    for (HazardFact fact : HazardFact.values()) {
      Collections.addAll(readings, hazard.latest(fact), hazard.told(fact));
    }
    Stream<Transition> lines = HazardSamples.CYCLE.transitions().stream();
    lines.forEach(line -> readings.add(String.valueOf(hazard.notBefore(line))));
    return readings;
  }

  private static List<HazardStep> walk(long seed) {
    RandomWalk walk = new RandomWalk(seed);
    for (int i = 0; i < COMMANDS; i++) {
      walk.register.act("H-1", walk.next(walk.register.hazard("H-1")));
    }
    return walk.register.hazard("H-1").steps();
  }
}
