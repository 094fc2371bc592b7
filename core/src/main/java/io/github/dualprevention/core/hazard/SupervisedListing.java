package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.Require;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A supervised listing (挂牌督办) as the steps of a hazard have made it.
 *
 * @param level a code of the profile's levels
 * @param body the body that has ordered it
 * @param document the number of the order
 * @param responsiblePostId the post that answers
 * @param listed since when
 * @param deadline the last day, as ordered or extended last
 * @param milestones what must be reached by when; none if the order names none
 * @param reached the days of the milestones that were reached
 * @param extensions how often the deadline was extended
 * @param published when the listing was published; empty if it was not
 * @param delisted when it ended; empty while it lasts
 * @param delistingPublished when its end was published; empty if it was not
 */
public record SupervisedListing(
    String level,
    String body,
    String document,
    String responsiblePostId,
    Instant listed,
    LocalDate deadline,
    List<Milestone> milestones,
    Set<LocalDate> reached,
    int extensions,
    Optional<Instant> published,
    Optional<Instant> delisted,
    Optional<Instant> delistingPublished) {

  /** Copies the lists; refuses missing parts. */
  public SupervisedListing {
    Require.notNull(level, "level");
    Require.notNull(body, "body");
    Require.notNull(document, "document");
    Require.notNull(responsiblePostId, "responsiblePostId");
    Require.notNull(listed, "listed");
    Require.notNull(deadline, "deadline");
    milestones = List.copyOf(milestones);
    reached = Set.copyOf(reached);
    Require.notNull(published, "published");
    Require.notNull(delisted, "delisted");
    Require.notNull(delistingPublished, "delistingPublished");
  }

  /**
   * The milestones that were not reached.
   *
   * @return in the order of their days
   */
  public List<Milestone> openMilestones() {
    return milestones.stream().filter(node -> !reached.contains(node.day())).toList();
  }

  /**
   * Whether the listing lasts beyond its deadline; computed, never stored.
   *
   * @param today the present day where the hazard is
   * @return whether it is overdue
   */
  public boolean isOverdue(LocalDate today) {
    return delisted.isEmpty() && today.isAfter(deadline);
  }

  /** The latest listing among the steps of a round. */
  static Optional<SupervisedListing> of(List<HazardStep> round) {
    int from = -1;
    for (int i = 0; i < round.size(); i++) {
      if (round.get(i).action() == HazardAction.LIST) {
        from = i;
      }
    }
    return from < 0 ? Optional.empty() : Optional.of(listed(round.subList(from, round.size())));
  }

  private static SupervisedListing listed(List<HazardStep> steps) {
    HazardStep order = steps.get(0);
    List<HazardStep> extensions = of(steps, HazardAction.GRANT_LISTING_EXTENSION);
    HazardStep latest = extensions.isEmpty() ? order : extensions.get(extensions.size() - 1);
    Set<LocalDate> reached = new TreeSet<>();
    of(steps, HazardAction.REACH_MILESTONE)
        .forEach(step -> reached.add(LocalDate.parse(text(step, HazardFact.MILESTONE))));
    return new SupervisedListing(
        text(order, HazardFact.LISTING_LEVEL),
        text(order, HazardFact.BODY),
        text(order, HazardFact.DOCUMENT),
        text(order, HazardFact.RESPONSIBLE),
        order.occurred(),
        LocalDate.parse(text(latest, HazardFact.LISTING_DEADLINE)),
        Optional.ofNullable(order.facts().get(HazardFact.MILESTONES))
            .map(Milestone::parse)
            .orElse(List.of()),
        reached,
        extensions.size(),
        first(steps, HazardAction.PUBLISH_LISTING),
        first(steps, HazardAction.DELIST),
        first(steps, HazardAction.PUBLISH_DELISTING));
  }

  private static List<HazardStep> of(List<HazardStep> steps, HazardAction action) {
    List<HazardStep> found = new ArrayList<>();
    for (HazardStep step : steps) {
      if (step.action() == action) {
        found.add(step);
      }
    }
    return found;
  }

  private static Optional<Instant> first(List<HazardStep> steps, HazardAction action) {
    return of(steps, action).stream().findFirst().map(HazardStep::occurred);
  }

  private static String text(HazardStep step, HazardFact fact) {
    Map<HazardFact, String> facts = step.facts();
    return Require.notNull(facts.get(fact), fact.code());
  }
}
