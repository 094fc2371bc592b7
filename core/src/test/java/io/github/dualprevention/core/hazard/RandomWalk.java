package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.JournalStore;
import io.github.dualprevention.core.journal.Ledger;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Duty;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Commands as a restless host could give them: mostly sensible, often not. */
final class RandomWalk {

  private static final HazardLifeCycle CYCLE = HazardLifeCycle.published();

  /** What brings a hazard on; all else is recorded beside it. */
  private static final Set<HazardAction> ONWARDS =
      EnumSet.of(
          HazardAction.REGISTER,
          HazardAction.ASSESS,
          HazardAction.PLAN,
          HazardAction.REPORT,
          HazardAction.INFORM,
          HazardAction.START,
          HazardAction.FIX_ON_SPOT,
          HazardAction.SUBMIT,
          HazardAction.ACCEPT,
          HazardAction.PASS_RECHECK,
          HazardAction.ASSESS_RESUMPTION,
          HazardAction.DECIDE_RESUMPTION,
          HazardAction.DELIST,
          HazardAction.CLOSE_OUT,
          HazardAction.REOPEN);

  /** What need not be done twice. */
  private static final Set<HazardAction> RECORDED =
      EnumSet.of(HazardAction.PLAN, HazardAction.REPORT, HazardAction.INFORM);

  private static final List<Commitment> PERSONS =
      IntStream.range(0, 5).mapToObj(i -> HazardSamples.person("示例人员" + i)).toList();

  final Ledger ledger = HazardSamples.ledger(() -> now());
  final JournalStore journal = ledger.journal();
  final HazardRegister register = HazardRegister.over(ledger).withMeasures(measure -> true);
  private final SplittableRandom random;
  private Instant now = HazardSamples.T0;

  RandomWalk(long seed) {
    random = new SplittableRandom(seed);
  }

  Instant now() {
    return now;
  }

  String someHazard(int most) {
    return "H-%04d".formatted(random.nextInt(most));
  }

  HazardCommand next(Hazard hazard) {
    now = now.plusMillis(random.nextInt(600_000));
    HazardAction action = action(hazard);
    return new HazardCommand(action, actor(), occurred(hazard), facts(hazard, action));
  }

  private HazardAction action(Hazard hazard) {
    List<HazardAction> possible =
        random.nextInt(10) == 0
            ? List.of(HazardAction.values())
            : new ArrayList<>(CYCLE.possible(hazard));
    List<HazardAction> likely = new ArrayList<>(possible);
    likely.retainAll(ONWARDS);
    likely.removeIf(done -> RECORDED.contains(done) && hazard.counts(done));
    if (hazard.orders().stream().allMatch(ReceivedOrder::rechecked)) {
      likely.remove(HazardAction.PASS_RECHECK);
    }
    HazardAction action =
        likely.isEmpty() || random.nextInt(4) == 0 ? some(possible) : some(likely);
    boolean again = hazard.state().isGraded() && action == HazardAction.ASSESS;
    return again && random.nextInt(30) > 0 ? some(possible) : action;
  }

  private Actor actor() {
    Set<Duty> duties = EnumSet.allOf(Duty.class);
    if (random.nextInt(8) == 0) {
      duties.removeIf(duty -> random.nextBoolean());
    }
    return new Actor(some(PERSONS), "岗位-" + random.nextInt(3), duties);
  }

  private Instant occurred(Hazard hazard) {
    return switch (random.nextInt(12)) {
      case 0 -> now.plusMillis(random.nextInt(10_000));
      case 1 -> now.minus(Duration.ofHours(random.nextInt(500)));
      case 2, 3 ->
          hazard.steps().isEmpty()
              ? now
              : hazard.steps().get(random.nextInt(hazard.version())).occurred();
      default -> now;
    };
  }

  private Map<HazardFact, String> facts(Hazard hazard, HazardAction action) {
    Map<HazardFact, String> facts = new EnumMap<>(HazardFact.class);
    facts.putAll(HazardSamples.evidence(hazard.state(), action, hazard.grade()));
    if (facts.containsKey(HazardFact.GRADE) && random.nextBoolean()) {
      facts.put(HazardFact.GRADE, "MAJOR");
    }
    if (action == HazardAction.LIST && random.nextBoolean()) {
      facts.put(HazardFact.MILESTONES, "");
    }
    LocalDate today = LocalDate.ofInstant(now, CYCLE.profile().zone());
    facts.replaceAll((fact, text) -> likely(fact, text, hazard, today));
    HazardFact fact = some(List.of(HazardFact.values()));
    switch (random.nextInt(15)) {
      case 0 -> facts.remove(fact);
      case 1, 3, 4 -> facts.put(fact, likely(fact, HazardSamples.sample(fact), hazard, today));
      case 2 -> facts.replace(fact, "胡写\t\n\\ 😀 " + random.nextInt());
      default -> {}
    }
    return facts;
  }

  /** A text that often does and sometimes does not. */
  private String likely(HazardFact fact, String text, Hazard hazard, LocalDate today) {
    return switch (fact) {
      case MILESTONE ->
          random.nextInt(4) == 0
              ? text
              : hazard.listing().stream()
                  .flatMap(listing -> listing.milestones().stream())
                  .map(node -> node.day().toString())
                  .findAny()
                  .orElse(text);
      case MILESTONES -> today.plusDays(3) + " 示例：设计 | " + today.plusDays(9) + " 示例：施工";
      case CORRECTS -> Integer.toString(1 + random.nextInt(hazard.version() + 1));
      case INTERIM_KIND -> some(List.of(InterimMeasureKind.values())).code();
      case ORIGIN -> some(List.of(HazardOrigin.values())).code();
      case CRITERION -> some(List.of("MEM-10/3/1", "AJ3-121/1/15", "MEM-10/3/9", "示例"));
      case PROPOSED_DEADLINE, PROPOSED_LISTING_DEADLINE ->
          today.plusDays(random.nextInt(90)).toString();
      case DEADLINE -> asked(hazard, HazardFact.PROPOSED_DEADLINE, today);
      case LISTING_DEADLINE -> asked(hazard, HazardFact.PROPOSED_LISTING_DEADLINE, today);
      case DOCUMENT -> "示例：" + random.nextInt(3);
      case ORDER ->
          hazard.orders().isEmpty() || random.nextInt(5) == 0
              ? text
              : Integer.toString(some(hazard.orders()).step());
      case LISTING_LEVEL -> some(List.of("CITY", "DISTRICT", "省级"));
      default ->
          fact.form() == HazardFact.Form.DAY
              ? today.plusDays(random.nextInt(44) - 3).toString()
              : text;
    };
  }

  /** Often what was asked for. */
  private String asked(Hazard hazard, HazardFact fact, LocalDate today) {
    String any = today.plusDays(random.nextInt(44) - 3).toString();
    return random.nextBoolean() ? any : hazard.latest(fact).orElse(any);
  }

  private <T> T some(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
