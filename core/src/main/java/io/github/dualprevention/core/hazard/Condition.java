package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.judgement.Criterion;
import io.github.dualprevention.core.listing.DueDay;
import io.github.dualprevention.core.listing.ListingLimit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that a line of the life cycle can demand beyond duty, evidence, earlier steps and the
 * separation of persons. Lines name conditions by their codes; what each means is written here
 * once.
 *
 * <p>A standing condition is about the hazard alone, so that it can be answered before any evidence
 * is there; the others look at the evidence, and hold where it is missing, which is another reason.
 */
public enum Condition {
  /** There is a suspension on which nobody has decided. */
  SUSPENDED(
      "有尚未解除的停产停用",
      "something is suspended",
      Kind.DECISIVE,
      Occasion.withoutAny(Hazard.SUSPENDED)) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      return HazardRules.NOT_SUSPENDED.brokenUnder(source, "action", attempt.action());
    }
  },
  /** Nothing is suspended any more. */
  NOTHING_SUSPENDED(
      "停产停用已有恢复决定",
      "nothing is suspended any more",
      Kind.DECISIVE,
      Occasion.afterAny(Hazard.SUSPENDED)) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      return HazardRules.SUSPENDED.brokenUnder(source, "action", attempt.action());
    }

    @Override
    Optional<HazardAction> awaited() {
      return Optional.of(HazardAction.DECIDE_RESUMPTION);
    }

    @Override
    Optional<OwedStep> owed(Hazard hazard, SourceClause source) {
      return hazard
          .suspendedSince()
          .map(since -> new OwedStep(HazardAction.DECIDE_RESUMPTION, since, source));
    }
  },
  /** There is an order of a regulator. */
  ORDERED(
      "有监管指令",
      "there is an order of the regulator",
      Kind.DECISIVE,
      Occasion.without(HazardAction.RECEIVE_ORDER)) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      return HazardRules.NOT_ORDERED.brokenUnder(source, "action", attempt.action());
    }
  },
  /** There is no order of a regulator. */
  NOT_ORDERED(
      "没有监管指令",
      "there is no order of the regulator",
      Kind.DECISIVE,
      Occasion.after(HazardAction.RECEIVE_ORDER)) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      return HazardRules.ORDERED.brokenUnder(source, "action", attempt.action());
    }
  },
  /** What a regulator has ordered has passed the regulator's recheck. */
  RECHECKED(
      "监管指令已通过复查",
      "what was ordered has passed the recheck",
      Kind.STANDING,
      Occasion.after(HazardAction.RECEIVE_ORDER)) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      List<ReceivedOrder> open = openOrders(attempt.hazard());
      return open.isEmpty()
          ? null
          : HazardRules.NOT_RECHECKED.brokenUnder(
              source, "orders", joined(open, ReceivedOrder::document), "action", attempt.action());
    }

    @Override
    Optional<HazardAction> awaited() {
      return Optional.of(HazardAction.PASS_RECHECK);
    }

    @Override
    Optional<OwedStep> owed(Hazard hazard, SourceClause source) {
      return openOrders(hazard).stream()
          .map(ReceivedOrder::received)
          .min(Instant::compareTo)
          .map(since -> new OwedStep(HazardAction.PASS_RECHECK, since, source));
    }
  },
  /** The order that is rechecked is one that was received. */
  ORDER_RECEIVED(
      "所复查的指令确已收到",
      "the order that is rechecked was received",
      Kind.OF_EVIDENCE,
      Occasion.with(HazardFact.ORDER)) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      String step = String.valueOf(attempt.facts().get(HazardFact.ORDER));
      List<ReceivedOrder> orders = attempt.hazard().orders();
      Optional<ReceivedOrder> named =
          orders.stream().filter(order -> order.isNamedBy(step)).findFirst();
      if (named.isEmpty()) {
        return orders.isEmpty()
            ? null
            : HazardRules.ORDER_UNKNOWN.brokenUnder(
                source, "order", step, "orders", joined(orders, ReceivedOrder::toString));
      }
      return attempt.occurred().isBefore(named.get().received())
          ? HazardRules.TOO_EARLY.brokenUnder(
              source, "occurred", attempt.occurred(), "before", named.get().received())
          : null;
    }
  },
  /** The hazard is listed for supervision. */
  LISTED(
      "已挂牌督办", "it is listed for supervision", Kind.DECISIVE, Occasion.without(HazardAction.LIST)) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      return HazardRules.NOT_LISTED.brokenUnder(source, "action", attempt.action());
    }
  },
  /** The hazard is not listed, or has been delisted. */
  NOT_LISTED(
      "未挂牌或已摘牌", "it is not listed any more", Kind.DECISIVE, Occasion.after(HazardAction.LIST)) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      return HazardRules.LISTED.brokenUnder(source, "action", attempt.action());
    }

    @Override
    Optional<HazardAction> awaited() {
      return Optional.of(HazardAction.DELIST);
    }

    @Override
    Optional<OwedStep> owed(Hazard hazard, SourceClause source) {
      return owedSince(HazardAction.LIST, hazard, source);
    }
  },
  /** Nobody has proposed a major grade without an answer. */
  PROPOSAL_ANSWERED(
      "重大隐患提请已有结论",
      "every proposal as major is answered",
      Kind.DECISIVE,
      Occasion.after(HazardAction.PROPOSE_MAJOR)) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      return HazardRules.PROPOSAL_OPEN.brokenUnder(
          source,
          "criterion",
          attempt.hazard().latest(HazardFact.CRITERION).orElse("-"),
          "action",
          attempt.action());
    }

    @Override
    Optional<HazardAction> awaited() {
      return Optional.of(HazardAction.ASSESS);
    }

    @Override
    Optional<OwedStep> owed(Hazard hazard, SourceClause source) {
      return owedSince(HazardAction.PROPOSE_MAJOR, hazard, source);
    }
  },
  /** The hazard has never been graded as major, in whatever round. */
  NEVER_MAJOR(
      "从未判定为重大隐患",
      "it was never graded as major",
      Kind.DECISIVE,
      Occasion.afterAny(Hazard.EVER_MAJOR)) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      return HazardRules.WAS_MAJOR.brokenUnder(source, "action", attempt.action());
    }
  },
  /** This person has not signed what was submitted. */
  NOT_SIGNED_YET(
      "本人尚未会签", "the person has not signed yet", Kind.STANDING, Occasion.after(HazardAction.SIGN)) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      return attempt.hazard().hasSigned(attempt.actor().person())
          ? HazardRules.SIGNED_TWICE.brokenUnder(source, "action", attempt.action())
          : null;
    }
  },
  /** There is a deadline, and it has not passed. */
  EXTENSION_IN_TIME("治理期限尚未届满", "the deadline has not passed", Kind.STANDING, Occasion.ALWAYS) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      Optional<LocalDate> deadline = attempt.hazard().deadline();
      if (deadline.isEmpty()) {
        return HazardRules.DEADLINE_NONE.brokenUnder(source, "action", attempt.action());
      }
      return attempt.isOver(deadline.get())
          ? HazardRules.EXTENSION_LATE.brokenUnder(
              source, "deadline", deadline.get(), "day", attempt.today())
          : null;
    }
  },
  /** The deadline that is asked for is later than the present one. */
  EXTENDS(
      "申请的期限晚于现有期限",
      "the deadline asked for is later than the present one",
      Kind.OF_EVIDENCE,
      Occasion.with(HazardFact.PROPOSED_DEADLINE)) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      return notAfter(HazardFact.PROPOSED_DEADLINE, attempt, attempt.hazard().deadline(), source);
    }
  },
  /** The deadline that is granted is later than the present one, and not than what was asked. */
  EXTENDS_AS_ASKED(
      "批准的期限晚于现有期限且不晚于申请的期限",
      "the deadline granted is later than before, not later than asked",
      Kind.OF_EVIDENCE,
      Occasion.with(HazardFact.DEADLINE)) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      Reason early = notAfter(HazardFact.DEADLINE, attempt, attempt.hazard().deadline(), source);
      return early == null
          ? beyond(
              HazardFact.DEADLINE,
              attempt,
              HazardFact.PROPOSED_DEADLINE,
              attempt.hazard().latest(HazardFact.PROPOSED_DEADLINE).map(LocalDate::parse),
              source)
          : early;
    }
  },
  /** The deadline is not before the day on which it is set, unless it is in force already. */
  DEADLINE_AHEAD(
      "期限不早于当日",
      "the deadline is not past when it is set",
      Kind.OF_EVIDENCE,
      Occasion.with(HazardFact.DEADLINE)) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      LocalDate wanted = attempt.dayOf(HazardFact.DEADLINE);
      return wanted == null || !attempt.wasOver(wanted) || attempt.hazard().isDeadline(wanted)
          ? null
          : past(HazardFact.DEADLINE, attempt, source);
    }
  },
  /**
   * The deadline is not later than the one that is set; only an extension moves it, and the first
   * plan after the hazard turned out to be major.
   */
  DEADLINE_KEPT(
      "期限不晚于已定期限",
      "the deadline is not later than the one that is set",
      Kind.OF_EVIDENCE,
      Occasion.with(HazardFact.DEADLINE)) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      Hazard hazard = attempt.hazard();
      LocalDate set = hazard.ownDeadline();
      LocalDate wanted = attempt.dayOf(HazardFact.DEADLINE);
      if (set == null || wanted == null || !wanted.isAfter(set)) {
        return null;
      }
      boolean firstPlan =
          attempt.wanted() == HazardAction.PLAN
              && hazard.isMajor()
              && !hazard.counts(HazardAction.PLAN);
      return !firstPlan
          ? HazardRules.DEADLINE_MOVED.brokenUnder(
              source, "value", wanted, "deadline", set, "action", attempt.action())
          : null;
    }
  },
  /** The deadline is not later than what a regulator has ordered. */
  WITHIN_ORDER(
      "期限不晚于指令期限",
      "the deadline is not later than the ordered one",
      Kind.OF_EVIDENCE,
      Occasion.after(HazardAction.RECEIVE_ORDER)) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      return beyond(
          HazardFact.DEADLINE,
          attempt,
          HazardFact.ORDERED_DEADLINE,
          attempt.hazard().orderedDeadline(),
          source);
    }
  },
  /** The criterion is one of a standard in force. */
  CRITERION_HOLDS(
      "判定条款现行有效",
      "the criterion is in force",
      Kind.OF_EVIDENCE,
      Occasion.with(HazardFact.CRITERION)) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      String id = attempt.facts().get(HazardFact.CRITERION);
      if (id == null) {
        return null;
      }
      Outcome<Criterion> judged = attempt.profile().standards().judge(id, attempt.day());
      return judged.reasons().isEmpty() ? null : judged.reasons().get(0);
    }
  },
  /** Refusing a proposal, and lowering a major grade, comes with a reason. */
  LOWERING_REASONED(
      "不采纳提请或降低重大等级须说明理由",
      "a major grade is refused or lowered with a reason",
      Kind.OF_EVIDENCE,
      Occasion.afterAny(HazardAction.PROPOSE_MAJOR.mark() | Hazard.MAJOR_LAST)) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      return attempt.facts().containsKey(HazardFact.REASON) || !attempt.lowers()
          ? null
          : HazardRules.LOWERED_WITHOUT_REASON.brokenUnder(
              source, "action", attempt.action(), "fact", HazardFact.REASON.term());
    }
  },
  /** A hazard that a check has found names the measure that failed. */
  CHECK_WITH_MEASURE(
      "排查发现的隐患须指明失效措施",
      "what a check has found names the measure",
      Kind.OF_EVIDENCE,
      Occasion.with(HazardFact.CHECK)) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      Map<HazardFact, String> facts = attempt.facts();
      return facts.containsKey(HazardFact.CHECK) && !facts.containsKey(HazardFact.MEASURE)
          ? HazardRules.CHECK_WITHOUT_MEASURE.brokenUnder(
              source, "check", facts.get(HazardFact.CHECK))
          : null;
    }
  },
  /** A hazard that an informant has told of names no check, which would name the informant. */
  INFORMANT_LEFT_OUT(
      "举报隐患不得记录举报人的线索",
      "nothing leads to the informant",
      Kind.OF_EVIDENCE,
      Occasion.with(HazardFact.CHECK).or(Occasion.afterAny(Hazard.CHECKED))) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      Map<HazardFact, String> facts = attempt.facts();
      boolean told =
          HazardOrigin.WHISTLEBLOW.code().equals(facts.get(HazardFact.ORIGIN))
              && (facts.containsKey(HazardFact.CHECK)
                  || attempt.hazard().told(HazardFact.CHECK).isPresent());
      return told
          ? HazardRules.INFORMANT.brokenUnder(source, "fact", HazardFact.CHECK.term())
          : null;
    }
  },
  /** The level is one of the profile's. */
  LISTING_LEVEL_KNOWN(
      "督办级别在级别表中",
      "the level of the listing is known",
      Kind.OF_EVIDENCE,
      Occasion.with(HazardFact.LISTING_LEVEL)) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      String code = attempt.facts().get(HazardFact.LISTING_LEVEL);
      return code == null || attempt.profile().listing().level(code).isPresent()
          ? null
          : HazardRules.LISTING_LEVEL_UNKNOWN.brokenUnder(
              source, "level", code, "known", attempt.profile().listingLevels());
    }
  },
  /** The deadline of the listing lies ahead, and no further than the profile allows. */
  LISTING_DEADLINE_FITS(
      "督办期限不早于当日且不超过最长期限",
      "the deadline of the listing is neither past nor too far",
      Kind.OF_EVIDENCE,
      Occasion.with(HazardFact.LISTING_DEADLINE)) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      Reason past = past(HazardFact.LISTING_DEADLINE, attempt, source);
      LocalDate wanted = attempt.dayOf(HazardFact.LISTING_DEADLINE);
      if (past != null || wanted == null) {
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
  },
  /** An extension of the listing is asked for before it expires, as early as the profile wants. */
  LISTING_ASKED_IN_TIME(
      "在督办期限届满前按时申请", "the extension is asked for in time", Kind.STANDING, Occasion.ALWAYS) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
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
                last.source(),
                "deadline",
                deadline.get(),
                "last",
                last.day(),
                "day",
                attempt.today())
            : null;
      } catch (RefusedException notCovered) {
        return notCovered.reasons().get(0);
      }
    }
  },
  /** The listing deadline that is asked for is later than the present one. */
  LISTING_EXTENDS(
      "申请的督办期限晚于现有期限",
      "the listing deadline asked for is later than the present one",
      Kind.OF_EVIDENCE,
      Occasion.with(HazardFact.PROPOSED_LISTING_DEADLINE)) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      return notAfter(
          HazardFact.PROPOSED_LISTING_DEADLINE,
          attempt,
          attempt.hazard().listing().map(SupervisedListing::deadline),
          source);
    }
  },
  /** The listing deadline that is granted is later than before, and not than what was asked. */
  LISTING_EXTENDS_AS_ASKED(
      "批准的督办期限晚于现有期限且不晚于申请的期限",
      "the listing deadline granted is later than before, not later than asked",
      Kind.OF_EVIDENCE,
      Occasion.with(HazardFact.LISTING_DEADLINE)) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      Reason early =
          notAfter(
              HazardFact.LISTING_DEADLINE,
              attempt,
              attempt.hazard().listing().map(SupervisedListing::deadline),
              source);
      return early == null
          ? beyond(
              HazardFact.LISTING_DEADLINE,
              attempt,
              HazardFact.PROPOSED_LISTING_DEADLINE,
              attempt.hazard().latest(HazardFact.PROPOSED_LISTING_DEADLINE).map(LocalDate::parse),
              source)
          : early;
    }
  },
  /** The milestone is one of the listing, and was not reached before. */
  MILESTONE_OPEN(
      "节点属于本次挂牌且尚未完成",
      "the milestone is one that is still open",
      Kind.OF_EVIDENCE,
      Occasion.with(HazardFact.MILESTONE)) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      LocalDate day = attempt.dayOf(HazardFact.MILESTONE);
      return day == null
              || attempt.hazard().listing().stream()
                  .flatMap(listing -> listing.openMilestones().stream())
                  .anyMatch(open -> open.day().equals(day))
          ? null
          : HazardRules.MILESTONE_UNKNOWN.brokenUnder(source, "milestone", day);
    }
  },
  /** The step that is corrected says what is corrected. */
  CORRECTS_A_STEP(
      "更正的内容出自所指步骤",
      "the corrected step says what is corrected",
      Kind.OF_EVIDENCE,
      Occasion.with(HazardFact.CORRECTS)) {
    @Override
    @Nullable Reason against(Attempt attempt, SourceClause source) {
      Map<HazardFact, String> facts = attempt.facts();
      String number = facts.get(HazardFact.CORRECTS);
      if (number == null) {
        return null;
      }
      boolean told =
          attempt.hazard().steps().stream()
              .filter(step -> Integer.toString(step.number()).equals(number))
              .anyMatch(step -> step.facts().keySet().containsAll(corrected(facts)));
      return told && !corrected(facts).isEmpty()
          ? null
          : HazardRules.CORRECTION_UNKNOWN.brokenUnder(
              source, "step", number, "facts", named(corrected(facts)));
    }
  };

  private static final ImmutableMap<String, Condition> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), Condition::code);

  private static final Term NOTHING = new Term("-", new Wording("未填写", "nothing is given"));

  /** What a condition looks at. */
  private enum Kind {
    /** The hazard alone, and what counts decides it: where it is in question, it is broken. */
    DECISIVE,
    /** The hazard alone. */
    STANDING,
    /** The evidence. */
    OF_EVIDENCE
  }

  private final Term term;
  private final Kind kind;
  private final Occasion occasion;

  Condition(String zh, String en, Kind kind, Occasion occasion) {
    term = new Term(name(), new Wording(zh, en));
    this.kind = kind;
    this.occasion = occasion;
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
    return kind != Kind.OF_EVIDENCE;
  }

  /** Whether it is about the hazard alone, and must be asked to know. */
  boolean isOpen() {
    return kind == Kind.STANDING;
  }

  /** When it must be asked; else it holds. */
  Occasion occasion() {
    return occasion;
  }

  /** When it is certain to be broken. */
  Occasion broken() {
    return kind == Kind.DECISIVE ? occasion : Occasion.NEVER;
  }

  /** What must be done where the condition does not hold yet. */
  Optional<HazardAction> awaited() {
    return Optional.empty();
  }

  /** What is owed because the condition does not hold, and since when. */
  Optional<OwedStep> owed(Hazard hazard, SourceClause source) {
    return Optional.empty();
  }

  /** What is owed since the latest step of some kind, as long as that counts. */
  Optional<OwedStep> owedSince(HazardAction step, Hazard hazard, SourceClause source) {
    return hazard
        .last(step)
        .filter(last -> hazard.counts(step))
        .flatMap(last -> awaited().map(action -> new OwedStep(action, last.occurred(), source)));
  }

  /** Why it does not hold, where it is in question; null if it does. */
  abstract @Nullable Reason against(Attempt attempt, SourceClause source);

  private static List<ReceivedOrder> openOrders(Hazard hazard) {
    return hazard.orders().stream().filter(order -> !order.rechecked()).toList();
  }

  private static String joined(List<ReceivedOrder> orders, Function<ReceivedOrder, String> name) {
    return orders.stream().map(name).collect(Collectors.joining(", "));
  }

  private static Term named(Set<HazardFact> facts) {
    return facts.isEmpty()
        ? NOTHING
        : Term.list(facts.stream().sorted().map(HazardFact::term).toList());
  }

  private static Set<HazardFact> corrected(Map<HazardFact, String> facts) {
    Set<HazardFact> corrected = new HashSet<>(facts.keySet());
    corrected.remove(HazardFact.CORRECTS);
    corrected.remove(HazardFact.REASON);
    return corrected;
  }

  private static @Nullable Reason past(HazardFact fact, Attempt attempt, SourceClause source) {
    LocalDate wanted = attempt.dayOf(fact);
    return wanted != null && attempt.wasOver(wanted)
        ? HazardRules.DEADLINE_PAST.brokenUnder(
            source, "fact", fact.term(), "value", wanted, "day", attempt.day())
        : null;
  }

  /** A day that should be later than the present deadline. */
  private static @Nullable Reason notAfter(
      HazardFact fact, Attempt attempt, Optional<LocalDate> present, SourceClause source) {
    LocalDate wanted = attempt.dayOf(fact);
    return wanted == null || present.filter(day -> !wanted.isAfter(day)).isEmpty()
        ? null
        : HazardRules.EXTENSION_NOT_LATER.brokenUnder(
            source, "fact", fact.term(), "value", wanted, "deadline", present.get());
  }

  /** A day that should not be later than what an earlier step names. */
  private static @Nullable Reason beyond(
      HazardFact fact,
      Attempt attempt,
      HazardFact limit,
      Optional<LocalDate> last,
      SourceClause source) {
    LocalDate wanted = attempt.dayOf(fact);
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
