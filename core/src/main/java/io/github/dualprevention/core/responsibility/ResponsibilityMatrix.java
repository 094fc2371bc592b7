package io.github.dualprevention.core.responsibility;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Table;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Rule;
import io.github.dualprevention.core.control.ControlTier;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.Ledger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which post answers for a duty at a tier for a risk unit: one post for each cell, or none. */
public final class ResponsibilityMatrix {

  private static final Rule CELL_TWICE =
      Rule.of(
          "responsibility.cell.twice",
          "职责“{duty}”在层级{tier}、单元“{unit}”上同时指定了岗位“{first}”和“{second}”",
          "the duty to {duty} at the tier {tier} for {unit} is given to both {first} and {second}");

  /** Stands for every unit that has no cell of its own; no id is empty. */
  private static final String EVERY_UNIT = "";

  private record Cell(Duty duty, ControlTier tier) {}

  private final List<Assignment> assignments;
  private final ImmutableTable<Cell, String, String> posts;

  private ResponsibilityMatrix(
      List<Assignment> assignments, ImmutableTable<Cell, String, String> posts) {
    this.assignments = assignments;
    this.posts = posts;
  }

  /**
   * Builds a matrix.
   *
   * @param assignments its cells, in any order
   * @return the matrix; or every cell that names two posts
   */
  public static Outcome<ResponsibilityMatrix> of(List<Assignment> assignments) {
    Table<Cell, String, String> posts = HashBasedTable.create();
    List<Reason> reasons = new ArrayList<>();
    for (Assignment cell : assignments) {
      String unit = cell.unitId().orElse(EVERY_UNIT);
      String before = posts.put(new Cell(cell.duty(), cell.tier()), unit, cell.postId());
      if (before != null) {
        reasons.add(
            CELL_TWICE.broken(
                "duty",
                cell.duty().term(),
                "tier",
                cell.tier().term(),
                "unit",
                cell.unitId().orElse("*"),
                "first",
                before,
                "second",
                cell.postId()));
      }
    }
    return reasons.isEmpty()
        ? Outcome.accepted(
            new ResponsibilityMatrix(List.copyOf(assignments), ImmutableTable.copyOf(posts)))
        : new Outcome.Refused<>(reasons);
  }

  /**
   * The cells as they were given.
   *
   * @return in the same order
   */
  public List<Assignment> assignments() {
    return assignments;
  }

  /**
   * The post that answers.
   *
   * @param duty for what
   * @param tier at which tier
   * @param unitId for which risk unit
   * @return the post of the unit's own cell, otherwise that of the cell for every unit; empty if
   *     nobody answers
   */
  public Optional<String> postFor(Duty duty, ControlTier tier, String unitId) {
    String unit = Require.id(unitId, "unitId");
    Cell cell = new Cell(duty, tier);
    return Optional.ofNullable(posts.get(cell, unit))
        .or(() -> Optional.ofNullable(posts.get(cell, EVERY_UNIT)));
  }

  /**
   * What a post answers for in a risk unit, at whatever tier.
   *
   * @param postId the post
   * @param unitId the risk unit
   * @return its duties; none for a post that does not appear
   */
  public Set<Duty> dutiesOf(String postId, String unitId) {
    EnumSet<Duty> duties = EnumSet.noneOf(Duty.class);
    for (Duty duty : Duty.values()) {
      boolean answers =
          Arrays.stream(ControlTier.values())
              .anyMatch(tier -> postFor(duty, tier, unitId).filter(postId::equals).isPresent());
      if (answers) {
        duties.add(duty);
      }
    }
    return Set.copyOf(duties);
  }

  /**
   * A person who acts for a post in a risk unit.
   *
   * @param person who it is
   * @param postId the post that the person holds
   * @param unitId the risk unit in which the person acts
   * @return the actor with the duties of the post there, possibly none
   */
  public Actor actor(Commitment person, String postId, String unitId) {
    return new Actor(person, postId, dutiesOf(postId, unitId));
  }

  /**
   * A person whom a ledger knows, who acts for a post in a risk unit.
   *
   * @param ledger seals who it is
   * @param person what tells the person from all others, such as a personnel number with the name
   * @param postId the post that the person holds
   * @param unitId the risk unit in which the person acts
   * @return the actor with the duties of the post there, possibly none
   */
  public Actor actor(Ledger ledger, String person, String postId, String unitId) {
    return actor(ledger.persons().commit(person), postId, unitId);
  }
}
