package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.collect.Streams;
import io.github.dualprevention.core.Rule;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.responsibility.Duty;
import io.github.dualprevention.core.table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds a line of a changed life cycle against the published line for the same case. The changed
 * line does the same and asks for at least the same. What it asks for beyond that must neither
 * decide anything in another place nor hold up what must always be possible.
 */
final class LineProof {

  /**
   * Evidence that conditions, deadlines or counts go by: only the published lines say who tells.
   */
  static final ImmutableSet<HazardFact> DECIDING =
      Sets.immutableEnumSet(
          HazardFact.ORIGIN,
          HazardFact.CHECK,
          HazardFact.GRADE,
          HazardFact.CRITERION,
          HazardFact.DEADLINE,
          HazardFact.PROPOSED_DEADLINE,
          HazardFact.INTERIM_KIND,
          HazardFact.RESUMPTION,
          HazardFact.ESCALATED_TO,
          HazardFact.ORDER,
          HazardFact.ORDERED_DEADLINE,
          HazardFact.LISTING_LEVEL,
          HazardFact.LISTING_DEADLINE,
          HazardFact.PROPOSED_LISTING_DEADLINE,
          HazardFact.MILESTONES,
          HazardFact.MILESTONE,
          HazardFact.CORRECTS,
          HazardFact.SOURCE,
          HazardFact.FOUND_ON,
          HazardFact.CLOSED_ON);

  /**
   * Actions after which more is asked for than before: a changed table that held them up would ask
   * for less.
   */
  static final ImmutableSet<HazardAction> NEVER_HELD_UP =
      Sets.immutableEnumSet(
          HazardAction.TAKE_INTERIM_MEASURES,
          HazardAction.PROPOSE_MAJOR,
          HazardAction.RECEIVE_ORDER,
          HazardAction.LIST);

  private static final ImmutableSet<HazardAction> REPORTS =
      Sets.immutableEnumSet(HazardAction.REPORT, HazardAction.INFORM);
  private static final Term NO_DUTY =
      new Term("-", new Wording("无（任何人均可执行）", "none, so that anybody may do it"));

  private final Transition line;
  private final GradeScope scope;
  private final Transition published;
  private final List<TableFlaw> flaws;

  private LineProof(
      Transition line, GradeScope scope, Transition published, List<TableFlaw> flaws) {
    this.line = line;
    this.scope = scope;
    this.published = published;
    this.flaws = flaws;
  }

  /**
   * Everything that is wrong with single lines.
   *
   * @param known the lines of the published table and those on offer beside it
   * @param lines every line of the changed table
   */
  static List<TableFlaw> of(List<Transition> known, List<Transition> lines) {
    List<TableFlaw> flaws = new ArrayList<>();
    Set<HazardAction> rectification = rectification(lines);
    for (Transition line : lines) {
      for (GradeScope scope : line.scopes()) {
        Optional<Transition> published =
            known.stream()
                .filter(other -> other.isAbout(line.from(), line.action(), scope))
                .findFirst();
        if (published.isPresent()) {
          new LineProof(line, scope, published.get(), flaws).run(rectification);
        } else {
          flaws.add(
              TableFlaw.of(
                  line,
                  LifeCycleTables.ACTION,
                  HazardRules.CASE_NEW.broken(
                      "action",
                      line.action().term(),
                      "from",
                      line.from().term(),
                      "scope",
                      scope.term())));
        }
      }
    }
    return flaws;
  }

  /** What rectifies, and everything that it waits for directly or in turn, but for the reports. */
  private static Set<HazardAction> rectification(List<Transition> lines) {
    Set<HazardAction> needed = EnumSet.copyOf(HazardAction.RECTIFYING_STEPS);
    int before = 0;
    while (needed.size() > before) {
      before = needed.size();
      lines.stream()
          .filter(line -> needed.contains(line.action()))
          .flatMap(line -> line.steps().stream())
          .map(Cited::value)
          .filter(step -> !REPORTS.contains(step))
          .forEach(needed::add);
    }
    return needed;
  }

  private void run(Set<HazardAction> rectification) {
    againstAnotherDeed();
    againstMissingDemands();
    againstMissingSeparations();
    againstEvidenceOfOthers();
    againstHolding(rectification.contains(line.action()));
  }

  private void againstAnotherDeed() {
    SourceClause clause = published.source();
    if (line.to() != published.to()) {
      refuse(LifeCycleTables.TO, HazardRules.LEADS_ELSEWHERE, clause, "to", published.to().term());
    }
    if (!line.duty().equals(published.duty())) {
      Term duty = published.duty().map(Duty::term).orElse(NO_DUTY);
      refuse(LifeCycleTables.DUTY, HazardRules.DUTY_OTHER, clause, "duty", duty);
    }
  }

  private void againstMissingDemands() {
    for (Cited<HazardFact> fact : beyond(published.facts(), line.facts())) {
      withoutFact(fact.value(), fact.source());
    }
    for (Cited<HazardAction> step : beyond(published.steps(), line.steps())) {
      refuse(
          LifeCycleTables.STEPS,
          HazardRules.STEP_NOT_AWAITED,
          step.source(),
          "step",
          step.value().term());
    }
    for (Cited<Condition> condition : beyond(published.conditions(), line.conditions())) {
      refuseCondition(HazardRules.CONDITION_MISSING, condition);
    }
    for (Cited<Condition> condition : beyond(line.conditions(), published.conditions())) {
      refuseCondition(HazardRules.CONDITION_ADDED, condition);
    }
  }

  /** A separation may be left out where the line names the weakening that grants just this. */
  private void againstMissingSeparations() {
    Set<HazardAction> missing = EnumSet.noneOf(HazardAction.class);
    beyond(published.apart(), line.apart()).forEach(step -> missing.add(step.value()));
    Set<HazardAction> granted = EnumSet.noneOf(HazardAction.class);
    line.weakens().stream()
        .sorted()
        .forEach(weakening -> granted.addAll(granted(weakening, missing)));
    published.apart().stream()
        .filter(step -> missing.contains(step.value()) && !granted.contains(step.value()))
        .forEach(
            step ->
                refuse(
                    LifeCycleTables.APART,
                    HazardRules.NOT_KEPT_APART,
                    step.source(),
                    "step",
                    step.value().term()));
  }

  /** What a weakening grants of what is missing; the line asks for what it wants in exchange. */
  private Set<HazardAction> granted(Weakening weakening, Set<HazardAction> missing) {
    Set<HazardAction> granted = Sets.intersection(weakening.grants(line, scope), missing);
    if (granted.isEmpty()) {
      refuse(
          LifeCycleTables.WEAKENS,
          HazardRules.WEAKENS_NOTHING,
          line.source(),
          "weakening",
          weakening.term());
    } else {
      weakening.inExchange().stream()
          .filter(fact -> !line.asksFor(fact))
          .forEach(fact -> withoutFact(fact, line.source()));
    }
    return granted;
  }

  private void againstEvidenceOfOthers() {
    Arrays.stream(HazardFact.values())
        .filter(fact -> line.takes(fact) && !published.takes(fact))
        .filter(fact -> DECIDING.contains(fact) || line.action() == HazardAction.CORRECT)
        .forEach(
            fact ->
                refuse(
                    line.asksFor(fact) ? LifeCycleTables.FACTS : LifeCycleTables.ALSO,
                    HazardRules.FACT_OF_OTHERS,
                    published.source(),
                    "fact",
                    fact.term()));
  }

  private void againstHolding(boolean rectifies) {
    HazardAction action = line.action();
    boolean never = NEVER_HELD_UP.contains(action);
    for (Cited<HazardAction> step : beyond(line.steps(), published.steps())) {
      if (never || (rectifies && REPORTS.contains(step.value()))) {
        refuseHolding(LifeCycleTables.STEPS, step.value().term());
      }
    }
    if (never) {
      beyond(line.apart(), published.apart())
          .forEach(step -> refuseHolding(LifeCycleTables.APART, step.value().term()));
    }
    if (action == HazardAction.TAKE_INTERIM_MEASURES) {
      beyond(line.facts(), published.facts())
          .forEach(fact -> refuseHolding(LifeCycleTables.FACTS, fact.value().term()));
    }
    if ((never || rectifies) && !line.signatures().isEmpty()) {
      refuseHolding(LifeCycleTables.SIGNATURES, HazardAction.SIGN.term());
    }
  }

  /** What one list names and the other does not. */
  private static <T> List<Cited<T>> beyond(List<Cited<T>> items, List<Cited<T>> others) {
    Set<T> known = Cited.values(others);
    return items.stream().filter(item -> !known.contains(item.value())).toList();
  }

  private void withoutFact(HazardFact fact, SourceClause clause) {
    refuse(LifeCycleTables.FACTS, HazardRules.FACT_NOT_ASKED, clause, "fact", fact.term());
  }

  private void refuseCondition(Rule rule, Cited<Condition> condition) {
    refuse(
        LifeCycleTables.CONDITIONS,
        rule,
        condition.source(),
        "condition",
        condition.value().term());
  }

  private void refuseHolding(Column<?> column, Term more) {
    refuse(column, HazardRules.HELD_UP, published.source(), "more", more);
  }

  private void refuse(Column<?> column, Rule rule, SourceClause clause, String name, Term value) {
    Stream<Object> place =
        Stream.of(
            "action", line.action().term(), "from", line.from().term(), "scope", scope.term());
    Object[] values = Streams.concat(place, Stream.of(name, value)).toArray();
    flaws.add(TableFlaw.of(line, column, rule.brokenUnder(clause, values)));
  }
}
