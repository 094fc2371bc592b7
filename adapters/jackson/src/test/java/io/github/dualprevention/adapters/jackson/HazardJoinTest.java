package io.github.dualprevention.adapters.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.HazardStep;
import io.github.dualprevention.core.hazard.Weakening;
import io.github.dualprevention.core.journal.Fact;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.table.TableVersion;
import io.github.dualprevention.testkit.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;

class HazardJoinTest {

  private static final Hazard HAZARD = Samples.hazard("H-1", Samples.HAZARD_STEPS);
  private static final List<JournalEntry> CHAIN = Chains.of(HAZARD.steps());

  private static HazardReport report(int first, int last) {
    return Chains.report(CHAIN, first, last);
  }

  @Test
  void makesTheHazardFromOneReportOrFromAny() {
    assertThat(HazardDocument.join(List.of(report(1, 6)))).isEqualTo(HAZARD);
    assertThat(HazardDocument.join(List.of(report(4, 6), report(1, 1), report(2, 3))))
        .isEqualTo(HAZARD);
    assertThat(HazardDocument.join(List.of(report(3, 6), report(1, 4), report(1, 2), report(3, 6))))
        .isEqualTo(HAZARD);
  }

  @Test
  void makesTheHazardAsFarAsItIsReported() {
    assertThat(HazardDocument.join(List.of(report(1, 2), report(3, 3))))
        .isEqualTo(Samples.hazard("H-1", 3));
  }

  /** Any history, cut into any reports that overlap anyhow, delivered in any order. */
  @Property(tries = 150)
  void anyReportsThatHoldEachStepMakeTheSameHazard(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int steps) {
    Random chance = new Random(seed);
    RandomWalk walk = new RandomWalk(chance).to(steps);
    List<HazardReport> reports = cut(walk.chain(), steps, chance);

    assertThat(HazardDocument.join(reports)).isEqualTo(walk.hazard());
  }

  private static List<HazardReport> cut(List<JournalEntry> chain, int steps, Random chance) {
    List<HazardReport> reports = new ArrayList<>();
    int reported = 0;
    while (reported < steps) {
      int first = chance.nextInt(3) == 0 ? 1 + chance.nextInt(reported + 1) : reported + 1;
      int last = first + chance.nextInt(steps - first + 1);
      reports.add(Chains.report(chain, first, last));
      reported = Math.max(reported, last);
    }
    Collections.shuffle(reports, chance);
    return reports;
  }

  /** Without one of the reports that hold each step once, the receiver knows what is missing. */
  @Property(tries = 60)
  void aReportThatIsMissingIsNamedByItsSteps(
      @ForAll long seed, @ForAll @IntRange(min = 3, max = 20) int steps) {
    Random chance = new Random(seed);
    List<JournalEntry> chain = new RandomWalk(chance).to(steps).chain();
    int first = 1 + chance.nextInt(steps - 1);
    int last = first + chance.nextInt(steps - first);
    List<HazardReport> reports = new ArrayList<>(List.of(Chains.report(chain, last + 1, steps)));
    if (first > 1) {
      reports.add(Chains.report(chain, 1, first - 1));
    }

    assertRefused(reports, "reporting.steps.missing")
        .contains("第" + first + "步至第" + last + "步", "steps " + first + " to " + last);
  }

  @Test
  void namesEachGapAtOnce() {
    List<HazardReport> reports = List.of(report(2, 2), report(5, 6));

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> HazardDocument.join(reports))
        .satisfies(
            refusal ->
                assertThat(refusal.reasons())
                    .extracting(reason -> reason.value("first") + "-" + reason.value("last"))
                    .containsExactly("1-1", "3-4"));
  }

  /** Whatever somebody has altered in a step that is reported already, and hashed anew. */
  @Property(tries = 150)
  void aStepThatWasAlteredAfterItsReportIsRefusedAtTheJoint(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 20) int steps) {
    Random chance = new Random(seed);
    List<JournalEntry> chain = new RandomWalk(chance).to(steps).chain();
    int reported = 1 + chance.nextInt(steps - 1);
    JournalEntry altered = Chains.steps(chain).get(chance.nextInt(reported));

    List<JournalEntry> forged = Chains.forged(chain, altered, fact -> altered(fact, chance));

    assertThat(forged).isNotEqualTo(chain);
    assertRefused(
            List.of(Chains.report(forged, reported + 1, steps), Chains.report(chain, 1, reported)),
            "reporting.joint.broken")
        .contains("第" + reported + "步", "step " + reported);
  }

  private static Fact altered(Fact fact, Random chance) {
    Map<String, String> values = new TreeMap<>(fact.values());
    values.put("fact.reason", "altered");
    return switch (chance.nextInt(4)) {
      case 0 -> with(fact, fact.occurred().minusMillis(1), fact.post(), fact.values());
      case 1 -> with(fact, fact.occurred(), Optional.of("another"), fact.values());
      case 2 -> with(fact, fact.occurred(), fact.post(), values);
      default ->
          new Fact(
              fact.subject(),
              fact.kind(),
              fact.occurred(),
              fact.post(),
              Optional.of(Samples.commitment("another", 1)),
              fact.table(),
              fact.values(),
              fact.personal());
    };
  }

  private static Fact with(
      Fact fact, Instant occurred, Optional<String> post, Map<String, String> values) {
    return new Fact(
        fact.subject(),
        fact.kind(),
        occurred,
        post,
        fact.person(),
        fact.table(),
        values,
        fact.personal());
  }

  @Test
  void anAlteredStepThatIsReportedAgainContradictsTheFirstReport() {
    List<JournalEntry> forged =
        Chains.forged(
            CHAIN,
            CHAIN.get(1),
            fact -> with(fact, fact.occurred(), Optional.of("another"), fact.values()));

    assertRefused(List.of(report(1, 3), Chains.report(forged, 2, 6)), "reporting.step.contradicted")
        .contains("第2步", "step 2");
  }

  @Test
  void twoHistoriesWithTheSameStepsDoNotJoinEither() {
    Fact note = Fact.about("hazard/H-1", "sample.note", Samples.moment()).build();
    List<JournalEntry> other = new ArrayList<>();
    Chains.append(other, note, Samples.moment());
    CHAIN.forEach(entry -> Chains.append(other, entry.fact(), entry.recorded()));

    assertRefused(List.of(report(1, 3), Chains.report(other, 4, 6)), "reporting.joint.broken");
    assertRefused(List.of(report(1, 6), Chains.report(other, 1, 6)), "reporting.joint.broken");
  }

  @Test
  void refusesAStepThatDoesNotStartWhereTheOneBeforeEnds() {
    UnaryOperator<Fact> fromElsewhere =
        fact -> {
          Map<String, String> values = new TreeMap<>(fact.values());
          values.put("from", "ACCEPTED");
          return with(fact, fact.occurred(), fact.post(), values);
        };
    List<JournalEntry> forged = Chains.forged(CHAIN, CHAIN.get(3), fromElsewhere);

    assertRefused(List.of(Chains.report(forged, 1, 6)), "reporting.step.out-of-place")
        .contains("第4步", "step 4");
    List<JournalEntry> neverDiscovered = Chains.forged(CHAIN, CHAIN.get(0), fromElsewhere);
    assertRefused(List.of(Chains.report(neverDiscovered, 1, 6)), "reporting.step.out-of-place")
        .contains("第1步", "step 1");
  }

  @Test
  void refusesReportsAboutDifferentHazardsAndNone() {
    HazardReport other = Chains.report(Chains.of(Samples.hazard("H-2", 2).steps()), 1, 2);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> HazardDocument.join(List.of(report(1, 6), other)))
        .withMessageContaining("reports must be about the hazard H-1, but was: H-2");
    assertThatIllegalArgumentException().isThrownBy(() -> HazardDocument.join(List.of()));
  }

  @Test
  void keepsAMigrationAndAWeakening() {
    Hazard registered = Samples.hazard("H-1", 1);
    HazardStep first = registered.steps().get(0);
    Hazard migrated =
        registered.apply(
            new HazardStep(
                "H-1",
                2,
                HazardAction.MIGRATE,
                HazardState.REGISTERED,
                HazardState.REGISTERED,
                Optional.empty(),
                first.person(),
                first.postId(),
                first.occurred(),
                Map.of(HazardFact.REASON, "示例"),
                new TableVersion("SAMPLE", "7"),
                Set.of(Weakening.values())));
    List<JournalEntry> chain = Chains.of(migrated.steps());

    Hazard joined =
        HazardDocument.join(List.of(Chains.report(chain, 1, 1), Chains.report(chain, 2, 2)));

    assertThat(joined).isEqualTo(migrated);
    assertThat(joined.table()).isEqualTo(migrated.table());
  }

  private static AbstractStringAssert<?> assertRefused(List<HazardReport> reports, String code) {
    List<HazardReport> reversed = new ArrayList<>(reports);
    Collections.reverse(reversed);
    assertThat(reasons(reversed)).extracting(Reason::code).contains(code);
    assertThat(reasons(reports)).extracting(Reason::code).containsOnlyOnce(code);
    return assertThat(reasons(reports).toString());
  }

  private static List<Reason> reasons(List<HazardReport> reports) {
    try {
      HazardDocument.join(reports);
      return List.of();
    } catch (RefusedException refusal) {
      return refusal.reasons();
    }
  }
}
