package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.table.TableVersion;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something that was done about a hazard and was allowed; a fact that is never decided again.
 *
 * @param hazardId the hazard
 * @param number its place among the hazard's steps, from 1
 * @param action what was done
 * @param from the state before
 * @param to the state after
 * @param grade the grade after; empty while the hazard has none
 * @param person who did it, without the name
 * @param postId for which post
 * @param occurred when it was done
 * @param facts the evidence
 * @param table the life cycle that allowed it
 * @param weakened the rules that it weakened for that; mostly none
 */
public record HazardStep(
    String hazardId,
    int number,
    HazardAction action,
    HazardState from,
    HazardState to,
    Optional<HazardGrade> grade,
    Commitment person,
    String postId,
    Instant occurred,
    Map<HazardFact, String> facts,
    TableVersion table,
    Set<Weakening> weakened) {

  /**
   * Copies the facts; throws {@code IllegalArgumentException} if a graded state has no grade or the
   * other way round.
   */
  public HazardStep {
    Require.notNull(hazardId, "hazardId");
    Require.require(number >= 1, "number", "must be at least 1", number);
    Require.notNull(action, "action");
    Require.notNull(from, "from");
    Require.require(
        grade.isPresent() == to.isGraded(), "grade", "must be there in graded states alone", to);
    Require.notNull(person, "person");
    Require.notNull(postId, "postId");
    Require.notNull(occurred, "occurred");
    facts = ImmutableMap.copyOf(facts);
    Require.notNull(table, "table");
    weakened = Set.copyOf(weakened);
  }

  /**
   * The step that a command makes of a hazard.
   *
   * @param before the hazard before it
   * @param command what is done, by whom, when and with what evidence
   * @param to the state after it
   * @param grade the grade after it
   * @param table the life cycle that the hazard follows after it
   * @param weakened the rules that are weakened for it
   */
  static HazardStep of(
      Hazard before,
      HazardCommand command,
      HazardState to,
      Optional<HazardGrade> grade,
      TableVersion table,
      Set<Weakening> weakened) {
    return new HazardStep(
        before.id(),
        before.version() + 1,
        command.action(),
        before.state(),
        to,
        grade,
        command.actor().person(),
        command.actor().postId(),
        command.occurred(),
        command.facts(),
        table,
        weakened);
  }
}
