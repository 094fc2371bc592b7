package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.responsibility.Duty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What may be done about one hazard, written once more by hand: no table, nothing kept but what
 * happened. Slow and plain, so that it can be read beside the law.
 */
final class HazardModel {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Set<String> CRITERIA_OF_ALL_TIME = Set.of("AJ3-121/1/15");
  private static final LocalDate ORDER_10 = LocalDate.of(2023, 5, 15);
  private static final Set<HazardAction> RECTIFYING =
      EnumSet.of(HazardAction.START, HazardAction.SUBMIT, HazardAction.FIX_ON_SPOT);

  private record Event(HazardCommand told, HazardState to, boolean turnsGrade) {

    boolean is(HazardAction... actions) {
      return List.of(actions).contains(told.action());
    }
  }

  private final List<Event> history = new ArrayList<>();
  private HazardState state = HazardState.DISCOVERED;
  private boolean graded;
  private boolean major;

  HazardState state() {
    return state;
  }

  Optional<Boolean> major() {
    return graded ? Optional.of(major) : Optional.empty();
  }

  /** Takes a command if it may be done, and says whether. */
  boolean take(HazardCommand command, Instant now) {
    HazardState to = target(command.action());
    if (to == null || !allows(command, now, to)) {
      return false;
    }
    boolean assesses = command.action() == HazardAction.ASSESS;
    boolean next = assesses ? text(command.facts(), HazardFact.GRADE).equals("MAJOR") : major;
    boolean turns = graded && assesses && next != major;
    graded = to.isGraded();
    major = graded && next;
    history.add(new Event(command, to, turns));
    state = to;
    return true;
  }

  /** Where an action leads; null where it is impossible whatever comes with it. */
  private @Nullable HazardState target(HazardAction action) {
    boolean big = major;
    boolean working = in(HazardState.ASSESSED, HazardState.RECTIFYING);
    boolean beforeAcceptance = working || in(HazardState.RECTIFIED);
    return switch (action) {
      case REGISTER -> in(HazardState.DISCOVERED) ? HazardState.REGISTERED : null;
      case ASSESS -> isOpen() ? HazardState.ASSESSED : null;
      case DISMISS ->
          in(HazardState.REGISTERED) || (in(HazardState.ASSESSED) && !big)
              ? HazardState.DISMISSED
              : null;
      case PROPOSE_MAJOR -> isOpen() && !big ? state : null;
      case TAKE_INTERIM_MEASURES, MONITOR, ESCALATE, RECEIVE_ORDER -> isOpen() ? state : null;
      case PLAN ->
          working || (big && in(HazardState.RECTIFIED, HazardState.ACCEPTED)) ? state : null;
      case REQUEST_EXTENSION, GRANT_EXTENSION, REFUSE_EXTENSION -> working ? state : null;
      case REPORT -> isOpen() && big ? state : null;
      case INFORM -> isOpen() && graded ? state : null;
      case START -> in(HazardState.ASSESSED) ? HazardState.RECTIFYING : null;
      case FIX_ON_SPOT -> in(HazardState.ASSESSED) && !big ? HazardState.FIXED_ON_SPOT : null;
      case SUBMIT -> in(HazardState.RECTIFYING) ? HazardState.RECTIFIED : null;
      case ACCEPT ->
          in(HazardState.RECTIFIED, HazardState.FIXED_ON_SPOT) ? HazardState.ACCEPTED : null;
      case REJECT ->
          in(HazardState.RECTIFIED, HazardState.FIXED_ON_SPOT, HazardState.ACCEPTED)
              ? HazardState.RECTIFYING
              : null;
      case FAIL_RECHECK -> in(HazardState.ACCEPTED) ? HazardState.RECTIFYING : null;
      case PASS_RECHECK, ASSESS_RESUMPTION, DECIDE_RESUMPTION, DELIST ->
          in(HazardState.ACCEPTED) ? state : null;
      case LIST -> beforeAcceptance && big ? state : null;
      case PUBLISH_LISTING, REACH_MILESTONE ->
          beforeAcceptance || in(HazardState.ACCEPTED) ? state : null;
      case REQUEST_LISTING_EXTENSION, GRANT_LISTING_EXTENSION, REFUSE_LISTING_EXTENSION ->
          beforeAcceptance ? state : null;
      case PUBLISH_DELISTING -> in(HazardState.ACCEPTED, HazardState.CLOSED) ? state : null;
      case CLOSE_OUT -> in(HazardState.ACCEPTED) ? HazardState.CLOSED : null;
      case REOPEN -> in(HazardState.CLOSED, HazardState.DISMISSED) ? HazardState.REGISTERED : null;
      case CORRECT -> in(HazardState.DISCOVERED) ? null : state;
      case IMPORT, MIGRATE, SIGN, CONFIRM -> null;
    };
  }

  private boolean allows(HazardCommand command, Instant now, HazardState to) {
    return hasDuty(command)
        && hasEvidence(command)
        && isInTime(command, now, to)
        && isApart(command)
        && holds(command, LocalDate.ofInstant(now, ZONE));
  }

  private static boolean hasDuty(HazardCommand command) {
    Duty duty =
        switch (command.action()) {
          case REGISTER, RECEIVE_ORDER, CORRECT -> Duty.REGISTER;
          case ASSESS, DISMISS, ASSESS_RESUMPTION -> Duty.ASSESS;
          case MONITOR -> Duty.MONITOR;
          case PLAN, GRANT_EXTENSION, REFUSE_EXTENSION -> Duty.PLAN;
          case START, FIX_ON_SPOT, SUBMIT, REQUEST_EXTENSION -> Duty.RECTIFY;
          case ACCEPT, REJECT -> Duty.ACCEPT;
          case CLOSE_OUT, DECIDE_RESUMPTION -> Duty.CLOSE_OUT;
          case REOPEN -> Duty.CHECK;
          case TAKE_INTERIM_MEASURES, ESCALATE, PROPOSE_MAJOR -> null;
          default -> Duty.REPORT;
        };
    return duty == null || command.actor().duties().contains(duty);
  }

  private boolean hasEvidence(HazardCommand command) {
    Set<HazardFact> needed = EnumSet.noneOf(HazardFact.class);
    needed.addAll(
        HazardSamples.evidence(
                state, command.action(), major().map(big -> new HazardGrade("-", big)))
            .keySet());
    if (command.action() == HazardAction.ASSESS) {
      needed.remove(HazardFact.REASON);
    }
    Set<HazardFact> welcome = EnumSet.noneOf(HazardFact.class);
    welcome.addAll(needed);
    welcome.addAll(further(command.action()));
    if (command.action() == HazardAction.CORRECT) {
      needed.remove(HazardFact.WHAT);
    }
    return command.facts().keySet().containsAll(needed)
        && welcome.containsAll(command.facts().keySet())
        && command.facts().entrySet().stream()
            .allMatch(fact -> isSound(fact.getKey(), fact.getValue()))
        && (command.action() != HazardAction.ASSESS
            || Set.of("GENERAL", "MAJOR").contains(command.facts().get(HazardFact.GRADE)));
  }

  private static Set<HazardFact> further(HazardAction action) {
    return switch (action) {
      case REGISTER ->
          EnumSet.of(
              HazardFact.MEASURE,
              HazardFact.CHECK,
              HazardFact.AREA,
              HazardFact.UNIT,
              HazardFact.EARLIER);
      case CORRECT -> HazardDecisionTest.MENDABLE_OR_TOLD_FIRST;
      default -> HazardDecisionTest.further(action);
    };
  }

  private static boolean isSound(HazardFact fact, String text) {
    return switch (fact) {
      case FUNDS -> text.matches("[0-9]{1,20}(\\.[0-9]{1,9})?");
      case CORRECTS -> text.matches("[1-9][0-9]{0,8}");
      case ORIGIN, INTERIM_KIND, RESUMPTION, ESCALATED_TO ->
          fact.choices().stream().anyMatch(choice -> choice.code().equals(text));
      case MILESTONES -> text.startsWith("20") && text.contains(" 示例：设计 | ");
      case DEADLINE,
          PROPOSED_DEADLINE,
          ORDERED_DEADLINE,
          LISTING_DEADLINE,
          PROPOSED_LISTING_DEADLINE,
          MILESTONE,
          FOUND_ON,
          CLOSED_ON ->
          text.matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}");
      default -> true;
    };
  }

  private boolean isInTime(HazardCommand command, Instant now, HazardState to) {
    Instant at = command.occurred();
    if (at.isAfter(now)) {
      return false;
    }
    if (command.action() == HazardAction.TAKE_INTERIM_MEASURES) {
      return true;
    }
    Event belongs =
        switch (command.action()) {
          case PASS_RECHECK, FAIL_RECHECK ->
              orders()
                  .filter(place -> isAbout(place, command.facts()))
                  .mapToObj(history::get)
                  .findFirst()
                  .orElse(null);
          case ASSESS_RESUMPTION, DECIDE_RESUMPTION -> lastOf(HazardAction.TAKE_INTERIM_MEASURES);
          case PUBLISH_LISTING,
              REACH_MILESTONE,
              REQUEST_LISTING_EXTENSION,
              GRANT_LISTING_EXTENSION,
              REFUSE_LISTING_EXTENSION,
              DELIST ->
              lastOf(HazardAction.LIST);
          default -> null;
        };
    return isNotBefore(at, belongs) && isNotBefore(at, start(command.action(), to));
  }

  /** The latest change of state, the latest grading or the beginning of the round. */
  private @Nullable Event start(HazardAction action, HazardState to) {
    Set<HazardAction> ofTheState =
        EnumSet.of(
            HazardAction.PASS_RECHECK,
            HazardAction.ASSESS_RESUMPTION,
            HazardAction.DECIDE_RESUMPTION,
            HazardAction.DELIST);
    if (to != state || ofTheState.contains(action)) {
      return latest(event -> true, true);
    }
    boolean ofAGrade =
        action == HazardAction.PLAN
            || action == HazardAction.REPORT
            || action == HazardAction.LIST
            || action == HazardAction.PROPOSE_MAJOR
            || action == HazardAction.ASSESS;
    Event graded = ofAGrade && state.isGraded() ? lastOf(HazardAction.ASSESS) : null;
    return graded == null ? round().get(0) : graded;
  }

  private static boolean isNotBefore(Instant at, @Nullable Event event) {
    return event == null || !at.isBefore(event.told().occurred());
  }

  /** The latest event of a kind that led to another state. */
  private @Nullable Event latest(Predicate<Event> kind, boolean moved) {
    HazardState from = HazardState.DISCOVERED;
    Event found = null;
    for (Event event : history) {
      if (kind.test(event) && (!moved || event.to() != from)) {
        found = event;
      }
      from = event.to();
    }
    return found;
  }

  private boolean isApart(HazardCommand command) {
    Commitment person = command.actor().person();
    Set<HazardAction> others =
        switch (command.action()) {
          case ACCEPT, DISMISS, REJECT, ASSESS_RESUMPTION -> RECTIFYING;
          case ASSESS -> major ? RECTIFYING : Set.of();
          case GRANT_EXTENSION, REFUSE_EXTENSION -> EnumSet.of(HazardAction.REQUEST_EXTENSION);
          case DECIDE_RESUMPTION -> EnumSet.of(HazardAction.ASSESS_RESUMPTION);
          default -> Set.of();
        };
    return round().stream()
        .noneMatch(
            event ->
                others.contains(event.told().action())
                    && event.told().actor().person().equals(person));
  }

  private boolean holds(HazardCommand command, LocalDate today) {
    Map<HazardFact, String> facts = command.facts();
    LocalDate day = LocalDate.ofInstant(command.occurred(), ZONE);
    return switch (command.action()) {
      case REGISTER ->
          (!facts.containsKey(HazardFact.CHECK)
                  || (facts.containsKey(HazardFact.MEASURE)
                      && !"WHISTLEBLOW".equals(facts.get(HazardFact.ORIGIN))))
              && !facts.containsKey(HazardFact.EARLIER);
      case PROPOSE_MAJOR -> isCriterion(text(facts, HazardFact.CRITERION), day);
      case ASSESS ->
          (!facts.containsKey(HazardFact.CRITERION)
                  || isCriterion(text(facts, HazardFact.CRITERION), day))
              && (facts.containsKey(HazardFact.REASON)
                  || text(facts, HazardFact.GRADE).equals("MAJOR")
                  || !(lastGrade().equals("MAJOR") || isProposed()));
      case DISMISS ->
          !isOrdered()
              && !isListed()
              && !isSuspended()
              && !isProposed()
              && history.stream()
                  .noneMatch(event -> text(event.told().facts(), HazardFact.GRADE).equals("MAJOR"));
      case PLAN ->
          isAhead(facts, day)
              && isWithinOrder(facts)
              && (isKept(facts) || (major && open(HazardAction.PLAN, Event::turnsGrade) == null));
      case START ->
          major
              ? isPlannedBefore(command.occurred())
              : isAhead(facts, day) && isKept(facts) && isWithinOrder(facts);
      case REQUEST_EXTENSION ->
          deadline() != null
              && !today.isAfter(deadline())
              && day(facts, HazardFact.PROPOSED_DEADLINE).isAfter(deadline());
      case GRANT_EXTENSION -> {
        Event asked = open(HazardAction.REQUEST_EXTENSION, this::answersExtension);
        LocalDate granted = day(facts, HazardFact.DEADLINE);
        yield asked != null
            && !command.occurred().isBefore(firstOpen(HazardAction.REQUEST_EXTENSION))
            && (deadline() == null || granted.isAfter(deadline()))
            && !granted.isAfter(day(asked.told().facts(), HazardFact.PROPOSED_DEADLINE))
            && isWithinOrder(facts);
      }
      case REFUSE_EXTENSION ->
          open(HazardAction.REQUEST_EXTENSION, this::answersExtension) != null
              && !command.occurred().isBefore(firstOpen(HazardAction.REQUEST_EXTENSION));
      case ACCEPT -> !isProposed();
      case REJECT -> isAhead(facts, day) && isKept(facts) && isWithinOrder(facts);
      case PASS_RECHECK -> isOrdered() && isReceived(facts);
      case FAIL_RECHECK ->
          isOrdered()
              && isReceived(facts)
              && isAhead(facts, day)
              && isKept(facts)
              && isWithinOrder(facts);
      case ASSESS_RESUMPTION -> isSuspended();
      case DECIDE_RESUMPTION ->
          isSuspended()
              && isAfterOpen(
                  command,
                  HazardAction.ASSESS_RESUMPTION,
                  event ->
                      event.is(
                          HazardAction.TAKE_INTERIM_MEASURES,
                          HazardAction.DECIDE_RESUMPTION,
                          HazardAction.REJECT,
                          HazardAction.FAIL_RECHECK,
                          HazardAction.ASSESS));
      case LIST ->
          !isListed()
              && Set.of("CITY", "DISTRICT", "DEPARTMENT", "SUBDISTRICT")
                  .contains(facts.get(HazardFact.LISTING_LEVEL))
              && !day(facts, HazardFact.LISTING_DEADLINE).isBefore(day);
      case PUBLISH_LISTING -> isListed();
      case REACH_MILESTONE -> isListed() && isOpenMilestone(text(facts, HazardFact.MILESTONE));
      case REQUEST_LISTING_EXTENSION ->
          isListed()
              && !today.isAfter(listingDeadline())
              && day(facts, HazardFact.PROPOSED_LISTING_DEADLINE).isAfter(listingDeadline());
      case GRANT_LISTING_EXTENSION -> {
        Event asked =
            open(HazardAction.REQUEST_LISTING_EXTENSION, HazardModel::answersListingExtension);
        LocalDate granted = day(facts, HazardFact.LISTING_DEADLINE);
        yield isListed()
            && asked != null
            && isAfterOpen(
                command,
                HazardAction.REQUEST_LISTING_EXTENSION,
                HazardModel::answersListingExtension)
            && granted.isAfter(listingDeadline())
            && !granted.isAfter(day(asked.told().facts(), HazardFact.PROPOSED_LISTING_DEADLINE));
      }
      case REFUSE_LISTING_EXTENSION ->
          isListed()
              && isAfterOpen(
                  command,
                  HazardAction.REQUEST_LISTING_EXTENSION,
                  HazardModel::answersListingExtension);
      case DELIST -> isListed();
      case PUBLISH_DELISTING ->
          isAfterOpen(command, HazardAction.DELIST, event -> event.is(HazardAction.LIST));
      case CLOSE_OUT ->
          !isListed()
              && !isSuspended()
              && !isProposed()
              && areRechecked()
              && (!major
                  || (isAfterOpen(command, HazardAction.PLAN, Event::turnsGrade)
                      && isAfterOpen(command, HazardAction.REPORT, Event::turnsGrade)
                      && isAfterOpen(command, HazardAction.INFORM, Event::turnsGrade)));
      case CORRECT ->
          correctsSomething(facts)
              && (!"WHISTLEBLOW".equals(facts.get(HazardFact.ORIGIN))
                  || history.stream()
                      .noneMatch(event -> event.told().facts().containsKey(HazardFact.CHECK)));
      default -> true;
    };
  }

  private boolean isAfterOpen(HazardCommand command, HazardAction action, Predicate<Event> ends) {
    if (open(action, ends) == null) {
      return false;
    }
    Instant first = null;
    for (Event event : round()) {
      if (ends.test(event)) {
        first = null;
      } else if (event.is(action) && first == null) {
        first = event.told().occurred();
      }
    }
    return first != null && !command.occurred().isBefore(first);
  }

  private Instant firstOpen(HazardAction action) {
    Instant first = Instant.MAX;
    for (Event event : round()) {
      if (answersExtension(event)) {
        first = Instant.MAX;
      } else if (event.is(action) && first.equals(Instant.MAX)) {
        first = event.told().occurred();
      }
    }
    return first;
  }

  private boolean isPlannedBefore(Instant at) {
    Instant first = null;
    for (Event event : round()) {
      if (event.turnsGrade()) {
        first = null;
      } else if (event.is(HazardAction.PLAN) && first == null) {
        first = event.told().occurred();
      }
    }
    return first != null && !at.isBefore(first);
  }

  private boolean correctsSomething(Map<HazardFact, String> facts) {
    Set<HazardFact> mended = EnumSet.noneOf(HazardFact.class);
    mended.addAll(facts.keySet());
    mended.removeAll(EnumSet.of(HazardFact.CORRECTS, HazardFact.REASON));
    int number = Integer.parseInt(text(facts, HazardFact.CORRECTS));
    return !mended.isEmpty()
        && number <= history.size()
        && history.get(number - 1).told().facts().keySet().containsAll(mended);
  }

  private String lastGrade() {
    String grade = "";
    for (Event event : history) {
      grade = event.told().facts().getOrDefault(HazardFact.GRADE, grade);
    }
    return grade;
  }

  private static boolean isCriterion(String id, LocalDate day) {
    return CRITERIA_OF_ALL_TIME.contains(id)
        || (id.equals("MEM-10/3/1") && !day.isBefore(ORDER_10));
  }

  private boolean isAhead(Map<HazardFact, String> facts, LocalDate day) {
    if (!facts.containsKey(HazardFact.DEADLINE)) {
      return true;
    }
    LocalDate wanted = day(facts, HazardFact.DEADLINE);
    return !wanted.isBefore(day)
        || wanted.equals(ownDeadline())
        || wanted.equals(orderedDeadline());
  }

  private boolean isKept(Map<HazardFact, String> facts) {
    return ownDeadline() == null
        || !facts.containsKey(HazardFact.DEADLINE)
        || !day(facts, HazardFact.DEADLINE).isAfter(ownDeadline());
  }

  private boolean isWithinOrder(Map<HazardFact, String> facts) {
    LocalDate ordered = orderedDeadline();
    return ordered == null
        || !facts.containsKey(HazardFact.DEADLINE)
        || !day(facts, HazardFact.DEADLINE).isAfter(ordered);
  }

  private @Nullable LocalDate deadline() {
    LocalDate own = ownDeadline();
    LocalDate ordered = orderedDeadline();
    if (own == null || ordered == null) {
      return own == null ? ordered : own;
    }
    return own.isAfter(ordered) ? ordered : own;
  }

  private @Nullable LocalDate ownDeadline() {
    LocalDate own = null;
    for (Event event : round()) {
      String text = event.told().facts().get(HazardFact.DEADLINE);
      own = text == null ? own : LocalDate.parse(text);
    }
    return own;
  }

  private @Nullable LocalDate orderedDeadline() {
    Map<String, LocalDate> orders = new HashMap<>();
    for (Event event : round()) {
      Map<HazardFact, String> facts = event.told().facts();
      if (event.is(HazardAction.RECEIVE_ORDER)) {
        orders.put(
            text(facts, HazardFact.BODY) + "/" + text(facts, HazardFact.DOCUMENT),
            day(facts, HazardFact.ORDERED_DEADLINE));
      }
    }
    return orders.values().stream().min(LocalDate::compareTo).orElse(null);
  }

  private LocalDate listingDeadline() {
    LocalDate deadline = LocalDate.MIN;
    for (Event event : round()) {
      if (event.is(HazardAction.LIST, HazardAction.GRANT_LISTING_EXTENSION)) {
        deadline = day(event.told().facts(), HazardFact.LISTING_DEADLINE);
      }
    }
    return deadline;
  }

  private boolean isOpenMilestone(String day) {
    String nodes = "";
    List<String> reached = new ArrayList<>();
    for (Event event : round()) {
      if (event.is(HazardAction.LIST)) {
        nodes = event.told().facts().getOrDefault(HazardFact.MILESTONES, "");
        reached.clear();
      }
      if (event.is(HazardAction.REACH_MILESTONE)) {
        reached.add(text(event.told().facts(), HazardFact.MILESTONE));
      }
    }
    return nodes.contains(day + " ") && !reached.contains(day);
  }

  private boolean isOrdered() {
    return lastOf(HazardAction.RECEIVE_ORDER) != null;
  }

  private boolean isReceived(Map<HazardFact, String> recheck) {
    return orders().anyMatch(place -> isAbout(place, recheck));
  }

  private boolean areRechecked() {
    return orders().allMatch(this::isRechecked);
  }

  /** The places of this round's orders in the history; of one that was repeated, the last. */
  private IntStream orders() {
    return IntStream.range(history.size() - round().size(), history.size())
        .filter(place -> history.get(place).is(HazardAction.RECEIVE_ORDER))
        .filter(
            place ->
                history.subList(place + 1, history.size()).stream()
                    .filter(later -> later.is(HazardAction.RECEIVE_ORDER))
                    .map(HazardModel::name)
                    .noneMatch(name(history.get(place))::equals));
  }

  private static List<String> name(Event order) {
    Map<HazardFact, String> facts = order.told().facts();
    return List.of(text(facts, HazardFact.BODY), text(facts, HazardFact.DOCUMENT));
  }

  private static boolean isAbout(int order, Map<HazardFact, String> recheck) {
    return Integer.toString(order + 1).equals(recheck.get(HazardFact.ORDER));
  }

  private boolean isRechecked(int order) {
    boolean passed = false;
    for (Event later : history.subList(order + 1, history.size())) {
      boolean ends =
          later.is(
              HazardAction.ASSESS,
              HazardAction.SUBMIT,
              HazardAction.FIX_ON_SPOT,
              HazardAction.REJECT,
              HazardAction.FAIL_RECHECK);
      boolean passes = later.is(HazardAction.PASS_RECHECK) && isAbout(order, later.told().facts());
      passed = passes || (passed && !ends);
    }
    return passed;
  }

  private boolean isListed() {
    return open(HazardAction.LIST, event -> event.is(HazardAction.DELIST)) != null;
  }

  private boolean isProposed() {
    return open(HazardAction.PROPOSE_MAJOR, event -> event.is(HazardAction.ASSESS)) != null;
  }

  private boolean isSuspended() {
    boolean suspended = false;
    for (Event event : history) {
      if (event.is(HazardAction.TAKE_INTERIM_MEASURES)) {
        suspended |= text(event.told().facts(), HazardFact.INTERIM_KIND).startsWith("SUSPEND_");
      } else if (event.is(HazardAction.DECIDE_RESUMPTION)) {
        suspended = false;
      }
    }
    return suspended;
  }

  private boolean answersExtension(Event event) {
    return event.turnsGrade()
        || event.is(
            HazardAction.GRANT_EXTENSION,
            HazardAction.REFUSE_EXTENSION,
            HazardAction.SUBMIT,
            HazardAction.FIX_ON_SPOT);
  }

  private static boolean answersListingExtension(Event event) {
    return event.is(
        HazardAction.GRANT_LISTING_EXTENSION,
        HazardAction.REFUSE_LISTING_EXTENSION,
        HazardAction.LIST,
        HazardAction.DELIST);
  }

  /** The latest event of a kind in this round, unless something that ends it came after it. */
  private @Nullable Event open(HazardAction action, Predicate<Event> ends) {
    Event open = null;
    for (Event event : round()) {
      if (event.is(action)) {
        open = event;
      } else if (ends.test(event)) {
        open = null;
      }
    }
    return open;
  }

  private @Nullable Event lastOf(HazardAction action) {
    return open(action, event -> false);
  }

  private List<Event> round() {
    int from = 0;
    for (int i = 0; i < history.size(); i++) {
      if (history.get(i).is(HazardAction.REOPEN)) {
        from = i;
      }
    }
    return history.subList(from, history.size());
  }

  private boolean isOpen() {
    return !in(HazardState.DISCOVERED, HazardState.CLOSED, HazardState.DISMISSED);
  }

  private boolean in(HazardState... states) {
    return List.of(states).contains(state);
  }

  private static LocalDate day(Map<HazardFact, String> facts, HazardFact fact) {
    return LocalDate.parse(text(facts, fact));
  }

  private static String text(Map<HazardFact, String> facts, HazardFact fact) {
    return facts.getOrDefault(fact, "");
  }
}
