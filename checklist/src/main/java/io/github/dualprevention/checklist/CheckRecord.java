package io.github.dualprevention.checklist;

import com.google.common.collect.ImmutableMap;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Duty;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A check that was done; answers every item of its list exactly once.
 *
 * @param task the task
 * @param list the very version of the checklist
 * @param person who checked, without the name
 * @param occurred when
 * @param answers measure id to answer, in the order of the list
 */
public record CheckRecord(
    CheckTask task,
    Checklist list,
    Commitment person,
    Instant occurred,
    Map<String, CheckAnswer> answers) {

  /**
   * Proves that task, list and answers fit together.
   *
   * @throws RefusedException with every reason if they do not
   */
  public CheckRecord {
    Require.notNull(person, "person");
    Require.notNull(occurred, "occurred");
    List<Reason> reasons = reasonsAgainst(task, list, answers);
    if (!reasons.isEmpty()) {
      throw new RefusedException(reasons);
    }
    ImmutableMap.Builder<String, CheckAnswer> inOrder = ImmutableMap.builder();
    for (CheckItem item : list.items()) {
      inOrder.put(item.measureId(), Require.notNull(answers.get(item.measureId()), "answer"));
    }
    answers = inOrder.buildOrThrow();
  }

  /**
   * Records a check, or nothing at all.
   *
   * @param task the task
   * @param list the checklist that the task names
   * @param actor who checked, for the post of the task, with the duty to check
   * @param occurred when it was checked, where the check was done; not before the day of the task
   * @param answers measure id to answer
   * @param now the present moment
   * @return the record; or every reason against it: items without answer, answers without item,
   *     another list, another post, no duty to check, a day before the task is due, a time that has
   *     not come
   */
  public static Outcome<CheckRecord> of(
      CheckTask task,
      Checklist list,
      Actor actor,
      ZonedDateTime occurred,
      Map<String, CheckAnswer> answers,
      Instant now) {
    List<Reason> reasons = reasonsAgainst(task, list, answers);
    if (!actor.duties().contains(Duty.CHECK)) {
      reasons.add(CheckRules.NO_DUTY.broken("post", actor.postId(), "duty", Duty.CHECK.term()));
    }
    if (!actor.postId().equals(task.postId())) {
      reasons.add(
          CheckRules.POST_DIFFERS.broken("expected", task.postId(), "actual", actor.postId()));
    }
    if (occurred.toLocalDate().isBefore(task.day())) {
      reasons.add(
          CheckRules.BEFORE_DUE.broken("occurred", occurred.toLocalDate(), "day", task.day()));
    }
    if (occurred.toInstant().isAfter(now)) {
      reasons.add(CheckRules.IN_FUTURE.broken("occurred", occurred, "now", now));
    }
    return reasons.isEmpty()
        ? Outcome.accepted(
            new CheckRecord(task, list, actor.person(), occurred.toInstant(), answers))
        : new Outcome.Refused<>(reasons);
  }

  private static List<Reason> reasonsAgainst(
      CheckTask task, Checklist list, Map<String, CheckAnswer> answers) {
    List<Reason> reasons = new ArrayList<>();
    boolean same =
        task.listId().equals(list.id())
            && task.listVersion() == list.version()
            && task.postId().equals(list.postId());
    if (!same) {
      reasons.add(
          CheckRules.LIST_DIFFERS.broken(
              "expected",
              task.listId() + " v" + task.listVersion(),
              "actual",
              list.id() + " v" + list.version()));
    }
    List<String> items = list.items().stream().map(CheckItem::measureId).toList();
    items.stream()
        .filter(item -> !answers.containsKey(item))
        .forEach(item -> reasons.add(CheckRules.ITEM_UNANSWERED.broken("item", item)));
    answers.keySet().stream()
        .filter(item -> !items.contains(item))
        .sorted()
        .forEach(
            item -> reasons.add(CheckRules.ITEM_UNKNOWN.broken("list", list.id(), "item", item)));
    return reasons;
  }

  /**
   * What is wrong.
   *
   * @return one finding for each item that does not conform, in the order of the list
   */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    answers.forEach(
        (measure, answer) -> {
          if (answer instanceof CheckAnswer.NonConforming wrong) {
            findings.add(new Finding(task.id(), measure, wrong.what(), occurred));
          }
        });
    return List.copyOf(findings);
  }
}
