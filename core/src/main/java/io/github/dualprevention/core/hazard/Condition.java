package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.Rule;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.judgement.Criterion;
import io.github.dualprevention.core.listing.DueDay;
import io.github.dualprevention.core.listing.ListingLimit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that a line of the life cycle can demand beyond duty, evidence, earlier steps and the
 * separation of persons. Lines name conditions by their codes; what each means is written here
 * once.
 *
 * <p>A standing condition is about the hazard and the person who acts, so that it can be answered
 * before any evidence is there. The others look at the evidence, and hold where it is missing; that
 * is another reason.
 */
public enum Condition {
  /** There is a suspension on which nobody has decided. */
  SUSPENDED(
      "有尚未解除的停产停用",
      "something is suspended",
      HazardRules.NOT_SUSPENDED,
      attempt -> attempt.hazard().suspendedSince().isPresent()),
  /** Nothing is suspended any more. */
  NOTHING_SUSPENDED(
      "停产停用已有恢复决定",
      "nothing is suspended any more",
      HazardRules.SUSPENDED,
      attempt -> attempt.hazard().suspendedSince().isEmpty()) {
    @Override
    Optional<HazardAction> awaited() {
      return Optional.of(HazardAction.DECIDE_RESUMPTION);
    }

    @Override
    Optional<Instant> brokenSince(Hazard hazard) {
      return hazard.suspendedSince();
    }
  },
  /** There is an order of a regulator. */
  ORDERED(
      "有监管指令",
      "there is an order of the regulator",
      HazardRules.NOT_ORDERED,
      attempt -> attempt.hazard().counts(HazardAction.RECEIVE_ORDER)),
  /** There is no order of a regulator. */
  NOT_ORDERED(
      "没有监管指令",
      "there is no order of the regulator",
      HazardRules.ORDERED,
      attempt -> !attempt.hazard().counts(HazardAction.RECEIVE_ORDER)),
  /** What a regulator has ordered has passed the regulator's recheck. */
  RECHECKED(
      "监管指令已通过复查", "what was ordered has passed the recheck", Kind.STANDING, Condition::recheck) {
    @Override
    Optional<HazardAction> awaited() {
      return Optional.of(HazardAction.PASS_RECHECK);
    }

    @Override
    Optional<Instant> brokenSince(Hazard hazard) {
      return openOrders(hazard).stream().map(ReceivedOrder::received).min(Instant::compareTo);
    }
  },
  /** The order that is rechecked is one that was received. */
  ORDER_RECEIVED(
      "所复查的指令确已收到", "the order that is rechecked was received", Kind.OF_EVIDENCE, Condition::order),
  /** The hazard is listed for supervision. */
  LISTED(
      "已挂牌督办",
      "it is listed for supervision",
      HazardRules.NOT_LISTED,
      attempt -> attempt.hazard().counts(HazardAction.LIST)),
  /** The hazard is not listed, or has been delisted. */
  NOT_LISTED(
      "未挂牌或已摘牌",
      "it is not listed any more",
      HazardRules.LISTED,
      attempt -> !attempt.hazard().counts(HazardAction.LIST)) {
    @Override
    Optional<HazardAction> awaited() {
      return Optional.of(HazardAction.DELIST);
    }

    @Override
    Optional<Instant> brokenSince(Hazard hazard) {
      return lastCounting(HazardAction.LIST, hazard);
    }
  },
  /** Nobody has proposed a major grade without an answer. */
  PROPOSAL_ANSWERED(
      "重大隐患提请已有结论", "every proposal as major is answered", Kind.STANDING, Condition::proposal) {
    @Override
    Optional<HazardAction> awaited() {
      return Optional.of(HazardAction.ASSESS);
    }

    @Override
    Optional<Instant> brokenSince(Hazard hazard) {
      return lastCounting(HazardAction.PROPOSE_MAJOR, hazard);
    }
  },
  /** The hazard was never graded as major, in this round or an earlier one. */
  NEVER_MAJOR(
      "从未判定为重大隐患",
      "it was never graded as major",
      HazardRules.WAS_MAJOR,
      attempt -> !attempt.hazard().wasEverMajor()),
  /** This person has not signed what was submitted. */
  NOT_SIGNED_YET(
      "本人尚未会签",
      "the person has not signed yet",
      HazardRules.SIGNED_TWICE,
      attempt -> !attempt.hazard().hasSigned(attempt.actor().person())),
  /** There is a deadline, and it has not passed. */
  EXTENSION_IN_TIME(
      "治理期限尚未届满", "the deadline has not passed", Kind.STANDING, Condition::extensionInTime),
  /** The deadline that is asked for is later than the present one. */
  EXTENDS(
      "申请的期限晚于现有期限",
      "the deadline asked for is later than the present one",
      Kind.OF_EVIDENCE,
      (attempt, source) ->
          later(HazardFact.PROPOSED_DEADLINE, attempt.hazard().deadline(), attempt, source)),
  /** The deadline that is granted is later than the present one, and not later than was asked. */
  EXTENDS_AS_ASKED(
      "批准的期限晚于现有期限且不晚于申请的期限",
      "the deadline granted is later than before, not later than asked",
      Kind.OF_EVIDENCE,
      (attempt, source) ->
          laterAsAsked(
              HazardFact.DEADLINE,
              HazardFact.PROPOSED_DEADLINE,
              attempt.hazard().deadline(),
              attempt,
              source)),
  /** The deadline is not before the day on which it is set, unless it is in force already. */
  DEADLINE_AHEAD(
      "期限不早于当日",
      "the deadline is not past when it is set",
      Kind.OF_EVIDENCE,
      Condition::deadlineAhead),
  /**
   * The deadline is not later than the one that is set; only an extension moves it, and the first
   * plan after the hazard turned out to be major.
   */
  DEADLINE_KEPT(
      "期限不晚于已定期限",
      "the deadline is not later than the one that is set",
      Kind.OF_EVIDENCE,
      Condition::deadlineKept),
  /** The deadline is not later than what a regulator has ordered. */
  WITHIN_ORDER(
      "期限不晚于指令期限",
      "the deadline is not later than the ordered one",
      Kind.OF_EVIDENCE,
      (attempt, source) ->
          notBeyond(
              HazardFact.DEADLINE,
              HazardFact.ORDERED_DEADLINE,
              attempt.hazard().orderedDeadline(),
              attempt,
              source)),
  /** The criterion is one of a standard in force. */
  CRITERION_HOLDS("判定条款现行有效", "the criterion is in force", Kind.OF_EVIDENCE, Condition::criterion),
  /** A proposal is refused, or a major grade lowered, with a reason. */
  LOWERING_REASONED(
      "不采纳提请或降低重大等级须说明理由",
      "a major grade is refused or lowered with a reason",
      Kind.OF_EVIDENCE,
      Condition::lowering),
  /** A hazard that a check has found names the measure that failed. */
  CHECK_WITH_MEASURE(
      "排查发现的隐患须指明失效措施",
      "what a check has found names the measure",
      Kind.OF_EVIDENCE,
      Condition::check),
  /** A hazard that an informant has told of names no check, which would name the informant. */
  INFORMANT_LEFT_OUT(
      "举报隐患不得记录举报人的线索", "nothing leads to the informant", Kind.OF_EVIDENCE, Condition::informant),
  /** The level is one of the profile's. */
  LISTING_LEVEL_KNOWN(
      "督办级别在级别表中", "the level of the listing is known", Kind.OF_EVIDENCE, Condition::listingLevel),
  /** The deadline of the listing lies ahead, and no further than the profile allows. */
  LISTING_DEADLINE_FITS(
      "督办期限不早于当日且不超过最长期限",
      "the deadline of the listing is neither past nor too far",
      Kind.OF_EVIDENCE,
      Condition::listingDeadline),
  /** An extension of the listing is asked for before it expires, as early as the profile wants. */
  LISTING_ASKED_IN_TIME(
      "在督办期限届满前按时申请",
      "the extension is asked for in time",
      Kind.STANDING,
      Condition::listingAskedInTime),
  /** The listing deadline that is asked for is later than the present one. */
  LISTING_EXTENDS(
      "申请的督办期限晚于现有期限",
      "the listing deadline asked for is later than the present one",
      Kind.OF_EVIDENCE,
      (attempt, source) ->
          later(
              HazardFact.PROPOSED_LISTING_DEADLINE,
              attempt.hazard().listing().map(SupervisedListing::deadline),
              attempt,
              source)),
  /** The listing deadline that is granted is later than before, and not later than was asked. */
  LISTING_EXTENDS_AS_ASKED(
      "批准的督办期限晚于现有期限且不晚于申请的期限",
      "the listing deadline granted is later than before, not later than asked",
      Kind.OF_EVIDENCE,
      (attempt, source) ->
          laterAsAsked(
              HazardFact.LISTING_DEADLINE,
              HazardFact.PROPOSED_LISTING_DEADLINE,
              attempt.hazard().listing().map(SupervisedListing::deadline),
              attempt,
              source)),
  /** The milestone is one of the listing, and was not reached before. */
  MILESTONE_OPEN(
      "节点属于本次挂牌且尚未完成",
      "the milestone is one that is still open",
      Kind.OF_EVIDENCE,
      Condition::milestone),
  /** The step that is corrected says what is corrected. */
  CORRECTS_A_STEP(
      "更正的内容出自所指步骤",
      "the corrected step says what is corrected",
      Kind.OF_EVIDENCE,
      Condition::correction);

  private static final ImmutableMap<String, Condition> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), Condition::code);

  private static final Term NOTHING = new Term("-", new Wording("未填写", "nothing is given"));

  /** What a condition looks at. */
  private enum Kind {
    /** The hazard and who acts, which are known before there is any evidence. */
    STANDING,
    /** The evidence. */
    OF_EVIDENCE
  }

  /** What a condition means. */
  private interface Meaning {
    /** Why it does not hold; null if it does. */
    @Nullable Reason against(Attempt attempt, SourceClause source);
  }

  private final Term term;
  private final Kind kind;

  @SuppressWarnings("ImmutableEnumChecker") // functions that keep nothing
  private final Meaning meaning;

  /** A standing condition that either holds or breaks the rule. */
  Condition(String zh, String en, Rule rule, Predicate<Attempt> holds) {
    this(
        zh,
        en,
        Kind.STANDING,
        (attempt, source) ->
            holds.test(attempt) ? null : rule.brokenUnder(source, "action", attempt.action()));
  }

  Condition(String zh, String en, Kind kind, Meaning meaning) {
    term = new Term(name(), new Wording(zh, en));
    this.kind = kind;
    this.meaning = meaning;
  }

  /**
   * Every condition by its code.
   *
   * @return an immutable map
   */
  public static Map<String, Condition> byCode() {
    return BY_CODE;
  }

  /**
   * The stable code, as tables name it.
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

  /** Whether it can be answered before there is any evidence. */
  boolean isStanding() {
    return kind == Kind.STANDING;
  }

  /** Why it does not hold; null if it does. */
  @Nullable Reason against(Attempt attempt, SourceClause source) {
    return meaning.against(attempt, source);
  }

  /** What must be done where the condition does not hold yet; empty for most. */
  Optional<HazardAction> awaited() {
    return Optional.empty();
  }

  /** Since when something must be done because the condition does not hold; empty for most. */
  Optional<Instant> brokenSince(Hazard hazard) {
    return Optional.empty();
  }

  /** What is owed because the condition does not hold, and since when. */
  Optional<OwedStep> owed(Hazard hazard, SourceClause source) {
    return awaited()
        .flatMap(action -> brokenSince(hazard).map(since -> new OwedStep(action, since, source)));
  }

  private static Optional<Instant> lastCounting(HazardAction step, Hazard hazard) {
    return hazard.counts(step) ? hazard.last(step).map(HazardStep::occurred) : Optional.empty();
  }

  private static @Nullable Reason recheck(Attempt attempt, SourceClause source) {
    List<ReceivedOrder> open = openOrders(attempt.hazard());
    return open.isEmpty()
        ? null
        : HazardRules.NOT_RECHECKED.brokenUnder(
            source, "orders", joined(open, ReceivedOrder::document), "action", attempt.action());
  }

  private static @Nullable Reason order(Attempt attempt, SourceClause source) {
    String step = attempt.facts().get(HazardFact.ORDER);
    List<ReceivedOrder> orders = attempt.hazard().orders();
    if (step == null || orders.isEmpty()) {
      return null;
    }
    Optional<ReceivedOrder> named =
        orders.stream().filter(order -> order.isNamedBy(step)).findFirst();
    if (named.isEmpty()) {
      return HazardRules.ORDER_UNKNOWN.brokenUnder(
          source, "order", step, "orders", joined(orders, ReceivedOrder::toString));
    }
    return attempt.occurred().isBefore(named.get().received())
        ? HazardRules.TOO_EARLY.brokenUnder(
            source, "occurred", attempt.occurred(), "before", named.get().received())
        : null;
  }

  private static List<ReceivedOrder> openOrders(Hazard hazard) {
    List<ReceivedOrder> open = new ArrayList<>(hazard.orders());
    open.removeIf(ReceivedOrder::rechecked);
    return open;
  }

  private static String joined(List<ReceivedOrder> orders, Function<ReceivedOrder, String> name) {
    return orders.stream().map(name).collect(Collectors.joining(", "));
  }

  private static @Nullable Reason proposal(Attempt attempt, SourceClause source) {
    return attempt.hazard().counts(HazardAction.PROPOSE_MAJOR)
        ? HazardRules.PROPOSAL_OPEN.brokenUnder(
            source,
            "criterion",
            attempt.hazard().latest(HazardFact.CRITERION).orElse("-"),
            "action",
            attempt.action())
        : null;
  }

  private static @Nullable Reason extensionInTime(Attempt attempt, SourceClause source) {
    Optional<LocalDate> deadline = attempt.hazard().deadline();
    if (deadline.isEmpty()) {
      return HazardRules.DEADLINE_NONE.brokenUnder(source, "action", attempt.action());
    }
    return attempt.today().isAfter(deadline.get())
        ? HazardRules.EXTENSION_LATE.brokenUnder(
            source, "deadline", deadline.get(), "day", attempt.today())
        : null;
  }

  private static @Nullable Reason deadlineAhead(Attempt attempt, SourceClause source) {
    LocalDate wanted = attempt.dayOf(HazardFact.DEADLINE);
    return wanted == null || attempt.hazard().isDeadline(wanted)
        ? null
        : notPast(HazardFact.DEADLINE, wanted, attempt, source);
  }

  private static @Nullable Reason deadlineKept(Attempt attempt, SourceClause source) {
    Hazard hazard = attempt.hazard();
    LocalDate set = hazard.ownDeadline();
    LocalDate wanted = set == null ? null : attempt.dayOf(HazardFact.DEADLINE);
    if (set == null || wanted == null || !wanted.isAfter(set)) {
      return null;
    }
    boolean firstPlan =
        attempt.line().action() == HazardAction.PLAN
            && hazard.isMajor()
            && !hazard.counts(HazardAction.PLAN);
    return firstPlan
        ? null
        : HazardRules.DEADLINE_MOVED.brokenUnder(
            source, "value", wanted, "deadline", set, "action", attempt.action());
  }

  private static @Nullable Reason criterion(Attempt attempt, SourceClause source) {
    String id = attempt.facts().get(HazardFact.CRITERION);
    if (id == null) {
      return null;
    }
    Outcome<Criterion> judged = attempt.profile().standards().judge(id, attempt.day());
    return judged.reasons().isEmpty() ? null : judged.reasons().get(0);
  }

  private static @Nullable Reason lowering(Attempt attempt, SourceClause source) {
    Hazard hazard = attempt.hazard();
    boolean reasoned = attempt.facts().containsKey(HazardFact.REASON) || !attempt.lowers();
    return reasoned || !(hazard.counts(HazardAction.PROPOSE_MAJOR) || hazard.wasMajorLast())
        ? null
        : HazardRules.LOWERED_WITHOUT_REASON.brokenUnder(
            source, "action", attempt.action(), "fact", HazardFact.REASON.term());
  }

  private static @Nullable Reason check(Attempt attempt, SourceClause source) {
    String check = attempt.facts().get(HazardFact.CHECK);
    return check == null || attempt.facts().containsKey(HazardFact.MEASURE)
        ? null
        : HazardRules.CHECK_WITHOUT_MEASURE.brokenUnder(source, "check", check);
  }

  private static @Nullable Reason informant(Attempt attempt, SourceClause source) {
    Map<HazardFact, String> facts = attempt.facts();
    boolean traceable =
        HazardOrigin.WHISTLEBLOW.code().equals(facts.get(HazardFact.ORIGIN))
            && (facts.containsKey(HazardFact.CHECK)
                || attempt.hazard().told(HazardFact.CHECK).isPresent());
    return traceable
        ? HazardRules.INFORMANT.brokenUnder(source, "fact", HazardFact.CHECK.term())
        : null;
  }

  private static @Nullable Reason listingLevel(Attempt attempt, SourceClause source) {
    String code = attempt.facts().get(HazardFact.LISTING_LEVEL);
    return code == null || attempt.profile().listing().level(code).isPresent()
        ? null
        : HazardRules.LISTING_LEVEL_UNKNOWN.brokenUnder(
            source, "level", code, "known", attempt.profile().listingLevels());
  }

  private static @Nullable Reason listingDeadline(Attempt attempt, SourceClause source) {
    LocalDate wanted = attempt.dayOf(HazardFact.LISTING_DEADLINE);
    if (wanted == null) {
      return null;
    }
    Reason past = notPast(HazardFact.LISTING_DEADLINE, wanted, attempt, source);
    if (past != null) {
      return past;
    }
    try {
      Optional<DueDay> last = attempt.profile().due(ListingLimit.LONGEST, attempt.day());
      return last.filter(due -> wanted.isAfter(due.day())).isPresent()
          ? HazardRules.LISTING_TOO_LONG.brokenUnder(
              last.get().source(), "value", wanted, "last", last.get().day())
          : null;
    } catch (RefusedException notCovered) {
      return notCovered.reasons().get(0);
    }
  }

  private static @Nullable Reason listingAskedInTime(Attempt attempt, SourceClause source) {
    Optional<LocalDate> deadline = attempt.hazard().listing().map(SupervisedListing::deadline);
    if (deadline.isEmpty()) {
      return null;
    }
    try {
      DueDay last =
          attempt
              .profile()
              .due(ListingLimit.ASK_BEFORE, deadline.get())
              .orElse(new DueDay(deadline.get(), source));
      return attempt.today().isAfter(last.day())
          ? HazardRules.LISTING_ASKED_LATE.brokenUnder(
              last.source(), "deadline", deadline.get(), "last", last.day(), "day", attempt.today())
          : null;
    } catch (RefusedException notCovered) {
      return notCovered.reasons().get(0);
    }
  }

  private static @Nullable Reason milestone(Attempt attempt, SourceClause source) {
    LocalDate day = attempt.dayOf(HazardFact.MILESTONE);
    return day == null
            || attempt.hazard().listing().stream()
                .flatMap(listing -> listing.openMilestones().stream())
                .anyMatch(open -> open.day().equals(day))
        ? null
        : HazardRules.MILESTONE_UNKNOWN.brokenUnder(source, "milestone", day);
  }

  private static @Nullable Reason correction(Attempt attempt, SourceClause source) {
    String number = attempt.facts().get(HazardFact.CORRECTS);
    if (number == null) {
      return null;
    }
    Set<HazardFact> corrected = new TreeSet<>(attempt.facts().keySet());
    corrected.remove(HazardFact.CORRECTS);
    corrected.remove(HazardFact.REASON);
    boolean told =
        attempt.hazard().steps().stream()
            .filter(step -> Integer.toString(step.number()).equals(number))
            .anyMatch(step -> step.facts().keySet().containsAll(corrected));
    return told && !corrected.isEmpty()
        ? null
        : HazardRules.CORRECTION_UNKNOWN.brokenUnder(
            source, "step", number, "facts", named(corrected));
  }

  private static Term named(Set<HazardFact> facts) {
    return facts.isEmpty() ? NOTHING : Term.list(facts.stream().map(HazardFact::term).toList());
  }

  /** A day must not be over on the day on which it is set. */
  private static @Nullable Reason notPast(
      HazardFact fact, LocalDate wanted, Attempt attempt, SourceClause source) {
    return wanted.isBefore(attempt.day())
        ? HazardRules.DEADLINE_PAST.brokenUnder(
            source, "fact", fact.term(), "value", wanted, "day", attempt.day())
        : null;
  }

  /** A day must be later than the present deadline. */
  private static @Nullable Reason later(
      HazardFact fact, Optional<LocalDate> present, Attempt attempt, SourceClause source) {
    LocalDate wanted = attempt.dayOf(fact);
    return wanted == null || present.isEmpty() || wanted.isAfter(present.get())
        ? null
        : HazardRules.EXTENSION_NOT_LATER.brokenUnder(
            source, "fact", fact.term(), "value", wanted, "deadline", present.get());
  }

  /** A day must be later than the present deadline, and not later than was asked. */
  private static @Nullable Reason laterAsAsked(
      HazardFact fact,
      HazardFact asked,
      Optional<LocalDate> present,
      Attempt attempt,
      SourceClause source) {
    Reason early = later(fact, present, attempt, source);
    return early == null
        ? notBeyond(
            fact, asked, attempt.hazard().latest(asked).map(LocalDate::parse), attempt, source)
        : early;
  }

  /** A day must not be later than the last one that something else allows. */
  private static @Nullable Reason notBeyond(
      HazardFact fact,
      HazardFact limit,
      Optional<LocalDate> last,
      Attempt attempt,
      SourceClause source) {
    LocalDate wanted = last.isEmpty() ? null : attempt.dayOf(fact);
    return wanted == null || last.filter(wanted::isAfter).isEmpty()
        ? null
        : HazardRules.BEYOND.brokenUnder(
            source,
            "fact",
            fact.term(),
            "value",
            wanted,
            "limit",
            limit.term(),
            "last",
            last.get());
  }
}
