package io.github.dualprevention.adapters.render;

import io.github.dualprevention.core.hazard.AskedEvidence;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardLifeCycle;
import io.github.dualprevention.core.hazard.HazardOption;
import io.github.dualprevention.core.hazard.HazardOptions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Acts on a hazard as the options of the life cycle offer it, mostly sensibly. */
final class RandomWalk {

  private static final List<String> PERSONS = List.of("示例人员甲", "示例人员乙", "示例人员丙");
  private static final List<String> TEXTS =
      List.of(
          "示例：正常", SampleChain.AWKWARD_TEXT, "示例：{journal} $1 \\", "</pre>\n<pre id=\"journal\">");

  /** What brings a hazard on; all else is recorded beside it. */
  private static final Set<HazardAction> ONWARDS =
      EnumSet.of(
          HazardAction.START,
          HazardAction.SUBMIT,
          HazardAction.ACCEPT,
          HazardAction.CLOSE_OUT,
          HazardAction.REPORT,
          HazardAction.INFORM);

  private final SampleChain chain = new SampleChain("示例-R1");
  private final SplittableRandom random;

  private RandomWalk(long seed) {
    random = new SplittableRandom(seed);
  }

  static SampleChain of(long seed, int attempts) {
    RandomWalk walk = new RandomWalk(seed);
    for (int i = 0; i < attempts; i++) {
      walk.attempt();
    }
    return walk.chain;
  }

  private void attempt() {
    if (!chain.entries().isEmpty() && random.nextInt(10) == 0) {
      chain.tell("notice.sent", Map.of("content", some(TEXTS)), Map.of("recipient", some(PERSONS)));
      return;
    }
    String person = some(PERSONS);
    Hazard hazard = chain.hazard();
    HazardLifeCycle lifeCycle = chain.register.lifeCycleOf(hazard);
    HazardOptions options = lifeCycle.options(hazard, chain.actor(person), chain.now());
    List<HazardAction> possible = new ArrayList<>(options.possible());
    if (random.nextBoolean() && possible.stream().anyMatch(ONWARDS::contains)) {
      possible.retainAll(ONWARDS);
    }
    if (!possible.isEmpty()) {
      HazardOption option = options.option(some(possible));
      chain.tryTo(person, option.action(), evidence(option));
    }
  }

  private Map<HazardFact, String> evidence(HazardOption option) {
    Map<HazardFact, String> facts = new EnumMap<>(HazardFact.class);
    for (AskedEvidence asked : option.evidence()) {
      if (asked.isNeeded() || random.nextInt(6) == 0) {
        facts.put(asked.fact(), text(asked));
      }
    }
    return facts;
  }

  private String text(AskedEvidence asked) {
    if (!asked.choices().isEmpty()) {
      return some(asked.choices()).code();
    }
    return switch (asked.fact().form()) {
      case DAY -> "2027-0" + (1 + random.nextInt(9)) + "-15";
      case NUMBER -> "1";
      case AMOUNT -> "1200.5";
      case MILESTONES -> "2027-01-15 示例：设计 | 2027-02-15 示例：施工";
      case TEXT, CODE -> some(TEXTS);
    };
  }

  private <T> T some(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
