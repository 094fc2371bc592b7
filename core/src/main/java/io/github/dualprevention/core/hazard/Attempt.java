package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Duty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to take a line of the life cycle. Everything that a line asks for is asked here,
 * in one pass; a condition says itself what it means.
 *
 * @param lifeCycle the life cycle that decides
 * @param line the line
 * @param hazard the hazard as it is now
 * @param actor who wants it
 * @param now the present moment
 * @param command what is said; null where somebody asks what is possible before any evidence is
 *     there
 */
record Attempt(
    HazardLifeCycle lifeCycle,
    Transition line,
    Hazard hazard,
    Actor actor,
    Instant now,
    @Nullable HazardCommand command) {

  /** Every reason against it; none if the line allows it. */
  List<Reason> reasons() {
    List<Reason> reasons = new ArrayList<>();
    againstDuty(reasons);
    againstSamePerson(reasons);
    boolean readable = command != null && againstEvidence(command.facts(), reasons);
    againstSteps(reasons);
    againstConditions(readable, reasons);
    againstSignatures(reasons);
    if (command != null) {
      againstFuture(command, now, reasons);
      againstPast(command, reasons);
    }
    return reasons;
  }

  private void againstDuty(List<Reason> reasons) {
    if (line.duty().isPresent() && !actor.duties().contains(line.duty().get())) {
      Duty duty = line.duty().get();
      reasons.add(
          HazardRules.NO_DUTY.brokenUnder(
              line.source(), "post", actor.postId(), "action", action(), "duty", duty.term()));
    }
  }

  private void againstSamePerson(List<Reason> reasons) {
    for (Cited<HazardAction> other : line.apart()) {
      if (hazard.hasTaken(actor.person(), other.value())) {
        reasons.add(
            HazardRules.SAME_PERSON.brokenUnder(
                other.source(), "step", other.value().term(), "action", action()));
      }
    }
  }

  /** Says whether every text has its form, so that conditions can look at the evidence. */
  private boolean againstEvidence(Map<HazardFact, String> facts, List<Reason> reasons) {
    for (Cited<HazardFact> needed : line.facts()) {
      if (!facts.containsKey(needed.value())) {
        reasons.add(
            HazardRules.FACT_MISSING.brokenUnder(
                needed.source(), "action", action(), "fact", needed.value().term()));
      }
    }
    boolean readable = true;
    for (Map.Entry<HazardFact, String> told : facts.entrySet()) {
      HazardFact fact = told.getKey();
      boolean wellFormed = fact.isWellFormed(told.getValue());
      if (!line.takes(fact)) {
        reasons.add(HazardRules.FACT_UNEXPECTED.broken("action", action(), "fact", fact.term()));
      } else if (!wellFormed) {
        reasons.add(HazardRules.malformed(fact, told.getValue()));
      }
      readable = readable && wellFormed;
    }
    againstGrade(facts.get(HazardFact.GRADE), reasons);
    return readable;
  }

  private void againstGrade(@Nullable String code, List<Reason> reasons) {
    if (code != null && line.grades() && lifeCycle.grade(code).isEmpty()) {
      reasons.add(HazardRules.GRADE_UNKNOWN.broken("grade", code, "known", lifeCycle.gradeTerms()));
    }
  }

  private void againstSteps(List<Reason> reasons) {
    for (Cited<HazardAction> needed : line.steps()) {
      HazardStep taken = hazard.firstCounting(needed.value());
      Term step = needed.value().term();
      if (taken == null) {
        reasons.add(
            HazardRules.STEP_MISSING.brokenUnder(
                needed.source(), "action", action(), "step", step));
      } else if (occurred().isBefore(taken.occurred())) {
        reasons.add(
            HazardRules.STEP_LATER.brokenUnder(
                needed.source(),
                "action",
                action(),
                "step",
                step,
                "occurred",
                occurred(),
                "before",
                taken.occurred()));
      }
    }
  }

  private void againstConditions(boolean readable, List<Reason> reasons) {
    for (Cited<Condition> condition : line.conditions()) {
      if (readable || condition.value().isStanding()) {
        Reason against = condition.value().against(this, condition.source());
        if (against != null) {
          reasons.add(against);
        }
      }
    }
  }

  private void againstSignatures(List<Reason> reasons) {
    for (Set<String> group : line.signatures()) {
      if (Collections.disjoint(group, hazard.signatories())) {
        reasons.add(
            HazardRules.SIGNATURE_MISSING.brokenUnder(
                line.source(),
                "action",
                action(),
                "posts",
                String.join("|", new TreeSet<>(group))));
      }
    }
  }

  /** Nobody can have done it later than now. */
  static void againstFuture(HazardCommand command, Instant now, List<Reason> reasons) {
    if (command.occurred().isAfter(now)) {
      reasons.add(HazardRules.IN_FUTURE.broken("occurred", command.occurred(), "now", now));
    }
  }

  private void againstPast(HazardCommand command, List<Reason> reasons) {
    Instant notBefore = hazard.notBefore(line);
    if (notBefore != null && command.occurred().isBefore(notBefore)) {
      reasons.add(
          HazardRules.TOO_EARLY.broken("occurred", command.occurred(), "before", notBefore));
    }
  }

  /** What is wanted. */
  Term action() {
    return line.action().term();
  }

  HazardProfile profile() {
    return lifeCycle.profile();
  }

  /** The evidence; none before there is any. */
  Map<HazardFact, String> facts() {
    return command == null ? Map.of() : command.facts();
  }

  /** The day that a piece of evidence names; null where it is missing. */
  @Nullable LocalDate dayOf(HazardFact fact) {
    String text = facts().get(fact);
    return text == null ? null : LocalDate.parse(text);
  }

  /** The day on which it is said; what must be in time is recorded in time. */
  LocalDate today() {
    return LocalDate.ofInstant(now, profile().zone());
  }

  /** The day on which it is said to have happened. */
  LocalDate day() {
    return LocalDate.ofInstant(occurred(), profile().zone());
  }

  /** When it is said to have happened. */
  Instant occurred() {
    return command == null ? now : command.occurred();
  }

  /** Whether the evidence gives a grade that is not major; one that is not listed is none. */
  boolean lowers() {
    String code = facts().get(HazardFact.GRADE);
    return code != null && lifeCycle.grade(code).filter(grade -> !grade.major()).isPresent();
  }
}
