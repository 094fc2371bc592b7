package io.github.dualprevention.core.hazard;

import static io.github.dualprevention.core.hazard.HazardAction.ACCEPT;
import static io.github.dualprevention.core.hazard.HazardAction.ASSESS;
import static io.github.dualprevention.core.hazard.HazardAction.ASSESS_RESUMPTION;
import static io.github.dualprevention.core.hazard.HazardAction.CLOSE_OUT;
import static io.github.dualprevention.core.hazard.HazardAction.CONFIRM;
import static io.github.dualprevention.core.hazard.HazardAction.CORRECT;
import static io.github.dualprevention.core.hazard.HazardAction.DECIDE_RESUMPTION;
import static io.github.dualprevention.core.hazard.HazardAction.DELIST;
import static io.github.dualprevention.core.hazard.HazardAction.DISMISS;
import static io.github.dualprevention.core.hazard.HazardAction.FAIL_RECHECK;
import static io.github.dualprevention.core.hazard.HazardAction.FIX_ON_SPOT;
import static io.github.dualprevention.core.hazard.HazardAction.GRANT_EXTENSION;
import static io.github.dualprevention.core.hazard.HazardAction.GRANT_LISTING_EXTENSION;
import static io.github.dualprevention.core.hazard.HazardAction.INFORM;
import static io.github.dualprevention.core.hazard.HazardAction.LIST;
import static io.github.dualprevention.core.hazard.HazardAction.PASS_RECHECK;
import static io.github.dualprevention.core.hazard.HazardAction.PLAN;
import static io.github.dualprevention.core.hazard.HazardAction.PROPOSE_MAJOR;
import static io.github.dualprevention.core.hazard.HazardAction.PUBLISH_DELISTING;
import static io.github.dualprevention.core.hazard.HazardAction.PUBLISH_LISTING;
import static io.github.dualprevention.core.hazard.HazardAction.REACH_MILESTONE;
import static io.github.dualprevention.core.hazard.HazardAction.RECEIVE_ORDER;
import static io.github.dualprevention.core.hazard.HazardAction.RECTIFYING_STEPS;
import static io.github.dualprevention.core.hazard.HazardAction.REFUSE_EXTENSION;
import static io.github.dualprevention.core.hazard.HazardAction.REFUSE_LISTING_EXTENSION;
import static io.github.dualprevention.core.hazard.HazardAction.REJECT;
import static io.github.dualprevention.core.hazard.HazardAction.REOPEN;
import static io.github.dualprevention.core.hazard.HazardAction.REPORT;
import static io.github.dualprevention.core.hazard.HazardAction.REQUEST_EXTENSION;
import static io.github.dualprevention.core.hazard.HazardAction.REQUEST_LISTING_EXTENSION;
import static io.github.dualprevention.core.hazard.HazardAction.SIGN;
import static io.github.dualprevention.core.hazard.HazardAction.START;
import static io.github.dualprevention.core.hazard.HazardAction.SUBMIT;
import static io.github.dualprevention.core.hazard.HazardAction.TAKE_INTERIM_MEASURES;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.responsibility.Duty;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Holds each line of a life cycle against what its action means. */
final class LineProof {

  private static final ImmutableSet<HazardAction> REPORTS = Sets.immutableEnumSet(REPORT, INFORM);
  private static final ImmutableSet<HazardState> AWAITING =
      Sets.immutableEnumSet(HazardState.RECTIFIED, HazardState.FIXED_ON_SPOT);
  private static final ImmutableSet<HazardState> ACCEPTED =
      Sets.immutableEnumSet(HazardState.ACCEPTED);
  private static final ImmutableSet<HazardState> BEFORE_RECTIFICATION =
      Sets.immutableEnumSet(HazardState.REGISTERED, HazardState.ASSESSED);

  /** Where nobody comes without a plan for a major hazard. */
  private static final ImmutableSet<HazardState> RECTIFICATION =
      Sets.immutableEnumSet(
          HazardState.RECTIFYING,
          HazardState.FIXED_ON_SPOT,
          HazardState.RECTIFIED,
          HazardState.ACCEPTED,
          HazardState.CLOSED);

  /** The actions that lead to another state; every other one is only recorded. */
  private static final ImmutableSet<HazardAction> MOVING =
      Sets.immutableEnumSet(
          HazardAction.REGISTER,
          ASSESS,
          DISMISS,
          START,
          FIX_ON_SPOT,
          SUBMIT,
          ACCEPT,
          REJECT,
          FAIL_RECHECK,
          CLOSE_OUT,
          REOPEN);

  /** What can still be recorded when all is over. */
  private static final ImmutableSet<HazardAction> AFTERWARDS =
      Sets.immutableEnumSet(CORRECT, PUBLISH_DELISTING);

  /** What anybody may do, whatever duties he has. */
  private static final ImmutableSet<HazardAction> BY_ANYBODY =
      Sets.immutableEnumSet(
          TAKE_INTERIM_MEASURES,
          HazardAction.ESCALATE,
          PROPOSE_MAJOR,
          SIGN,
          HazardAction.IMPORT,
          HazardAction.MIGRATE);

  /** The only actions after which a hazard has no grade any more. */
  private static final ImmutableSet<HazardAction> UNGRADING =
      Sets.immutableEnumSet(DISMISS, REOPEN);

  /** What may hold a rectification: nothing but the days that its deadline keeps to. */
  private static final ImmutableSet<Condition> OF_DEADLINES =
      Sets.immutableEnumSet(
          Condition.DEADLINE_AHEAD, Condition.DEADLINE_KEPT, Condition.WITHIN_ORDER);

  /** What is not so with every hazard, so that a close-out cannot demand it. */
  private static final ImmutableSet<Condition> PRESUMED =
      Sets.immutableEnumSet(Condition.LISTED, Condition.ORDERED, Condition.SUSPENDED);

  /** Who may set a deadline. */
  private static final ImmutableSet<HazardAction> SETTING_DEADLINES =
      Sets.immutableEnumSet(PLAN, START, REJECT, FAIL_RECHECK, GRANT_EXTENSION);

  /** What a correction cannot touch: what decisions go by has actions of its own. */
  private static final ImmutableSet<HazardFact> NOT_MENDABLE =
      Sets.immutableEnumSet(
          HazardFact.GRADE,
          HazardFact.DEADLINE,
          HazardFact.PROPOSED_DEADLINE,
          HazardFact.ORDER,
          HazardFact.ORDERED_DEADLINE,
          HazardFact.LISTING_DEADLINE,
          HazardFact.PROPOSED_LISTING_DEADLINE,
          HazardFact.MILESTONES,
          HazardFact.MILESTONE,
          HazardFact.CRITERION,
          HazardFact.INTERIM_KIND,
          HazardFact.RESUMPTION,
          HazardFact.ESCALATED_TO,
          HazardFact.CHECK,
          HazardFact.LISTING_LEVEL,
          HazardFact.RESULT,
          HazardFact.PROOF,
          HazardFact.FINDING);

  private static final ImmutableSet<HazardFact> PLAN_OF_A_MAJOR_ONE =
      Sets.immutableEnumSet(
          HazardFact.GOALS,
          HazardFact.RESPONSIBLE,
          HazardFact.MEASURES,
          HazardFact.FUNDS,
          HazardFact.DEADLINE,
          HazardFact.CONTINGENCY);

  private static final Term STAY = what("保持状态不变", "leave the state as it is");
  private static final Term HAVE_DUTY = what("要求相应的职责", "ask for the duty that belongs to it");
  private static final Term HAVE_EVIDENCE =
      what("要求相应的全部内容", "ask for all the evidence that belongs to it");
  private static final Term START_RIGHT = what("始于相应的状态", "start in a state that belongs to it");
  private static final Term KEEP_APART =
      what("将相应的人员分开", "keep the persons apart that belong to it");
  private static final Term BE_APART =
      what(
          "将验收人与治理人分开（一般隐患即查即改、说明理由并注明放宽的除外）",
          "keep the acceptor apart from the rectifier, unless a general hazard was fixed on the spot, a reason is given and the weakening is named");
  private static final Term BE_FREE =
      what("除临时措施本身外不设任何条件", "have no condition but the measure itself");
  private static final Term BE_A_RECTIFYING_STEP =
      what("是提请验收或即查即改", "be a submission or a fix on the spot");
  private static final Term SET_NO_DEADLINE = what("不涉及治理期限", "set no deadline");
  private static final Term MEND_NO_DECISION =
      what("不涉及决定所依据的内容", "mend nothing that decisions go by");
  private static final Term BE_AT_EASE =
      what("除期限外不以任何状况为条件", "be held by nothing but its deadline");
  private static final Term CLOSE_FOR_ALL =
      what("不以挂牌、指令或停产停用为条件", "not presume a listing, an order or a suspension");
  private static final Term KEEP_THE_GRADE = what("保留等级", "keep the grade");
  private static final Term WEAKEN_SOMETHING =
      what("确有所注明的放宽", "weaken what it says that it weakens");
  private static final Term BE_BY_ITSELF = what("不出现在流转表中", "not be in a table");

  /**
   * What a line must be, so that its action is what its name says.
   *
   * @param from where it may start; anywhere if empty
   * @param duty the duty that it must ask for; any or none if empty
   * @param facts the evidence that it must ask for
   * @param steps what it must wait for
   * @param apart whom it must keep away
   * @param conditions what it must demand
   */
  private record Meaning(
      Set<HazardState> from,
      Optional<Duty> duty,
      Set<HazardFact> facts,
      Set<HazardAction> steps,
      Set<HazardAction> apart,
      Set<Condition> conditions) {

    static Meaning of(HazardFact... facts) {
      return new Meaning(Set.of(), Optional.empty(), Set.of(facts), Set.of(), Set.of(), Set.of());
    }

    Meaning from(Set<HazardState> states) {
      return new Meaning(states, duty, facts, steps, apart, conditions);
    }

    Meaning by(Duty asked) {
      return new Meaning(from, Optional.of(asked), facts, steps, apart, conditions);
    }

    Meaning after(HazardAction... waits) {
      return new Meaning(from, duty, facts, Set.of(waits), apart, conditions);
    }

    Meaning apartFrom(Set<HazardAction> others) {
      return new Meaning(from, duty, facts, steps, others, conditions);
    }

    Meaning demanding(Condition... demanded) {
      return new Meaning(from, duty, facts, steps, apart, Set.of(demanded));
    }
  }

  private static final ImmutableMap<HazardAction, Meaning> MEANINGS =
      ImmutableMap.<HazardAction, Meaning>builder()
          .put(
              HazardAction.REGISTER,
              Meaning.of().from(Sets.immutableEnumSet(HazardState.DISCOVERED)))
          .put(REJECT, Meaning.of(HazardFact.REASON).by(Duty.ACCEPT))
          .put(CLOSE_OUT, Meaning.of().by(Duty.CLOSE_OUT))
          .put(ASSESS, Meaning.of(HazardFact.GRADE, HazardFact.GROUNDS).by(Duty.ASSESS))
          .put(PROPOSE_MAJOR, Meaning.of(HazardFact.CRITERION).demanding(Condition.CRITERION_HOLDS))
          .put(
              DISMISS,
              Meaning.of(HazardFact.REASON)
                  .by(Duty.ASSESS)
                  .from(BEFORE_RECTIFICATION)
                  .apartFrom(RECTIFYING_STEPS))
          .put(
              RECEIVE_ORDER,
              Meaning.of(HazardFact.DOCUMENT, HazardFact.BODY, HazardFact.ORDERED_DEADLINE))
          .put(
              REPORT,
              Meaning.of(
                  HazardFact.STATUS_AND_CAUSE,
                  HazardFact.HARM_AND_DIFFICULTY,
                  HazardFact.GOVERNANCE_PLAN))
          .put(INFORM, Meaning.of(HazardFact.AUDIENCE))
          .put(SUBMIT, Meaning.of(HazardFact.RESULT).by(Duty.RECTIFY))
          .put(FIX_ON_SPOT, Meaning.of(HazardFact.RESULT).by(Duty.RECTIFY))
          .put(
              REQUEST_EXTENSION,
              Meaning.of(HazardFact.PROPOSED_DEADLINE, HazardFact.REASON)
                  .demanding(Condition.EXTENSION_IN_TIME, Condition.EXTENDS))
          .put(
              GRANT_EXTENSION,
              Meaning.of(HazardFact.DEADLINE)
                  .after(REQUEST_EXTENSION)
                  .demanding(Condition.EXTENDS_AS_ASKED))
          .put(REFUSE_EXTENSION, Meaning.of(HazardFact.REASON).after(REQUEST_EXTENSION))
          .put(
              SIGN,
              Meaning.of(HazardFact.FINDING)
                  .from(AWAITING)
                  .apartFrom(RECTIFYING_STEPS)
                  .demanding(Condition.NOT_SIGNED_YET))
          .put(ACCEPT, Meaning.of(HazardFact.FINDING).from(AWAITING).by(Duty.ACCEPT))
          .put(
              CONFIRM,
              Meaning.of(HazardFact.FINDING)
                  .from(ACCEPTED)
                  .by(Duty.ACCEPT)
                  .apartFrom(Sets.union(RECTIFYING_STEPS, Set.of(ACCEPT))))
          .put(
              PASS_RECHECK,
              Meaning.of(HazardFact.DOCUMENT, HazardFact.BODY, HazardFact.ORDER, HazardFact.FINDING)
                  .from(ACCEPTED)
                  .demanding(Condition.ORDERED, Condition.ORDER_RECEIVED))
          .put(
              FAIL_RECHECK,
              Meaning.of(HazardFact.DOCUMENT, HazardFact.BODY, HazardFact.ORDER, HazardFact.REASON)
                  .from(ACCEPTED)
                  .demanding(Condition.ORDERED, Condition.ORDER_RECEIVED))
          .put(
              ASSESS_RESUMPTION,
              Meaning.of(HazardFact.FINDING).from(ACCEPTED).demanding(Condition.SUSPENDED))
          .put(
              DECIDE_RESUMPTION,
              Meaning.of(HazardFact.RESUMPTION)
                  .from(ACCEPTED)
                  .after(ASSESS_RESUMPTION)
                  .apartFrom(Set.of(ASSESS_RESUMPTION))
                  .demanding(Condition.SUSPENDED))
          .put(
              LIST,
              Meaning.of(
                      HazardFact.DOCUMENT,
                      HazardFact.BODY,
                      HazardFact.LISTING_LEVEL,
                      HazardFact.LISTING_DEADLINE,
                      HazardFact.RESPONSIBLE)
                  .demanding(
                      Condition.NOT_LISTED,
                      Condition.LISTING_LEVEL_KNOWN,
                      Condition.LISTING_DEADLINE_FITS))
          .put(PUBLISH_LISTING, Meaning.of(HazardFact.PUBLICATION).demanding(Condition.LISTED))
          .put(
              REACH_MILESTONE,
              Meaning.of(HazardFact.MILESTONE)
                  .demanding(Condition.LISTED, Condition.MILESTONE_OPEN))
          .put(
              REQUEST_LISTING_EXTENSION,
              Meaning.of(HazardFact.PROPOSED_LISTING_DEADLINE, HazardFact.REASON)
                  .demanding(
                      Condition.LISTED, Condition.LISTING_ASKED_IN_TIME, Condition.LISTING_EXTENDS))
          .put(
              GRANT_LISTING_EXTENSION,
              Meaning.of(HazardFact.DOCUMENT, HazardFact.BODY, HazardFact.LISTING_DEADLINE)
                  .after(REQUEST_LISTING_EXTENSION)
                  .demanding(Condition.LISTED, Condition.LISTING_EXTENDS_AS_ASKED))
          .put(
              REFUSE_LISTING_EXTENSION,
              Meaning.of(HazardFact.DOCUMENT, HazardFact.BODY, HazardFact.REASON)
                  .after(REQUEST_LISTING_EXTENSION)
                  .demanding(Condition.LISTED))
          .put(
              DELIST,
              Meaning.of(HazardFact.DOCUMENT, HazardFact.BODY)
                  .from(ACCEPTED)
                  .demanding(Condition.LISTED))
          .put(PUBLISH_DELISTING, Meaning.of(HazardFact.PUBLICATION).after(DELIST))
          .put(
              CORRECT,
              Meaning.of(HazardFact.CORRECTS, HazardFact.REASON)
                  .demanding(Condition.CORRECTS_A_STEP))
          .buildOrThrow();

  /**
   * What some lines must demand as soon as the table knows something else.
   *
   * @param where whether the table knows it
   * @param lines which lines
   * @param condition what they must demand
   */
  private record Guard(
      Predicate<Transition> where, Predicate<Transition> lines, Condition condition) {}

  private static final ImmutableList<Guard> GUARDS =
      ImmutableList.of(
          new Guard(does(LIST), LineProof::ends, Condition.NOT_LISTED),
          new Guard(does(RECEIVE_ORDER), LineProof::closes, Condition.RECHECKED),
          new Guard(does(RECEIVE_ORDER), does(DISMISS), Condition.NOT_ORDERED),
          new Guard(does(RECEIVE_ORDER), takes(HazardFact.DEADLINE), Condition.WITHIN_ORDER),
          new Guard(takes(HazardFact.INTERIM_KIND), LineProof::ends, Condition.NOTHING_SUSPENDED),
          new Guard(
              does(PROPOSE_MAJOR), does(ACCEPT).or(LineProof::ends), Condition.PROPOSAL_ANSWERED),
          new Guard(does(PROPOSE_MAJOR), does(ASSESS), Condition.LOWERING_REASONED),
          new Guard(
              does(REQUEST_EXTENSION),
              takes(HazardFact.DEADLINE).and(does(GRANT_EXTENSION).negate()),
              Condition.DEADLINE_KEPT));

  private final List<Transition> lines;
  private final BiConsumer<Transition, Reason> wrong;

  /** Takes the whole table, and where findings go. */
  LineProof(List<Transition> lines, BiConsumer<Transition, Reason> wrong) {
    this.lines = lines;
    this.wrong = wrong;
  }

  private static Term what(String zh, String en) {
    return new Term(en, new Wording(zh, en));
  }

  private static Predicate<Transition> does(HazardAction action) {
    return line -> line.action() == action;
  }

  private static Predicate<Transition> takes(HazardFact fact) {
    return line -> line.takes(fact);
  }

  private static boolean closes(Transition line) {
    return line.moves() && line.to() == HazardState.CLOSED;
  }

  private static boolean ends(Transition line) {
    return closes(line) || line.action() == DISMISS;
  }

  /** Everything that is wrong with single lines. */
  void run() {
    lines.forEach(this::againstLine);
    for (Guard guard : GUARDS) {
      if (lines.stream().anyMatch(guard.where())) {
        lines.stream()
            .filter(guard.lines())
            .filter(line -> !line.demands(guard.condition()))
            .forEach(line -> misses(line, guard.condition()));
      }
    }
  }

  private void misses(Transition line, Condition condition) {
    wrong.accept(
        line,
        HazardRules.CONDITION_MISSING.broken(
            "from",
            line.from().term(),
            "action",
            line.action().term(),
            "condition",
            condition.term()));
  }

  private void againstLine(Transition line) {
    if (!line.from().isGraded() && line.scope() != GradeScope.ANY) {
      wrong.accept(line, HazardRules.SCOPE_WITHOUT_GRADE.broken("from", line.from().term()));
    }
    if (line.to().isGraded() && !line.from().isGraded() && !line.grades()) {
      wrong.accept(
          line,
          HazardRules.GRADE_FROM_NOWHERE.broken(
              "from", line.from().term(), "action", line.action().term(), "to", line.to().term()));
    }
    if (line.grades() && line.to() != HazardState.ASSESSED) {
      wrong.accept(line, HazardRules.GRADED_ELSEWHERE.broken("to", line.to().term()));
    }
    boolean rejects = line.action() == REJECT || line.action() == FAIL_RECHECK;
    if (rejects && line.to() != HazardState.RECTIFYING) {
      wrong.accept(line, HazardRules.REJECTED_ELSEWHERE.broken("to", line.to().term()));
    }
    againstShortcut(line);
    againstMeaning(line);
    againstLooseness(line);
    againstAwaited(line);
    againstWaiting(line);
    if (line.scope() != GradeScope.GENERAL) {
      againstMajor(line);
    }
  }

  private void againstMeaning(Transition line) {
    Meaning meaning = MEANINGS.get(line.action());
    if (meaning == null) {
      return;
    }
    must(line, meaning.from().isEmpty() || meaning.from().contains(line.from()), START_RIGHT);
    must(line, meaning.duty().isEmpty() || line.duty().equals(meaning.duty()), HAVE_DUTY);
    must(line, meaning.facts().stream().allMatch(line::asksFor), HAVE_EVIDENCE);
    must(line, meaning.apart().stream().allMatch(line::keepsApart), KEEP_APART);
    meaning.steps().stream()
        .filter(step -> !line.waitsFor(step))
        .sorted()
        .forEach(step -> withoutStep(line, step));
    meaning.conditions().stream()
        .filter(condition -> !line.demands(condition))
        .sorted()
        .forEach(condition -> misses(line, condition));
  }

  /** What depends on more than the action. */
  private void againstLooseness(Transition line) {
    HazardAction action = line.action();
    must(line, action != HazardAction.IMPORT && action != HazardAction.MIGRATE, BE_BY_ITSELF);
    must(line, MOVING.contains(action) || !line.moves(), STAY);
    must(line, BY_ANYBODY.contains(action) || line.duty().isPresent(), HAVE_DUTY);
    must(line, isAtEase(line), BE_AT_EASE);
    boolean closesOn = line.conditions().stream().map(Cited::value).anyMatch(PRESUMED::contains);
    must(line, !closes(line) || !closesOn, CLOSE_FOR_ALL);
    boolean ungrades = line.from().isGraded() && !line.to().isGraded();
    must(line, !ungrades || UNGRADING.contains(action), KEEP_THE_GRADE);
    boolean rectifies = AWAITING.contains(line.to()) && line.moves();
    must(line, !rectifies || RECTIFYING_STEPS.contains(action), BE_A_RECTIFYING_STEP);
    boolean sets = line.takes(HazardFact.DEADLINE);
    must(line, !sets || SETTING_DEADLINES.contains(action), SET_NO_DEADLINE);
    boolean mends = action != CORRECT || NOT_MENDABLE.stream().noneMatch(line::takes);
    must(line, mends, MEND_NO_DECISION);
    Set<Weakening> used =
        switch (action) {
          case ACCEPT -> acceptance(line);
          case GRANT_EXTENSION, REFUSE_EXTENSION -> decision(line);
          default -> Set.of();
        };
    must(line, line.weakens().equals(used), WEAKEN_SOMETHING);
    if (action == TAKE_INTERIM_MEASURES) {
      boolean free =
          line.apart().isEmpty()
              && line.conditions().isEmpty()
              && line.signatures().isEmpty()
              && line.facts().stream()
                  .map(Cited::value)
                  .allMatch(
                      fact ->
                          fact == HazardFact.INTERIM_MEASURE || fact == HazardFact.INTERIM_KIND);
      must(line, free, BE_FREE);
    }
  }

  private static boolean isAtEase(Transition line) {
    boolean rectifies = RECTIFYING_STEPS.contains(line.action());
    return !rectifies
        || (line.signatures().isEmpty()
            && line.conditions().stream().map(Cited::value).allMatch(OF_DEADLINES::contains));
  }

  /**
   * What an acceptance weakens; it may only let through whoever has fixed something on the spot.
   */
  private Set<Weakening> acceptance(Transition line) {
    boolean apart = RECTIFYING_STEPS.stream().allMatch(line::keepsApart);
    boolean onSpot =
        line.scope() == GradeScope.GENERAL
            && line.from() == HazardState.FIXED_ON_SPOT
            && line.asksFor(HazardFact.REASON)
            && line.weakens().contains(Weakening.ACCEPTOR_RECTIFIED);
    must(line, apart || onSpot, BE_APART);
    return onSpot && !apart ? Set.of(Weakening.ACCEPTOR_RECTIFIED) : Set.of();
  }

  /**
   * What the decision on an extension weakens; for general hazards whoever has asked may decide.
   */
  private Set<Weakening> decision(Transition line) {
    boolean apart = line.keepsApart(REQUEST_EXTENSION);
    boolean general =
        line.scope() == GradeScope.GENERAL && line.weakens().contains(Weakening.DECIDER_ASKED);
    must(line, apart || general, KEEP_APART);
    return general && !apart ? Set.of(Weakening.DECIDER_ASKED) : Set.of();
  }

  private void must(Transition line, boolean holds, Term what) {
    if (!holds) {
      wrong.accept(
          line,
          HazardRules.LINE_MUST.broken(
              "from", line.from().term(), "action", line.action().term(), "what", what));
    }
  }

  private void againstShortcut(Transition line) {
    boolean accepts = line.to() == HazardState.ACCEPTED && line.moves();
    boolean closesOut = line.from() == HazardState.ACCEPTED && line.action() == CLOSE_OUT;
    if ((closes(line) && !closesOut) || (accepts && line.action() != ACCEPT)) {
      wrong.accept(
          line,
          HazardRules.CLOSED_WITHOUT_ACCEPTANCE.broken(
              "scope",
              line.scope().term(),
              "way",
              line.from() + " " + line.action() + " " + line.to()));
    }
    boolean dismisses = line.moves() && line.to() == HazardState.DISMISSED;
    boolean endsRight = dismisses == (line.action() == DISMISS);
    boolean ofNoMajorOne =
        line.from() == HazardState.REGISTERED || line.scope() == GradeScope.GENERAL;
    if (!endsRight || (dismisses && !ofNoMajorOne)) {
      wrong.accept(
          line,
          HazardRules.DISMISSED_WRONGLY.broken(
              "scope",
              line.scope().term(),
              "way",
              line.from() + " " + line.action() + " " + line.to()));
    }
    boolean over = line.from() == HazardState.CLOSED || line.from() == HazardState.DISMISSED;
    boolean reopens =
        line.action() == REOPEN
            && line.to() == HazardState.REGISTERED
            && line.asksFor(HazardFact.REASON);
    boolean records = AFTERWARDS.contains(line.action()) && !line.moves();
    if (over && !reopens && !records) {
      wrong.accept(line, HazardRules.CLOSED_NOT_FINAL.broken("action", line.action().term()));
    }
  }

  /** Neither measures nor rectification, nor what it waits for, ever wait for a report. */
  private void againstWaiting(Transition line) {
    boolean emergency = line.action() == TAKE_INTERIM_MEASURES;
    if (emergency || beforeRectification().contains(line.action())) {
      line.steps().stream()
          .map(Cited::value)
          .filter(step -> emergency || REPORTS.contains(step))
          .forEach(
              step ->
                  wrong.accept(
                      line,
                      HazardRules.BLOCKED.broken(
                          "action", line.action().term(), "step", step.term())));
    }
  }

  /** What rectifies, and everything that it waits for directly or in turn. */
  private Set<HazardAction> beforeRectification() {
    Set<HazardAction> needed = EnumSet.copyOf(RECTIFYING_STEPS);
    int before = 0;
    while (needed.size() > before) {
      before = needed.size();
      lines.stream()
          .filter(line -> needed.contains(line.action()))
          .flatMap(line -> line.steps().stream())
          .forEach(step -> needed.add(step.value()));
    }
    needed.removeAll(REPORTS);
    return needed;
  }

  /** What acceptance and close-out wait for must be possible where they start. */
  private void againstAwaited(Transition line) {
    Stream<Cited<Condition>> conditions =
        closes(line) || line.action() == ACCEPT ? line.conditions().stream() : Stream.empty();
    Stream<HazardAction> awaited =
        Stream.concat(
            conditions.flatMap(condition -> condition.value().awaited().stream()),
            line.signatures().isEmpty() ? Stream.empty() : Stream.of(SIGN));
    awaited
        .distinct()
        .filter(action -> !isPossible(action, line))
        .forEach(
            action ->
                wrong.accept(
                    line,
                    HazardRules.STEP_NEVER_POSSIBLE.broken(
                        "action",
                        line.action().term(),
                        "step",
                        action.term(),
                        "scope",
                        line.scope().term())));
  }

  private boolean isPossible(HazardAction action, Transition where) {
    Set<GradeScope> scopes = Sets.newHashSet();
    lines.stream()
        .filter(line -> line.action() == action && line.from() == where.from())
        .forEach(line -> scopes.add(line.scope()));
    return scopes.contains(GradeScope.ANY)
        || scopes.contains(where.scope())
        || scopes.containsAll(Set.of(GradeScope.GENERAL, GradeScope.MAJOR));
  }

  private void againstMajor(Transition line) {
    if (line.action() == ACCEPT) {
      RECTIFYING_STEPS.stream()
          .filter(step -> !line.keepsApart(step))
          .forEach(
              step ->
                  wrong.accept(line, HazardRules.MAJOR_NOT_APART.broken("action", step.term())));
    }
    boolean lowers = line.action() == ASSESS && line.demands(Condition.LOWERING_REASONED);
    boolean graded = line.from().isGraded();
    must(
        line,
        !lowers || !graded || RECTIFYING_STEPS.stream().allMatch(line::keepsApart),
        KEEP_APART);
    must(
        line,
        line.action() != PLAN || PLAN_OF_A_MAJOR_ONE.stream().allMatch(line::asksFor),
        HAVE_EVIDENCE);
    if (closes(line)) {
      REPORTS.forEach(report -> againstMissingStep(line, report));
    }
    if (line.action() == START
        || (RECTIFICATION.contains(line.to()) && !RECTIFICATION.contains(line.from()))) {
      againstMissingStep(line, PLAN);
    }
  }

  private void againstMissingStep(Transition line, HazardAction step) {
    if (!line.waitsFor(step)) {
      wrong.accept(
          line,
          HazardRules.MAJOR_WITHOUT_STEP.broken(
              "action", line.action().term(), "step", step.term()));
    }
  }

  private void withoutStep(Transition line, HazardAction step) {
    wrong.accept(
        line,
        HazardRules.STEP_NOT_AWAITED.broken("action", line.action().term(), "step", step.term()));
  }
}
