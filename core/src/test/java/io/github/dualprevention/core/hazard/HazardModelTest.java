package io.github.dualprevention.core.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.Outcome;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;

/** The library and an independently written model answer every command alike. */
class HazardModelTest {

  private static final int WALKS = 100;
  private static final int COMMANDS = Integer.getInteger("dualprevention.tries", 2_000);
  private static final int HAZARDS = 40;
  private static final int ENOUGH = 200_000;

  /** How often each action was taken over all walks, so that none goes untried. */
  private static final Map<HazardAction, Integer> TAKEN = new EnumMap<>(HazardAction.class);

  @Property(tries = WALKS)
  @Label("200,000 random commands by random actors: no difference to the model")
  void theModelAgrees(@ForAll @LongRange(min = 0) long seed) {
    RandomWalk walk = new RandomWalk(seed);
    Map<String, HazardModel> models = new HashMap<>();
    for (int i = 0; i < COMMANDS; i++) {
      String id = walk.someHazard(HAZARDS);
      HazardCommand command = walk.next(walk.register.hazard(id));

      Outcome<Hazard> outcome = walk.register.act(id, command);

      HazardModel model = models.computeIfAbsent(id, name -> new HazardModel());
      boolean allowed = model.take(command, walk.now());
      Hazard hazard = walk.register.hazard(id);
      assertThat(outcome instanceof Outcome.Accepted<Hazard>)
          .as("%s %s: %s", hazard, command, outcome.reasons())
          .isEqualTo(allowed);
      assertThat(hazard.state()).isEqualTo(model.state());
      assertThat(hazard.grade().map(HazardGrade::major)).isEqualTo(model.major());
      if (allowed) {
        TAKEN.merge(command.action(), 1, Integer::sum);
      }
    }
  }

  @AfterContainer
  static void everyActionOfTheTableWasTaken() {
    if (WALKS * COMMANDS >= ENOUGH) {
      HazardSamples.CYCLE
          .transitions()
          .forEach(line -> assertThat(TAKEN).as(line.action().code()).containsKey(line.action()));
    }
  }
}
