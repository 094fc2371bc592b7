package io.github.dualprevention.core.hazard;

import static io.github.dualprevention.core.hazard.HazardSamples.CYCLE;
import static io.github.dualprevention.core.hazard.HazardSamples.GENERAL;
import static io.github.dualprevention.core.hazard.HazardSamples.INSPECTOR;
import static io.github.dualprevention.core.hazard.HazardSamples.MAJOR;
import static io.github.dualprevention.core.hazard.HazardSamples.NOW;
import static io.github.dualprevention.core.hazard.HazardSamples.WORKER;
import static io.github.dualprevention.core.hazard.HazardSamples.actor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Duty;
import io.github.dualprevention.core.table.TableVersion;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What somebody may do now, why not otherwise, and what a form needs to be drawn. */
class HazardOptionsTest {

  /** Reasons that only evidence or its time can give rise to. */
  private static final Set<String> ABOUT_EVIDENCE =
      Set.of(
          "hazard.fact.missing",
          "hazard.fact.malformed",
          "hazard.fact.unexpected",
          "hazard.grade.unknown",
          "hazard.grade.lowered-without-reason",
          "hazard.time.in-future",
          "hazard.time.before-last-step",
          "hazard.extension.not-later",
          "hazard.deadline.beyond",
          "hazard.deadline.past",
          "hazard.deadline.moved",
          "hazard.check.without-measure",
          "hazard.informant.traceable",
          "hazard.listing.level-unknown",
          "hazard.listing.too-long",
          "hazard.milestone.unknown",
          "hazard.order.unknown",
          "hazard.correction.unknown",
          "judgement.criterion.unknown");

  @Property(tries = 20)
  @Label("what is possible is what a decision refuses for its evidence at most")
  void optionsAndDecisionsAgree(@ForAll @LongRange(min = 0) long seed) {
    RandomWalk walk = new RandomWalk(seed);
    for (int i = 0; i < 120; i++) {
      Hazard hazard = walk.register.hazard("H-1");
      HazardCommand command = walk.next(hazard);
      HazardOptions options = CYCLE.options(hazard, command.actor(), walk.now());
      for (HazardAction action : HazardAction.values()) {
        HazardCommand same =
            new HazardCommand(action, command.actor(), walk.now(), command.facts());
        List<Reason> standing =
            CYCLE.decide(hazard, same, walk.now()).reasons().stream()
                .filter(reason -> !ABOUT_EVIDENCE.contains(reason.code()))
                .toList();

        assertThat(options.isPossible(action))
            .as("%s of %s: %s", action, hazard, standing)
            .isEqualTo(standing.isEmpty());
        assertThat(options.option(action).against()).isEqualTo(standing);
      }
      walk.register.act("H-1", command);
    }
  }

  @Test
  void aFormCanBeDrawnFromIt() {
    Hazard hazard = HazardSamples.in(HazardState.REGISTERED, Optional.empty());

    HazardOption assess = CYCLE.options(hazard, actor(WORKER), NOW).option(HazardAction.ASSESS);

    assertThat(assess.isPossible()).isTrue();
    assertThat(assess.leadsTo()).contains(HazardState.ASSESSED);
    assertThat(assess.weakens()).isEmpty();
    assertThat(assess.evidence())
        .extracting(AskedEvidence::fact)
        .containsExactly(
            HazardFact.GRADE, HazardFact.GROUNDS, HazardFact.CRITERION, HazardFact.REASON);
    assertThat(assess.evidence())
        .extracting(AskedEvidence::isNeeded)
        .containsExactly(true, true, false, false);
    assertThat(assess.evidence().get(0).choices())
        .extracting(Term::code)
        .containsExactly("GENERAL", "MAJOR");
    assertThat(assess.evidence().get(0).fact().form()).isEqualTo(HazardFact.Form.TEXT);
    assertThat(assess.evidence().get(0).neededBy().orElseThrow().clause()).startsWith("art. 3");
  }

  @Test
  void choicesAreListedWhereTextIsACode() {
    Hazard assessed = HazardSamples.after(MAJOR, HazardAction.REGISTER, HazardAction.ASSESS);
    HazardOptions options = CYCLE.options(assessed, actor(WORKER), NOW);

    assertThat(choices(options, HazardAction.LIST, HazardFact.LISTING_LEVEL))
        .containsExactly("CITY", "DISTRICT", "DEPARTMENT", "SUBDISTRICT");
    assertThat(choices(options, HazardAction.TAKE_INTERIM_MEASURES, HazardFact.INTERIM_KIND))
        .contains("WITHDRAW", "SUSPEND_PRODUCTION");
    assertThat(choices(options, HazardAction.PLAN, HazardFact.GOALS)).isEmpty();
    assertThat(choices(options, HazardAction.PASS_RECHECK, HazardFact.ORDER)).isEmpty();
  }

  @Test
  void aRecheckIsOfferedTheOrdersThatWereReceived() {
    Hazard accepted = HazardSamples.in(HazardState.ACCEPTED, Optional.of(GENERAL));
    Hazard ordered =
        HazardSamples.after(
            accepted, GENERAL, HazardAction.RECEIVE_ORDER, HazardAction.RECEIVE_ORDER);
    HazardOptions options = CYCLE.options(ordered, actor(WORKER), NOW);

    assertThat(choices(options, HazardAction.PASS_RECHECK, HazardFact.ORDER))
        .containsExactly(Integer.toString(ordered.version()));
  }

  private static List<String> choices(HazardOptions options, HazardAction action, HazardFact fact) {
    return options.option(action).evidence().stream()
        .filter(asked -> asked.fact() == fact)
        .flatMap(asked -> asked.choices().stream())
        .map(Term::code)
        .toList();
  }

  @Test
  void everyActionIsAnsweredWithAllReasons() {
    Hazard submitted = HazardSamples.in(HazardState.RECTIFIED, Optional.of(GENERAL));
    Actor rectifier = actor(WORKER, EnumSet.of(Duty.RECTIFY));

    List<HazardOption> all = CYCLE.options(submitted, rectifier, NOW).all();

    assertThat(all).extracting(HazardOption::action).containsExactly(HazardAction.values());
    assertThat(all)
        .filteredOn(option -> option.action() == HazardAction.ACCEPT)
        .flatExtracting(HazardOption::against)
        .extracting(Reason::code)
        .containsExactly(
            "hazard.actor.without-duty", "hazard.person.not-apart", "hazard.person.not-apart");
    assertThat(all)
        .filteredOn(option -> option.action() == HazardAction.START)
        .allSatisfy(
            option -> {
              assertThat(option.isPossible()).isFalse();
              assertThat(option.leadsTo()).isEmpty();
              assertThat(option.evidence()).isEmpty();
              assertThat(option.against())
                  .extracting(Reason::code)
                  .containsExactly("hazard.action.not-now");
            });
    all.forEach(option -> option.against().forEach(HazardTableTest::assertSpoken));
  }

  @Test
  void whatIsPossibleIsListedInOrder() {
    Hazard accepted = HazardSamples.in(HazardState.ACCEPTED, Optional.of(GENERAL));

    assertThat(
            CYCLE
                .options(accepted, actor(INSPECTOR, EnumSet.of(Duty.CLOSE_OUT, Duty.ACCEPT)), NOW)
                .possible())
        .containsExactly(
            HazardAction.PROPOSE_MAJOR,
            HazardAction.TAKE_INTERIM_MEASURES,
            HazardAction.ESCALATE,
            HazardAction.REJECT,
            HazardAction.CLOSE_OUT);
  }

  @Test
  void refusesToAnswerAboutAHazardOfAnotherLifeCycle() {
    Hazard other = Hazard.discovered("H-1", new TableVersion("OTHER", "1"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> CYCLE.options(other, actor(WORKER), NOW))
        .withMessageContaining("OTHER@1");
    assertThatIllegalArgumentException().isThrownBy(() -> CYCLE.possible(other));
  }
}
