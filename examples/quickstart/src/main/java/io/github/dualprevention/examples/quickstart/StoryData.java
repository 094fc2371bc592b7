package io.github.dualprevention.examples.quickstart;

import io.github.dualprevention.checklist.CheckAnswer;
import io.github.dualprevention.checklist.CheckCycle;
import io.github.dualprevention.core.control.ControlMeasure;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.organisation.Post;
import io.github.dualprevention.core.responsibility.ResponsibilityMatrix;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an enterprise keeps beside its risk register; each list is empty where its file is missing.
 *
 * @param posts all posts
 * @param withoutNeed posts for which someone has confirmed that they need no checklist
 * @param measures all control measures
 * @param matrix who answers for what
 * @param plans when which post checks
 * @param answers what was checked, an item each
 * @param attempts what people tried to do about hazards, in the order of time
 * @param faults everything that is wrong with the files
 */
record StoryData(
    List<Post> posts,
    Set<String> withoutNeed,
    List<ControlMeasure> measures,
    ResponsibilityMatrix matrix,
    List<Plan> plans,
    List<Answer> answers,
    List<Attempt> attempts,
    List<Fault> faults) {

  /** How often a post goes through its list. */
  record Plan(String listId, String postId, CheckCycle cycle, LocalDate firstDay, Row place) {}

  /** What was seen at one item of one check. */
  record Answer(
      String listId, LocalDate day, Deed deed, String measureId, CheckAnswer answer, Row place) {}

  /** What somebody tried to do about a hazard. */
  record Attempt(String hazard, HazardAction action, Deed deed, Map<HazardFact, String> facts) {}

  /** Who did something, for which post, when and where. */
  record Deed(Instant at, String postId, String person, String unitId) {}

  /** Where no file lies beside the register. */
  static StoryData nothing() {
    ResponsibilityMatrix nobody = ResponsibilityMatrix.of(List.of()).orThrow();
    return new StoryData(
        List.of(), Set.of(), List.of(), nobody, List.of(), List.of(), List.of(), List.of());
  }
}
