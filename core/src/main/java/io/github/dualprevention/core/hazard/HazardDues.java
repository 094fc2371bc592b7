package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.SourceClause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is due about one hazard, read from its steps. */
final class HazardDues {

  private final Hazard hazard;
  private final HazardLifeCycle lifeCycle;
  private final Optional<SupervisedListing> listing;
  private final Optional<String> responsible;

  private HazardDues(Hazard hazard, HazardLifeCycle lifeCycle) {
    this.hazard = hazard;
    this.lifeCycle = lifeCycle;
    listing = hazard.listing().filter(listed -> hazard.counts(HazardAction.LIST));
    responsible = hazard.latest(HazardFact.RESPONSIBLE);
  }

  static List<HazardDue> of(Hazard hazard, HazardLifeCycle lifeCycle) {
    HazardDues dues = new HazardDues(hazard, lifeCycle);
    return Stream.of(dues.rectification(), dues.owed(), dues.milestones(), dues.ofTheListing())
        .flatMap(due -> due)
        .toList();
  }

  /** The deadline: something has to be submitted by then and accepted. */
  private Stream<HazardDue> rectification() {
    return hazard.state().awaitsAcceptance()
        ? hazard.deadline().stream()
            .map(day -> by(day, rectifies(), lifeCycle.clauseOf(Condition.DEADLINE_KEPT)))
        : Stream.empty();
  }

  private HazardAction rectifies() {
    return switch (hazard.state()) {
      case RECTIFIED, FIXED_ON_SPOT -> HazardAction.ACCEPT;
      default -> HazardAction.SUBMIT;
    };
  }

  /** What the close-out waits for; some of it has a day. */
  private Stream<HazardDue> owed() {
    return lifeCycle.owed(hazard).stream()
        .map(
            step ->
                switch (step.action()) {
                  case DELIST -> by(listing.map(SupervisedListing::deadline), step);
                  case PASS_RECHECK -> by(hazard.orderedDeadline(), step);
                  default -> by(Optional.empty(), step);
                });
  }

  private HazardDue by(Optional<LocalDate> day, OwedStep step) {
    return day.map(last -> by(last, step.action(), step.source()))
        .orElseGet(
            () ->
                new HazardDue(
                    step.action(),
                    true,
                    Optional.of(dayOf(step.since())),
                    responsible,
                    step.source()));
  }

  private Stream<HazardDue> milestones() {
    return listing.stream()
        .flatMap(listed -> listed.openMilestones().stream())
        .map(
            milestone ->
                by(
                    milestone.day(),
                    HazardAction.REACH_MILESTONE,
                    lifeCycle.clauseOf(Condition.MILESTONE_OPEN)));
  }

  private Stream<HazardDue> ofTheListing() {
    return lifeCycle.profile().awaited(hazard).stream()
        .flatMap(awaited -> ofTheListing(awaited).stream());
  }

  private Optional<HazardDue> ofTheListing(HazardProfile.AwaitedOfListing awaited) {
    try {
      return lifeCycle
          .profile()
          .due(awaited)
          .map(last -> by(last.day(), awaited.action(), last.source()));
    } catch (RefusedException notCovered) {
      return lifeCycle
          .profile()
          .listing()
          .source(awaited.limit())
          .map(
              source ->
                  new HazardDue(awaited.action(), false, Optional.empty(), responsible, source));
    }
  }

  private HazardDue by(LocalDate day, HazardAction action, SourceClause source) {
    return new HazardDue(action, false, Optional.of(day), responsible, source);
  }

  private LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, lifeCycle.profile().zone());
  }
}
