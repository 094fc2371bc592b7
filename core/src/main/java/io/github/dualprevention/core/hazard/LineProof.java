package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Holds a line of a changed life cycle against the published line for the same case. The changed
 * line does the same and asks for at least as much. What it adds must not hold up what must always
 * be possible, and must not tell what is only told elsewhere.
 */
final class LineProof {

  /**
   * Evidence that conditions, deadlines or counts go by: only the published lines say who tells.
   */
  private static final ImmutableSet<HazardFact> DECIDING =
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
   * Actions that make the rules for a hazard stricter: a table that holds them up asks for less.
   */
  private static final ImmutableSet<HazardAction> NEVER_HELD_UP =
      Sets.immutableEnumSet(
          HazardAction.TAKE_INTERIM_MEASURES,
          HazardAction.PROPOSE_MAJOR,
          HazardAction.RECEIVE_ORDER,
          HazardAction.LIST);

  private static final ImmutableSet<HazardAction> REPORTS =
      Sets.immutableEnumSet(HazardAction.REPORT, HazardAction.INFORM);
  private static final Term NO_DUTY =
      new Term("-", new Wording("无（任何人均可执行）", "none, so that anybody may do it"));

  /**
   * A list of what lines ask for.
   *
   * @param column where a file has it
   * @param of the list of a line
   * @param term how sentences speak about an item
   */
  private record Demands<T>(
      Column<?> column, Function<Transition, List<Cited<T>>> of, Function<T, Term> term) {

    /** What one line asks for and the other does not. */
    Stream<Cited<T>> beyond(Transition line, Transition other) {
      Set<T> known = Cited.values(of.apply(other));
      return of.apply(line).stream().filter(item -> !known.contains(item.value()));
    }
  }

  private static final Demands<HazardFact> FACTS =
      new Demands<>(LifeCycleTables.FACTS, Transition::facts, HazardFact::term);
  private static final Demands<HazardAction> STEPS =
      new Demands<>(LifeCycleTables.STEPS, Transition::steps, HazardAction::term);
  private static final Demands<HazardAction> APART =
      new Demands<>(LifeCycleTables.APART, Transition::apart, HazardAction::term);
  private static final Demands<Condition> CONDITIONS =
      new Demands<>(LifeCycleTables.CONDITIONS, Transition::conditions, Condition::term);

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
        known.stream()
            .filter(other -> other.isAbout(line.from(), line.action(), scope))
            .findFirst()
            .ifPresentOrElse(
                published -> new LineProof(line, scope, published, flaws).run(rectification),
                () -> flaws.add(newCase(line, scope)));
      }
    }
    return flaws;
  }

  private static TableFlaw newCase(Transition line, GradeScope scope) {
    return TableFlaw.of(
        line,
        LifeCycleTables.ACTION,
        HazardRules.CASE_NEW.broken(
            "from", line.from().term(), "action", line.action().term(), "scope", scope.term()));
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
    againstLess();
    againstOthersEvidence();
    againstHolding(rectification.contains(line.action()));
  }

  private void againstAnotherDeed() {
    if (line.to() != published.to()) {
      refuse(LifeCycleTables.TO, HazardRules.LEADS_ELSEWHERE, published.to().term());
    }
    if (!line.duty().equals(published.duty())) {
      Term duty = published.duty().map(Duty::term).orElse(NO_DUTY);
      refuse(LifeCycleTables.DUTY, HazardRules.DUTY_OTHER, duty);
    }
    added(CONDITIONS).forEach(more -> refuse(CONDITIONS, HazardRules.CONDITION_ADDED, more));
  }

  private void againstLess() {
    missing(FACTS).forEach(fact -> refuse(FACTS, HazardRules.FACT_NOT_ASKED, fact));
    missing(STEPS).forEach(step -> refuse(STEPS, HazardRules.STEP_NOT_AWAITED, step));
    missing(CONDITIONS).forEach(less -> refuse(CONDITIONS, HazardRules.CONDITION_MISSING, less));
    Set<HazardAction> granted = EnumSet.noneOf(HazardAction.class);
    line.weakens().stream().sorted().forEach(weakening -> granted.addAll(granted(weakening)));
    missing(APART)
        .filter(step -> !granted.contains(step.value()))
        .forEach(step -> refuse(APART, HazardRules.NOT_KEPT_APART, step));
  }

  /** The missing separations that a weakening grants; in exchange the line asks for evidence. */
  private Set<HazardAction> granted(Weakening weakening) {
    Set<HazardAction> granted =
        missing(APART)
            .map(Cited::value)
            .filter(weakening.grants(line, scope)::contains)
            .collect(Sets.toImmutableEnumSet());
    if (granted.isEmpty()) {
      refuse(LifeCycleTables.WEAKENS, HazardRules.WEAKENS_NOTHING, weakening.term());
    } else {
      weakening.inExchange().stream()
          .filter(fact -> !line.asksFor(fact))
          .forEach(fact -> refuse(FACTS.column(), HazardRules.FACT_NOT_ASKED, fact.term()));
    }
    return granted;
  }

  private void againstOthersEvidence() {
    Arrays.stream(HazardFact.values())
        .filter(fact -> line.takes(fact) && !published.takes(fact))
        .filter(fact -> DECIDING.contains(fact) || line.action() == HazardAction.CORRECT)
        .forEach(fact -> refuse(columnOf(fact), HazardRules.FACT_OF_OTHERS, fact.term()));
  }

  private Column<?> columnOf(HazardFact fact) {
    return line.asksFor(fact) ? LifeCycleTables.FACTS : LifeCycleTables.ALSO;
  }

  private void againstHolding(boolean rectifies) {
    boolean never = NEVER_HELD_UP.contains(line.action());
    added(STEPS)
        .filter(step -> never || (rectifies && REPORTS.contains(step.value())))
        .forEach(step -> refuse(STEPS, HazardRules.HELD_UP, step));
    added(APART).filter(step -> never).forEach(step -> refuse(APART, HazardRules.HELD_UP, step));
    added(FACTS)
        .filter(fact -> line.action() == HazardAction.TAKE_INTERIM_MEASURES)
        .forEach(fact -> refuse(FACTS, HazardRules.HELD_UP, fact));
    if ((never || rectifies) && !line.signatures().isEmpty()) {
      refuse(LifeCycleTables.SIGNATURES, HazardRules.HELD_UP, HazardAction.SIGN.term());
    }
  }

  private <T> Stream<Cited<T>> missing(Demands<T> demands) {
    return demands.beyond(published, line);
  }

  /** What the line asks for beyond the published one, which the clause of that forbids. */
  private <T> Stream<Cited<T>> added(Demands<T> demands) {
    return demands
        .beyond(line, published)
        .map(more -> new Cited<>(more.value(), published.source()));
  }

  private void refuse(Column<?> column, Rule rule, Term what) {
    refuse(column, rule, published.source(), what);
  }

  private <T> void refuse(Demands<T> demands, Rule rule, Cited<T> demand) {
    refuse(demands.column(), rule, demand.source(), demands.term().apply(demand.value()));
  }

  private void refuse(Column<?> column, Rule rule, SourceClause clause, Term what) {
    flaws.add(
        TableFlaw.of(
            line,
            column,
            rule.brokenUnder(
                clause,
                "from",
                line.from().term(),
                "action",
                line.action().term(),
                "scope",
                scope.term(),
                "what",
                what)));
  }
}
