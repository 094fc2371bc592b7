package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * A separation of persons that a table may leave out, for general hazards only. The line names the
 * weakening, and so does every decision that it allows.
 *
 * @source the separation of persons is a rule of design
 *     (github.com/qieqiesitan/digital-emergency-plan-generator), not of law
 */
public enum Weakening {
  /**
   * 验收人可以是治理人: what was fixed on the spot may be accepted by the person who fixed it, with a
   * reason.
   */
  ACCEPTOR_RECTIFIED(
      "验收人可以是治理人",
      "the acceptor may have rectified",
      Sets.immutableEnumSet(HazardState.FIXED_ON_SPOT),
      Sets.immutableEnumSet(HazardAction.ACCEPT),
      HazardAction.RECTIFYING_STEPS,
      Sets.immutableEnumSet(HazardFact.REASON)),
  /** 延期决定人可以是申请人: the person who asked for an extension may decide on it. */
  DECIDER_ASKED(
      "延期决定人可以是申请人",
      "whoever asked may decide on the extension",
      Sets.immutableEnumSet(HazardState.ASSESSED, HazardState.RECTIFYING),
      Sets.immutableEnumSet(HazardAction.GRANT_EXTENSION, HazardAction.REFUSE_EXTENSION),
      Sets.immutableEnumSet(HazardAction.REQUEST_EXTENSION),
      ImmutableSet.of());

  private static final ImmutableMap<String, Weakening> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), Weakening::code);

  private final Term term;
  private final ImmutableSet<HazardState> from;
  private final ImmutableSet<HazardAction> actions;
  private final ImmutableSet<HazardAction> separations;
  private final ImmutableSet<HazardFact> inExchange;

  Weakening(
      String zh,
      String en,
      ImmutableSet<HazardState> from,
      ImmutableSet<HazardAction> actions,
      ImmutableSet<HazardAction> separations,
      ImmutableSet<HazardFact> inExchange) {
    term = new Term(name(), new Wording(zh, en));
    this.from = from;
    this.actions = actions;
    this.separations = separations;
    this.inExchange = inExchange;
  }

  /**
   * Every constant by its code.
   *
   * @return an immutable map
   */
  public static Map<String, Weakening> byCode() {
    return BY_CODE;
  }

  /**
   * The stable code, as stored and exchanged.
   *
   * @return upper case English
   */
  public String code() {
    return name();
  }

  /**
   * Code and name.
   *
   * @return for sentences that speak about it
   */
  public Term term() {
    return term;
  }

  /** The separations that a line may leave out for hazards of a grade; none for major ones. */
  Set<HazardAction> grants(Transition line, GradeScope scope) {
    boolean granted =
        scope == GradeScope.GENERAL
            && from.contains(line.from())
            && actions.contains(line.action());
    return granted ? separations : Set.of();
  }

  /** The evidence that the line asks for instead. */
  Set<HazardFact> inExchange() {
    return inExchange;
  }
}
